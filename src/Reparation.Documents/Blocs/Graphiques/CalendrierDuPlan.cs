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
        var bas = Haut + (montrees.Count * Ligne) + 2;
        var mois = ((dernier.Year - premier.Year) * 12) + dernier.Month - premier.Month;
        var pas = Pas.First(p => mois / p <= GraduationsAuPlus);
        for (var rang = 0; rang < mois; rang += pas)
        {
            var jour = premier.AddMonths(rang);
            traits.Add(new Trait.Ligne(X(jour), Haut - 2, X(jour), bas) { Teinte = Teinte.Fond });
            traits.Add(new Trait.Texte(X(jour), Haut - 6, Abreger(jour)) { Corps = Corps, Teinte = Teinte.Sourde });
        }

        for (var rang = 0; rang < montrees.Count; rang++)
        {
            var (action, du, au) = montrees[rang];
            var y = Haut + (rang * Ligne);
            var jusqua = au is { } terme && terme < dernier ? terme.AddDays(1) : dernier;
            traits.Add(new Trait.Texte(0, y + 8.5m, Couper(action.Intitule, "action")) { Corps = Corps });
            // Une action d'un jour garde une marque qu'on voit, sans sortir du dessin.
            var largeur = Math.Max(X(jusqua) - X(du), 3);
            traits.Add(new Trait.Rectangle(Math.Min(X(du), Largeur - largeur), y + 2, largeur, 8)
            {
                Teinte = action.Rythme == Rythme.ParSemaine ? Teinte.Foncee : Teinte.Claire,
            });
        }

        var plein = ChargeDuPlan.ParMois(plan).MaxBy(m => m.Reprises);
        return new(
            Typographie.Composer(
                $"Calendrier du plan, {Langue.Periode(premier, dernier.AddDays(-1))} : {Langue.Compte(montrees.Count, "action", "actions")}"
                + (plein is null ? "." : $", jusqu’à {Langue.Compte(plein.Reprises, "reprise", "reprises")} dans un mois.")),
            [new Inline.Texte(Typographie.Composer("Une barre par action ; en foncé, celles qui reviennent chaque semaine. Une action sans terme court jusqu’au bord."))],
            new(Largeur, bas + 4, [.. traits.Select(t => t is Trait.Texte texte ? texte with { Contenu = Typographie.Composer(texte.Contenu) } : t)]));
    }

    /// <summary>Intitulé tenant dans la marge d'un dessin du plan.</summary>
    internal static string Couper(string intitule, string sansIntitule)
    {
        var texte = intitule.Length == 0 ? sansIntitule : intitule;
        return texte.Length <= Lettres ? texte : texte[..(Lettres - 1)].TrimEnd() + "…";
    }

    private static string Abreger(DateOnly jour) => Langue.DateCourte(jour)[3..];
}
