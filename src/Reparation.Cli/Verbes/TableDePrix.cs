using System.Globalization;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Tous les prix d'une édition à un taux, recalculés : les colonnes du tableau sont celles que <c>cas</c> relit.</summary>
internal static class TableDePrix
{
    // Âges de fin usuels : études, majorité, retraite. Tout autre âge se demande par --jusqua.
    private static readonly int[] Fins = [16, 18, 20, 21, 25, 29, 50, 55, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69];

    public static void Ecrire(EditionCapitalisation edition, decimal? taux, TextWriter sortie)
    {
        if (taux is < -5 or > 10)
        {
            throw new RefusException("--taux\u00A0: le taux doit être compris entre −5 et 10\u00A0%.");
        }

        sortie.WriteLine("edition,sexe,age,jusqua,taux_pct,prix_publie");
        foreach (var sexe in new[] { Sexe.Feminin, Sexe.Masculin }.Where(edition.Couvre))
        {
            for (var age = 0; age <= edition.Table(sexe).DernierAge; age++)
            {
                foreach (var fin in Fins.Where(f => f > age && f <= (edition.FinAuPlus ?? f)))
                {
                    Ligne(edition, sexe, age, fin, taux, sortie);
                }

                if (edition.FinAuPlus is null)
                {
                    Ligne(edition, sexe, age, null, taux, sortie);
                }
            }
        }
    }

    private static void Ligne(EditionCapitalisation edition, Sexe sexe, int age, int? fin, decimal? taux, TextWriter sortie)
    {
        var prix = PrixDeRente.Calculer(edition, sexe, age, null, fin, taux);
        var arret = fin?.ToString(CultureInfo.InvariantCulture) ?? "viager";
        sortie.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{edition.Id},{Capitaliser.Lettre(sexe)},{age},{arret},{prix.Taux},{prix.Coefficient:0.000}"));
    }
}
