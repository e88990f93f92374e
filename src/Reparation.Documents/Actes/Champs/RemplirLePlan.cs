using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Plan de reconstruction et budget du mois, en mots.</summary>
internal sealed class RemplirLePlan(Dossier dossier)
{
    private const string HorsIndemnisation = "hors indemnisation";

    public ChampsPlan Tout()
    {
        var plan = dossier.Plan;
        var payantes = plan.Actions.Where(a => a.CoutUnitaire > Montant.Zero).Select(a => new Depense(a)).ToList();
        var mensuelles = payantes.Where(d => !d.Ponctuelle).ToList();
        var ponctuelles = payantes.Where(d => d.Ponctuelle).ToList();
        return new()
        {
            EtabliLe = Mots.Date(plan.EtabliLe),
            Accompagnant = Texte(plan.Accompagnant),
            CeQuiCompte = Texte(plan.CeQuiCompte),
            PersonnesDeConfiance = Texte(plan.PersonnesDeConfiance),
            RevueLe = Mots.Date(plan.RevueLe),
            Domaines = Domaines(),
            Mensuelles = [.. mensuelles.Select(d => d.Ligne())],
            Ponctuelles = [.. ponctuelles.Select(d => d.Ligne())],
            CoutMensuel = Somme(mensuelles, d => d.Cout),
            PrisEnChargeMensuel = Somme(mensuelles, d => d.PrisEnCharge),
            ResteMensuel = Somme(mensuelles, d => d.Reste),
            CoutPonctuel = Somme(ponctuelles, d => d.Cout),
            PrisEnChargePonctuel = Somme(ponctuelles, d => d.PrisEnCharge),
            RestePonctuel = Somme(ponctuelles, d => d.Reste),
            ParPoste = [.. payantes.Where(d => d.Reste > Montant.Zero).GroupBy(d => d.Poste).OrderBy(g => g.Key == HorsIndemnisation).Select(g =>
                new ChampsPartDePoste(g.Key, Somme(g.Where(d => !d.Ponctuelle), d => d.Reste), Somme(g.Where(d => d.Ponctuelle), d => d.Reste)))],
            MoisFinances = Mois(Montant.Total(mensuelles.Select(d => d.Reste)), Montant.Total(ponctuelles.Select(d => d.Reste))),
        };
    }

    private static string Somme(IEnumerable<Depense> depenses, Func<Depense, Montant> part) => Montant.Total(depenses.Select(part)).ToString();

    // Les dépenses faites une fois se paient d'abord ; un mois entamé n'est pas un mois financé.
    private string? Mois(Montant resteMensuel, Montant restePonctuel)
    {
        if (dossier.Chiffrage.ProvisionDemandee is not { } provision || resteMensuel == Montant.Zero || provision <= restePonctuel)
        {
            return null;
        }

        var mois = decimal.Floor((provision - restePonctuel).Euros / resteMensuel.Euros);
        return mois == 0 ? null : Langue.Nombre(mois, 0) + Langue.Insecable + "mois";
    }

    private List<ChampsDomaine> Domaines() =>
    [
        .. Enum.GetValues<DomaineDeVie>()
            .Where(d => dossier.Plan.Objectifs.Any(o => o.Domaine == d) || dossier.Plan.Actions.Any(a => a.Domaine == d))
            .Select(d => new ChampsDomaine
            {
                Titre = De(d),
                Objectifs = [.. dossier.Plan.Objectifs.Where(o => o.Domaine == d).Select((o, i) => new ChampsObjectif
                {
                    Repere = Texte(o.Intitule) ?? RemplirLesChamps.Rang("objectif", i),
                    Intitule = Texte(o.Intitule),
                    Indicateur = Texte(o.Indicateur),
                    Echeance = Mots.Date(o.Echeance),
                })],
                Actions = [.. dossier.Plan.Actions.Where(a => a.Domaine == d).Select(a => new Depense(a).Action())],
            }),
    ];

    /// <summary>Une action, ramenée au mois : une semaine compte pour 52/12, une année pour 1/12.</summary>
    private sealed class Depense(ActionDuPlan action)
    {
        public bool Ponctuelle => action.Rythme == Rythme.UneFois;

        public Montant Cout => AuMois(action.CoutUnitaire);

        public Montant PrisEnCharge => Montant.Min(AuMois(action.PrisEnCharge), Cout);

        public Montant Reste => Cout - PrisEnCharge;

        public string Poste { get; } = string.IsNullOrWhiteSpace(action.Poste)
            ? HorsIndemnisation
            : Nomenclature.Trouver(action.Poste) is { } poste ? $"{Francais.Tournures.Minuscule(poste.Nom)} ({poste.Code})" : action.Poste;

        public ChampsLigneDeBudget Ligne() => new()
        {
            Repere = Texte(action.Intitule) ?? "action",
            Intitule = Texte(action.Intitule),
            Calcul = Calcul(),
            Cout = Cout.ToString(),
            PrisEnCharge = PrisEnCharge.ToString(),
            Reste = Reste.ToString(),
            Poste = Poste,
        };

        public ChampsAction Action() => new()
        {
            Repere = Texte(action.Intitule) ?? "action",
            Intitule = Texte(action.Intitule),
            Intervenant = Texte(action.Intervenant),
            Periode = action.Du is { } du ? Langue.Periode(du, Ponctuelle ? action.Au ?? du : action.Au)
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
            Cout = Cout + (Ponctuelle ? "" : " par mois"),
            PrisEnCharge = PrisEnCharge > Montant.Zero ? PrisEnCharge.ToString() : null,
            Financeur = Texte(action.Financeur),
            Reste = Reste + (Ponctuelle ? "" : " par mois"),
            SourceDuCout = Texte(action.SourceDuCout),
            Poste = Poste,
        };

        private Montant AuMois(Montant unite) => Montant.Arrondir(unite.Euros * action.Quantite * action.Rythme switch
        {
            Rythme.ParSemaine => 52m / 12m,
            Rythme.ParAn => 1m / 12m,
            _ => 1m,
        });

        private string Calcul() => $"{Langue.Nombre(action.Quantite)} × {action.CoutUnitaire}" + action.Rythme switch
        {
            Rythme.ParSemaine => " × 52 ÷ 12",
            Rythme.ParAn => " ÷ 12",
            _ => "",
        };
    }
}
