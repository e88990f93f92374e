using System.IO.Compression;
using Reparation.Documents.Depot;
using Reparation.Documents.Rendu.Maison;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Importe les pages d'un PDF d'autrui : chacune devient une forme de notre fichier, jamais une page qu'on retouche. Ses
/// états ouverts, sa rotation et ses cadres ne peuvent rien déplacer chez nous ; ses scripts, ses actions et ses fichiers
/// joints n'y entrent pas.
/// </summary>
internal sealed class PdfEtranger
{
    private const int PagesAuPlus = 5_000;
    private const int ProfondeurAuPlus = 64;
    private const int AnnotationsAuPlus = 2_000;
    private const int ContenuAuPlus = 64 * 1024 * 1024;

    // Un lecteur qui relit sans fin un fichier abîmé s'arrête là.
    private const int Relectures = 16;
    private const long LectureMinimale = 16L * 1024 * 1024;
    private const double CoteAuMoins = 3;
    private const double CoteAuPlus = 14_400;

    // Drapeaux d'une annotation : masquée, ou visible seulement hors de l'écran.
    private const int Cachee = 2 | 32;

    private static readonly DictionaryToken Vide = new(new Dictionary<NameToken, IToken>());

    private readonly Structure _structure;
    private readonly Copieur _copieur;
    private readonly Calques _calques;
    private readonly SortedSet<string> _reserves = new(StringComparer.Ordinal);

    private PdfEtranger(Structure structure, Fichier fichier)
    {
        _structure = structure;
        _calques = Calques.Depuis(structure.Catalog.CatalogDictionary, Lire);
        _copieur = new(structure, fichier, _calques);
    }

