using System.Globalization;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <content>Listes et sommaire.</content>
internal sealed partial class Composeur
{
    private List<Bande> Liste(Bloc.Liste liste, Element parent, Lieu lieu)
    {
        var style = styles.Courant;
        var element = parent.Ajouter("L", $"/A<</O/List/ListNumbering/{(liste.Ordonnee ? "Decimal" : "Disc")}>>");
        var etiquettes = liste.Elements.Select((_, i) => Etiquette(liste, i, lieu.Profondeur, style)).ToList();
        var retrait = liste.Ordonnee
            ? Math.Max(19, etiquettes.Select(e => e.Largeur).DefaultIfEmpty().Max() + 9)
            : 16;
        var bandes = new List<Bande>();
        for (var i = 0; i < liste.Elements.Count; i++)
        {
            var article = element.Ajouter("LI");
            var numero = article.Ajouter("Lbl");
            var corps = article.Ajouter("LBody");
            var contenu = Composer(liste.Elements[i], corps, lieu with
            {
                X = lieu.X + retrait,
                Largeur = lieu.Largeur - retrait,
                Profondeur = lieu.Profondeur + 1,
            });
            if (contenu.Count == 0)
            {
                contenu.Add(new Bande { Hauteur = style.Interligne, Base = style.Base, Cadres = lieu.Cadres, Dessiner = (_, _) => { } });
            }

            var x = liste.Ordonnee ? lieu.X + retrait - 6 - etiquettes[i].Largeur : lieu.X + 3;
            Etiqueter(contenu[0], etiquettes[i], numero, x, style);
            if (lieu.Profondeur == 0 && bandes.Count > 0 && ((i == liste.Elements.Count - 1 && contenu.Count == 1) || (i == 1 && bandes.Count == 1)))
            {
                // Un élément d'une ligne ne reste pas seul en bas ni en haut d'une page.
                bandes[^1].Solidaire = true;
            }

            bandes.AddRange(contenu);
        }

        if (bandes.Count > 0)
        {
            bandes[^1].Apres = lieu.Profondeur == 0 ? style.Apres + 1 : bandes[^1].Apres;
        }

        return bandes;
    }

    private static LigneTexte Etiquette(Bloc.Liste liste, int rang, int profondeur, StyleTexte style)
    {
        var texte = liste.Ordonnee
            ? string.Create(CultureInfo.InvariantCulture, $"{liste.Debut + rang}.")
            : profondeur % 2 == 0 ? "–" : "•";
        // L'espace sépare l'étiquette du texte pour qui relit le fichier.
        return LigneTexte.Simple(texte + " ", style);
    }

    private static void Etiqueter(Bande bande, LigneTexte etiquette, Element element, double x, StyleTexte style)
    {
        var contenu = bande.Dessiner;
        var ligneDeBase = bande.Base > 0 ? bande.Base : style.Base;
        bande.Dessiner = (page, haut) =>
        {
            etiquette.Dessiner(page, element, x, haut + ligneDeBase, etiquette.Largeur, Alignement.Gauche);
            contenu(page, haut);
        };
    }

    private List<Bande> Sommaire(Bloc.Sommaire sommaire, Element parent, Lieu lieu)
    {
        var racine = parent.Ajouter("TOC");
        var niveaux = new Stack<Element>([racine]);
        var bandes = new List<Bande>();
        foreach (var repere in auSommaire.Where(r => r.Niveau <= sommaire.NiveauMax))
        {
            while (niveaux.Count > repere.Niveau)
            {
                niveaux.Pop();
            }

            while (niveaux.Count < repere.Niveau)
            {
                niveaux.Push(niveaux.Peek().Ajouter("TOC"));
            }

            bandes.Add(Entree(repere, niveaux.Peek().Ajouter("TOCI").Ajouter("Reference").Ajouter("Link"), lieu));
        }

        if (bandes.Count > 0)
        {
            bandes[^1].Apres = 12;
        }

        for (var i = 0; i < bandes.Count; i++)
        {
            bandes[i].Solidaire = i == 0 || i == bandes.Count - 2;
        }

        if (bandes.Count > 0)
        {
            bandes[^1].Solidaire = false;
        }

        return bandes;
    }

    private Bande Entree(Repere repere, Element lien, Lieu lieu)
    {
        const double placeNumero = 34;
        var style = styles.Sommaire[repere.Niveau - 1];
        var retrait = (repere.Niveau - 1) * 15;
        var zone = lieu with { X = lieu.X + retrait, Largeur = lieu.Largeur - retrait - placeNumero };
        // L'espace finale sépare l'intitulé de son numéro de page.
        var contenu = SansLien(repere.Contenu).Append(new Inline.Texte(" ")).ToList();
        var lignes = Coupe.Couper(Decoupeur.Decouper(contenu, style), zone.Largeur, Coupe.Mode.Fer);
        return new Bande
        {
            Hauteur = lignes.Count * style.Interligne,
            Avant = style.Avant,
            Cadres = lieu.Cadres,
            Base = style.Base,
            Dessiner = (page, haut) =>
            {
                Lignes(page, lien, lignes, style, zone, haut);
                var bas = haut + (lignes.Count - 1) * style.Interligne + style.Base;
                var numero = LigneTexte.Simple(string.Create(CultureInfo.InvariantCulture, $"{repere.Page + 1}"),
                    style with { Italique = false, Tabulaire = true });
                var (gauche, droite) = (zone.X + (lignes.Count > 0 ? lignes[^1].Largeur : 0) + 5,
                    lieu.X + lieu.Largeur - numero.Largeur - 5);
                Conduire(page, gauche, droite, lieu.X + lieu.Largeur, bas);
                numero.Dessiner(page, lien, lieu.X, bas, lieu.Largeur, Alignement.Droite);
                var titre = Inlines.Texte(repere.Contenu);
                page.Lier(lien, zone.X, haut, lieu.X + lieu.Largeur - zone.X, lignes.Count * style.Interligne,
                    "#" + repere.Ancre, string.Create(CultureInfo.InvariantCulture, $"{titre}, page {repere.Page + 1}"));
            },
        };
    }

    /// <summary>Points de conduite, alignés d'une ligne à l'autre.</summary>
    private void Conduire(Page page, double gauche, double droite, double origine, double ligneDeBase)
    {
        const double pas = 4.6;
        var point = LigneTexte.Simple(".", styles.Courant with { Encre = Encre.Points });
        for (var x = origine - Math.Ceiling((origine - droite) / pas) * pas; x - pas > gauche; x -= pas)
        {
            point.Dessiner(page, null, x - pas, ligneDeBase, pas, Alignement.Gauche, Decor.Trace);
        }
    }

    private static IEnumerable<Inline> SansLien(IReadOnlyList<Inline> contenu) => contenu.SelectMany<Inline, Inline>(i => i switch
    {
        Inline.Lien lien => lien.Contenu,
        Inline.SautDeLigne => [new Inline.Texte(" ")],
        _ => [i],
    });
}
