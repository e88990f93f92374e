using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Les actions du plan sur une même échelle de temps : une barre par action. L'écran et le plan imprimé lisent le même dessin.</summary>
public static class CalendrierDuPlan
{
    private const decimal Largeur = 453;
    private const decimal Marge = 172;
    private const decimal Haut = 16;
    private const decimal Ligne = 13;
    private const decimal Corps = 7.5m;
    private const int Lettres = 44;
    private const int GraduationsAuPlus = 8;
    private static readonly int[] Pas = [1, 2, 3, 6, 12, 24, 60];

    /// <summary>Dessine le calendrier ; rien si aucune action n'est datée.</summary>
    public static Bloc.Figure? Dessiner(PlanDeReconstruction plan)
    {
        var actions = ChargeDuPlan.Datees(plan);
        if (actions.Count == 0 || actions[^1].Du.Year >= DateOnly.MaxValue.Year - 1)
        {
            return null;
        }

        var premier = new DateOnly(actions[0].Du.Year, actions[0].Du.Month, 1);
        var borne = premier.AddMonths(ChargeDuPlan.Horizon);
        var dernier = actions.Max(a => a.Au ?? a.Du) is var fin && fin < borne ? new DateOnly(fin.Year, fin.Month, 1).AddMonths(1) : borne;
        var montrees = actions.Where(a => a.Du < dernier).ToList();
        decimal X(DateOnly jour) => decimal.Round(
            Marge + ((decimal)(jour.DayNumber - premier.DayNumber) / (dernier.DayNumber - premier.DayNumber) * (Largeur - Marge)), 2);

        var traits = new List<Trait>();
        var rangees = Ranger(montrees);
        var bas = Haut + (rangees.Count * Ligne) + 2;
        var mois = ((dernier.Year - premier.Year) * 12) + dernier.Month - premier.Month;
        var pas = Pas.First(p => mois / p <= GraduationsAuPlus);
        for (var rang = 0; rang < mois; rang += pas)
        {
            var jour = premier.AddMonths(rang);
            traits.Add(new Trait.Ligne(X(jour), Haut - 2, X(jour), bas) { Teinte = Teinte.Fond });
            traits.Add(new Trait.Texte(X(jour), Haut - 6, Abreger(jour)) { Corps = Corps, Teinte = Teinte.Sourde });
        }

        for (var rang = 0; rang < rangees.Count; rang++)
        {
            var (libelle, chaqueSemaine, du, au) = rangees[rang];
            var y = Haut + (rang * Ligne);
            var jusqua = au is { } terme && terme < dernier ? terme.AddDays(1) : dernier;
            traits.Add(new Trait.Texte(0, y + 8.5m, libelle) { Corps = Corps });
            // Une action d'un jour garde une marque qu'on voit, sans sortir du dessin.
            var largeur = Math.Max(X(jusqua) - X(du), 3);
            traits.Add(new Trait.Rectangle(Math.Min(X(du), Largeur - largeur), y + 2, largeur, 8)
            {
                Teinte = chaqueSemaine ? Teinte.Foncee : Teinte.Claire,
            });
        }

        var plein = ChargeDuPlan.ParMois(plan).MaxBy(m => m.Reprises);
        return new(
            Typographie.Composer(
                $"Calendrier du plan, {Langue.Periode(premier, dernier.AddDays(-1))} : {Langue.Compte(montrees.Count, "action", "actions")}"
                + (plein is null ? "." : $", jusqu’à {Langue.Compte(plein.Reprises, "reprise", "reprises")} dans un mois.")),
            [new Inline.Texte(Typographie.Composer("Une barre par action ; en foncé, celles qui reviennent chaque semaine. Une action sans terme court jusqu’au bord."
                + (rangees.Count < montrees.Count ? " Les actions faites une fois, si elles sont nombreuses le même jour, tiennent sur une ligne." : "")))],
            new(Largeur, bas + 4, [.. traits.Select(t => t is Trait.Texte texte ? texte with { Contenu = Typographie.Composer(texte.Contenu) } : t)]));
    }

    // Un plan qui commence a vingt démarches le même jour : vingt traits l'un sous l'autre ne disent rien, et prennent la page.
    private static List<(string Libelle, bool ChaqueSemaine, DateOnly Du, DateOnly? Au)> Ranger(List<(ActionDuPlan Action, DateOnly Du, DateOnly? Au)> actions)
    {
        const int Nombreuses = 3;
        return
        [
            .. actions.GroupBy(a => a.Action.Rythme == Rythme.UneFois ? a.Du : (DateOnly?)null)
                .SelectMany(g => g.Key is { } jour && g.Count() >= Nombreuses
                    ? [(Langue.Compte(g.Count(), "action faite une fois", "actions faites une fois"), false, jour, jour)]
                    : g.Select(a => (Couper(a.Action.Intitule, "action"), a.Action.Rythme == Rythme.ParSemaine, a.Du, a.Au)))
                .OrderBy(r => r.Du),
        ];
    }

    /// <summary>Intitulé tenant dans la marge d'un dessin du plan.</summary>
    internal static string Couper(string intitule, string sansIntitule)
    {
        var texte = intitule.Length == 0 ? sansIntitule : intitule;
        return texte.Length <= Lettres ? texte : texte[..(Lettres - 1)].TrimEnd() + "…";
    }

    private static string Abreger(DateOnly jour) => Langue.DateCourte(jour)[3..];
}
