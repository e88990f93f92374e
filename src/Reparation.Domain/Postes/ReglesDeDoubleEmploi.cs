using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Règles contre le double emploi : un même préjudice ne se paie pas sous deux noms.</summary>
internal static class ReglesDeDoubleEmploi
{
    private static readonly NatureComposante[] Durables =
        [NatureComposante.Dignite, NatureComposante.SituationDeProstitution, NatureComposante.CirculationDImages, NatureComposante.Denegations];

    public static IReadOnlyList<RegleDeCoherence> Toutes { get; } =
    [
        new("exceptionnel-et-deficit", "Préjudice exceptionnel et déficit permanent",
            "Un préjudice permanent exceptionnel suppose un dommage que le déficit permanent ne répare pas ; l’avilissement est déjà réparé par les souffrances, puis par le déficit.",
            [Sources.PasDeDoubleEmploi])
        {
            SurUnPoste = vu => vu is { Code: "PPE", EstChiffre: true }
                ? "Montrer que ce préjudice n’est pas déjà réparé par le DFP ; l’avilissement l’est par les SE, puis par le DFP (Civ. 2e, 13 déc. 2018, n° 18-10.276)."
                : null,
        },
        new("dignite-comptee-deux-fois", "Dignité demandée deux fois",
            "L’atteinte à la dignité et la situation de prostitution se plaident dans les souffrances endurées, puis dans le déficit permanent. Un montant distinct au titre d’un préjudice exceptionnel les compterait deux fois.",
            [Sources.PasDeDoubleEmploi])
        {
            SurUnPoste = vu => vu is { Code: "PPE", EstChiffre: true } && (PlaideLaDignite(vu.Saisie) || PlaideLaDignite(vu.Autre("SE")) || PlaideLaDignite(vu.Autre("DFP")))
                ? "L’atteinte à la dignité est plaidée au dossier et un préjudice exceptionnel est chiffré : montrer que la même atteinte n’est pas payée deux fois, ou la laisser dans les SE et le DFP."
                : null,
        },
        new("meme-composante-avant-et-apres", "Même souffrance avant et après la consolidation",
            "Les souffrances endurées réparent ce qui précède la consolidation ; le déficit permanent comprend les souffrances d’après. Une composante plaidée des deux côtés doit être datée de chaque côté.",
            [Sources.PasDeDoubleEmploi, Sources.SouffrancesDApres])
        {
            SurUnPoste = vu => vu is { Code: "DFP", EstDemande: true } && vu.Autre("SE") is { } souffrances
                && Array.Exists(Durables, n => PosteVu.Plaide(vu.Saisie, n) && PosteVu.Plaide(souffrances, n))
                ? "La même composante est plaidée dans les SE et dans le DFP : dater ce qui précède et ce qui suit la consolidation, sans payer deux fois la même période."
                : null,
        },
        new("angoisse-hors-souffrances", "Angoisse de mort imminente hors des souffrances",
            "L’angoisse de mort imminente se rattache en principe aux souffrances endurées ; une ligne distincte est admise si le même préjudice n’est pas réparé deux fois.",
            [Sources.AngoisseDeMort])
        {
            SurUnPoste = vu => vu is { EstDemande: true, Code: not "SE" } && PosteVu.Plaide(vu.Saisie, NatureComposante.AngoisseDeMort) && vu.Autre("SE") is not null
                ? "L’angoisse de mort imminente est plaidée ici et des souffrances endurées sont demandées : montrer que le même préjudice n’est pas réparé deux fois."
                : null,
        },
        new("sexuel-temporaire-et-permanent", "Atteinte sexuelle avant et après la consolidation",
            "L’atteinte temporaire à la vie sexuelle est dans le déficit temporaire ; le préjudice sexuel ne répare que ce qui suit la consolidation.",
            [Sources.SexuelTemporaire])
        {
            SurUnPoste = vu => vu is { Code: "PS", EstDemande: true, Consolidation: not null } && PosteVu.Plaide(vu.Autre("DFT"), NatureComposante.SexuelTemporaire)
                ? "L’atteinte d’avant la consolidation est plaidée dans le DFT : ne retenir ici que ce qui la suit."
                : null,
        },
        new("agrement-temporaire-et-permanent", "Agrément avant et après la consolidation",
            "La privation temporaire des agréments est dans le déficit temporaire ; le préjudice d’agrément suppose une activité précise, empêchée après la consolidation.",
            [Sources.AgrementTemporaire])
        {
            SurUnPoste = vu => vu is { Code: "PA", EstDemande: true } && PosteVu.Plaide(vu.Autre("DFT"), NatureComposante.AgrementTemporaire)
                ? "La privation temporaire d’agréments est plaidée dans le DFT : ne retenir ici que l’activité précise empêchée après la consolidation."
                : null,
        },
        new("gains-incidence-et-scolarite", "Gains futurs, incidence professionnelle et scolarité",
            "Les pertes de gains futurs, l’incidence professionnelle et le préjudice scolaire se cumulent si leurs composantes sont distinctes : revenu perdu, carrière, années d’études.",
            [Sources.GainsFutursDeLEnfant, Sources.ScolaireDistinct])
        {
            SurUnPoste = vu => vu is { Code: "IP", EstChiffre: true } && (vu.Autre("PGPF") is not null || vu.Autre("PSU") is not null)
                ? "Des gains futurs (PGPF) ou un préjudice scolaire (PSU) sont aussi demandés : montrer que cette incidence porte sur autre chose que le revenu perdu et les années d’études."
                : null,
        },
        new("aide-comptee-deux-fois", "Temps d’un proche payé deux fois",
            "L’aide donnée par un proche se répare chez l’enfant ; la perte de revenus de ce proche ne paie pas une seconde fois le même temps.",
            [Sources.Nomenclature])
        {
            SurUnPoste = vu => vu is { Code: "PRP-S", EstChiffre: true } && (EstUneAide(vu.DeLEnfant("FD")) || EstUneAide(vu.DeLEnfant("ATP")))
                ? "Une aide humaine est aussi demandée pour l’enfant (FD ou ATP) : le même temps d’un proche ne se paie pas deux fois."
                : null,
        },
        new("exceptionnel-et-affection", "Préjudice exceptionnel d’un proche",
            "Le préjudice extrapatrimonial exceptionnel d’un proche répare le bouleversement de sa vie ; sa peine relève de l’affection, et l’état de l’enfant de ses propres postes.",
            [Sources.Nomenclature])
        {
            SurUnPoste = vu => vu is { Code: "PEX-S", EstChiffre: true }
                ? "Montrer que ce préjudice n’est pas déjà réparé par le préjudice d’affection du proche, ni par le DFP de l’enfant."
                : null,
        },
        new("exceptionnel-sans-vie-commune", "Préjudice exceptionnel sans vie commune",
            "Ce poste répare le changement des conditions de vie des proches qui partagent la vie de l’enfant : la communauté de vie se saisit et se prouve.",
            [Sources.Nomenclature])
        {
            SurUnPoste = vu => vu is { Code: "PEX-S", EstDemande: true, Contexte.Proche.CommunauteDeVie: false }
                ? "Ce proche n’est pas indiqué comme vivant avec l’enfant, ce que ce poste suppose : compléter sa fiche, ou dire ce qui établit la vie commune."
                : null,
        },
        new(ReportAuxPostes.RegleDuDouble, "Coût demandé à la main et par le plan",
            "Une dépense saisie à la main peut être celle que le plan porte déjà dans le poste : même objet ou même nature, au même moment.", [])
        {
            SurUnPoste = CoutDuPlanEnDouble,
        },
        new("relogement-compte-deux-fois", "Relogement compté deux fois",
            "Le relogement temporaire est un frais divers ; le logement adapté ne répare que le surcoût durable dû aux séquelles.",
            [Sources.Nomenclature])
        {
            SurUnPoste = vu => vu is { Code: "FLA", EstDemande: true } && SeReloge(vu.Autre("FD"))
                ? "Un relogement figure déjà aux frais divers (FD) : ne porter ici que le surcoût durable dû aux séquelles."
                : null,
        },
    ];

