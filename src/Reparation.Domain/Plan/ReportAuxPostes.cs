using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>
/// Le reste à charge du plan, porté dans les postes. Chaque ligne portée garde l'action dont elle vient : le plan peut changer
/// ensuite, le chiffrage montre ce qui bougerait, et rien ne bouge avant que l'avocat l'accepte.
/// </summary>
public static class ReportAuxPostes
{
    /// <summary>Règle de contrôle qui voit un coût demandé à la main et par le plan.</summary>
    public const string RegleDuDouble = "cout-du-plan-compte-deux-fois";

    /// <summary>Postes qu'un plan peut nourrir, dans l'ordre de la nomenclature.</summary>
    public static IReadOnlyList<string> Postes { get; } = ["DSA", "FD", "DSF", "ATP", "PSU"];

    /// <summary>Lignes que le plan donnerait aujourd'hui aux postes, et actions qui n'y entrent pas, avec la raison.</summary>
    public static (IReadOnlyList<LigneReportee> Lignes, IReadOnlyList<ActionRetenue> Retenues) Proposer(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (lignes, retenues) = (new List<LigneReportee>(), new List<ActionRetenue>());
        foreach (var action in dossier.Plan.Actions.Where(a => a.Poste.Length > 0 && PartageDuCout.Tranches(a).Any(t => t.ADemander > Montant.Zero)))
        {
            if (Obstacle(action) is { } obstacle)
            {
                retenues.Add(new(action, obstacle));
            }
            else
            {
                lignes.AddRange(Decouper(action, dossier.Chiffrage.Consolidation));
                if (dossier.Chiffrage.Consolidation is { } jour && Fin(action) >= jour && ApresConsolidation(action) is null)
                {
                    retenues.Add(new(action, "Les frais divers finissent à la consolidation : pour ce qui la suit, ajouter une action sous le poste qui convient, s’il y en a un."));
                }
            }
        }

        return (lignes, retenues);
    }

    /// <summary>Ce que le chiffrage gagnerait, perdrait ou changerait s'il suivait le plan ; vide s'il le suit déjà.</summary>
    public static IReadOnlyList<MouvementDeReport> Mouvements(Dossier dossier)
    {
        var (lignes, _) = Proposer(dossier);
        var attendues = lignes.GroupBy(l => (l.Action.Id, l.Poste)).ToDictionary(g => g.Key, g => new Queue<LigneReportee>(g));
        var portees = dossier.Chiffrage.Postes.SelectMany(s => Portees(s).Select(p => (Cle: (p.Action, s.Code), Ligne: p))).ToList();
        var mouvements = new List<MouvementDeReport>();
        foreach (var (cle, portee) in portees)
        {
            // Une action peut donner plusieurs tranches à un poste, dans l'ordre ; une ligne recopiée au-delà compterait deux fois et se retire.
            var attendue = attendues.GetValueOrDefault(cle) is { Count: > 0 } file ? file.Dequeue() : null;
            if (attendue is null || !attendue.Egale(portee))
            {
                mouvements.Add(new(cle.Code, attendue?.Libelle ?? portee.Libelle, portee.EnClair, attendue?.EnClair));
            }
        }

        mouvements.AddRange(attendues.Values.SelectMany(f => f).Select(l => new MouvementDeReport(l.Poste, l.Libelle, null, l.EnClair)));
        return [.. mouvements.OrderBy(m => Rang(m.Poste))];
    }

    /// <summary>
    /// Le dossier, ses postes suivant le plan : les lignes portées sont remplacées, celles saisies à la main restent. Les pièces
    /// d'une ligne portée la suivent.
    /// </summary>
    public static Dossier Reporter(Dossier dossier)
    {
        var parPoste = Proposer(dossier).Lignes.ToLookup(l => l.Poste, StringComparer.Ordinal);
        var saisies = dossier.Chiffrage.Postes.Select(s => Porter(s, [.. parPoste[s.Code]])).ToList();
        var presents = saisies.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        saisies.AddRange(Postes.Where(c => parPoste.Contains(c) && !presents.Contains(c)).Select(c => Porter(new() { Code = c }, [.. parPoste[c]])));

        // Un poste ouvert par le plan seul se referme avec lui.
        var vides = dossier.Chiffrage.Postes.Where(s => Portees(s).Any()).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        saisies.RemoveAll(s => s.Choix == ChoixPoste.Demander && vides.Contains(s.Code) && s.EstVierge());
        return dossier with { Chiffrage = dossier.Chiffrage with { Postes = saisies } };
    }

    private static string? Obstacle(ActionDuPlan action) => action switch
    {
        _ when !Postes.Contains(action.Poste) =>
            $"Le poste {action.Poste} ne reçoit pas de dépense du plan, seuls {Francais.Liste(Postes)} en reçoivent : changer le poste de l’action, ou saisir la somme sous ce poste.",
        { Du: null } => "Le premier jour manque : une dépense se demande à sa date.",
        { Rythme: not Rythme.UneFois, Au: null } => "Le dernier jour manque : sans lui, la dépense durerait la vie entière.",
        { Poste: "ATP", Rythme: Rythme.UneFois } => "Une dépense faite une seule fois n’est pas une aide par tierce personne : choisir un autre poste.",
        { Quantite: 0 } => "La quantité est nulle : rien n’est à demander.",
        _ => null,
    };

