using System.Globalization;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>Ce que la loi ou l'usage refuse à un payeur inscrit au plan : plafonds, âges, dates, infractions. Un avertissement, jamais un refus.</summary>
public static class ControleDesPayeurs
{
    // Une action sans terme se contrôle sur quelques années : le dépassement s'y voit déjà.
    private const int AnneesLues = 3;

    /// <summary>Points à relire, dans l'ordre des payeurs livrés.</summary>
    public static IReadOnlyList<PointDePayeur> Points(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return
        [
            .. Payeur.Tous.Where(p => p.Source is not null).SelectMany(payeur =>
            {
                var parts = dossier.Plan.Actions.SelectMany(a => a.Payeurs.Where(p => p.Payeur == payeur.Id).Select(p => (Action: a, Part: p))).ToList();
                return parts.Count == 0
                    ? []
                    : Dire(dossier, payeur, parts).Select(texte => new PointDePayeur(texte, payeur.Source!));
            }),
        ];
    }

    private static IEnumerable<string> Dire(Dossier dossier, Payeur payeur, List<(ActionDuPlan Action, PartDePayeur Part)> parts)
    {
        foreach (var action in parts.Select(p => p.Action).Distinct())
        {
            var paye = PartageDuCout.Tranches(action).SelectMany(t => t.Parts).Where(p => p.Part.Payeur == payeur.Id).Select(p => p.Montant).Max();
            if (paye > payeur.MaximumParUnite)
            {
                yield return $"{payeur.Libelle} paie au plus {payeur.MaximumParUnite} d’une unité ; « {action.Intitule} » lui en compte {paye}.";
            }
        }

        if (payeur.UnitesParAn is { } plafond)
        {
            foreach (var (annee, unites) in ParAnnee(parts).Where(a => a.Unites > plafond))
            {
                yield return $"{payeur.Libelle} paie au plus {Francais.Nombre(plafond)} unités par an ; le plan lui en compte {Francais.Nombre(unites)} en {annee.ToString(CultureInfo.InvariantCulture)}.";
            }
        }

        var (du, au) = (parts.Select(p => Bornes(p).Du).Min(), parts.Select(p => Bornes(p).Au).Max());
        if (du < payeur.Depuis)
        {
            yield return $"{payeur.Libelle} : ces conditions datent du {Francais.Date(payeur.Depuis.Value)}, et une part commence le {Francais.Date(du.Value)}.";
        }

        if (dossier.Enfant.DateDeNaissance is { } ne)
        {
            if (payeur.DesLAge is { } des && du < ne.AddYears(des))
            {
                yield return $"{payeur.Libelle} ne paie qu’à partir de {Francais.Ans(des)}, le {Francais.Date(ne.AddYears(des))}.";
            }

            if (payeur.AvantLAge is { } avant && (au ?? DateOnly.MaxValue) >= ne.AddYears(avant))
            {
                yield return $"{payeur.Libelle} cesse à {Francais.Ans(avant)}, le {Francais.Date(ne.AddYears(avant))} : donner un dernier jour à sa part, le reste change alors.";
            }
        }

        var visees = dossier.Faits.SelectMany(f => f.Qualifications).Select(Qualifications.Trouver).OfType<Qualification>().ToList();
        if (payeur.Articles.Count > 0 && visees.Count > 0 && !visees.Any(q => q.Articles.Any(a => payeur.Articles.Any(i => Dans(a, i)))))
        {
            yield return $"{payeur.Libelle} : aucune infraction visée au dossier n’est de celles qui ouvrent cette prise en charge.";
        }
    }

    private static (DateOnly? Du, DateOnly? Au) Bornes((ActionDuPlan Action, PartDePayeur Part) p) =>
        (p.Part.Du > p.Action.Du || p.Action.Du is null ? p.Part.Du : p.Action.Du,
            p.Action.Rythme == Rythme.UneFois ? p.Action.Du : p.Part.Au < p.Action.Au || p.Action.Au is null ? p.Part.Au : p.Action.Au);

    private static IEnumerable<(int Annee, decimal Unites)> ParAnnee(List<(ActionDuPlan Action, PartDePayeur Part)> parts)
    {
        var datees = parts.Where(p => p.Action.Du is not null).ToList();
        var premiere = datees.Select(p => p.Action.Du!.Value.Year).DefaultIfEmpty(0).Min();
        for (var annee = premiere; datees.Count > 0 && annee < premiere + AnneesLues && annee < DateOnly.MaxValue.Year; annee++)
        {
            var (janvier, decembre) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
            yield return (annee, datees.Sum(p =>
            {
                var (du, au) = Bornes(p);
                var (debut, fin) = (du > janvier ? du.Value : janvier, au < decembre ? au.Value : decembre);
                return debut > fin ? 0 : p.Action.Quantite * ReportAuxPostes.Occurrences(p.Action, debut, fin);
            }));
        }
    }

    private static bool Dans(string article, (string Du, string Au) intervalle) =>
        Rang(intervalle.Du) is var du && Rang(intervalle.Au) is var au && Rang(article) is var rang && rang.CompareTo(du) >= 0 && rang.CompareTo(au) <= 0;

    // « 222-31-1 » suit « 222-31 » et précède « 222-32 » : les deux premiers nombres suffisent à dire l'intervalle.
    private static (int, int) Rang(string article)
    {
        var nombres = article.Split('-');
        return (int.Parse(nombres[0], CultureInfo.InvariantCulture), nombres.Length > 1 ? int.Parse(nombres[1], CultureInfo.InvariantCulture) : 0);
    }
}

/// <summary>Un point à relire sur un payeur.</summary>
/// <param name="Texte">Ce qui dépasse, et de combien.</param>
/// <param name="Source">D'où vient la limite.</param>
public sealed record PointDePayeur(string Texte, Source Source);
