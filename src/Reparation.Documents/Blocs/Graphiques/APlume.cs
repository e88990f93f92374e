namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Dessins d'un papier qui se remplit à la main, et chemin d'un livret : des traits, des cases, des mots.</summary>
public static class APlume
{
    /// <summary>Nombre de lignes au plus : une page.</summary>
    public const int LignesAuPlus = 26;

    private const decimal Largeur = 453;
    private const decimal Rang = 25;
    private const decimal Marge = 8;

    /// <summary>Lignes vides, pour écrire.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Aucune ligne, ou plus d'une page.</exception>
    public static Bloc.Figure Lignes(int nombre)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nombre, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nombre, LignesAuPlus);
        return new(
            $"{Reparation.Domain.Commun.Francais.Compte(nombre, "ligne vide", "lignes vides")}, à remplir à la main.",
            [],
            new(Largeur, Rang * nombre, [.. Enumerable.Range(1, nombre).Select(i => Filet(0, Rang * i - 2))]));
    }

    /// <summary>Rubriques suivies d'une ligne à remplir : « Nom de naissance ________ ».</summary>
    /// <exception cref="ArgumentException">Aucune rubrique.</exception>
    public static Bloc.Figure Formulaire(IReadOnlyList<string> rubriques)
    {
        ArgumentNullException.ThrowIfNull(rubriques);
        if (rubriques.Count == 0)
        {
            throw new ArgumentException("Un formulaire a au moins une rubrique.", nameof(rubriques));
        }

        var traits = new List<Trait>();
        for (var i = 0; i < rubriques.Count; i++)
        {
            var bas = Rang * (i + 1) - 6;
            traits.Add(new Trait.Texte(0, bas, rubriques[i]) { Corps = 10 });
            // Source Sans tient sous une demi-largeur de corps par signe.
            traits.Add(Filet(decimal.Min(Largeur - 60, rubriques[i].Length * 5.2m + Marge), bas + 2));
        }

        return new($"Formulaire à remplir à la main : {string.Join(" ; ", rubriques)}.", [], new(Largeur, Rang * rubriques.Count, traits));
    }

    /// <summary>Chemin : des étapes numérotées, de haut en bas ; celle où l'on est se détache.</summary>
    /// <param name="etapes">Ce que dit chaque étape.</param>
    /// <param name="ici">Rang de l'étape en cours, à partir de 1 ; 0 si aucune.</param>
    /// <param name="dire">Met les mots du dessin dans la langue du livret ; rien pour le français.</param>
    /// <exception cref="ArgumentException">Aucune étape.</exception>
    public static Bloc.Figure Chemin(IReadOnlyList<string> etapes, int ici, Func<string, string>? dire = null)
    {
        ArgumentNullException.ThrowIfNull(etapes);
        if (etapes.Count == 0)
        {
            throw new ArgumentException("Un chemin a au moins une étape.", nameof(etapes));
        }

        // Réduit dans le cahier à plier, le texte garde plus de onze points.
        const decimal Corps = 16;
        const decimal Interligne = 21;
        const decimal Haut = 32;
        const decimal Intervalle = 14;
        dire ??= t => t;
        var marque = $" ({dire("tu es ici").Replace(' ', '\u00A0')})";
        var traits = new List<Trait>();
        var y = 0m;
        for (var i = 0; i < etapes.Count; i++)
        {
            var ouverte = i + 1 == ici;
            var lignes = CouperEnLignes(etapes[i] + (ouverte ? marque : ""));
            var haut = Haut + (Interligne * (lignes.Count - 1));
            if (i > 0)
            {
                traits.Add(new Trait.Ligne(16, y - Intervalle, 16, y, 2.4m) { Teinte = Teinte.Claire });
            }

            traits.Add(new Trait.Rectangle(0, y, 32, haut) { Teinte = ouverte ? Teinte.Foncee : Teinte.Claire });
            traits.Add(new Trait.Rectangle(38, y, Largeur - 38, haut) { Teinte = Teinte.Fond });
            if (ouverte)
            {
                traits.Add(new Trait.Rectangle(38, y, 4, haut) { Teinte = Teinte.Foncee });
            }

            // Le chiffre se lit sur sa case claire comme sur sa case foncée : il est posé dans une réserve.
            traits.Add(new Trait.Rectangle(6, y + 5, 20, 22) { Teinte = Teinte.Fond });
            traits.Add(new Trait.Texte(16, y + 21.5m, (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), Alignement.Centre) { Corps = Corps, Gras = true });
            traits.AddRange(lignes.Select((l, rang) => new Trait.Texte(50, y + 21.5m + (Interligne * rang), l) { Corps = Corps, Gras = ouverte }));
            y += haut + Intervalle;
        }

        return new(
            $"{dire("Chemin en étapes")}. {string.Join(". ", etapes.Select((e, i) => $"{i + 1}, {e}{(i + 1 == ici ? marque : "")}"))}.",
            [],
            new(Largeur, y - Intervalle, traits));
    }

    // Une étape en gras de ce nombre de lettres tient dans sa case.
    private static List<string> CouperEnLignes(string texte)
    {
        const int Lettres = 44;
        var lignes = new List<string>();
        foreach (var mot in texte.Split(' '))
        {
            if (lignes.Count > 0 && lignes[^1].Length + 1 + mot.Length <= Lettres)
            {
                lignes[^1] += " " + mot;
            }
            else
            {
                lignes.Add(mot);
            }
        }

        return lignes;
    }

    private static Trait.Ligne Filet(decimal x, decimal y) => new(x, y, Largeur, y, 0.6m) { Teinte = Teinte.Claire };
}
