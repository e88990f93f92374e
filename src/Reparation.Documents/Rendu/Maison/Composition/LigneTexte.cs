using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Une ligne : des mots, leur largeur, et ce que la justification ajoute à chaque espace.</summary>
internal sealed class LigneTexte
{
    // En parts de corps : au-delà, une espace étirée se remarque ; en deçà, une approche ne se remarque pas.
    private const double EspaceLache = 0.1;
    private const double ApprocheMax = 0.012;

    private readonly List<Mot> _mots;
    private readonly int _debut;
    private readonly int _fin;
    private readonly double _supplement;
    private readonly double _approche;

    public LigneTexte(List<Mot> mots, int debut, int fin, double largeur, bool justifie)
    {
        (_mots, _debut, _fin) = (mots, debut, fin);
        var (extensibles, glyphes) = (0, 0);
        for (var i = debut; i < fin; i++)
        {
            var dernier = i == fin - 1;
            Largeur += mots[i].Largeur + (dernier ? 0 : mots[i].LargeurEspace);
            extensibles += mots[i].Extensibles + (dernier || mots[i].Espace is null ? 0 : 1);
            glyphes += mots[i].Glyphes + (dernier || mots[i].Espace is null ? 0 : 1);
        }

        // Une ligne presque vide ne s'étire pas : mieux vaut un bord inégal que des trous. Une ligne trop pleine,
        // que la coupe a choisie, se serre toujours.
        var jeu = largeur - Largeur;
        if (extensibles > 0 && (jeu < 0 || (justifie && jeu < largeur * 0.3)))
        {
            var corps = mots[debut].Segments[0].Aspect.Corps;
            if (jeu / extensibles > corps * EspaceLache)
            {
                // Ligne lâche, faute de césure : les lettres prennent une part du jeu, trop petite pour se voir.
                _approche = Math.Min(corps * ApprocheMax, jeu * 0.45 / glyphes);
                jeu -= _approche * (glyphes - 1);
            }

            _supplement = jeu / extensibles;
            Largeur = largeur;
        }
    }

    public double Largeur { get; }

    /// <summary>Texte d'une seule ligne, sans justification.</summary>
    public static LigneTexte Simple(string texte, StyleTexte style) => Simple([new Inline.Texte(texte)], style);

    /// <summary>Fragments sur une seule ligne, sans justification.</summary>
    public static LigneTexte Simple(IReadOnlyList<Inline> contenu, StyleTexte style)
    {
        var mots = Decoupeur.Decouper(contenu, style);
        return new LigneTexte(mots, 0, mots.Count, double.MaxValue, justifie: false);
    }

    /// <summary>Dessine la ligne ; sans élément, elle est un décor du genre donné.</summary>
    public void Dessiner(
        Page page, Element? element, double x, double ligneDeBase, double largeur, Alignement alignement, string decor = Decor.Repetition)
    {
        x += alignement switch
        {
            Alignement.Droite => largeur - Largeur,
            Alignement.Centre => (largeur - Largeur) / 2,
            _ => 0,
        };

        var i = _debut;
        var rang = 0;
        while (Lire(i, rang) is { } premier)
        {
            var lien = element is null ? null : premier.Lien;
            var depart = x;
            using (element is null ? page.Artefact(decor) : page.Marquer(lien?.Element(element) ?? element))
            {
                page.DebutTexte(x, ligneDeBase, _approche);
                while (Lire(i, rang) is { } segment && (element is null || segment.Lien == lien))
                {
                    page.Mot(segment.Forme, segment.Aspect, _supplement);
                    var visible = rang < _mots[i].Segments.Count;
                    x += segment.Largeur + _approche * segment.Forme.Glyphes.Length + _supplement * (visible ? segment.Forme.Espaces : 1);
                    (i, rang) = visible ? (i, rang + 1) : (i + 1, 0);
                    if (visible && rang == _mots[i].Segments.Count && _mots[i].Espace is null)
                    {
                        (i, rang) = (i + 1, 0);
                    }
                }

                page.FinTexte();
            }

            if (lien is { Cible.Length: > 0 })
            {
                var corps = premier.Aspect.Corps;
                page.Lier(lien.Element(element!), depart, ligneDeBase - corps * 0.9, x - depart, corps * 1.2,
                    lien.Cible, lien.Description);
            }
        }
    }

    /// <summary>Notes que la ligne appelle, dans l'ordre.</summary>
    public IEnumerable<AppelDeNote> Notes() =>
        _mots.Skip(_debut).Take(_fin - _debut).SelectMany(m => m.Segments).Select(s => s.Lien).OfType<AppelDeNote>();

    private Segment? Lire(int mot, int rang)
    {
        if (mot >= _fin)
        {
            return null;
        }

        var segments = _mots[mot].Segments;
        return rang < segments.Count ? segments[rang] : _mots[mot].Espace;
    }
}
