using Reparation.Documents.Blocs.Graphiques;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Plan de reconstruction et budget du mois, en mots.</summary>
internal sealed class RemplirLePlan(Dossier dossier, DateOnly date, AnnuaireDesServices annuaire)
{
    private const string HorsIndemnisation = "hors indemnisation";

    public ChampsPlan Tout()
    {
        var plan = dossier.Plan;
        var budget = BudgetDuPlan.Calculer(plan, date);
        var payantes = budget.Lignes.Where(l => l.Action.CoutUnitaire > Montant.Zero).ToList();
        return new()
        {
            EtabliLe = Mots.Date(plan.EtabliLe),
            Accompagnant = Texte(plan.Accompagnant),
            CeQuiCompte = Texte(plan.CeQuiCompte),
            PersonnesDeConfiance = Texte(plan.PersonnesDeConfiance),
            RevueLe = Mots.Date(plan.RevueLe),
            Domaines = Domaines(budget),
            TroisObjectifs = [.. SuiviDesObjectifs.Suivre(plan).Where(o => o.Objectif.Etat is EtatDObjectif.EnCours or EtatDObjectif.ARevoir).Take(3).Select(Objectif)],
            DerniereRevue = SuiviDesObjectifs.Tenues(plan) is [.., var revue]
                ? new(Langue.Date(revue.Le!.Value), Texte(revue.Presents), Texte(revue.CeQuiAAide), Texte(revue.CeQuiChange))
                : null,
            Mensuelles = [.. payantes.Where(l => !l.UneFois).Select(Ligne)],
            Ponctuelles = [.. payantes.Where(l => l.UneFois).Select(Ligne)],
            CoutMensuel = budget.CoutMensuel.ToString(),
            PrisEnChargeMensuel = budget.PrisEnChargeMensuel.ToString(),
            ResteMensuel = budget.ResteMensuel.ToString(),
            CoutPonctuel = budget.CoutUnique.ToString(),
            PrisEnChargePonctuel = (budget.CoutUnique - budget.ResteUnique).ToString(),
            RestePonctuel = budget.ResteUnique.ToString(),
            ParPayeur = [.. budget.ParPayeur.Select(p => new ChampsPayeur(p.Nom, p.Avance, p.ParMois.ToString(), p.UneFois.ToString()))],
            ParPoste = [.. payantes.Where(l => l.Partage.ADemander > Montant.Zero).GroupBy(l => Poste(l.Action)).OrderBy(g => g.Key == HorsIndemnisation).Select(g =>
                new ChampsPartDePoste(g.Key, ADemander(g.Where(l => !l.UneFois)), ADemander(g.Where(l => l.UneFois))))],
            Services = [.. annuaire.Cites(plan).Select(s => new ChampsService(s.Nom, Texte(s.Coordonnees), s.Pour,
                Texte(s.Source is { ARelire: true } ? $"{s.Acces.TrimEnd('.')} (de mémoire, à vérifier)." : s.Acces)))],
            LesScenarios = new(() => RemplirLeTemps.Tout(dossier)),
            LeCalendrier = new(() => CalendrierDuPlan.Dessiner(plan) is not null),
            LeSuivi = new(() => CourbesDuSuivi.Dessiner(plan) is not null),
            LesMois = new(() => [.. ChargeDuPlan.ParMois(plan).Select(m => new ChampsMoisDuPlan(
                Langue.Mois(m.Debut), Langue.Nombre(m.Actions), Langue.Nombre(m.Reprises), m.TropPlein))]),
            LesAges = new(() => [.. AgesDuPlan.AVenir(dossier, date).Select(a => new ChampsAgeDuPlan(a.Libelle, Langue.Date(a.Le), a.AFaire))]),
            MoisLePlusLourd = MoisLePlusLourd(payantes),
            MoisFinances = Mois(budget),
        };
    }

    private static string ADemander(IEnumerable<LigneDeBudget> lignes) => Montant.Total(lignes.Select(l => l.Partage.ADemander)).ToString();

    // Le total du mois additionne des actions dont l'une peut finir avant qu'une autre commence.
    private ChampsMoisLourd? MoisLePlusLourd(IEnumerable<LigneDeBudget> payantes)
    {
        var repetees = payantes.Where(l => !l.UneFois).Select(l => l.Action).ToList();
        return repetees.Max(a => a.Du) > repetees.Min(a => a.Au) && BudgetDuPlan.ParMois(dossier.Plan).MaxBy(m => m.Reste) is { } mois
            ? new(Langue.Mois(mois.Debut), mois.Reste.ToString())
            : null;
    }

    // Les dépenses faites une fois se paient d'abord ; un mois entamé n'est pas un mois financé.
    private string? Mois(BudgetDuPlan budget)
    {
        if (dossier.Chiffrage.ProvisionDemandee is not { } provision || budget.ResteMensuel == Montant.Zero || provision <= budget.ResteUnique)
        {
            return null;
        }

        var mois = decimal.Floor((provision - budget.ResteUnique).Euros / budget.ResteMensuel.Euros);
        return mois == 0 ? null : Langue.Nombre(mois, 0) + Langue.Insecable + "mois";
    }

