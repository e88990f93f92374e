using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Les notes de chaque objectif d'une revue à l'autre : un petit cadre par objectif. L'écran et la feuille de revue lisent le même dessin.</summary>
public static class CourbesDuSuivi
{
    private const decimal Largeur = 453;
    private const decimal Marge = 190;
    private const decimal Haut = 16;
    private const decimal Cadre = 40;
    private const decimal Creux = 5;
    private const decimal Corps = 7.5m;
    private const decimal Point = 5;

    /// <summary>Dessine les notes ; rien si moins de deux revues sont notées.</summary>
    public static Bloc.Figure? Dessiner(PlanDeReconstruction plan)
    {
        var suivis = SuiviDesObjectifs.Suivre(plan).Where(o => o.Notes.Count > 0).ToList();
        var jours = suivis.SelectMany(o => o.Notes).Select(n => n.Le).Distinct().Order().ToList();
        if (jours.Count < 2)
        {
            return null;
        }

        var (premier, dernier) = (jours[0], jours[^1]);
        decimal X(DateOnly jour) => decimal.Round(
            Marge + Point + ((decimal)(jour.DayNumber - premier.DayNumber) / (dernier.DayNumber - premier.DayNumber) * (Largeur - Marge - 40)), 2);

        var traits = new List<Trait>
        {
            new Trait.Texte(X(premier), Haut - 6, Langue.DateCourte(premier)) { Corps = Corps, Teinte = Teinte.Sourde },
            new Trait.Texte(X(dernier), Haut - 6, Langue.DateCourte(dernier), Alignement.Droite) { Corps = Corps, Teinte = Teinte.Sourde },
        };
        for (var rang = 0; rang < suivis.Count; rang++)
        {
            var (suivi, y) = (suivis[rang], Haut + (rang * Cadre));
            var pied = y + Cadre - Creux;
            decimal Y(int note) => decimal.Round(pied - ((decimal)note / Avancee.Maximum * (Cadre - (2 * Creux))), 2);
            traits.Add(new Trait.Texte(0, y + (Cadre / 2) + 2, CalendrierDuPlan.Couper(suivi.Objectif.Intitule, "objectif")) { Corps = Corps });
            traits.Add(new Trait.Ligne(Marge, Y(Avancee.Maximum), Largeur - 30, Y(Avancee.Maximum)) { Teinte = Teinte.Fond });
            traits.Add(new Trait.Ligne(Marge, pied, Largeur - 30, pied) { Teinte = Teinte.Sourde });
            Tracer(suivi.Notes, n => n.Adulte, Teinte.Claire, X, Y, traits);
            Tracer(suivi.Notes, n => n.Enfant, Teinte.Foncee, X, Y, traits);
            if (suivi.Derniere is { } fin)
            {
                traits.Add(new Trait.Texte(Largeur, y + (Cadre / 2) + 2, Langue.Nombre(fin.Enfant ?? fin.Adulte!.Value), Alignement.Droite) { Corps = 9, Gras = true });
            }
        }

        return new(
            Typographie.Composer($"Notes de {Langue.Compte(suivis.Count, "objectif", "objectifs")}, {Langue.Periode(premier, dernier)} : "
                + string.Join(" ; ", suivis.Select(s => $"{s.Objectif.Intitule}, {string.Join(", ", s.Notes.Select(n => Langue.Nombre(n.Enfant ?? n.Adulte!.Value)))}")) + "."),
            [new Inline.Texte(Typographie.Composer("De 0, en bas, à 10, en haut : en foncé la note de l’enfant, en clair celle de l’adulte. À droite, la dernière note de l’enfant ; celle de l’adulte s’il n’en donne pas."))],
            new(Largeur, Haut + (suivis.Count * Cadre) + 2, [.. traits.Select(t => t is Trait.Texte texte ? texte with { Contenu = Typographie.Composer(texte.Contenu) } : t)]));
    }

    private static void Tracer(
        IReadOnlyList<NoteDObjectif> notes, Func<NoteDObjectif, int?> lire, Teinte teinte, Func<DateOnly, decimal> x, Func<int, decimal> y, List<Trait> traits)
    {
        (decimal X, decimal Y)? avant = null;
        foreach (var note in notes.Where(n => lire(n) is not null))
        {
            var (px, py) = (x(note.Le), y(lire(note)!.Value));
            if (avant is { } depart)
            {
                traits.Add(new Trait.Ligne(depart.X, depart.Y, px, py, 1.4m) { Teinte = teinte });
            }

            traits.Add(new Trait.Rectangle(px - (Point / 2), py - (Point / 2), Point, Point) { Teinte = teinte });
            avant = (px, py);
        }
    }
}
