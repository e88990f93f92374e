using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Francais;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Relie les actes et les pièces en fichiers prêts à envoyer : tamponnés, numérotés, liés, sous la limite du canal. Une pièce
/// illisible devient une page qui le dit et un incident ; elle n'arrête jamais le reste.
/// </summary>
public sealed class Liasse
{
    // Les lecteurs d'images et de PDF descendent des arbres qu'un inconnu a plantés : une pile à eux, plus haute que l'ordinaire.
    private const int Pile = 64 * 1024 * 1024;

    // En deçà de cette part de la limite, tout tient à coup sûr en un fichier : le peser avant serait un travail perdu.
    private const long PartSure = 4;

    private readonly DemandeDeLiasse _demande;
    private readonly Reliure _reliure;
    private readonly List<Incident> _incidents = [];
    private readonly Dictionary<int, bool> _notres = [];
    private readonly List<PieceALier> _pieces;

    private Liasse(DemandeDeLiasse demande)
    {
        _demande = demande;
        _pieces = Trier();
        var identite = Identite.Motif(demande.Dossier.Enfant);
        var titres = _pieces.ToDictionary(p => p.Piece.Numero, p => Titre(p, identite));
        _reliure = new(
            new LecteurDePieces(demande.Date),
            new TamponDePiece(PageDeGarde.Cachet(demande.Dossier.Avocat), demande.PremierePageSeulement),
            p => titres[p.Piece.Numero],
            demande.Sceau);
    }

    /// <summary>Compose et écrit la liasse.</summary>
    /// <exception cref="RenduException">Un acte ne se compose pas.</exception>
    public static LiasseComposee Composer(DemandeDeLiasse demande)
    {
        ArgumentNullException.ThrowIfNull(demande);
        return PileHaute.Executer(Pile, () => new Liasse(demande).Composer());
    }

    private LiasseComposee Composer()
    {
        var fichiers = _demande.Forme == FormeDeLiasse.UnFichierParPiece ? ParPiece() : EnVolumes();
        return new(fichiers, [.. _incidents.Distinct().OrderBy(i => i.Piece ?? 0)]);
    }

    private List<PieceALier> Trier()
    {
        var gardees = new List<PieceALier>();
        foreach (var piece in _demande.Pieces.OrderBy(p => p.Piece.Numero))
        {
            if (piece.Piece.NonCommunicable)
            {
                _incidents.Add(new(piece.Piece.Numero, "La pièce est marquée « non communicable »\u00A0: elle n’est pas dans la liasse.",
                    "Si elle doit être communiquée, retirez cette marque dans la rubrique « Pièces »."));
            }
            else if (gardees is [.., var derniere] && derniere.Piece.Numero == piece.Piece.Numero)
            {
                _incidents.Add(new(piece.Piece.Numero, "Deux pièces portent ce numéro\u00A0: seule la première est dans la liasse.",
                    "Renumérotez l’une d’elles dans la rubrique « Pièces »."));
            }
            else
            {
                gardees.Add(piece);
            }
        }

        return gardees;
    }

    private string Titre(PieceALier piece, Regex? identite)
    {
        if (identite?.IsMatch(piece.Piece.Titre) != true)
        {
            return Typographie.Composer(piece.Piece.Titre.Trim());
        }

        _incidents.Add(new(piece.Piece.Numero, "L’intitulé porte un nom ou un prénom de l’enfant\u00A0: il ne paraît ni au sommaire, ni aux signets, ni dans le nom du fichier.",
            "Donnez à la pièce un intitulé neutre, comme « Certificat médical »."));
        return "";
    }

    private List<FichierDeLiasse> ParPiece()
    {
        var fichiers = new List<FichierDeLiasse>();
        if (Actes() is { Count: > 0 } actes)
        {
            fichiers.Add(Ecrire(
                NomsDeFichiers.Volume("00_Actes-et-bordereau", _demande.Dossier.Reference, _demande.Date, 1, 1),
                new(Identifier("Actes et bordereau"), PageDeGarde.Composer(_demande, [[]], 0, Norme.Archive, []), actes, [], Norme.Archive)));
        }

        foreach (var piece in _pieces)
        {
            var numero = piece.Piece.Numero.ToString(CultureInfo.InvariantCulture);
            fichiers.Add(Ecrire(
                NomsDeFichiers.Piece(piece.Piece, _reliure.TitreDe(piece)), new(Identifier($"Pièce n°\u00A0{numero}"), null, [], [piece], NormeDe([piece]))));
        }

        return fichiers;
    }

    private List<FichierDeLiasse> EnVolumes()
    {
        var actes = Actes();
        var lots = Repartir(actes);
        return
        [
            .. lots.Select((lot, i) => Ecrire(
                NomsDeFichiers.Volume(Archive ? "Archive" : "Liasse", _demande.Dossier.Reference, _demande.Date, i + 1, lots.Count),
                Volume(lots, i, actes))),
        ];
    }

