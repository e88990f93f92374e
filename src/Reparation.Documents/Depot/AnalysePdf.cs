using System.IO.Compression;

namespace Reparation.Documents.Depot;

/// <summary>
/// Relit un PDF d'un bout à l'autre sans se fier à sa table : les noms de tous ses dictionnaires, ceux des flux d'objets
/// compressés compris. Un objet abandonné ou caché entre deux autres est lu comme les autres.
/// </summary>
internal sealed class AnalysePdf
{
    private const int ImbricationMaximale = 100;
    private const int NoeudsMaximaux = 5_000;
    private const int ObjetsMaximaux = 2_000_000;
    private const int BlancsToleres = 2;
    private const int CoteDUnePage = 500;

    private readonly Stream contenu;
    private readonly Budget budget;
    private readonly List<long> debuts = [];
    private int noeuds;

    private AnalysePdf(Stream contenu, LimitesDeDepot limites)
    {
        this.contenu = contenu;
        budget = new(limites.OctetsDecompresses);
    }

    /// <summary>Vrai si une image a la taille d'une page ou d'une photographie.</summary>
    public bool GrandeImage { get; private set; }

    /// <summary>Ce qui refuse le fichier ; rien si tout y est inerte.</summary>
    public Admission.Refusee? Refusee { get; private set; }

    /// <exception cref="InvalidDataException">Le contenu est malformé, ou dépasse les plafonds.</exception>
    public static AnalysePdf Lire(Stream contenu, LimitesDeDepot limites)
    {
        var analyse = new AnalysePdf(contenu, limites);
        analyse.Refusee = ExamenDocx.FinitEnArchive(contenu) ? Refus.Double : analyse.Corps();
        return analyse;
    }

    /// <summary>Vrai si un objet lu commence à cet endroit, aux blancs près.</summary>
    public bool CommenceUnObjet(long position)
    {
        var rang = debuts.BinarySearch(position);
        rang = rang < 0 ? ~rang : rang;
        return rang < debuts.Count && debuts[rang] - position <= BlancsToleres;
    }

    private Admission.Refusee? Corps()
    {
        var lecture = new Fenetre(contenu);
        var jetons = new Jetons(lecture);
        var objet = new Dictionnaire();
        var (fin, suite, refus) = (false, false, default(Admission.Refusee));
        while (refus is null && jetons.Avancer())
        {
            if (jetons.Nature == Nature.Commentaire)
            {
                // Un commentaire après la fin cacherait ce qu'on veut.
                (fin, suite) = jetons.Texte.TrimEnd() == "%EOF" ? (true, false) : (fin, fin);
                continue;
            }

            suite = fin;
            refus = Noter(jetons, objet);
            if (jetons.Nature == Nature.Mot)
            {
                if (jetons.Texte is "obj" or "endobj")
                {
                    if (jetons.Texte == "obj" && !Debuter(jetons))
                    {
                        return Refus.PdfInhabituel;
                    }

                    objet = new();
                    jetons.Profondeur = 0;
                }
                else if (jetons.Texte == "stream")
                {
                    refus ??= Flux(lecture, objet);
                }
            }
        }

        return refus ?? (fin ? suite ? Refus.Double : null : Refus.Abime);
    }

    // « 12 0 obj » : l'objet commence à son numéro.
    private bool Debuter(Jetons jetons)
    {
        debuts.Add(jetons.AvantDernier);
        return debuts.Count <= ObjetsMaximaux;
    }

    private Admission.Refusee? Noter(Jetons jetons, Dictionnaire objet)
    {
        if (jetons.Profondeur > ImbricationMaximale)
        {
            return Refus.PdfInhabituel;
        }

        if (jetons.Nature == Nature.Nom)
        {
            noeuds += jetons.Texte == "Kids" ? 1 : 0;
            return noeuds > NoeudsMaximaux ? Refus.PdfInhabituel : objet.Nom(jetons.Texte) ?? Interdit(jetons.Texte);
        }

        if (jetons.Nature == Nature.Mot)
        {
            objet.Mot(jetons.Texte);
        }

        return null;
    }

