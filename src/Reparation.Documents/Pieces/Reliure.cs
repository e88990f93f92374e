using System.Globalization;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;

namespace Reparation.Documents.Pieces;

/// <summary>Ce qui entre dans un fichier.</summary>
/// <param name="Identite">Identité du fichier.</param>
/// <param name="Garde">Page de garde, sans le sommaire ; rien pour une pièce seule.</param>
/// <param name="Actes">Actes, dans l'ordre.</param>
/// <param name="Pieces">Pièces, dans l'ordre.</param>
/// <param name="Norme">Ce que ses métadonnées annoncent.</param>
internal sealed record Volume(
    IdentiteActe Identite, IReadOnlyList<Bloc>? Garde, IReadOnlyList<ActeALier> Actes, IReadOnlyList<PieceALier> Pieces, Norme Norme)
{
    /// <summary>Vrai si les originaux sont joints tels quels ; faux si leurs pages sont reliées.</summary>
    public bool PiecesJointes { get; init; }
}

/// <summary>Ce qu'un fichier est devenu.</summary>
internal sealed record VolumeRelie(long Octets, int Pages, IReadOnlyDictionary<string, int> PageDesAncres, IReadOnlyList<Incident> Incidents);

/// <summary>
/// Relie un fichier : garde et sommaire, actes composés et balisés, puis les pièces tamponnées. Les pièces partent vers la
/// sortie l'une après l'autre ; les pages d'en tête, qui citent leurs numéros, sont dessinées en dernier.
/// </summary>
/// <param name="lecteur">Lecteur d'originaux.</param>
/// <param name="tampon">Tampon.</param>
/// <param name="titreDe">Intitulé imprimable d'une pièce ; vide s'il ne peut pas paraître.</param>
/// <param name="sceau">De quoi sceller ce qui sera écrit ; rien pour un projet.</param>
internal sealed class Reliure(LecteurDePieces lecteur, TamponDePiece tampon, Func<PieceALier, string> titreDe, SceauDeLiasse? sceau)
{
    // Une pièce jointe telle quelle : son nom et son empreinte.
    private const int OctetsParJointe = 120;

    private const string Sommaire = "sommaire";
    private const string AncreDesPieces = "pieces";

    private readonly Dictionary<int, string?> _nomsDesJointes = [];

    /// <summary>Intitulé imprimable d'une pièce.</summary>
    public string TitreDe(PieceALier piece) => titreDe(piece);

    /// <summary>Nom sous lequel l'original d'une pièce se joint ; rien s'il n'y a pas de fichier.</summary>
    /// <remarks>L'extension suit le contenu : l'original se lit une fois, et non à chaque pesée d'un volume.</remarks>
    public string? NomDeLaJointe(PieceALier piece) => _nomsDesJointes.TryGetValue(piece.Piece.Numero, out var nom)
        ? nom
        : _nomsDesJointes[piece.Piece.Numero] = LecteurDePieces.Joindre(piece, TitreDe(piece))?.Nom;

    /// <summary>Taille du fichier, sans l'écrire. La place du sceau compte, qu'il soit posé ou non.</summary>
    public long Peser(Volume volume) => Relier(volume, Stream.Null, null).Octets;

    /// <summary>Écrit le fichier, et le scelle s'il doit l'être.</summary>
    /// <param name="volume">Ce qui y entre.</param>
    /// <param name="sortie">Où l'écrire.</param>
    public VolumeRelie Relier(Volume volume, Stream sortie)
    {
        if (sceau is null)
        {
            return Relier(volume, sortie, null);
        }

        using var retenue = new SortieRetenue(sortie);
        var relie = Relier(volume, retenue, retenue);
        retenue.Relacher();
        return relie;
    }