    private Volume Volume(List<IReadOnlyList<PieceALier>> lots, int rang, IReadOnlyList<ActeALier> actes) => new(
        Identifier((Archive ? "Archive du dossier" : "Liasse de pièces")
            + (lots.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", volume {rang + 1} sur {lots.Count}"))),
        PageDeGarde.Composer(_demande, lots, rang, NormeDe(lots[rang]), Archive ? [.. lots[rang].Select(p => (p.Piece.Numero, _reliure.NomDeLaJointe(p)))] : []),
        rang == 0 ? actes : [],
        lots[rang],
        NormeDe(lots[rang]))
    {
        PiecesJointes = Archive,
    };

    // Un acte qui porte déjà le bordereau n'en reçoit pas un second.
    private IReadOnlyList<ActeALier> Actes() =>
        _pieces.Count == 0 || _demande.Actes.SelectMany(a => Renvois.Lignes(a.Acte.Corps)).Any(l => l.StartsWith(Ancres.DebutBordereau, StringComparison.Ordinal))
            ? _demande.Actes
            : [.. _demande.Actes, new(Bordereau.Composer(Identifier("Bordereau de pièces"), _demande.Dossier, _pieces, _reliure.TitreDe), Charte.Acte)];

    private IdentiteActe Identifier(string titre) => new(
        titre, _demande.Dossier.Avocat?.Cabinet.Trim() ?? "", titre, _demande.Date, _demande.Dossier.Reference, titre);

    private List<IReadOnlyList<PieceALier>> Repartir(IReadOnlyList<ActeALier> actes)
    {
        if (_demande.Limite is not { } limite || Surement(limite.Octets))
        {
            return [_pieces];
        }

        var poids = _pieces.ToDictionary(p => p.Piece.Numero, p => _reliure.Peser(new(Identifier("Pesée"), null, [], [p], Norme.Aucune) { PiecesJointes = Archive }));
        var tete = _reliure.Peser(Volume([_pieces], 0, actes) with { Pieces = [] });
        foreach (var piece in _pieces.Where(p => poids[p.Piece.Numero] > limite.Octets))
        {
            _incidents.Add(new(piece.Piece.Numero,
                $"À elle seule, la pièce pèse {Langue.Nombre(poids[piece.Piece.Numero] / 1_000_000m, 1)}\u00A0Mo, plus que les {Nombre(limite.Megaoctets)}\u00A0Mo du canal ({limite.Libelle}).",
                "Numérisez-la en noir et blanc à 200 points par pouce, partagez-la en deux pièces, ou remettez-la par un autre moyen en disant pourquoi."));
        }

        // Les noms, le nombre de volumes et le sommaire pèsent aussi : on réserve, on pèse, et l'on réserve plus si cela déborde.
        for (var reserve = limite.Octets / 50; ; reserve *= 2)
        {
            var lots = Ranger(poids, limite.Octets - reserve, tete);
            if (reserve > limite.Octets / 2 || !Deborde(lots, actes, limite.Octets))
            {
                return lots;
            }
        }
    }

    private bool Deborde(List<IReadOnlyList<PieceALier>> lots, IReadOnlyList<ActeALier> actes, long limite) => lots
        .Select((lot, i) => (lot, i))
        .Any(l => l.lot.Count != 1 && _reliure.Peser(Volume(lots, l.i, actes)) > limite);

    private List<IReadOnlyList<PieceALier>> Ranger(Dictionary<int, long> poids, long place, long tete)
    {
        var lots = new List<IReadOnlyList<PieceALier>>();
        var lot = new List<PieceALier>();
        var charge = tete;
        foreach (var piece in _pieces)
        {
            if (charge + poids[piece.Piece.Numero] > place && (lot.Count > 0 || lots.Count == 0))
            {
                lots.Add(lot);
                (lot, charge) = ([], tete / 4);
            }

            lot.Add(piece);
            charge += poids[piece.Piece.Numero];
        }

        lots.Add(lot);
        return lots;
    }

    private bool Surement(long limite)
    {
        var total = 0L;
        foreach (var piece in _pieces)
        {
            using var flux = piece.Ouvrir();
            total += flux is null ? 0 : flux.CanSeek ? flux.Length : limite;
            if (total > limite / PartSure)
            {
                return false;
            }
        }

        return true;
    }

    private bool Archive => _demande.Forme == FormeDeLiasse.Archive;

    // Un fichier joint n'engage aucune norme : PDF/A-3 les admet tous, tels qu'ils sont.
    private Norme NormeDe(IReadOnlyList<PieceALier> lot) => lot.Count == 0 || Archive ? Norme.Archive
        : lot.All(Notre) ? Norme.Reproduction
        : Norme.Aucune;

    private bool Notre(PieceALier piece) => _notres.TryGetValue(piece.Piece.Numero, out var notre)
        ? notre
        : _notres[piece.Piece.Numero] = LecteurDePieces.EstConvertie(piece);

    private FichierDeLiasse Ecrire(string nom, Volume volume)
    {
        using var sortie = _demande.Creer(nom);
        var relie = _reliure.Relier(volume, sortie);
        _incidents.AddRange(relie.Incidents);
        if (_demande.Limite is { } limite && relie.Octets > limite.Octets && volume.Pieces.Count != 1)
        {
            _incidents.Add(new(null,
                $"{nom} pèse {Langue.Nombre(relie.Octets / 1_000_000m, 1)}\u00A0Mo, plus que les {Nombre(limite.Megaoctets)}\u00A0Mo du canal ({limite.Libelle}).",
                "Allégez les actes ou leurs fichiers joints, ou choisissez un autre canal."));
        }

        return new(nom, relie.Octets, relie.Pages, [.. volume.Pieces.Select(p => p.Piece.Numero)], relie.PageDesAncres, PageDeGarde.Dire(volume.Norme), _demande.Sceau is not null);
    }

    private static string Nombre(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);
}
