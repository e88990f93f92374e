using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Domain.Infractions;

/// <summary>Propose des qualifications pour chaque fait. N'en retient aucune : l'avocat vise celles qu'il soutient.</summary>
public static class QualificationDesFaits
{
    /// <summary>Chaque fait, avec les qualifications à chercher et les pièges relevés.</summary>
    public static IReadOnlyList<FaitQualifie> Proposer(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return [.. dossier.Faits.Select(f => Proposer(f, dossier))];
    }

    private static FaitQualifie Proposer(Fait saisi, Dossier dossier)
    {
        // Une page montre aussi une saisie fautive : une fin qui précède le début ne se lit pas encore.
        var fait = AuteursDuFait.Completer(saisi.Au < saisi.Du ? saisi with { Au = null } : saisi, dossier);
        var possibles = fait.Techniques.Distinct().SelectMany(Catalogue.Pour)
            .Concat(fait.Qualifications.Select(Catalogue.Trouver).OfType<Infraction>())
            .DistinctBy(i => i.Id)
            .Select(i => Confronter(i, fait, dossier))
            .ToList();
        return new(saisi, possibles, Pieges.Relever(fait, possibles, dossier));
    }

    private static QualificationPossible Confronter(Infraction infraction, Fait fait, Dossier dossier)
    {
        var textes = fait.Du is { } du ? infraction.EnVigueurEntre(du, fait.Au ?? du) : [];
        var lu = textes.Count > 0 ? textes[^1] : infraction.Versions[^1];
        List<ElementConstate> elements =
        [
            .. Elements.Materiel(infraction, lu, fait) is { } materiel ? [materiel] : Array.Empty<ElementConstate>(),
            .. textes.DefaultIfEmpty(lu).SelectMany(t => t.Elements).Distinct().Select(e => Elements.Constater(e, fait, dossier)),
        ];

        // Deux rédactions dans la période : l'élément propre à l'une n'est pas contraire à l'autre.
        var communs = textes.DefaultIfEmpty(lu).Select(t => t.Elements.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToHashSet();
        var contraire = communs.Any(e => Elements.Constater(e, fait, dossier).Etat == EtatDElement.Contraire)
            || textes.DefaultIfEmpty(lu).All(t => t.Elements.Any(e => Elements.Constater(e, fait, dossier).Etat == EtatDElement.Contraire));
        var verdict = (fait.Du, textes.Count, contraire) switch
        {
            ({ }, 0, _) => Verdict.TexteAbsent,
            (_, _, true) => Verdict.Ecartee,
            _ when elements.All(e => e.Etat == EtatDElement.Reuni) && fait.Du is not null => Verdict.ElementsReunis,
            _ => Verdict.AChercher,
        };
        return new(infraction, textes, elements, verdict, fait.Qualifications.Contains(infraction.Id));
    }
}

/// <summary>Un fait et les qualifications à chercher pour lui.</summary>
/// <param name="Fait">Fait.</param>
/// <param name="Qualifications">Dans l'ordre où elles se cherchent.</param>
/// <param name="Pieges">Pièges relevés, avec leurs sources.</param>
public sealed record FaitQualifie(Fait Fait, IReadOnlyList<QualificationPossible> Qualifications, IReadOnlyList<Alerte> Pieges);

/// <summary>Une qualification à chercher, et ce que le dossier en contient.</summary>
/// <param name="Infraction">Infraction.</param>
/// <param name="Textes">Rédactions en vigueur pendant les faits ; vide si leur date manque ou si le texte n'existait pas.</param>
/// <param name="Elements">Éléments, le fait matériel d'abord.</param>
/// <param name="Verdict">Où en est la recherche.</param>
/// <param name="Visee">Vrai si l'avocat la vise déjà.</param>
public sealed record QualificationPossible(
    Infraction Infraction, IReadOnlyList<VersionDInfraction> Textes, IReadOnlyList<ElementConstate> Elements, Verdict Verdict, bool Visee)
{
    /// <summary>Crédit le plus faible de ce qui est affirmé ; ce qui est de mémoire n'entre pas dans un acte sans relecture.</summary>
    public Confiance Confiance => Textes.DefaultIfEmpty(Infraction.Versions[^1]).Max(v => v.Credit);

    /// <summary>Textes cités, chacun dans sa rédaction, puis les sources communes.</summary>
    public IReadOnlyList<Source> Sources => [.. Textes.DefaultIfEmpty(Infraction.Versions[^1]).Select(Infraction.Citer), .. Infraction.Sources];

    /// <summary>Vrai si elle n'est pas écartée par le dossier ou par la date des faits.</summary>
    public bool Envisageable => Verdict is Verdict.ElementsReunis or Verdict.AChercher;
}

/// <summary>Où en est la recherche d'une qualification. Ce n'est jamais une décision.</summary>
public enum Verdict
{
    /// <summary>Le dossier contient chaque élément ; l'avocat apprécie la preuve.</summary>
    ElementsReunis,

    /// <summary>Des éléments manquent.</summary>
    AChercher,

    /// <summary>Le dossier dit le contraire d'un élément.</summary>
    Ecartee,

    /// <summary>Aucune rédaction connue au jour des faits.</summary>
    TexteAbsent,
}
