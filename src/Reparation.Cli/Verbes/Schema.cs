using System.CommandLine;
using Reparation.Domain.Dossiers;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>schema</c>.</summary>
internal static class Schema
{
    public static Command Commande(TextWriter sortie)
    {
        // Un schéma est déjà du JSON : l'option est acceptée pour que tous les verbes l'aient.
        var commande = new Command("schema", $"Imprimer le schéma JSON du format {Dossier.FormatCourant}.") { Programme.OptionJson() };
        commande.SetAction(_ =>
        {
            sortie.WriteLine(DossierJson.Schema());
            return Programme.Reussite;
        });
        return commande;
    }
}
