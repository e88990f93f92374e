namespace Reparation.Documents.Rendu.Maison;

/// <summary>Contenu d'une page, avant dessin.</summary>
internal sealed record Feuille(IReadOnlyList<Place> Places, IReadOnlyList<PortionCadre> Cadres, double Bas)
{
    /// <summary>Lignes des notes, au pied de la page.</summary>
    public IReadOnlyList<Place> Notes { get; init; } = [];

    public void Dessiner(Page page, double decalage = 0)
    {
        foreach (var portion in Cadres)
        {
            Encadrer(page, portion, decalage);
        }

        foreach (var place in Places)
        {
            if (place.HautEntete is { } haut)
            {
                place.Bande.Entete!.Dessiner(page, haut + decalage, null);
            }

            place.Bande.Dessiner(page, place.Haut + decalage);
        }

        if (Notes.Count > 0)
        {
            using (page.Artefact())
            {
                page.Rectangle(MoteurMaison.Marge, Notes[0].Haut + decalage - MiseEnPages.FiletDesNotes / 2, 110, 0.5, Encre.FiletFort);
            }

            foreach (var place in Notes)
            {
                place.Bande.Dessiner(page, place.Haut + decalage);
            }
        }
    }

    private static void Encadrer(Page page, PortionCadre portion, double decalage)
    {
        const double trait = 0.6;
        var (x, y) = (portion.Cadre.X, portion.Haut + decalage);
        var (largeur, hauteur) = (portion.Cadre.Largeur, portion.Bas - portion.Haut);
        using (page.Artefact())
        {
            page.Rectangle(x, y, largeur, hauteur, Encre.FondEncadre);
            page.Rectangle(x, y, trait, hauteur, Encre.BordEncadre);
            page.Rectangle(x + largeur - trait, y, trait, hauteur, Encre.BordEncadre);
            if (!portion.SuiteDeAvant)
            {
                page.Rectangle(x, y, largeur, trait, Encre.BordEncadre);
            }

            if (!portion.SuiteApres)
            {
                page.Rectangle(x, y + hauteur - trait, largeur, trait, Encre.BordEncadre);
            }
        }
    }
}

/// <summary>
/// Range les bandes en pages. Une chaîne de bandes solidaires va entière à la page suivante ; aucun dessin n'est
/// fait ici, et le numéro de page de chaque titre est connu avant d'écrire le sommaire.
/// </summary>
internal static class MiseEnPages
{
    /// <summary>Ce qui sépare le texte des notes, filet compris.</summary>
    public const double FiletDesNotes = 14;

    public static List<Feuille> Paginer(IReadOnlyList<Bande> bandes, double haut, double bas)
    {
        var feuilles = new List<Feuille>();
        var debut = 0;
        while (debut < bandes.Count)
        {
            var fin = FinDePage(bandes, debut, haut, bas);
            feuilles.Add(Empiler(bandes, debut, fin, haut) with { Notes = AuPied(bandes.Skip(debut).Take(fin - debut).SelectMany(b => b.Notes).ToList(), bas) });
            debut = fin;
        }

        if (feuilles.Count == 0)
        {
            feuilles.Add(new Feuille([], [], haut));
        }

        return feuilles;
    }

    /// <summary>Pose une suite de bandes sans limite de hauteur.</summary>
    public static Feuille Empiler(IReadOnlyList<Bande> bandes, int debut, int fin, double haut)
    {
        var pile = new Pile(haut);
        var places = new List<Place>(fin - debut);
        var ouverts = new List<(Cadre Cadre, double Haut)>();
        var cadres = new List<PortionCadre>();
        for (var i = debut; i < fin; i++)
        {
            places.Add(pile.Poser(bandes[i], ouverts, cadres));
        }

        for (var i = 0; i < ouverts.Count; i++)
        {
            cadres.Add(new PortionCadre(
                ouverts[i].Cadre, ouverts[i].Haut, pile.Bas - i * Cadre.Dedans, false, Contient(bandes, fin, ouverts[i].Cadre)));
        }

        for (var i = 0; i < cadres.Count; i++)
        {
            cadres[i] = cadres[i] with { SuiteDeAvant = Contient(bandes, debut - 1, cadres[i].Cadre) };
        }

        // Les cadres larges d'abord : leur fond passe sous les étroits.
        return new Feuille(places, [.. cadres.OrderByDescending(c => c.Cadre.Largeur)], pile.Bas);
    }

    /// <summary>
    /// Garde entier un groupe assez bas ; un groupe plus haut se coupe, mais jamais sur une seule bande en tête ou
    /// en pied.
    /// </summary>
    public static void Souder(List<Bande> bandes, double hauteurEntiere)
    {
        var bas = bandes.Count == 0 ? 0 : Empiler(bandes, 0, bandes.Count, 0).Bas;
        for (var i = 0; i < bandes.Count - 1; i++)
        {
            bandes[i].Solidaire |= bas <= hauteurEntiere || i == 0 || i == bandes.Count - 2;
        }
    }

    private static List<Place> AuPied(List<Bande> notes, double bas)
    {
        var haut = bas - notes.Sum(n => n.Hauteur);
        return [.. notes.Select(n => new Place(n, (haut += n.Hauteur) - n.Hauteur, null))];
    }

    // Une note est entière sur la page de son appel : sa place est prise au texte.
    private static int FinDePage(IReadOnlyList<Bande> bandes, int debut, double haut, double bas)
    {
        var pile = new Pile(haut);
        var notes = 0.0;
        var i = debut;
        while (i < bandes.Count)
        {
            if (bandes[i].NouvellePage && i > debut)
            {
                return i;
            }

            var fin = i + 1;
            while (fin < bandes.Count && bandes[fin - 1].Solidaire && !bandes[fin].NouvellePage)
            {
                fin++;
            }

            var (essai, essaiDesNotes) = (pile, notes);
            var tient = i;
            while (tient < fin)
            {
                essai.Poser(bandes[tient]);
                essaiDesNotes += bandes[tient].Notes.Sum(n => n.Hauteur);
                if (essai.Bas > bas + 0.01 - (essaiDesNotes > 0 ? essaiDesNotes + FiletDesNotes : 0))
                {
                    break;
                }

                tient++;
            }

            if (tient < fin)
            {
                // Une chaîne plus haute qu'une page se coupe où elle peut.
                return i > debut ? i : Math.Max(tient, debut + 1);
            }

            (pile, notes, i) = (essai, essaiDesNotes, fin);
        }

        return i;
    }

    private static bool Contient(IReadOnlyList<Bande> bandes, int i, Cadre cadre) =>
        i >= 0 && i < bandes.Count && bandes[i].Cadres.Any(c => ReferenceEquals(c, cadre));
}
