using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Apparence d'un texte : taille, interligne, espaces qui l'entourent.</summary>
internal sealed record StyleTexte(Famille Famille, double Corps, double Interligne)
{
    public bool Gras { get; init; }

    public bool Italique { get; init; }

    public string Encre { get; init; } = Maison.Encre.Noire;

    /// <summary>Chiffres de même chasse : les sommes s'alignent.</summary>
    public bool Tabulaire { get; init; }

    public double Avant { get; init; }

    public double Apres { get; init; }

    public Coupe.Mode Coupe { get; init; }

    public Alignement Alignement { get; init; }

    /// <summary>Place de la ligne de base, qui centre les capitales dans l'interligne.</summary>
    public double Base => Interligne / 2 + Corps * 0.335;
}

/// <summary>Tous les styles d'une charte.</summary>
internal sealed class Styles
{
    public Styles(Charte charte)
    {
        var (corps, interligne) = ((double)charte.Corps, (double)charte.Interligne);
        var ratio = corps / 11;
        var pas = interligne / 15;
        var texte = new StyleTexte(charte.Famille, corps, interligne);
        var petit = new StyleTexte(Famille.Sans, 9.5, 12.5) { Tabulaire = true };
        var encreTitre = charte.Famille == Famille.Sans ? Encre.Titre : Encre.Noire;

        Courant = texte with { Apres = 7 * pas, Coupe = charte.Justifie ? Maison.Coupe.Mode.Justifie : Maison.Coupe.Mode.Fer };
        Elements = Courant with { Apres = 3.5 * pas };
        Centre = texte with { Avant = 5 * pas, Apres = 9 * pas, Coupe = Maison.Coupe.Mode.Equilibre, Alignement = Alignement.Centre };
        Droite = texte with { Avant = 5 * pas, Apres = 7 * pas, Alignement = Alignement.Droite };
        Note = texte with { Corps = 9 * ratio, Interligne = 12 * pas, Apres = 5 * pas, Encre = Encre.Grise };
        NoteDePage = texte with { Corps = 9 * ratio, Interligne = 11.5 * pas };
        TitreDocument = texte with
        {
            Corps = 20 * ratio,
            Interligne = 26 * pas,
            Gras = true,
            Encre = encreTitre,
            Avant = 20 * pas,
            Apres = 6 * pas,
            Coupe = Maison.Coupe.Mode.Equilibre,
            Alignement = Alignement.Centre,
        };
        SousTitre = texte with
        {
            Corps = 12.5 * ratio,
            Interligne = 17 * pas,
            Apres = 16 * pas,
            Encre = Encre.Grise,
            Coupe = Maison.Coupe.Mode.Equilibre,
            Alignement = Alignement.Centre,
        };
        Titres =
        [
            texte with { Corps = 15 * ratio, Interligne = 19.5 * pas, Gras = true, Encre = encreTitre, Avant = 24 * pas, Apres = 9 * pas },
            texte with { Corps = 12.5 * ratio, Interligne = 16.5 * pas, Gras = true, Encre = encreTitre, Avant = 17 * pas, Apres = 6.5 * pas },
            texte with { Gras = true, Italique = true, Encre = encreTitre, Avant = 13 * pas, Apres = 5 * pas },
            texte with { Italique = true, Encre = encreTitre, Avant = 10 * pas, Apres = 4 * pas },
        ];
        Sommaire =
        [
            texte with { Gras = true, Avant = 6 * pas },
            texte with { Avant = 1 * pas },
            texte with { Corps = 10 * ratio, Interligne = 14 * pas },
            texte with { Corps = 10 * ratio, Interligne = 14 * pas, Italique = true },
        ];
        Cellule = petit;
        CelluleForte = petit with { Gras = true };
        Entete = petit with { Corps = 9, Interligne = 12, Gras = true, Encre = Encre.Titre };
        // Le pied et la tête d’une page qui sera réduite grossissent avec elle.
        var pied = Math.Max(8, corps * 0.56);
        Pied = new StyleTexte(Famille.Sans, pied, pied * 1.3125) { Encre = Encre.Grise, Tabulaire = true };
        Projet = new StyleTexte(Famille.Sans, Math.Max(8.5, corps * 0.6), 11) { Gras = true, Encre = Encre.Projet };
    }

    public StyleTexte Courant { get; }

    public StyleTexte Elements { get; }

    public StyleTexte Centre { get; }

    public StyleTexte Droite { get; }

    public StyleTexte Note { get; }

    public StyleTexte NoteDePage { get; }

    public StyleTexte TitreDocument { get; }

    public StyleTexte SousTitre { get; }

    public IReadOnlyList<StyleTexte> Titres { get; }

    public IReadOnlyList<StyleTexte> Sommaire { get; }

    public StyleTexte Cellule { get; }

    public StyleTexte CelluleForte { get; }

    public StyleTexte Entete { get; }

    public StyleTexte Pied { get; }

    public StyleTexte Projet { get; }

    public StyleTexte Pour(StyleParagraphe style) => style switch
    {
        StyleParagraphe.TitreDocument => TitreDocument,
        StyleParagraphe.SousTitre => SousTitre,
        StyleParagraphe.Centre => Centre,
        StyleParagraphe.Droite => Droite,
        StyleParagraphe.Note => Note,
        _ => Courant,
    };
}
