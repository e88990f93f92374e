using System.Globalization;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Répartit des mots en lignes.</summary>
internal static class Coupe
{
    // Part de l'espace qu'une ligne serrée peut perdre.
    private const double Serrage = 0.16;

    /// <summary>Manière de couper.</summary>
    public enum Mode
    {
        /// <summary>Au fer à gauche : chaque ligne prend ce qu'elle peut.</summary>
        Fer,

        /// <summary>Justifié : le paragraphe entier est pesé, pour des espaces égales.</summary>
        Justifie,

        /// <summary>Lignes de longueurs voisines : les titres centrés.</summary>
        Equilibre,
    }

    public static List<LigneTexte> Couper(List<Mot> mots, double largeur, Mode mode)
    {
        mots = Fendre(mots, largeur);
        var lignes = new List<LigneTexte>();
        var debut = 0;
        for (var i = 0; i < mots.Count; i++)
        {
            if (mots[i].Saut || i == mots.Count - 1)
            {
                Couper(mots, debut, i + 1, largeur, mode, lignes);
                debut = i + 1;
            }
        }

        return lignes;
    }

    private static void Couper(List<Mot> mots, int debut, int fin, double largeur, Mode mode, List<LigneTexte> lignes)
    {
        var coupures = mode == Mode.Fer ? AuFer(mots, debut, fin, largeur) : Peser(mots, debut, fin, largeur, mode);
        var depart = debut;
        foreach (var coupure in coupures)
        {
            lignes.Add(new LigneTexte(mots, depart, coupure, largeur, mode == Mode.Justifie && coupure < fin));
            depart = coupure;
        }
    }

    private static List<int> AuFer(List<Mot> mots, int debut, int fin, double largeur)
    {
        var coupures = new List<int>();
        var ligne = 0.0;
        for (var i = debut; i < fin; i++)
        {
            if (ligne > 0 && ligne + mots[i].Largeur > largeur + 0.01)
            {
                coupures.Add(i);
                ligne = 0;
            }

            ligne += mots[i].Largeur + mots[i].LargeurEspace;
        }

        coupures.Add(fin);
        return coupures;
    }

    /// <summary>Choisit les coupures dont la somme des défauts est la plus petite.</summary>
    private static List<int> Peser(List<Mot> mots, int debut, int fin, double largeur, Mode mode)
    {
        var n = fin - debut;
        var cout = new double[n + 1];
        var precedent = new int[n + 1];
        for (var j = 1; j <= n; j++)
        {
            cout[j] = double.PositiveInfinity;
            var (naturelle, espaces) = (0.0, 0.0);
            for (var i = j - 1; i >= 0; i--)
            {
                var mot = mots[debut + i];
                if (i < j - 1)
                {
                    naturelle += mot.LargeurEspace;
                    espaces += mot.LargeurEspace;
                }

                naturelle += mot.Largeur;
                if (i < j - 1 && naturelle - (mode == Mode.Justifie ? espaces * Serrage : 0) > largeur + 0.01)
                {
                    break;
                }

                var total = cout[i] + Defaut(naturelle, espaces, largeur, mode, j == n);
                if (total < cout[j])
                {
                    (cout[j], precedent[j]) = (total, i);
                }
            }
        }

        var coupures = new List<int>();
        for (var j = n; j > 0; j = precedent[j])
        {
            coupures.Add(debut + j);
        }

        coupures.Reverse();
        return coupures;
    }

    private static double Defaut(double naturelle, double espaces, double largeur, Mode mode, bool derniere)
    {
        var jeu = largeur - naturelle;
        if (mode == Mode.Equilibre)
        {
            return 0.001 + jeu * jeu / (largeur * largeur);
        }

        if (derniere && jeu >= 0)
        {
            // Une dernière ligne d'un seul petit mot se voit.
            return naturelle < largeur * 0.12 ? 6 : 0;
        }

        var ratio = espaces > 0 ? jeu / espaces : jeu / largeur * 40;
        var defaut = ratio < 0 ? -ratio / Serrage : ratio / 0.5;
        return Math.Pow(0.1 + defaut * defaut * defaut, 2);
    }

    /// <summary>Un mot plus large que la ligne se coupe après une ponctuation, ou n'importe où en dernier recours.</summary>
    private static List<Mot> Fendre(List<Mot> mots, double largeur)
    {
        return mots.TrueForAll(m => m.Largeur <= largeur) ? mots : [.. mots.SelectMany(m => Fendre(m, largeur))];
    }

    private static List<Mot> Fendre(Mot mot, double largeur)
    {
        if (mot.Largeur <= largeur)
        {
            return [mot];
        }

        var morceaux = mot.Segments.SelectMany(s => Morceler(s, largeur)).Select(s =>
        {
            var morceau = new Mot();
            morceau.Ajouter(s);
            return morceau;
        }).ToList();
        morceaux[^1].Espace = mot.Espace;
        morceaux[^1].Saut = mot.Saut;
        return morceaux;
    }

    private static IEnumerable<Segment> Morceler(Segment segment, double largeur)
    {
        var texte = segment.Forme.Source;
        var debut = 0;
        for (var i = 0; i < texte.Length; i++)
        {
            if (i == texte.Length - 1 || texte[i] is '/' or '-' or '.' or '_' or '?' or '&' or '=' or ',' or ';' or '\u00A0' or '\u202F')
            {
                foreach (var morceau in ParSignes(segment, texte[debut..(i + 1)], largeur))
                {
                    yield return morceau;
                }

                debut = i + 1;
            }
        }
    }

    private static IEnumerable<Segment> ParSignes(Segment segment, string texte, double largeur)
    {
        var entier = Reformer(segment, texte);
        if (entier.Largeur <= largeur)
        {
            yield return entier;
            yield break;
        }

        var debut = 0;
        var signes = StringInfo.ParseCombiningCharacters(texte);
        for (var k = 1; k <= signes.Length; k++)
        {
            var fin = k < signes.Length ? signes[k] : texte.Length;
            var avant = signes[k - 1];
            if (avant > debut && Reformer(segment, texte[debut..fin]).Largeur > largeur)
            {
                yield return Reformer(segment, texte[debut..avant]);
                debut = avant;
            }
        }

        yield return Reformer(segment, texte[debut..]);
    }

    private static Segment Reformer(Segment segment, string texte) =>
        segment with { Forme = segment.Aspect.Police.Former(texte, segment.Aspect.Tabulaire) };
}