    private List<ChampsDomaine> Domaines(BudgetDuPlan budget) =>
    [
        .. Enum.GetValues<DomaineDeVie>()
            .Where(d => dossier.Plan.Objectifs.Any(o => o.Domaine == d) || dossier.Plan.Actions.Any(a => a.Domaine == d && !a.EstEcartee()))
            .Select(d => new ChampsDomaine
            {
                Titre = De(d),
                Objectifs = [.. SuiviDesObjectifs.Suivre(dossier.Plan).Where(o => o.Objectif.Domaine == d).Select(Objectif)],
                Actions = [.. budget.Lignes.Where(l => l.Action.Domaine == d).Select(Action)],
            }),
    ];

    private static ChampsObjectif Objectif(ObjectifSuivi suivi, int rang) => new()
    {
        Repere = Texte(suivi.Objectif.Intitule) ?? RemplirLesChamps.Rang("objectif", rang),
        Intitule = Texte(suivi.Objectif.Intitule),
        Indicateur = Texte(suivi.Objectif.Indicateur),
        Echeance = Mots.Date(suivi.Objectif.Echeance),
        Etat = suivi.Objectif.Etat == EtatDObjectif.EnCours ? null : De(suivi.Objectif.Etat),
        NoteDeLEnfant = Note(suivi.Derniere?.Enfant),
        NoteDeLAdulte = Note(suivi.Derniere?.Adulte),
        ABaisse = suivi.ABaisse,
    };

    private static string? Note(int? note) => note is { } n ? Langue.Nombre(n) : null;

    private static ChampsLigneDeBudget Ligne(LigneDeBudget ligne) => new()
    {
        Repere = Texte(ligne.Action.Intitule) ?? "action",
        Intitule = Texte(ligne.Action.Intitule),
        Calcul = Calcul(ligne.Action),
        Cout = ligne.Cout.ToString(),
        PrisEnCharge = ligne.PrisEnCharge.ToString(),
        Reste = ligne.Reste.ToString(),
        Poste = Poste(ligne.Action),
    };

    private static ChampsAction Action(LigneDeBudget ligne)
    {
        var action = ligne.Action;
        var parMois = ligne.UneFois ? "" : " par mois";
        return new()
        {
            Repere = Texte(action.Intitule) ?? "action",
            Intitule = Texte(action.Intitule),
            Intervenant = Texte(action.Intervenant),
            Periode = action.Du is { } du ? Langue.Periode(du, ligne.UneFois ? action.Au ?? du : action.Au)
                : action.Au is { } au ? $"jusqu’au {Langue.Date(au)}" : null,
            Rythme = (action.Rythme, action.Quantite) switch
            {
                (Rythme.UneFois, 1) => "une fois",
                (Rythme.ParSemaine, 1) => "chaque semaine",
                (Rythme.ParMois, 1) => "chaque mois",
                (Rythme.ParAn, 1) => "chaque année",
                _ => $"{Langue.Nombre(action.Quantite)} {De(action.Rythme)}",
            },
            Payante = action.CoutUnitaire > Montant.Zero,
            Cout = ligne.Cout + parMois,
            Payeurs = Texte(string.Join(", ", ligne.Partage.Parts.Where(p => p.Montant > Montant.Zero).Select(p => $"{Francais.Tournures.Minuscule(p.Nom)} {p.Montant}"))),
            Changements = Changements(action),
            Reste = ligne.Reste + parMois,
            SourceDuCout = Texte(action.SourceDuCout),
            Poste = Poste(action),
            Prealable = Texte(action.Prealable),
            Faite = action.Etat == EtatDAction.Faite,
        };
    }

    // Le reste d'une unité, tranche par tranche, quand un payeur commence ou cesse en cours d'action.
    private static string? Changements(ActionDuPlan action)
    {
        var tranches = PartageDuCout.Tranches(action);
        return tranches.Count < 2 ? null : Langue.Liste([.. tranches.Skip(1).Select(t => $"{t.Reste} à partir du {Langue.Date(t.Du)}")]);
    }

    private static string Poste(ActionDuPlan action) => string.IsNullOrWhiteSpace(action.Poste)
        ? HorsIndemnisation
        : Nomenclature.Trouver(action.Poste) is { } poste ? $"{Francais.Tournures.Minuscule(poste.Nom)} ({poste.Code})" : action.Poste;

    private static string Calcul(ActionDuPlan action) => $"{Langue.Nombre(action.Quantite)} × {action.CoutUnitaire}" + action.Rythme switch
    {
        Rythme.ParSemaine => " × 52 ÷ 12",
        Rythme.ParAn => " ÷ 12",
        _ => "",
    };
}