    // La consolidation partage une action en deux : ce qui la précède et ce qui la suit ne se demandent pas sous le même nom.
    // Chaque changement de payeur la partage encore : le reste n'est plus le même.
    private static IEnumerable<LigneReportee> Decouper(ActionDuPlan action, DateOnly? consolidation)
    {
        var (debut, fin) = (action.Du!.Value, Fin(action));
        if (consolidation is not { } jour || action.Poste == "PSU")
        {
            return Tranches(action, action.Poste, debut, fin);
        }

        var avant = debut < jour
            ? Tranches(action, action.Poste switch { "DSF" => "DSA", "ATP" => "FD", var code => code }, debut, Min(fin, jour.AddDays(-1)))
            : [];
        return fin >= jour && ApresConsolidation(action) is { } suivant ? avant.Concat(Tranches(action, suivant, Max(debut, jour), fin)) : avant;
    }

    private static IEnumerable<LigneReportee> Tranches(ActionDuPlan action, string poste, DateOnly du, DateOnly au)
    {
        var tranches = new List<(DateOnly Du, DateOnly Au, Montant Reste)>();
        foreach (var tranche in PartageDuCout.Tranches(action).Where(t => t.Du <= au && t.Au >= du))
        {
            var (debut, fin) = (Max(tranche.Du, du), Min(tranche.Au, au));
            if (tranches.Count > 0 && tranches[^1].Reste == tranche.ADemander)
            {
                tranches[^1] = tranches[^1] with { Au = fin };
            }
            else
            {
                tranches.Add((debut, fin, tranche.ADemander));
            }
        }

        return tranches.Where(t => t.Reste > Montant.Zero).Select(t => Ligne(action, poste, t.Du, t.Au, t.Reste)).Where(l => l.Depense is null or { Quantite: > 0 });
    }

    private static DateOnly Fin(ActionDuPlan action) => action.Rythme == Rythme.UneFois ? action.Du!.Value : action.Au!.Value;

    private static string? ApresConsolidation(ActionDuPlan action) => (action.Poste, action.Domaine) switch
    {
        ("DSA", _) or ("FD", DomaineDeVie.SoinsPsychiques or DomaineDeVie.Sante) => "DSF",
        ("FD", DomaineDeVie.Scolarite) => "PSU",
        ("FD", _) => null,
        var (code, _) => code,
    };

    private static LigneReportee Ligne(ActionDuPlan action, string poste, DateOnly du, DateOnly au, Montant reste) =>
        poste is "DSF" or "ATP" && action.Rythme != Rythme.UneFois
            ? new(action, poste, null, new()
            {
                Libelle = action.Intitule,
                Action = action.Id,
                Montant = Montant.Arrondir(action.Quantite * reste.Euros),
                Periodicite = action.Rythme switch
                {
                    Rythme.ParSemaine => Periodicite.Hebdomadaire,
                    Rythme.ParMois => Periodicite.Mensuelle,
                    _ => Periodicite.Annuelle,
                },
                Du = du,
                Au = au,
            })
            : new(
                action, poste,
                new()
                {
                    Libelle = action.Intitule,
                    Action = action.Id,
                    Nature = Nature(action.Domaine),
                    Date = du,
                    Quantite = action.Quantite * Occurrences(action, du, au),
                    PrixUnitaire = reste,
                },
                null);

    /// <summary>Nombre de fois qu'une action datée revient entre deux jours compris, comptées depuis son premier jour.</summary>
    internal static int Occurrences(ActionDuPlan action, DateOnly du, DateOnly au) =>
        JusquAu(action, au) - (du > action.Du ? JusquAu(action, du.AddDays(-1)) : 0);

    private static int JusquAu(ActionDuPlan action, DateOnly jour)
    {
        var du = action.Du!.Value;
        if (jour < du)
        {
            return 0;
        }

        var (mois, ans) = (((jour.Year - du.Year) * 12) + jour.Month - du.Month, jour.Year - du.Year);
        return action.Rythme switch
        {
            Rythme.ParSemaine => ((jour.DayNumber - du.DayNumber) / 7) + 1,
            Rythme.ParMois => du.AddMonths(mois) <= jour ? mois + 1 : mois,
            Rythme.ParAn => du.AddYears(ans) <= jour ? ans + 1 : ans,
            _ => 1,
        };
    }

    private static NatureDepense Nature(DomaineDeVie domaine) => domaine switch
    {
        DomaineDeVie.SoinsPsychiques or DomaineDeVie.Sante => NatureDepense.Soins,
        DomaineDeVie.Scolarite => NatureDepense.Scolarite,
        DomaineDeVie.Logement => NatureDepense.Relogement,
        DomaineDeVie.Numerique => NatureDepense.SecuriteNumerique,
        _ => NatureDepense.Autre,
    };

