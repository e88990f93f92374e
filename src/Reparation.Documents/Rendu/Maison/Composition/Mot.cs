using System.Buffers;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Lien en cours de composition ; son élément naît au premier dessin, à sa place dans la lecture.</summary>
internal class LienCompose(string cible, string description)
{
    private Element? _element;

    /// <summary>Où il mène ; rien pour un appel de note, dont le texte est sur la page.</summary>
    public string Cible => cible;

    public string Description => description;

    public Element Element(Element parent) => _element ??= Naitre(parent);

    protected virtual Element Naitre(Element parent) => parent.Ajouter("Link");
}

/// <summary>Appel d'une note. Son texte suit l'appel dans la lecture, et se dessine au pied de la même page.</summary>
internal sealed class AppelDeNote(Ouvrage ouvrage, int numero, Inline.Note note) : LienCompose("", "")
{
    public string Numero { get; } = Ecriture.Nombre(numero);

    public IReadOnlyList<Inline> Contenu => note.Contenu;

    public Element? Note { get; private set; }

    public Element? Etiquette { get; private set; }

    protected override Element Naitre(Element parent)
    {
        var appel = parent.Ajouter("Reference");
        Note = ouvrage.NouvelleNote(parent);
        Etiquette = Note.Ajouter("Lbl");
        return appel;
    }
}

/// <summary>Fragment d'un seul aspect dans un mot.</summary>
internal readonly record struct Segment(MotForme Forme, Aspect Aspect, LienCompose? Lien)
{
    public double Largeur => Forme.Largeur * Aspect.Corps / 1000;
}

/// <summary>Suite insécable de fragments, et l'espace qui la suit : gardée dans le flux, hors de la largeur en fin de ligne.</summary>
internal sealed class Mot
{
    private readonly List<Segment> _segments = [];

    public IReadOnlyList<Segment> Segments => _segments;

    public Segment? Espace { get; set; }

    public double Largeur { get; private set; }

    public double LargeurEspace => Espace?.Largeur ?? 0;

    /// <summary>Espaces insécables étirables à l'intérieur du mot.</summary>
    public int Extensibles { get; private set; }

    public int Glyphes { get; private set; }

    /// <summary>Passage à la ligne voulu après ce mot.</summary>
    public bool Saut { get; set; }

    public void Ajouter(Segment segment)
    {
        _segments.Add(segment);
        Largeur += segment.Largeur;
        Extensibles += segment.Forme.Espaces;
        Glyphes += segment.Forme.Glyphes.Length;
    }
}