    /// <summary>Importe toutes les pages ; n'écrit rien si l'une d'elles ne se lit pas.</summary>
    /// <exception cref="PieceRefuseeException">Fichier chiffré, abîmé, démesuré, ou calque masqué.</exception>
    public static Importation Importer(byte[] octets, Fichier fichier)
    {
        try
        {
            using var source = new MemoryStream(octets, writable: false);
            var borne = new FluxCompte(source, new((octets.LongLength * Relectures) + LectureMinimale));
            using var document = PdfDocument.Open(borne, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var import = new PdfEtranger(document.Structure, fichier);
            var feuilles = import.Pages().Select(import.Feuille).ToList();
            if (feuilles.Count == 0)
            {
                throw PieceRefuseeException.Illisible();
            }

            import._copieur.Suivre();
            import._copieur.Ecrire();
            return new(feuilles, [.. import._reserves]);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw PieceRefuseeException.Chiffree();
        }
#pragma warning disable CA1031 // Un lecteur de PDF échoue de mille façons sur un fichier abîmé : toutes disent la même chose.
        catch (Exception e) when (e is not (PieceRefuseeException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw PieceRefuseeException.Illisible();
        }
    }

    private IToken? Lire(IToken? jeton)
    {
        for (var sauts = 0; jeton is IndirectReferenceToken reference && sauts < 32; sauts++)
        {
            jeton = _structure.GetObject(reference.Data)?.Data;
        }

        return jeton is IndirectReferenceToken ? null : jeton;
    }

    private IEnumerable<Feuillet> Pages()
    {
        var vus = new HashSet<IndirectReference>();
        var pile = new Stack<(IToken? Noeud, Feuillet Herite, int Profondeur)>();
        pile.Push((_structure.Catalog.CatalogDictionary.Data.GetValueOrDefault("Pages"), new(Vide, null, null, null, null), 0));
        var pages = 0;
        while (pile.TryPop(out var suivant))
        {
            if (suivant.Noeud is IndirectReferenceToken reference && !vus.Add(reference.Data))
            {
                continue;
            }

            // Un nœud perdu est une page perdue : mieux vaut le dire que de produire une pièce incomplète.
            var noeud = Lire(suivant.Noeud) as DictionaryToken ?? throw PieceRefuseeException.Illisible();
            var feuillet = suivant.Herite.Sous(noeud);
            if (!noeud.Data.TryGetValue("Kids", out var enfants))
            {
                if (++pages > PagesAuPlus)
                {
                    throw PieceRefuseeException.Demesuree($"plus de {PagesAuPlus} pages");
                }

                yield return feuillet;
                continue;
            }

            if (suivant.Profondeur >= ProfondeurAuPlus)
            {
                throw PieceRefuseeException.Illisible();
            }

            foreach (var enfant in ((Lire(enfants) as ArrayToken)?.Data ?? []).Reverse())
            {
                pile.Push((enfant, feuillet, suivant.Profondeur + 1));
            }
        }
    }

    private FeuilleImportee Feuille(Feuillet page)
    {
        var cadre = Cadre(page);
        var echelle = Lire(page.Noeud.Data.GetValueOrDefault("UserUnit")) is NumericToken { Double: > 0 and < 1_000 } unite ? unite.Double : 1;
        var rotation = ((((Lire(page.Rotation) as NumericToken)?.Int ?? 0) % 360) + 360) % 360;
        var (largeur, hauteur) = (cadre.Droite - cadre.Gauche, cadre.Haut - cadre.Bas);
        var place = (rotation switch
        {
            90 => new Matrice(0, -1, 1, 0, -cadre.Bas, cadre.Droite),
            180 => new Matrice(-1, 0, 0, -1, cadre.Droite, cadre.Haut),
            270 => new Matrice(0, 1, -1, 0, cadre.Haut, -cadre.Gauche),
            _ => Matrice.Decaler(-cadre.Gauche, -cadre.Bas),
        }).Puis(new(echelle, 0, 0, echelle, 0, 0));
        if (rotation is 90 or 270)
        {
            (largeur, hauteur) = (hauteur, largeur);
        }

        (largeur, hauteur) = (largeur * echelle, hauteur * echelle);
        if (largeur < CoteAuMoins || hauteur < CoteAuMoins || largeur > CoteAuPlus || hauteur > CoteAuPlus)
        {
            throw PieceRefuseeException.Demesuree("une page n’a pas de format possible");
        }

        List<(int, Matrice)> formes = [(Contenu(page, cadre), place), .. Annotations(page.Noeud, place)];
        return new(largeur, hauteur, formes);
    }

    private Rectangle Cadre(Feuillet page)
    {
        var support = Rectangle(page.Support) ?? new(0, 0, 612, 792);
        return Rectangle(page.Rogne) is { } rogne && rogne.Croiser(support) is { } commun ? commun : support;
    }

    private int Contenu(Feuillet page, Rectangle cadre)
    {
        var entrees = $"/Type/XObject/Subtype/Form/BBox[{Ecriture.Precis(cadre.Gauche)} {Ecriture.Precis(cadre.Bas)} {Ecriture.Precis(cadre.Droite)} {Ecriture.Precis(cadre.Haut)}]"
            + "/Resources " + (page.Ressources is { } ressources ? _copieur.Valeur(ressources, Copieur.Contexte.Ressources) : "<<>>")
            + (page.Noeud.Data.TryGetValue("Group", out var groupe) ? "/Group " + _copieur.Valeur(groupe) : "");
        var flux = Flux(page.Noeud.Data.GetValueOrDefault("Contents")).ToList();
        if (flux is [var seul])
        {
            return _copieur.AjouterFlux(entrees + _copieur.Codage(seul), seul.Data);
        }

        // Plusieurs flux se lisent bout à bout, une espace entre deux : seuls ceux-là sont décodés.
        using var sortie = new MemoryStream();
        using (var zlib = new ZLibStream(sortie, CompressionLevel.Fastest, leaveOpen: true))
        {
            var reste = ContenuAuPlus;
            foreach (var morceau in flux)
            {
                var clair = Decoder(morceau, reste);
                reste -= clair.Length;
                zlib.Write(clair.Span);
                zlib.WriteByte((byte)'\n');
            }
        }

        return _copieur.AjouterFlux(entrees + "/Filter/FlateDecode", sortie.ToArray());
    }

    private IEnumerable<StreamToken> Flux(IToken? contenu) => Lire(contenu) switch
    {
        StreamToken flux => [flux],
        ArrayToken tableau => tableau.Data.Select(Lire).OfType<StreamToken>(),
        _ => [],
    };

    private ReadOnlyMemory<byte> Decoder(StreamToken flux, int auPlus)
    {
        if (!flux.StreamDictionary.Data.TryGetValue("Filter", out var filtre))
        {
            return flux.Data.Length <= auPlus ? flux.Data : throw PieceRefuseeException.Demesuree("une page trop lourde");
        }

        var parametres = flux.StreamDictionary.Data.ContainsKey("DecodeParms");
        if (!parametres && Lire(filtre) is NameToken { Data: "FlateDecode" or "Fl" } or ArrayToken { Data: [NameToken { Data: "FlateDecode" or "Fl" }] })
        {
            return Degonfler(flux.Data, auPlus);
        }

        var clair = flux.Decode(_structure.FilterProvider, _structure.TokenScanner);
        return clair.Length <= auPlus ? clair : throw PieceRefuseeException.Demesuree("une page trop lourde");
    }

    private static ReadOnlyMemory<byte> Degonfler(ReadOnlyMemory<byte> octets, int auPlus)
    {
        using var entree = new ZLibStream(new MemoryStream(octets.ToArray()), CompressionMode.Decompress);
        using var sortie = new MemoryStream();
        var tampon = new byte[16 * 1024];
        int lus;
        try
        {
            while ((lus = entree.Read(tampon)) > 0)
            {
                sortie.Write(tampon, 0, lus);
                if (sortie.Length > auPlus)
                {
                    throw PieceRefuseeException.Demesuree("une page trop lourde");
                }
            }
        }
        catch (InvalidDataException) when (sortie.Length > 0)
        {
            // Une somme de contrôle fausse en fin de flux : tous les lecteurs affichent ce qui précède.
        }

        return sortie.ToArray();
    }

    // Formulaires remplis et commentaires : sans leur apparence, la réponse cochée disparaîtrait de la pièce.
    private IEnumerable<(int, Matrice)> Annotations(DictionaryToken page, Matrice place)
    {
        var annotations = Lire(page.Data.GetValueOrDefault("Annots")) is ArrayToken tableau ? tableau.Data : [];
        foreach (var jeton in annotations.Take(AnnotationsAuPlus))
        {
            if (Lire(jeton) is not DictionaryToken annotation || (_copieur.Lire<NumericToken>(annotation, "F")?.Int & Cachee) > 0
                || _copieur.Lire<NameToken>(annotation, "Subtype")?.Data == "Popup"
                || (annotation.Data.TryGetValue("OC", out var calque) && _calques.Masque(calque, _copieur)))
            {
                continue;
            }

            if (Apparence(annotation) is not { } reference || Lire(reference) is not StreamToken apparence)
            {
                if (annotation.Data.ContainsKey("V"))
                {
                    _reserves.Add("Un champ de formulaire rempli n’a pas de dessin dans le fichier : sa valeur ne paraît pas.");
                }

                continue;
            }

            if (Rectangle(annotation.Data.GetValueOrDefault("Rect")) is { } zone && Ajuster(apparence.StreamDictionary, zone) is { } ajustee)
            {
                yield return (_copieur.Reference(reference.Data), ajustee.Puis(place));
            }
        }
    }

    private IndirectReferenceToken? Apparence(DictionaryToken annotation)
    {
        if (_copieur.Lire<DictionaryToken>(annotation, "AP") is not { } apparences
            || !apparences.Data.TryGetValue("N", out var normale))
        {
            return null;
        }

        if (Lire(normale) is not DictionaryToken etats)
        {
            return normale as IndirectReferenceToken;
        }

        return _copieur.Lire<NameToken>(annotation, "AS") is { } etat && etats.Data.TryGetValue(etat.Data, out var choisie)
            ? choisie as IndirectReferenceToken
            : null;
    }

    /// <summary>Ce qui porte le cadre de l'apparence, une fois tourné, sur le rectangle de l'annotation (ISO 32000, 12.5.5).</summary>
    private Matrice? Ajuster(DictionaryToken apparence, Rectangle zone)
    {
        if (Rectangle(apparence.Data.GetValueOrDefault("BBox")) is not { } cadre)
        {
            return null;
        }

        var m = Lire(apparence.Data.GetValueOrDefault("Matrix")) is ArrayToken { Length: 6 } t && t.Data.Select(Lire).OfType<NumericToken>().Select(n => n.Double).ToList() is { Count: 6 } n6
            ? new Matrice(n6[0], n6[1], n6[2], n6[3], n6[4], n6[5])
            : Matrice.Identite;
        var coins = new[] { m.Porter(cadre.Gauche, cadre.Bas), m.Porter(cadre.Droite, cadre.Bas), m.Porter(cadre.Gauche, cadre.Haut), m.Porter(cadre.Droite, cadre.Haut) };
        var (gauche, bas) = (coins.Min(c => c.X), coins.Min(c => c.Y));
        var (largeur, hauteur) = (coins.Max(c => c.X) - gauche, coins.Max(c => c.Y) - bas);
        if (largeur <= 0 || hauteur <= 0)
        {
            return null;
        }

        var (x, y) = ((zone.Droite - zone.Gauche) / largeur, (zone.Haut - zone.Bas) / hauteur);
        return new Matrice(x, 0, 0, y, zone.Gauche - gauche * x, zone.Bas - bas * y);
    }

    private Rectangle? Rectangle(IToken? jeton) =>
        Lire(jeton) is ArrayToken { Length: 4 } tableau
        && tableau.Data.Select(Lire).OfType<NumericToken>().Select(n => n.Double).ToList() is { Count: 4 } c
        && c.TrueForAll(v => Math.Abs(v) < 1e6)
        && (c[0], c[1]) != (c[2], c[3])
            ? new(Math.Min(c[0], c[2]), Math.Min(c[1], c[3]), Math.Max(c[0], c[2]), Math.Max(c[1], c[3]))
            : null;

    /// <summary>Page et ce qu'elle hérite de l'arbre.</summary>
    private sealed record Feuillet(DictionaryToken Noeud, IToken? Ressources, IToken? Support, IToken? Rogne, IToken? Rotation)
    {
        public Feuillet Sous(DictionaryToken noeud) => new(
            noeud,
            noeud.Data.GetValueOrDefault("Resources") ?? Ressources,
            noeud.Data.GetValueOrDefault("MediaBox") ?? Support,
            noeud.Data.GetValueOrDefault("CropBox") ?? Rogne,
            noeud.Data.GetValueOrDefault("Rotate") ?? Rotation);
    }
}

/// <summary>Rectangle droit, en unités de la page d'origine.</summary>
internal readonly record struct Rectangle(double Gauche, double Bas, double Droite, double Haut)
{
    public Rectangle? Croiser(Rectangle autre)
    {
        var commun = new Rectangle(
            Math.Max(Gauche, autre.Gauche), Math.Max(Bas, autre.Bas), Math.Min(Droite, autre.Droite), Math.Min(Haut, autre.Haut));
        return commun.Droite > commun.Gauche && commun.Haut > commun.Bas ? commun : null;
    }
}
