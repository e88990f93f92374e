namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Une page et son flux. On n'y dessine que dans une séquence ouverte par <see cref="Marquer"/> ou
/// <see cref="Artefact"/> : tout ce qui paraît est soit dans l'arbre de lecture, soit déclaré décor.
/// Les ordonnées se comptent depuis le haut.
/// </summary>
internal sealed class Page(Ouvrage ouvrage, int rang, int numero, (double Largeur, double Hauteur) format)
{
    /// <summary>Largeur d'une page A4, celle de toute page composée.</summary>
    public const double Largeur = 595.276;

    /// <summary>Hauteur d'une page A4.</summary>
    public const double Hauteur = 841.89;

    private readonly Tampon _flux = new(1024);
    private readonly List<int> _formes = [];
    private readonly List<Element> _sequences = [];
    private readonly List<int> _annotations = [];

    // État du flux : la séquence physique reste ouverte tant que l'élément ne change pas.
    private Element? _element;
    private string? _decor;
    private bool _dessine;
    private bool _ecrite;
    private Matrice _place = Matrice.Identite;
    private string _encre = Encre.Noire;
    private PoliceEmployee? _police;
    private double _corps;
    private double _elevation;
    private double _approche;
    private bool _tableauOuvert;
    private bool _chaineOuverte;

    /// <summary>À partir de zéro.</summary>
    public int Rang => rang;

    public int Numero => numero;

    public IReadOnlyList<Element> Sequences => _sequences;

    public Ouvrage Ouvrage => ouvrage;

    public (double Largeur, double Hauteur) Format => format;

    /// <summary>Réduit tout ce qui se dessine jusqu'à <see cref="Retablir"/>, et le décale vers la droite.</summary>
    public void Reduire(double echelle, double x)
    {
        _place = new(echelle, 0, 0, echelle, x, (1 - echelle) * format.Hauteur);
        Neuf(" q " + _place + " cm\n");
    }

    /// <summary>Rend la page à sa taille.</summary>
    public void Retablir()
    {
        Neuf("Q\n");
        _place = Matrice.Identite;
    }

    /// <summary>Endroit de la feuille, ordonnée comptée depuis le bas, où tombe un point de la page, compté depuis le haut.</summary>
    public (double X, double Y) SurLaFeuille(double x, double y) => _place.Porter(x, format.Hauteur - y);

    // L'état du flux repart de rien : ce que la réduction y a réglé ne vaut plus après elle.
    private void Neuf(string ordre)
    {
        FermerTableau();
        Fermer();
        _flux.Ascii(ordre);
        (_encre, _police, _corps, _elevation, _approche) = (Encre.Noire, null, 0, 0, 0);
    }

    /// <summary>Ouvre une séquence de lecture.</summary>
    public Sequence Marquer(Element element)
    {
        Entrer();
        if (_element != element)
        {
            Fermer();
            _flux.Ascii("/").Ascii(element.Genre).Ascii("<</MCID ").Entier(_sequences.Count).Ascii(">>BDC\n");
            element.AjouterSequence(this, _sequences.Count);
            _sequences.Add(element);
            _element = element;
        }

        return new Sequence(this);
    }

    /// <summary>Ouvre une séquence de décor, que les lecteurs d'écran ignorent.</summary>
    public Sequence Artefact(string genre = Decor.Trace)
    {
        Entrer();
        if (_decor != genre)
        {
            Fermer();
            _flux.Ascii("/Artifact").Ascii(genre).Ascii("BDC\n");
            _decor = genre;
        }

        return new Sequence(this);
    }

    public void Rectangle(double x, double y, double largeur, double hauteur, string encre)
    {
        Exiger();
        Encrer(encre);
        _flux.Nombre(x).Octet(32).Nombre(format.Hauteur - y - hauteur).Octet(32).Nombre(largeur).Octet(32).Nombre(hauteur)
            .Ascii(" re f\n");
    }