    private static Admission.Refusee? Interdit(string nom) => nom switch
    {
        "Encrypt" => Refus.PdfChiffre,
        "JavaScript" or "JS" => Refus.PdfScript,
        "Launch" or "GoToE" or "ImportData" => Refus.PdfLancement,
        "EmbeddedFile" or "EmbeddedFiles" or "FileAttachment" or "EF" => Refus.PdfJoint,
        "RichMedia" or "RichMediaContent" or "Movie" or "Sound" or "Rendition" or "3D" or "3DD" or "U3D" or "PRC" => Refus.PdfMedia,
        "XFA" => Refus.PdfDynamique,
        _ => null,
    };

    private Admission.Refusee? Flux(Fenetre lecture, Dictionnaire objet)
    {
        if (lecture.Voir() == '\r')
        {
            lecture.Lire();
        }

        if (lecture.Voir() == '\n')
        {
            lecture.Lire();
        }

        var debut = lecture.Position;
        if (!ALaLongueurDite(lecture, objet, debut))
        {
            lecture.Position = debut;
            if (!lecture.Chercher("endstream"u8))
            {
                return Refus.Abime;
            }
        }

        var fin = lecture.Position;
        GrandeImage |= objet.EstUneImage && objet.Largeur >= CoteDUnePage && objet.Hauteur >= CoteDUnePage;
        return objet.PorteDesObjets || objet.EstUneTable ? Decompresser(objet, debut, fin) : null;
    }

    private bool ALaLongueurDite(Fenetre lecture, Dictionnaire objet, long debut)
    {
        if (objet.Longueur is not { } longueur || longueur > contenu.Length - debut)
        {
            return false;
        }

        lecture.Position = debut + longueur;
        while (Jetons.EstBlanc(lecture.Voir()))
        {
            lecture.Lire();
        }

        return lecture.Suit("endstream"u8);
    }

    private Admission.Refusee? Decompresser(Dictionnaire objet, long debut, long fin)
    {
        if (objet.PorteDesObjets && objet.Predicteur > 1)
        {
            return Refus.PdfInhabituel;
        }

        using var brut = new Tranche(contenu, debut, fin);
        switch (objet.Filtres)
        {
            case []:
                return Objets(new FluxCompte(brut, budget), objet);
            case ["FlateDecode"]:
                using (var clair = new ZLibStream(brut, CompressionMode.Decompress))
                {
                    return Objets(new FluxCompte(clair, budget), objet);
                }

            default:
                return Refus.PdfInhabituel;
        }
    }

    private Admission.Refusee? Objets(Stream clair, Dictionnaire objet)
    {
        if (!objet.PorteDesObjets)
        {
            // Seule la taille de la table compte : elle n'a pas de nom.
            clair.CopyTo(Stream.Null);
            return null;
        }

        var jetons = new Jetons(new Fenetre(clair));
        while (jetons.Avancer())
        {
            if (Noter(jetons, new()) is { } refus)
            {
                return refus;
            }
        }

        return null;
    }

    /// <summary>Ce qu'il faut savoir d'un dictionnaire pour lire le flux qui le suit.</summary>
    private sealed class Dictionnaire
    {
        private string cle = "";
        private int mots;

        public long? Longueur { get; private set; }

        public long Largeur { get; private set; }

        public long Hauteur { get; private set; }

        public long Predicteur { get; private set; }

        public bool EstUneImage { get; private set; }

        public bool EstUneTable { get; private set; }

        public bool PorteDesObjets { get; private set; }

        public List<string> Filtres { get; } = [];

        public Admission.Refusee? Nom(string nom)
        {
            if (cle == "Filter" && nom.EndsWith("Decode", StringComparison.Ordinal))
            {
                Filtres.Add(nom);
                return Filtres.Count > 8 ? Refus.PdfInhabituel : null;
            }

            EstUneImage |= nom == "Image";
            EstUneTable |= nom == "XRef";
            PorteDesObjets |= nom is "ObjStm" or "First";
            (cle, mots) = (nom, 0);
            return null;
        }

        public void Mot(string mot)
        {
            mots++;
            if (mots == 1 && long.TryParse(mot, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var nombre))
            {
                switch (cle)
                {
                    case "Length": Longueur = nombre; break;
                    case "Width" or "W": Largeur = nombre; break;
                    case "Height" or "H": Hauteur = nombre; break;
                    case "Predictor": Predicteur = nombre; break;
                }
            }
            else if (cle == "Length" && mot == "R")
            {
                // Longueur écrite ailleurs : la fin du flux se cherche.
                Longueur = null;
            }
        }
    }
}