    private static bool PlaideLaDignite(SaisiePoste? saisie) =>
        PosteVu.Plaide(saisie, NatureComposante.Dignite) || PosteVu.Plaide(saisie, NatureComposante.SituationDeProstitution);

    private static bool EstUneAide(SaisiePoste? saisie) =>
        saisie is not null && (saisie.Aides.Count > 0 || (saisie.Code == "ATP" && saisie.Rentes.Count > 0));

    private static bool SeReloge(SaisiePoste? saisie) =>
        saisie is not null && PosteVu.Une(saisie.Depenses, d => d.Nature == NatureDepense.Relogement);

    private static string? CoutDuPlanEnDouble(PosteVu vu)
    {
        var (depenses, rentes) = (vu.Saisie.Depenses, vu.Saisie.Rentes);
        if (!vu.EstDemande || !(PosteVu.Une(depenses, d => d.Action.Length > 0) || PosteVu.Une(rentes, r => r.Action.Length > 0)))
        {
            return null;
        }

        var double_ = depenses.FirstOrDefault(d => d.Action.Length == 0 && (
                depenses.Any(p => p.Action.Length > 0 && (Memes(p.Libelle, d.Libelle) || (p.Nature == d.Nature && d.Nature != NatureDepense.Autre && Court(vu, p.Action, d.Date))))
                || rentes.Any(p => p.Action.Length > 0 && (Memes(p.Libelle, d.Libelle) || (d.Nature == NatureDepense.Soins && Court(vu, p.Action, d.Date))))))?.Libelle
            ?? rentes.FirstOrDefault(r => r.Action.Length == 0 && (
                depenses.Any(p => p.Action.Length > 0 && Memes(p.Libelle, r.Libelle))
                || rentes.Any(p => p.Action.Length > 0 && (Memes(p.Libelle, r.Libelle) || (r.Du is null || r.Du <= p.Au) && (r.Au is null || p.Du <= r.Au)))))?.Libelle;
        return double_ is null
            ? null
            : $"« {double_} », saisi à la main, peut être un coût que le plan porte déjà ici. Garder l’un des deux : retirer la ligne saisie, "
            + "ou mettre l’action du plan hors indemnisation et reporter le plan ; s’il s’agit d’autre chose, dire quoi.";
    }

    private static bool Memes(string un, string autre) => string.Equals(un.Trim(), autre.Trim(), StringComparison.OrdinalIgnoreCase);

    // La date d'une dépense saisie à la main tombe-t-elle pendant l'action ?
    private static bool Court(PosteVu vu, string id, DateOnly? jour) =>
        vu.Contexte.Dossier.Plan.Actions.FirstOrDefault(a => a.Id == id) is not { } action
        || jour is null || ((action.Du is null || action.Du <= jour) && jour <= (action.Au ?? action.Du ?? DateOnly.MaxValue));
}