    /// <summary>Disque plein : quatre arcs de Bézier, dont l'écart au cercle ne se voit pas.</summary>
    public void Disque(double x, double y, double rayon, string encre)
    {
        const double arc = 0.5523;
        Exiger();
        Encrer(encre);
        var (cy, r, k) = (format.Hauteur - y, rayon, rayon * arc);
        Point(x + r, cy, " m ");
        Courbe(x + r, cy + k, x + k, cy + r, x, cy + r);
        Courbe(x - k, cy + r, x - r, cy + k, x - r, cy);
        Courbe(x - r, cy - k, x - k, cy - r, x, cy - r);
        Courbe(x + k, cy - r, x + r, cy - k, x + r, cy);
        _flux.Ascii("f\n");

        void Point(double a, double b, string suite) => _flux.Nombre(a).Octet(32).Nombre(b).Ascii(suite);

        void Courbe(double a, double b, double c, double d, double e, double f)
        {
            Point(a, b, " ");
            Point(c, d, " ");
            Point(e, f, " c ");
        }
    }

    public void Segment(double x1, double y1, double x2, double y2, double epaisseur, string encre)
    {
        Exiger();
        FermerTableau();

        // L'encre d'un contour s'écrit en capitales ; l'état est rendu aussitôt, la page n'a pas à s'en souvenir.
        _flux.Ascii("q ").Ascii(encre.ToUpperInvariant()).Octet(32).Nombre(epaisseur).Ascii(" w ").Nombre(x1).Octet(32)
            .Nombre(format.Hauteur - y1).Ascii(" m ").Nombre(x2).Octet(32).Nombre(format.Hauteur - y2).Ascii(" l S Q\n");
    }

    /// <summary>Ouvre un texte ; <paramref name="approche"/> s'ajoute après chaque lettre, en points.</summary>
    public void DebutTexte(double x, double ligneDeBase, double approche = 0)
    {
        Exiger();
        if (_approche != approche)
        {
            _flux.Nombre(approche).Ascii(" Tc\n");
            _approche = approche;
        }

        _flux.Ascii("BT ").Nombre(x).Octet(32).Nombre(format.Hauteur - ligneDeBase).Ascii(" Td\n");
    }

    /// <summary>Écrit un mot à la suite ; <paramref name="supplement"/> s'ajoute à chaque espace, en points.</summary>
    public void Mot(MotForme mot, Aspect aspect, double supplement)
    {
        Exiger();
        Regler(aspect);
        ouvrage.Employer(aspect.Police).Employer(mot);
        if (!_tableauOuvert)
        {
            _flux.Octet((byte)'[');
            _tableauOuvert = true;
        }

        for (var i = 0; i < mot.Glyphes.Length; i++)
        {
            if (!_chaineOuverte)
            {
                _flux.Octet((byte)'<');
                _chaineOuverte = true;
            }

            _flux.Hexa4(mot.Glyphes[i]);
            double ecart = mot.Naturelles[i] - mot.Avances[i];
            if (supplement != 0 && mot.Extensibles[i])
            {
                ecart -= supplement * 1000 / aspect.Corps;
            }

            var entier = (long)Math.Round(ecart);
            if (entier != 0)
            {
                _flux.Octet((byte)'>').Entier(entier);
                _chaineOuverte = false;
            }
        }
    }

    public void FinTexte()
    {
        FermerTableau();
        _flux.Ascii("ET\n");
    }

    /// <summary>Pose une zone active et la range sous son élément de lien.</summary>
    public void Lier(Element lien, double x, double haut, double largeur, double hauteur, string cible, string description)
    {
        var (x1, y1) = SurLaFeuille(x, haut + hauteur);
        var (x2, y2) = SurLaFeuille(x + largeur, haut);
        var annotation = ouvrage.PoserLien(this, lien, cible, description, (x1, y1, x2, y2));
        _annotations.Add(annotation);
        lien.AjouterAnnotation(this, annotation);
    }

    /// <summary>Dessine une forme importée : sa matrice la place sur la page, ordonnées comptées depuis le bas.</summary>
    public void Forme(int forme, Matrice place)
    {
        Exiger();
        FermerTableau();
        _flux.Ascii("q ").Ascii(place.ToString()).Ascii(" cm /X").Entier(_formes.Count).Ascii(" Do Q\n");
        _formes.Add(forme);
    }