    private VolumeRelie Relier(Volume volume, Stream sortie, SortieRetenue? retenue)
    {
        IReadOnlyList<PieceALier> reliees = volume.PiecesJointes ? [] : volume.Pieces;
        var presentes = reliees.Select(p => p.Piece.Numero).ToHashSet();
        var bordereau = volume.Actes.SelectMany(a => Renvois.Lignes(a.Acte.Corps)).ToHashSet(StringComparer.Ordinal);
        string? Cible(int numero) => presentes.Contains(numero) ? Ancres.Piece(numero)
            : bordereau.Contains(Ancres.Bordereau(numero)) ? Ancres.Bordereau(numero)
            : null;

        var lignes = new HashSet<string>(StringComparer.Ordinal);
        var actes = volume.Actes.Select((a, i) => a.Acte with
        {
            Corps = Renvois.Resoudre(a.Acte.Corps, Cible, ancre => string.Create(CultureInfo.InvariantCulture, $"acte-{i + 1}-{ancre}"), lignes),
        }).ToList();
        var reperesDesActes = actes.Select((a, i) => new Repere(
            string.Create(CultureInfo.InvariantCulture, $"acte-{i + 1}"), 1, [new Inline.Texte(a.Identite.Titre)])).ToList();
        List<Repere> reperesDesPieces =
        [
            .. reliees.Count > 0 && volume.Garde is not null ? [new Repere(AncreDesPieces, 1, [new Inline.Texte("Pièces")])] : Array.Empty<Repere>(),
            .. reliees.Select(p => new Repere(Ancres.Piece(p.Piece.Numero), 2, [new Inline.Texte(Intitule(p))]) { Signet = volume.Garde is null ? 1 : 2 }),
        ];
        var ancres = lignes.Concat(reperesDesPieces.Select(r => r.Ancre)).ToHashSet(StringComparer.Ordinal);
        var garde = volume.Garde is null ? null : new Acte(
            volume.Identite,
            [.. volume.Garde, new Bloc.Titre(1, [new Inline.Texte("Sommaire")], Sommaire), new Bloc.Sommaire(2)],
            []);
        var reperesDeGarde = garde is null ? [] : Controle.Verifier(garde);
        var titres = actes.Select(a => Controle.Verifier(a, ancres.Contains).Select(Descendre).ToList()).ToList();
        List<Repere> tous =
        [
            .. reperesDeGarde,
            .. reperesDesActes.Zip(titres).SelectMany(p => p.Second.Prepend(p.First)),
            .. reperesDesPieces,
        ];

        using var ouvrage = new Ouvrage(tous, comprime: true, sortie);
        int? manifeste = sceau is null ? null : ouvrage.Fichier.ReserverLeManifeste(PlaceDuSceau(volume), volume.Identite.Date);
        var cahiers = new List<Cahier>();
        if (garde is not null)
        {
            cahiers.Add(new(ouvrage, garde, Charte.Plan, reperesDeGarde, [.. reperesDesActes, .. reperesDesPieces], ouvrage.Racine.Ajouter("Div")));
        }

        for (var i = 0; i < actes.Count; i++)
        {
            List<Repere> siens = [.. titres[i].Where(r => r.Niveau > 0)];
            cahiers.Add(new(ouvrage, actes[i], volume.Actes[i].Charte, siens, siens, ouvrage.Racine.Ajouter("Div")));
        }

        var pages = Placer(ouvrage, cahiers, reperesDesActes, garde is null ? 0 : 1);
        var retour = garde is null ? null : (Func<int, string>)(n => lignes.Contains(Ancres.Bordereau(n)) ? Ancres.Bordereau(n) : Sommaire);
        var enTete = ouvrage.Pages.Count;
        var incidents = volume.PiecesJointes
            ? Joindre(ouvrage, volume)
            : Tamponner(ouvrage, volume, reperesDesPieces, retour);
        retenue?.Retenir();
        for (var i = 0; i < cahiers.Count; i++)
        {
            cahiers[i].Dessiner(pages[i], ouvrage.Pages.Count);
        }

        foreach (var jointe in volume.Actes.SelectMany(a => a.Acte.Jointes).DistinctBy(j => j.Nom))
        {
            ouvrage.Joindre(jointe, volume.Identite.Date);
        }

        var octets = ouvrage.Ecrire(volume.Identite, volume.Norme, manifeste);
        if (retenue is not null)
        {
            Sceau.Apposer(ouvrage.Fichier.Place!, retenue, Fiche(volume.Identite), sceau!.Cle, ouvrage.Jointes, enTete);
        }

        return new(octets, ouvrage.Pages.Count, tous.ToDictionary(r => r.Ancre, r => r.Page + 1), incidents);
    }

