using System.CommandLine;
using Reparation.Documents.Cabinet;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>champs</c> : ce qu'un auteur de modèle peut écrire.</summary>
internal static class ChampsDesModeles
{
    public static Command Commande(TextWriter sortie)
    {
        var json = Programme.OptionJson();
        var commande = new Command("champs", "Lister ce qu’un modèle d’acte peut citer\u00A0: champs, filtres, balises et blocs.") { json };
        commande.SetAction(l =>
        {
            if (l.GetValue(json))
            {
                Programme.EcrireJson(sortie, new { GuideDesModeles.Champs, GuideDesModeles.Ecritures });
            }
            else
            {
                Dire(sortie);
            }

            return Programme.Reussite;
        });
        return commande;
    }

    private static void Dire(TextWriter sortie)
    {
        foreach (var groupe in GuideDesModeles.Champs)
        {
            sortie.WriteLine(groupe.Titre + (groupe.Chemins.Count > 0 ? $" ({string.Join(", ", groupe.Chemins)})" : ""));
            foreach (var champ in groupe.Champs)
            {
                sortie.WriteLine($"  {champ.Nom} [{champ.Nature}{(champ.PeutManquer ? ", peut manquer" : "")}] {champ.Sens}");
            }

            sortie.WriteLine();
        }

        foreach (var ecriture in GuideDesModeles.Ecritures)
        {
            sortie.WriteLine($"{ecriture.Genre} {ecriture.Nom}\u00A0: {ecriture.Effet}");
            sortie.WriteLine("  " + ecriture.Exemple.Replace("\n", "\n  ", StringComparison.Ordinal));
        }
    }
}
