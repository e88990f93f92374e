using System.CommandLine;
using Reparation.Documents.Sceaux;

namespace Reparation.Cli;

/// <summary>Option <c>--sceau</c> : la clé privée qui scelle ce qui est écrit.</summary>
internal sealed class OptionSceau
{
    private readonly Option<string?> option = new("--sceau")
    {
        Description = "Sceller ce qui est écrit par cette clé privée P-256 (PEM, PKCS#8)\u202F; demande --definitif.",
        HelpName = "CLE.pem",
    };

    public void Ajouter(Command commande) => commande.Add(option);

    /// <summary>Lit la clé demandée, à fermer par qui l'emploie ; rien si l'option est absente.</summary>
    /// <exception cref="RefusException">Ce n'est pas une clé, ou ce qui s'écrit n'est qu'un projet.</exception>
    public CleDeSceau? Lire(ParseResult lu, bool definitif)
    {
        if (lu.GetValue(option) is not { } chemin)
        {
            return null;
        }

        if (!definitif)
        {
            throw new RefusException("--sceau\u00A0: un projet ne se scelle pas. Ajoutez --definitif quand l’avocat a validé.");
        }

        return CleDeSceau.LirePem(Fichiers.Texte(Fichiers.Lire(chemin))) ?? throw new RefusException(
            $"--sceau\u00A0: {chemin} n’est pas une clé privée P-256 au format PEM. Tirez-en une par « openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 », et gardez-la secrète.");
    }
}