/// <summary>Découpe un texte courant en mots mis en forme.</summary>
internal sealed class Decoupeur(StyleTexte style)
{
    private static readonly SearchValues<char> Invisibles =
        SearchValues.Create("\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

    private static readonly SearchValues<char> Blancs =
        SearchValues.Create("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200A\u205F\u3000");

    private readonly List<Mot> _mots = [];
    private readonly Aspect?[] _aspects = new Aspect?[16];
    private Mot _mot = new();

    /// <param name="contenu">Texte courant.</param>
    /// <param name="style">Apparence.</param>
    /// <param name="appeler">Donne son numéro à une note ; sans lui, le texte n'en porte pas.</param>
    public static List<Mot> Decouper(IReadOnlyList<Inline> contenu, StyleTexte style, Func<Inline.Note, AppelDeNote>? appeler = null)
    {
        var decoupeur = new Decoupeur(style);
        foreach (var inline in contenu)
        {
            switch (inline)
            {
                case Inline.Texte texte:
                    decoupeur.Texte(texte, null);
                    break;
                case Inline.Lien lien:
                    var compose = new LienCompose(lien.Cible, Inlines.Texte([lien]));
                    foreach (var texte in lien.Contenu)
                    {
                        decoupeur.Texte(texte, compose);
                    }

                    break;
                case Inline.Note note:
                    var appel = appeler!(note);
                    decoupeur.Texte(new Inline.Texte(appel.Numero, Exposant: true), appel);
                    break;
                default:
                    decoupeur.Sauter();
                    break;
            }
        }

        decoupeur.Finir();
        return decoupeur._mots;
    }

    private void Texte(Inline.Texte texte, LienCompose? lien)
    {
        var aspect = Aspect(texte, lien is not null);
        var contenu = Nettoyer(texte.Contenu).AsSpan();
        var debut = 0;
        for (var i = 0; i <= contenu.Length; i++)
        {
            var espace = i < contenu.Length && contenu[i] == ' ';
            if (i < contenu.Length && !espace && !CoupeApres(contenu, i))
            {
                continue;
            }

            var fin = espace ? i : Math.Min(i + 1, contenu.Length);
            if (fin > debut)
            {
                _mot.Ajouter(new Segment(aspect.Police.Former(contenu[debut..fin], aspect.Tabulaire), aspect, lien));
            }

            debut = i + 1;
            if (espace)
            {
                PoserEspace(aspect, lien);
            }
            else if (i < contenu.Length)
            {
                Finir();
            }
        }
    }

    private void PoserEspace(Aspect aspect, LienCompose? lien)
    {
        if (_mot.Segments.Count == 0)
        {
            // Espace en tête, ou seconde d'une suite : celle du mot précédent suffit.
            if (_mots.Count > 0 && _mots[^1] is { Espace: null, Saut: false } precedent)
            {
                precedent.Espace = new Segment(aspect.Police.Former(" ", aspect.Tabulaire), aspect, lien);
            }

            return;
        }

        _mot.Espace = new Segment(aspect.Police.Former(" ", aspect.Tabulaire), aspect, lien);
        Finir();
    }

    private void Sauter()
    {
        if (_mot.Segments.Count == 0 && (_mots.Count == 0 || _mots[^1].Saut))
        {
            // Ligne vide voulue : un mot sans dessin la porte.
            _mot.Saut = true;
            _mots.Add(_mot);
            _mot = new Mot();
            return;
        }

        Finir();
        var dernier = _mots[^1];
        dernier.Saut = true;
        // L'espace garde les deux lignes distinctes pour qui relit le texte du fichier.
        var modele = dernier.Segments[^1];
        dernier.Espace ??= new Segment(modele.Aspect.Police.Former(" ", modele.Aspect.Tabulaire), modele.Aspect, modele.Lien);
    }

    private void Finir()
    {
        if (_mot.Segments.Count > 0)
        {
            _mots.Add(_mot);
            _mot = new Mot();
        }
    }

    /// <summary>Après un trait d'union entre mots, et dans les adresses : jamais dans « 706-3 » ni « PAF-S ».</summary>
    private static bool CoupeApres(ReadOnlySpan<char> texte, int i)
    {
        if (i == 0 || i == texte.Length - 1)
        {
            return false;
        }

        if (texte[i] == '-')
        {
            return i >= 2 && i < texte.Length - 2 && char.IsLetter(texte[i - 2]) && char.IsLetter(texte[i - 1])
                && char.IsLetter(texte[i + 1]) && char.IsLetter(texte[i + 2]);
        }

        if (texte[i] is not ('/' or '.' or '?' or '&' or '=' or '_') || texte[i + 1] == '/' || !char.IsLetter(texte[i + 1]))
        {
            return false;
        }

        var debut = texte[..i].LastIndexOf(' ') + 1;
        return texte[debut..].StartsWith("https://") || texte[debut..].StartsWith("www.");
    }

    private static string Nettoyer(string contenu)
    {
        if (contenu.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0)
        {
            contenu = contenu.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' ');
        }

        // Cadratins et espaces d'un texte collé : la police n'en dessine pas tous, une espace dit la même chose.
        if (contenu.AsSpan().ContainsAny(Blancs))
        {
            contenu = string.Concat(contenu.Select(c => Blancs.Contains(c) ? ' ' : c));
        }

        // Marques invisibles, sans dessin dans la police : coupures facultatives et sens d'écriture.
        if (contenu.AsSpan().ContainsAny(Invisibles))
        {
            contenu = string.Concat(contenu.Where(c => !Invisibles.Contains(c)));
        }

        try
        {
            return contenu.IsNormalized() ? contenu : contenu.Normalize();
        }
        catch (ArgumentException)
        {
            throw new RenduException("Un texte de l'acte contient un caractère mal codé (demi-paire UTF-16). Ressaisissez-le.");
        }
    }

    private Aspect Aspect(Inline.Texte texte, bool lien)
    {
        var (gras, italique) = (style.Gras || texte.Gras, style.Italique ^ texte.Italique);
        var rang = (gras ? 1 : 0) | (italique ? 2 : 0) | (texte.Exposant ? 4 : 0) | (lien ? 8 : 0);
        return _aspects[rang] ??= new Aspect(
            Police.Choisir(style.Famille, gras, italique),
            texte.Exposant ? style.Corps * 0.64 : style.Corps,
            texte.Exposant ? style.Corps * 0.33 : 0,
            lien ? Encre.Lien : style.Encre,
            style.Tabulaire);
    }
}
