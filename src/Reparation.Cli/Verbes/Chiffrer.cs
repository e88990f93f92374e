using System.CommandLine;
using Reparation.Domain.Postes;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>chiffrer</c> : tous les postes d'un dossier.</summary>
internal static class Chiffrer
{
    public static Command Commande(TextWriter sortie, OptionEditions editions)
    {
        var fichier = new Argument<string>("DOSSIER") { Description = "Fichier JSON au format reparation/dossier@1." };
        var json = Programme.OptionJson();
        var commande = new Command("chiffrer", "Chiffrer tous les postes d’un dossier\u00A0: un tableau, ou l’arbre des étapes avec --json.")
        {
            fichier, json,
        };
        commande.SetAction(lecture =>
        {
            var choisies = editions.Lire(lecture);
            var dossier = Fichiers.LireDossier(lecture.GetRequiredValue(fichier), choisies);
            var bilan = Chiffreur.Evaluer(dossier, choisies);
            if (lecture.GetValue(json))
            {
                Programme.EcrireJson(sortie, Bilans.EnJson(dossier, bilan));
            }
            else
            {
                Bilans.Ecrire(dossier, bilan, sortie);
            }

            return Programme.Reussite;
        });
        return commande;
    }
}
