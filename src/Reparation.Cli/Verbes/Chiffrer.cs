using System.CommandLine;
using Reparation.Documents.Rendu.Tableur;
using Reparation.Domain.Postes;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>chiffrer</c> : tous les postes d'un dossier.</summary>
internal static class Chiffrer
{
    public static Command Commande(TextWriter sortie, TimeProvider horloge, OptionEditions editions)
    {
        var fichier = new Argument<string>("DOSSIER") { Description = "Fichier JSON au format reparation/dossier@1." };
        var vers = new Option<string?>("--sortie", "-o")
        {
            Description = "Classeur à écrire, en .xlsx, aux formules vives.",
            HelpName = "CHIFFRAGE.xlsx",
        };
        var json = Programme.OptionJson();
        var commande = new Command(
            "chiffrer", "Chiffrer tous les postes d’un dossier\u00A0: un tableau, l’arbre des étapes avec --json, ou un classeur avec -o.")
        {
            fichier, vers, json,
        };
        commande.SetAction(lecture =>
        {
            if (lecture.GetValue(vers) is { } autre && !Fichiers.Finit(autre, ".xlsx"))
            {
                throw new RefusException("-o\u00A0: le chiffrage s’écrit en classeur. Donnez un nom qui finit par .xlsx.");
            }

            var choisies = editions.Lire(lecture);
            var dossier = Fichiers.LireDossier(lecture.GetRequiredValue(fichier), choisies);
            var bilan = Chiffreur.Evaluer(dossier, choisies);
            if (lecture.GetValue(vers) is { } chemin)
            {
                Fichiers.Ecrire(chemin, TableurDuChiffrage.Ecrire(dossier, bilan, DateOnly.FromDateTime(horloge.GetLocalNow().DateTime)));
            }

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
