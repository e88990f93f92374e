using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Un budget de vie daté d'où partir : étudiant, apprenti, jeune travailleur, avec ou sans aide. Il s'adapte, il ne s'impose jamais.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Situation">Situation.</param>
/// <param name="Conseil">Ce qu'il suppose.</param>
/// <param name="Depenses">Dépenses, sans date.</param>
/// <param name="Revenus">Revenus, sans date.</param>
public sealed record BudgetDeVie(
    string Id, string Situation, string Conseil, IReadOnlyList<DepenseDuBudget> Depenses, IReadOnlyList<RevenuDeModele> Revenus)
{
    private static readonly Lazy<(Montant Reserve, IReadOnlyList<BudgetDeVie> Tous)> Livres = new(Lire);

    /// <summary>Budgets livrés.</summary>
    public static IReadOnlyList<BudgetDeVie> Tous => Livres.Value.Tous;

    /// <summary>Budget de cet identifiant, ou rien.</summary>
    public static BudgetDeVie? Trouver(string? id) => Tous.FirstOrDefault(b => b.Id == id);

    /// <summary>
    /// Scénario de départ : les mois partent du jour donné, la vie autonome de la majorité si elle est à venir. Aucune somme n'est
    /// attendue : c'est à l'utilisateur de les dire.
    /// </summary>
    /// <param name="jour">Jour du calcul.</param>
    /// <param name="majorite">Majorité ; vide si elle est inconnue.</param>
    public ScenarioDeVie Commencer(DateOnly jour, DateOnly? majorite)
    {
        var debut = majorite > jour ? majorite.Value : jour;
        return new()
        {
            Libelle = Situation,
            Calcul = jour,
            Reserve = Livres.Value.Reserve,
            Depenses = [.. Depenses.Select(d => d with { Du = debut })],
            Revenus =
            [
                // Une aide qui finit à vingt et un ans ne se compte pas au-delà ; sans naissance connue, trois ans sont supposés.
                .. Revenus.Select(r => r.Revenu with
                {
                    Du = debut,
                    Au = r.Duree is { } mois ? debut.AddMonths(mois).AddDays(-1) : (majorite ?? debut).AddYears(3).AddDays(-1),
                }).Where(r => r.Du <= r.Au),
            ],
        };
    }

    /// <summary>Ajoute ce scénario à ceux du plan.</summary>
    /// <param name="plan">Plan de départ.</param>
    /// <param name="jour">Jour du calcul.</param>
    /// <param name="majorite">Majorité ; vide si elle est inconnue.</param>
    public PlanDeReconstruction Ajouter(PlanDeReconstruction plan, DateOnly jour, DateOnly? majorite)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan with { Scenarios = [.. plan.Scenarios, Commencer(jour, majorite) with { Id = ModeleDePlan.Libre("s", plan.Scenarios.Select(s => s.Id)) }] };
    }

    private static (Montant Reserve, IReadOnlyList<BudgetDeVie> Tous) Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/vies.json", SourcesDuDroit.Fichiers);
        return (fiche.Montant(fiche.Racine.GetProperty("reserve"), "montant"),
        [
            .. fiche.Elements(fiche.Racine, "budgets").Select(b => new BudgetDeVie(
                fiche.Texte(b, "id"),
                fiche.Texte(b, "situation"),
                fiche.Texte(b, "conseil"),
                [.. fiche.Elements(b, "depenses").Select(d => new DepenseDuBudget
                {
                    Libelle = fiche.Texte(d, "libelle"),
                    Montant = fiche.Montant(d, "montant"),
                    UneFois = d.TryGetProperty("uneFois", out _) && fiche.Booleen(d, "uneFois"),
                    SourceDuMontant = Citer(fiche, d),
                })],
                [.. fiche.Elements(b, "revenus").Select(r => new RevenuDeModele(
                    new()
                    {
                        Libelle = fiche.Texte(r, "libelle"),
                        ParMois = fiche.Montant(r, "parMois"),
                        MoisParAn = (int)fiche.Nombre(r, "moisParAn"),
                        SourceDuMontant = Citer(fiche, r),
                    },
                    r.TryGetProperty("duree", out _) ? (int)fiche.Nombre(r, "duree") : null))])),
        ]);
    }

    private static string Citer(Fiche fiche, JsonElement ligne)
    {
        var source = ligne.GetProperty("source");
        var confiance = fiche.Parmi<Confiance>(source, "confiance");
        return $"{fiche.Texte(source, "intitule")}{(confiance is Confiance.Memoire ? ", à vérifier" : "")} ; lu le {Francais.Date(fiche.Date(fiche.Racine, "verifieLe"))}"
            .Replace(" ;", "\u202F;", StringComparison.Ordinal);
    }
}

/// <summary>Revenu d'un budget de départ.</summary>
/// <param name="Revenu">Revenu, sans date.</param>
/// <param name="Duree">Mois qu'il dure ; vide s'il dure jusqu'à vingt et un ans.</param>
public sealed record RevenuDeModele(RevenuAttendu Revenu, int? Duree);
