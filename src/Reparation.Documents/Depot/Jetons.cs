using System.Globalization;
using System.Text;

namespace Reparation.Documents.Depot;

/// <summary>Nature d'un jeton de PDF.</summary>
internal enum Nature
{
    /// <summary>« /Nom », décodé.</summary>
    Nom,

    /// <summary>Nombre ou mot-clé.</summary>
    Mot,

    /// <summary>« % … », jusqu'à la fin de la ligne.</summary>
    Commentaire,
}

/// <summary>Découpe la syntaxe d'un PDF en noms, mots et commentaires ; les chaînes sont sautées, l'imbrication comptée.</summary>
internal sealed class Jetons(Fenetre lecture)
{
    private const int Longueur = 128;

    private readonly StringBuilder texte = new();
    private long dernier;
    private long precedent;

    public Nature Nature { get; private set; }

    public string Texte { get; private set; } = "";

    /// <summary>Dictionnaires et tableaux ouverts.</summary>
    public int Profondeur { get; set; }

    /// <summary>Endroit du mot qui précède de deux le mot courant.</summary>
    public long AvantDernier { get; private set; }

    public static bool EstBlanc(int octet) => octet is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>Passe au jeton suivant ; faux à la fin.</summary>
    public bool Avancer()
    {
        while (true)
        {
            var position = lecture.Position;
            var octet = lecture.Lire();
            switch (octet)
            {
                case < 0:
                    return false;
                case 0 or 9 or 10 or 12 or 13 or 32:
                    continue;
                case '/':
                    return Rendre(Nature.Nom, Nom());
                case '%':
                    return Rendre(Nature.Commentaire, Commentaire());
                case '(':
                    SauterLaChaine();
                    continue;
                case '<' when lecture.Voir() != '<':
                    SauterLesHexadecimaux();
                    continue;
                case '<' or '[':
                    Profondeur++;
                    Doubler(octet);
                    continue;
                case '>' or ']':
                    Profondeur = Math.Max(0, Profondeur - 1);
                    Doubler(octet);
                    continue;
                case ')' or '{' or '}':
                    continue;
                default:
                    (AvantDernier, precedent, dernier) = (precedent, dernier, position);
                    return Rendre(Nature.Mot, Mot(octet));
            }
        }
    }

    private bool Rendre(Nature nature, string lu)
    {
        (Nature, Texte) = (nature, lu);
        return true;
    }

    // « << » et « >> » comptent pour un.
    private void Doubler(int octet)
    {
        if (octet is '<' or '>' && lecture.Voir() == octet)
        {
            lecture.Lire();
        }
    }

    private static bool EstUneBorne(int octet) => octet < 0 || EstBlanc(octet) || octet is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private string Mot(int premier)
    {
        texte.Clear().Append((char)premier);
        while (!EstUneBorne(lecture.Voir()))
        {
            Garder(lecture.Lire());
        }

        return texte.ToString();
    }

    private string Nom()
    {
        texte.Clear();
        while (!EstUneBorne(lecture.Voir()))
        {
            var octet = lecture.Lire();
            Garder(octet == '#' && Hexadecimal() is { } decode ? decode : octet);
        }

        return texte.ToString();
    }

    private int? Hexadecimal()
    {
        Span<char> deux = [(char)Math.Max(0, lecture.Voir()), (char)Math.Max(0, lecture.Voir(1))];
        if (!byte.TryParse(deux, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
        {
            return null;
        }

        lecture.Position += 2;
        return octet;
    }

    private string Commentaire()
    {
        texte.Clear();
        while (lecture.Voir() is not (-1 or '\r' or '\n'))
        {
            Garder(lecture.Lire());
        }

        return texte.ToString();
    }

    private void Garder(int octet)
    {
        if (texte.Length < Longueur)
        {
            texte.Append((char)octet);
        }
    }

    private void SauterLaChaine()
    {
        var ouvertes = 1;
        while (ouvertes > 0)
        {
            switch (lecture.Lire())
            {
                case < 0:
                    throw new EndOfStreamException();
                case '\\':
                    lecture.Lire();
                    break;
                case '(':
                    ouvertes++;
                    break;
                case ')':
                    ouvertes--;
                    break;
            }
        }
    }

    private void SauterLesHexadecimaux()
    {
        int octet;
        do
        {
            octet = lecture.Lire();
        }
        while (octet is not ('>' or < 0));
    }
}
