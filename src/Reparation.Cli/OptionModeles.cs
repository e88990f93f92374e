using System.CommandLine;
using Reparation.Documents.Actes;
using Reparation.Documents.Cabinet;

namespace Reparation.Cli;

/// <summary>L'option <c>--modeles</c>, la même pour tous les verbes qui rédigent : le dossier de modèles du cabinet.</summary>
internal sealed class OptionModeles
{
    public Option<string?> Option { get; } = new("--modeles")
    {
        Description = "Dossier de modèles du cabinet, qui remplacent les nôtres fichier par fichier.",
        HelpName = "DIR",
    };

    /// <summary>Modèles à employer ; chaque faute se dit, et le modèle livré sert.</summary>
    /// <exception cref="RefusException">Le dossier est absent, ou ne peut pas être lu.</exception>
    public Modeles Lire(ParseResult lecture, TextWriter erreurs)
    {
        try
        {
            var lus = ModelesDuCabinet.Lire(lecture.GetValue(Option));
            foreach (var faute in lus.Fautes)
            {
                var suite = faute.Fichier.EndsWith(".md", StringComparison.Ordinal) ? " Le modèle livré est employé." : "";
                erreurs.WriteLine($"--modeles\u00A0: {faute.Message}{suite}");
            }

            return lus.Modeles;
        }
        catch (InvalidDataException refus)
        {
            throw new RefusException($"--modeles\u00A0: {refus.Message}");
        }
    }
}