    private static int PlaceDuSceau(Volume volume) =>
        Sceau.Place(volume.Actes.Sum(a => ActeTexte.Ecrire(a.Acte).Count('€'))) + (volume.Pieces.Count * OctetsParJointe);

    private FicheDuSceau Fiche(IdentiteActe identite) =>
        new("liasse", identite.Titre, "", identite.Reference, identite.Date, identite.Auteur, sceau!.Editions);

    private string Intitule(PieceALier piece)
    {
        var numero = $"Pièce n°\u00A0{piece.Piece.Numero.ToString(CultureInfo.InvariantCulture)}";
        var titre = TitreDe(piece);
        return titre.Length == 0 ? numero : $"{numero}\u00A0: {titre}";
    }

    // Sous le signet de leur acte. Les titres au-delà du quatrième niveau n'existent pas : rien ne déborde.
    private static Repere Descendre(Repere repere) =>
        new(repere.Ancre, repere.Niveau, repere.Contenu) { Signet = repere.Niveau == 0 ? 0 : repere.Niveau + 1 };

    private static List<IReadOnlyList<Page>> Placer(Ouvrage ouvrage, List<Cahier> cahiers, List<Repere> actes, int garde)
    {
        var pages = new List<IReadOnlyList<Page>>();
        foreach (var cahier in cahiers)
        {
            cahier.Placer(ouvrage.Pages.Count);
            if (pages.Count >= garde)
            {
                actes[pages.Count - garde].Page = ouvrage.Pages.Count;
            }

            pages.Add([.. Enumerable.Range(0, cahier.Pages).Select(_ => ouvrage.NouvellePage())]);
        }

        return pages;
    }

    private List<Incident> Tamponner(Ouvrage ouvrage, Volume volume, List<Repere> reperes, Func<int, string>? retour)
    {
        var incidents = new List<Incident>();
        var decalage = reperes.Count - volume.Pieces.Count;
        if (decalage > 0)
        {
            reperes[0].Page = ouvrage.Pages.Count;
        }

        for (var i = 0; i < volume.Pieces.Count; i++)
        {
            var numero = volume.Pieces[i].Piece.Numero;
            reperes[i + decalage].Page = ouvrage.Pages.Count;
            ouvrage.Fichier.Partie = Parties.Piece(numero);
            var lue = lecteur.Lire(volume.Pieces[i], ouvrage.Fichier);
            tampon.Poser(ouvrage, numero, lue.Feuilles, retour?.Invoke(numero));
            incidents.AddRange(lue.Incidents);
            if (lue.Originale is { } originale)
            {
                ouvrage.Joindre(originale, volume.Identite.Date);
            }
        }

        return incidents;
    }

    // Un original à la fois : le précédent a quitté la mémoire.
    private List<Incident> Joindre(Ouvrage ouvrage, Volume volume)
    {
        var incidents = new List<Incident>();
        foreach (var piece in volume.Pieces)
        {
            if (LecteurDePieces.Joindre(piece, TitreDe(piece)) is { } jointe)
            {
                ouvrage.Joindre(jointe, volume.Identite.Date);
            }
            else
            {
                incidents.Add(LecteurDePieces.Absente(piece.Piece.Numero));
            }
        }

        return incidents;
    }
}
