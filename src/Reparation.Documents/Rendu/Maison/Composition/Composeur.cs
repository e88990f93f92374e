using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Où l'on compose : bord gauche, mesure, cadres ouverts, emboîtement des listes.</summary>
internal sealed record Lieu(double X, double Largeur)
{
    public IReadOnlyList<Cadre> Cadres { get; init; } = [];

    public int Profondeur { get; init; }

    public bool Colonne { get; init; }
}

/// <summary>Change les blocs d'un acte en bandes, et plante l'arbre de lecture au passage.</summary>
/// <param name="ouvrage">Document en cours.</param>
/// <param name="styles">Apparence.</param>
/// <param name="hauteurPage">Hauteur offerte au corps.</param>
/// <param name="titres">Les titres de ces blocs, dans l'ordre.</param>
/// <param name="auSommaire">Ce que liste un sommaire.</param>
internal sealed partial class Composeur(
    Ouvrage ouvrage, Styles styles, double hauteurPage, IReadOnlyList<Repere> titres, IReadOnlyList<Repere> auSommaire)
{
    // En deçà, la justification ouvre des trous.
    internal const double MesureJustifiable = 300;

    private int _rangTitre;
    private int _notes;

    public List<Bande> Composer(IReadOnlyList<Bloc> blocs, Element parent, Lieu lieu)
    {
        var bandes = new List<Bande>();
        var saut = false;
        for (var i = 0; i < blocs.Count; i++)
        {
            if (blocs[i] is Bloc.SautDePage)
            {
                saut = true;
                continue;
            }

            var debut = bandes.Count;
            bandes.AddRange(Composer(blocs[i], parent, lieu));
            if (bandes.Count == debut)
            {
                continue;
            }

            if (saut && !lieu.Colonne)
            {
                bandes[debut].NouvellePage = true;
            }

            saut = false;
            if (i + 1 < blocs.Count && blocs[i + 1] is Bloc.Signature)
            {
                // Une signature ne paraît pas seule sur sa page : quelques lignes de l'acte la précèdent.
                bandes.TakeLast(4).ToList().ForEach(b => b.Solidaire = true);
            }
            else if (i + 1 < blocs.Count && (Annonce(blocs[i]) || Chapeau(blocs, i, bandes.Count - debut)))
            {
                bandes[^1].Solidaire = true;
            }
        }

        return bandes;
    }

    /// <summary>Un paragraphe qui finit par deux points, ou une formule centrée, ne quitte pas ce qu'il annonce.</summary>
    private static bool Annonce(Bloc bloc) =>
        (bloc is Bloc.Paragraphe p && Inlines.Texte(p.Contenu).TrimEnd().EndsWith(':'))
        || bloc is Bloc.Paragraphe { Style: StyleParagraphe.TitreDocument or StyleParagraphe.SousTitre or StyleParagraphe.Centre };

    /// <summary>Une phrase brève sous un titre reste avec ce qu'elle introduit : titre et phrase seuls en bas de page ne disent rien.</summary>
    private static bool Chapeau(IReadOnlyList<Bloc> blocs, int i, int lignes) =>
        i > 0 && lignes <= 2 && blocs[i - 1] is Bloc.Titre && blocs[i] is Bloc.Paragraphe;

    private List<Bande> Composer(Bloc bloc, Element parent, Lieu lieu) => bloc switch
    {
        Bloc.Titre titre => Titre(titre, parent, lieu),
        Bloc.Paragraphe paragraphe => Paragraphe(paragraphe, parent, lieu),
        Bloc.Liste liste => Liste(liste, parent, lieu),
        Bloc.Tableau tableau => new ComposeurTableau(tableau, ouvrage, styles, hauteurPage).Composer(parent, lieu),
        Bloc.CoteACote cote => CoteACote(cote, parent, lieu),
        Bloc.Encadre encadre => Encadre(encadre, parent, lieu),
        Bloc.Figure figure => Figure(figure, parent, lieu),
        Bloc.Sommaire sommaire => Sommaire(sommaire, parent, lieu),
        Bloc.Filet => [Filet(lieu)],
        Bloc.Signature signature => [Signature(signature, parent, lieu)],
        _ => throw new RenduException($"Bloc inconnu du moteur : {bloc.GetType().Name}."),
    };

    private List<Bande> Titre(Bloc.Titre titre, Element parent, Lieu lieu)
    {
        var style = styles.Titres[titre.Niveau - 1];
        var element = parent.Ajouter($"H{Ecriture.Nombre(titre.Niveau)}");
        var lignes = Coupe.Couper(Decoupeur.Decouper(titre.Contenu, style), lieu.Largeur, style.Coupe);
        return
        [
            new Bande
            {
                Hauteur = lignes.Count * style.Interligne,
                Avant = style.Avant,
                Apres = style.Apres,
                Solidaire = true,
                Cadres = lieu.Cadres,
                Base = style.Base,
                Reperes = [(titres[_rangTitre++], 0)],
                Dessiner = (page, haut) => Lignes(page, element, lignes, style, lieu, haut),
            },
        ];
    }

    private List<Bande> Paragraphe(Bloc.Paragraphe paragraphe, Element parent, Lieu lieu)
    {
        var style = styles.Pour(paragraphe.Style);
        if (paragraphe.Style == StyleParagraphe.Courant && lieu.Profondeur > 0)
        {
            style = styles.Elements;
        }

        if (style.Coupe == Coupe.Mode.Justifie && lieu.Largeur < MesureJustifiable)
        {
            style = style with { Coupe = Coupe.Mode.Fer };
        }

        return Texte(paragraphe.Contenu, style, parent.Ajouter("P"), lieu);
    }

    /// <summary>Une bande par ligne ; deux lignes au moins restent ensemble en bas et en haut de page.</summary>
    private List<Bande> Texte(IReadOnlyList<Inline> contenu, StyleTexte style, Element element, Lieu lieu)
    {
        var lignes = Coupe.Couper(Decoupeur.Decouper(contenu, style, n => new(ouvrage, ++_notes, n)), lieu.Largeur, style.Coupe);
        var bandes = new List<Bande>(lignes.Count);
        for (var i = 0; i < lignes.Count; i++)
        {
            var ligne = lignes[i];
            bandes.Add(new Bande
            {
                Hauteur = style.Interligne,
                Avant = i == 0 ? style.Avant : 0,
                Apres = i == lignes.Count - 1 ? style.Apres : 0,
                Solidaire = i < lignes.Count - 1 && (i == 0 || i == lignes.Count - 2),
                Cadres = lieu.Cadres,
                Base = style.Base,
                Notes = [.. ligne.Notes().SelectMany(Note)],
                Dessiner = (page, haut) =>
                    ligne.Dessiner(page, element, lieu.X, haut + style.Base, lieu.Largeur, style.Alignement),
            });
        }

        return bandes;
    }

    private IEnumerable<Bande> Note(AppelDeNote appel)
    {
        const double retrait = 14;
        var style = styles.NoteDePage;
        var lignes = Coupe.Couper(Decoupeur.Decouper(appel.Contenu, style), MoteurMaison.Mesure - retrait, style.Coupe);
        return lignes.Select((ligne, i) => new Bande
        {
            Hauteur = style.Interligne,
            Dessiner = (page, haut) =>
            {
                if (i == 0)
                {
                    // L'espace sépare le numéro du texte pour qui relit le fichier.
                    LigneTexte.Simple(appel.Numero + " ", style).Dessiner(page, appel.Etiquette, MoteurMaison.Marge, haut + style.Base, retrait, Alignement.Gauche);
                }

                ligne.Dessiner(page, appel.Note, MoteurMaison.Marge + retrait, haut + style.Base, MoteurMaison.Mesure - retrait, Alignement.Gauche);
            },
        });
    }

    private static void Lignes(
        Page page, Element element, List<LigneTexte> lignes, StyleTexte style, Lieu lieu, double haut)
    {
        foreach (var ligne in lignes)
        {
            ligne.Dessiner(page, element, lieu.X, haut + style.Base, lieu.Largeur, style.Alignement);
            haut += style.Interligne;
        }
    }

    private List<Bande> Encadre(Bloc.Encadre encadre, Element parent, Lieu lieu)
    {
        var cadre = new Cadre(lieu.X, lieu.Largeur);
        var bandes = Composer(encadre.Contenu, parent.Ajouter("Div"), lieu with
        {
            X = lieu.X + Cadre.Retrait,
            Largeur = lieu.Largeur - 2 * Cadre.Retrait,
            Cadres = [.. lieu.Cadres, cadre],
            Profondeur = 0,
        });
        MiseEnPages.Souder(bandes, hauteurPage * 0.35);
        return bandes;
    }

    private List<Bande> CoteACote(Bloc.CoteACote cote, Element parent, Lieu lieu)
    {
        const double gouttiere = 24;
        var n = Math.Max(1, cote.Colonnes.Count);
        var utile = lieu.Largeur - gouttiere * (n - 1);
        var premiere = cote.PartDeLaPremiere > 0 ? utile * (double)cote.PartDeLaPremiere : utile / n;
        var largeur = n == 1 ? utile : (utile - premiere) / (n - 1);
        var ensemble = parent.Ajouter("Div");
        var colonnes = cote.Colonnes.Select((colonne, i) =>
            Composer(colonne, ensemble.Ajouter("Div"),
                new Lieu(lieu.X + (i == 0 ? 0 : premiere + gouttiere + (i - 1) * (largeur + gouttiere)), i == 0 ? premiere : largeur) { Colonne = true })).ToList();
        var feuilles = colonnes.Select(c => MiseEnPages.Empiler(c, 0, c.Count, 0)).ToList();
        var hauteur = feuilles.Count == 0 ? 0 : feuilles.Max(f => f.Bas);
        if (hauteur > hauteurPage - lieu.Cadres.Count * 2 * Cadre.Dedans)
        {
            // Plus haut qu'une page : les colonnes se suivent plutôt que de sortir de la feuille.
            foreach (var bande in colonnes.SelectMany(c => c))
            {
                bande.Cadres = [.. lieu.Cadres, .. bande.Cadres];
            }

            return [.. colonnes.SelectMany(c => c)];
        }

        return
        [
            new Bande
            {
                Hauteur = hauteur,
                Avant = 6,
                Apres = 12,
                Cadres = lieu.Cadres,
                Base = colonnes.Count > 0 && colonnes[0].Count > 0 ? colonnes[0][0].Base : 0,
                Reperes = [.. feuilles.SelectMany(f => f.Places).SelectMany(p =>
                    p.Bande.Reperes.Select(r => (r.Repere, p.Haut + r.Ecart)))],
                Notes = [.. feuilles.SelectMany(f => f.Places).SelectMany(p => p.Bande.Notes)],
                Dessiner = (page, haut) => feuilles.ForEach(f => f.Dessiner(page, haut)),
            },
        ];
    }

    private static Bande Filet(Lieu lieu) => new()
    {
        Hauteur = 0.6,
        Avant = 10,
        Apres = 10,
        Cadres = lieu.Cadres,
        Dessiner = (page, haut) =>
        {
            using (page.Artefact())
            {
                page.Rectangle(lieu.X, haut, lieu.Largeur, 0.6, Encre.BordEncadre);
            }
        },
    };

    private Bande Signature(Bloc.Signature signature, Element parent, Lieu lieu)
    {
        const double place = 72; // environ 25 mm pour signer
        var style = styles.Courant with { Coupe = Coupe.Mode.Fer };
        var element = parent.Ajouter("P");

        // À droite de la page ; une place fixe, pour que plusieurs signatures s'alignent.
        var largeur = lieu.Largeur * (lieu.Largeur < MesureJustifiable ? 1 : 0.42);
        var zone = lieu with { X = lieu.X + lieu.Largeur - largeur, Largeur = largeur };
        var lignes = Coupe.Couper(Decoupeur.Decouper(signature.Legende, style), largeur, style.Coupe);
        return new Bande
        {
            Hauteur = lignes.Count * style.Interligne + place,
            Avant = 16,
            Apres = 8,
            Cadres = lieu.Cadres,
            Base = style.Base,
            Dessiner = (page, haut) => Lignes(page, element, lignes, style, zone, haut),
        };
    }
}
