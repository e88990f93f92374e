using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Quand revoir un plan, et ce que ses revues disent de chaque objectif.</summary>
public static class SuiviDesObjectifs
{
    private static readonly (int Premiere, int Ensuite, decimal Ecart, IReadOnlyList<string> Toujours, Source Rythme, Source SourceDeLEcart) Regle = Lire();

    /// <summary>Ce qui appelle une revue sans attendre la date prévue.</summary>
    public static IReadOnlyList<string> Toujours => Regle.Toujours;

    /// <summary>Source du rythme.</summary>
    public static Source SourceDuRythme => Regle.Rythme;

    /// <summary>Baisse d'une note, sur dix, à partir de laquelle on en parle au soignant.</summary>
    public static decimal Ecart => Regle.Ecart;

    /// <summary>Source de cette baisse.</summary>
    public static Source SourceDeLEcart => Regle.SourceDeLEcart;

    /// <summary>Jour que la règle propose à la prochaine revue ; rien si le plan n'a ni date ni revue.</summary>
    public static DateOnly? Proposer(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Tenues(plan) is [.., { Le: { } derniere }] ? derniere.AddMonths(Regle.Ensuite) : plan.EtabliLe?.AddDays(Regle.Premiere);
    }

    /// <summary>Revues datées, dans l'ordre de leurs jours.</summary>
    public static IReadOnlyList<Revue> Tenues(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Revues.Where(r => r.Le is not null).OrderBy(r => r.Le)];
    }

    /// <summary>Chaque objectif et ses notes, dans l'ordre du plan.</summary>
    public static IReadOnlyList<ObjectifSuivi> Suivre(PlanDeReconstruction plan)
    {
        var revues = Tenues(plan);
        return
        [
            .. plan.Objectifs.Select(o => new ObjectifSuivi(
                o,
                [
                    .. revues.SelectMany(r => r.Avancees
                        .Where(a => a.Objectif == o.Id && (a.NoteDeLEnfant ?? a.NoteDeLAdulte) is not null)
                        .Select(a => new NoteDObjectif(r.Le!.Value, a.NoteDeLEnfant, a.NoteDeLAdulte))),
                ])),
        ];
    }

    /// <summary>Revue d'un jour, une ligne prête par objectif encore en cours : il ne reste qu'à noter.</summary>
    public static PlanDeReconstruction Preparer(PlanDeReconstruction plan, DateOnly jour)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var pris = plan.Revues.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var revue = new Revue
        {
            Id = Enumerable.Range(1, pris.Count + 1).Select(n => "s" + n.ToString(System.Globalization.CultureInfo.InvariantCulture)).First(id => !pris.Contains(id)),
            Le = jour,
            Avancees = [.. plan.Objectifs.Where(o => o.Etat is EtatDObjectif.EnCours or EtatDObjectif.ARevoir).Select(o => new Avancee { Objectif = o.Id })],
        };
        return plan with { Revues = [.. plan.Revues, revue] };
    }

    private static (int Premiere, int Ensuite, decimal Ecart, IReadOnlyList<string> Toujours, Source Rythme, Source SourceDeLEcart) Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/revues.json", SourcesDuDroit.Fichiers);
        return (
            (int)fiche.Nombre(fiche.Racine, "premiere"), (int)fiche.Nombre(fiche.Racine, "ensuite"), fiche.Nombre(fiche.Racine, "ecart"),
            fiche.Textes(fiche.Racine, "toujours"), fiche.SourceDe(fiche.Racine, "sourceDuRythme"), fiche.SourceDe(fiche.Racine, "sourceDeLEcart"));
    }
}

/// <summary>Un objectif et ses notes.</summary>
/// <param name="Objectif">L'objectif.</param>
/// <param name="Notes">Notes, de la plus ancienne à la plus récente.</param>
public sealed record ObjectifSuivi(Objectif Objectif, IReadOnlyList<NoteDObjectif> Notes)
{
    /// <summary>Dernières notes ; rien si aucune n'est donnée.</summary>
    public NoteDObjectif? Derniere => Notes.Count > 0 ? Notes[^1] : null;

    /// <summary>Vrai si la note de l'enfant a baissé, d'une revue à l'autre, d'au moins le repère.</summary>
    public bool ABaisse => Notes.Where(n => n.Enfant is not null).TakeLast(2).ToList() is [var avant, var apres]
        && avant.Enfant - apres.Enfant >= SuiviDesObjectifs.Ecart;

    /// <summary>La baisse en clair, la même à l'écran et sur la feuille de revue ; rien s'il n'y en a pas.</summary>
    public string? Dire() => ABaisse
        ? $"« {Objectif.Intitule} » : la note de l’enfant baisse. Demandez-lui ce qui a changé, et parlez-en au soignant sans attendre la prochaine revue. Une note n’est pas un diagnostic."
        : null;
}

/// <summary>Notes d'un objectif à une revue.</summary>
/// <param name="Le">Jour de la revue.</param>
/// <param name="Enfant">Note de l'enfant.</param>
/// <param name="Adulte">Note de l'adulte.</param>
public sealed record NoteDObjectif(DateOnly Le, int? Enfant, int? Adulte);