    private static IEnumerable<LignePortee> Portees(SaisiePoste saisie) =>
    [
        .. saisie.Depenses.Where(d => d.Action.Length > 0).Select(d => new LignePortee(d.Action, d, null)),
        .. saisie.Rentes.Where(r => r.Action.Length > 0).Select(r => new LignePortee(r.Action, null, r)),
    ];

    private static SaisiePoste Porter(SaisiePoste saisie, IReadOnlyList<LigneReportee> lignes) => saisie with
    {
        Depenses =
        [
            .. saisie.Depenses.Where(d => d.Action.Length == 0),
            .. lignes.Select(l => l.Depense).OfType<Depense>().Select(d => d with { Pieces = PiecesDe(saisie.Depenses.Where(a => a.Action == d.Action).Select(a => (a.Date, a.Pieces)), d.Date) }),
        ],
        Rentes =
        [
            .. saisie.Rentes.Where(r => r.Action.Length == 0),
            .. lignes.Select(l => l.Rente).OfType<Rente>().Select(r => r with { Pieces = PiecesDe(saisie.Rentes.Where(a => a.Action == r.Action).Select(a => (a.Du, a.Pieces)), r.Du) }),
        ],
    };

    // La tranche du même jour d'abord ; à défaut la première : le coût qu'elles prouvent est le même.
    private static IReadOnlyList<string> PiecesDe(IEnumerable<(DateOnly? Du, IReadOnlyList<string> Pieces)> portees, DateOnly? jour) =>
        portees.OrderByDescending(p => p.Du == jour).FirstOrDefault().Pieces ?? [];

    private static int Rang(string poste)
    {
        var rang = 0;
        while (rang < Postes.Count && Postes[rang] != poste)
        {
            rang++;
        }

        return rang;
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>Ligne que le plan donne à un poste : une dépense datée, ou une rente bornée.</summary>
/// <param name="Action">Action dont elle vient.</param>
/// <param name="Poste">Code du poste.</param>
/// <param name="Depense">Dépense ; rien pour une rente.</param>
/// <param name="Rente">Rente ; rien pour une dépense.</param>
public sealed record LigneReportee(ActionDuPlan Action, string Poste, Depense? Depense, Rente? Rente)
{
    /// <summary>Objet.</summary>
    public string Libelle => Action.Intitule;

    /// <summary>« 26 × 70,00 € à partir du 5 janvier 2026 ».</summary>
    public string EnClair => new LignePortee(Action.Id, Depense, Rente).EnClair;

    /// <summary>Ce que des tiers paient d'une unité, sans les avances : ces sommes n'entrent pas dans la ligne.</summary>
    public IReadOnlyList<PartPayee> Tiers =>
        [.. PartageDuCout.Au(Action, Depense?.Date ?? Rente?.Du ?? DateOnly.MinValue).Parts.Where(p => !p.Avance && p.Montant > Montant.Zero)];

    internal bool Egale(LignePortee portee) =>
        portee.Depense == (portee.Depense is { } d ? Depense is { } a ? a with { Pieces = d.Pieces } : null : Depense)
        && portee.Rente == (portee.Rente is { } r ? Rente is { } b ? b with { Pieces = r.Pieces } : null : Rente);
}

/// <summary>Action qui n'entre pas au chiffrage.</summary>
/// <param name="Action">Action.</param>
/// <param name="Raison">Ce qui manque, et que faire.</param>
public sealed record ActionRetenue(ActionDuPlan Action, string Raison);

/// <summary>Une ligne du chiffrage qui ne suit pas le plan.</summary>
/// <param name="Poste">Code du poste.</param>
/// <param name="Libelle">Objet.</param>
/// <param name="Avant">Ligne d'aujourd'hui ; rien si elle serait ajoutée.</param>
/// <param name="Apres">Ligne que le plan donnerait ; rien si elle serait retirée.</param>
public sealed record MouvementDeReport(string Poste, string Libelle, string? Avant, string? Apres);

/// <summary>Ligne du chiffrage venue du plan.</summary>
internal sealed record LignePortee(string Action, Depense? Depense, Rente? Rente)
{
    public string Libelle => Depense?.Libelle ?? Rente?.Libelle ?? "";

    public string EnClair => (Depense, Rente) switch
    {
        ({ } d, _) => $"{(d.Quantite == 1 ? "" : $"{Francais.Nombre(d.Quantite)} × ")}{d.PrixUnitaire}{(d.Date is { } le ? $", {(d.Quantite == 1 ? "le" : "à partir du")} {Francais.Date(le)}" : "")}",
        (_, { } r) => $"{r.Montant} {Rythme(r.Periodicite)}{(r.Du is { } du ? $", {Francais.Periode(du, r.Au)}" : "")}",
        _ => "",
    };

    private static string Rythme(Periodicite periodicite) => periodicite switch
    {
        Periodicite.Hebdomadaire => "par semaine",
        Periodicite.Mensuelle => "par mois",
        Periodicite.Trimestrielle => "par trimestre",
        Periodicite.Quotidienne => "par jour",
        _ => "par an",
    };
}