    /// <summary>
    /// Restreint au rectangle ce qui se dessine jusqu'à <see cref="Relacher"/>, et rend l'état d'une page neuve : une forme hérite
    /// de qui la dessine, et un texte qui ne dit pas sa couleur prendrait la nôtre.
    /// </summary>
    public void Restreindre(double x, double bas, double largeur, double hauteur)
    {
        Exiger();
        FermerTableau();
        _flux.Ascii("q ").Nombre(x).Octet(32).Nombre(bas).Octet(32).Nombre(largeur).Octet(32).Nombre(hauteur).Ascii(" re W n 0 g 0 Tc 0 Ts\n");
    }

    /// <summary>Lève la restriction.</summary>
    public void Relacher() => _flux.Ascii("Q\n");

    /// <summary>Écrit la page et libère son flux ; une page déjà écrite ne l'est pas deux fois.</summary>
    public void Ecrire(Fichier fichier, int parent, int police, string commune)
    {
        if (_ecrite)
        {
            return;
        }

        Fermer();
        var contenu = fichier.PoserFlux("", _flux.Octets);
        var annotations = _annotations.Count == 0 ? "" : $"/Annots[{string.Join(' ', _annotations.Select(Ecriture.Reference))}]";
        fichier.Poser(numero,
            $"<</Type/Page/Parent {Ecriture.Reference(parent)}/MediaBox[0 0 {Ecriture.Nombre(format.Largeur)} {Ecriture.Nombre(format.Hauteur)}]" +
            $"/Resources{Ressources(police, commune)}/Contents {Ecriture.Reference(contenu)}/Tabs/S/StructParents {Ecriture.Nombre(rang)}{annotations}>>");
        _flux.Liberer();
        _ecrite = true;
    }

    private void Entrer()
    {
        if (_dessine)
        {
            throw new InvalidOperationException("Une séquence marquée est déjà ouverte.");
        }

        _dessine = true;
    }

    private void Exiger()
    {
        if (!_dessine)
        {
            throw new InvalidOperationException("Dessin hors de toute séquence marquée.");
        }
    }

    private void Fermer()
    {
        if (_element is not null || _decor is not null)
        {
            _flux.Ascii("EMC\n");
            (_element, _decor) = (null, null);
        }
    }

    private string Ressources(int police, string commune) => _formes.Count == 0
        ? " " + commune
        : $"<</Font {Ecriture.Reference(police)}/XObject<<" +
            string.Concat(_formes.Select((f, i) => $"/X{Ecriture.Nombre(i)} {Ecriture.Reference(f)}")) + ">>>>";

    private void Encrer(string encre)
    {
        if (_encre != encre)
        {
            FermerTableau();
            _flux.Ascii(encre).Octet((byte)'\n');
            _encre = encre;
        }
    }

    private void Regler(Aspect aspect)
    {
        Encrer(aspect.Encre);
        var police = ouvrage.Employer(aspect.Police);
        if (_police != police || _corps != aspect.Corps)
        {
            FermerTableau();
            _flux.Octet((byte)'/').Ascii(police.Nom).Octet(32).Nombre(aspect.Corps).Ascii(" Tf\n");
            (_police, _corps) = (police, aspect.Corps);
        }

        if (_elevation != aspect.Elevation)
        {
            FermerTableau();
            _flux.Nombre(aspect.Elevation).Ascii(" Ts\n");
            _elevation = aspect.Elevation;
        }
    }

    private void FermerTableau()
    {
        if (_tableauOuvert)
        {
            _flux.Ascii(_chaineOuverte ? ">]TJ\n" : "]TJ\n");
            (_tableauOuvert, _chaineOuverte) = (false, false);
        }
    }

    /// <summary>Portée d'une séquence ; la refermer rend la page muette.</summary>
    public readonly struct Sequence(Page page) : IDisposable
    {
        public void Dispose() => page._dessine = false;
    }
}

/// <summary>Genres de décor.</summary>
internal static class Decor
{
    public const string Trace = "<</Type/Layout>>";
    public const string TetePage = "<</Type/Pagination/Subtype/Header>>";
    public const string PiedPage = "<</Type/Pagination/Subtype/Footer>>";
    public const string Repetition = "<</Type/Pagination>>";
}

/// <summary>Police, taille, élévation et couleur d'un fragment.</summary>
internal sealed record Aspect(Police Police, double Corps, double Elevation, string Encre, bool Tabulaire);
