using System.Globalization;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Ce qu'une pièce prouve : les faits, retentissements, postes, décisions et actes de procédure qui la citent. Le lien est
/// écrit chez eux ; il se lit et se change d'ici aussi.
/// </summary>
public sealed record Preuves : Confidentiel
{
    /// <summary>Faits, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Faits { get; init; } = [];

    /// <summary>Retentissements, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Retentissements { get; init; } = [];

    /// <summary>Postes de l'enfant, par code, pour la pièce citée par le poste lui-même et non par l'une de ses lignes.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Postes { get; init; } = [];

    /// <summary>Décisions, par rang dans la liste, à partir de zéro.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Actes de procédure, par rang dans la liste, à partir de zéro.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Actes { get; init; } = [];

    /// <summary>Ce que cette pièce prouve aujourd'hui.</summary>
    public static Preuves De(Dossier dossier, string piece)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new()
        {
            Faits = [.. dossier.Faits.Where(f => f.Pieces.Contains(piece)).Select(f => f.Id)],
            Retentissements = [.. dossier.Retentissements.Where(r => r.Pieces.Contains(piece)).Select(r => r.Id)],
            Postes = [.. dossier.Chiffrage.Postes.Where(p => p.Pieces.Contains(piece)).Select(p => p.Code)],
            Decisions = Rangs(dossier.Procedure.Decisions, d => d.Pieces, piece),
            Actes = Rangs(dossier.Procedure.Actes, a => a.Pieces, piece),
        };
    }

    /// <summary>Le dossier où la pièce prouve cela, et rien d'autre de ces genres ; les autres renvois ne bougent pas.</summary>
    public Dossier Poser(Dossier dossier, string piece)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier with
        {
            Faits = [.. dossier.Faits.Select(f => f with { Pieces = Citer(f.Pieces, piece, Faits.Contains(f.Id)) })],
            Retentissements = [.. dossier.Retentissements.Select(r => r with { Pieces = Citer(r.Pieces, piece, Retentissements.Contains(r.Id)) })],
            Chiffrage = dossier.Chiffrage with
            {
                Postes = [.. dossier.Chiffrage.Postes.Select(p => p with { Pieces = Citer(p.Pieces, piece, Postes.Contains(p.Code)) })],
            },
            Procedure = dossier.Procedure with
            {
                Decisions = [.. dossier.Procedure.Decisions.Select((d, i) => d with { Pieces = Citer(d.Pieces, piece, Decisions.Contains(Rang(i))) })],
                Actes = [.. dossier.Procedure.Actes.Select((a, i) => a with { Pieces = Citer(a.Pieces, piece, Actes.Contains(Rang(i))) })],
            },
        };
    }

    /// <summary>Pièces que rien ne cite. Une pièce d'identité se suffit.</summary>
    public static IReadOnlyList<Piece> Muettes(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var citees = Citees(dossier).ToHashSet(StringComparer.Ordinal);
        return [.. dossier.Pieces.Where(p => p.Nature != NaturePiece.Identite && !citees.Contains(p.Id)).OrderBy(p => p.Numero)];
    }

    /// <summary>Postes demandés que ni leur saisie ni leurs lignes ne prouvent.</summary>
    public static IReadOnlyList<SaisiePoste> PostesSansPiece(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return [.. dossier.Chiffrage.Postes.Where(p => p.Choix == ChoixPoste.Demander && !p.EstVierge() && p.ToutesLesPieces().Count == 0)];
    }

    private static IEnumerable<string> Citees(Dossier dossier) => dossier.Faits.SelectMany(f => f.Pieces)
        .Concat(dossier.Retentissements.SelectMany(r => r.Pieces))
        .Concat(dossier.Procedure.Decisions.SelectMany(d => d.Pieces))
        .Concat(dossier.Procedure.Actes.SelectMany(a => a.Pieces))
        .Concat(dossier.Versements.SelectMany(v => v.Pieces))
        .Concat(dossier.Argent.Pieces)
        .Concat(dossier.Chiffrage.Offres.SelectMany(o => o.Pieces))
        .Concat(dossier.Chiffrage.Gains.Pieces)
        .Concat(dossier.Chiffrage.Gains.Lignes.SelectMany(l => l.Pieces))
        .Concat(dossier.Chiffrage.Postes.Concat(dossier.Proches.SelectMany(p => p.Postes)).SelectMany(p => p.ToutesLesPieces()));

    private static IReadOnlyList<string> Citer(IReadOnlyList<string> pieces, string piece, bool citee) =>
        pieces.Contains(piece) == citee ? pieces : citee ? [.. pieces, piece] : [.. pieces.Where(p => p != piece)];

    private static List<string> Rangs<T>(IReadOnlyList<T> liste, Func<T, IReadOnlyList<string>> pieces, string piece) =>
        [.. liste.Select((e, i) => (e, i)).Where(x => pieces(x.e).Contains(piece)).Select(x => Rang(x.i))];

    private static string Rang(int i) => i.ToString(CultureInfo.InvariantCulture);
}
