using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Points de départ d'un plan, par situation. Ils s'adaptent avec l'enfant et ne s'imposent jamais.</summary>
public sealed class ModelesDePlan
{
    private ModelesDePlan(Fiche fiche, IReadOnlyDictionary<string, CoutUsuel> couts)
    {
        Origine = fiche.Texte("origine");
        var blocs = fiche.Elements(fiche.Racine, "blocs").ToDictionary(b => fiche.Texte(b, "id"), b => Bloc(fiche, b, couts), StringComparer.Ordinal);
        Tous =
        [
            .. fiche.Elements(fiche.Racine, "modeles").Select(m => new ModeleDePlan(
                fiche.Texte(m, "id"),
                fiche.Texte(m, "situation"),
                fiche.Texte(m, "conseil"),
                [.. fiche.Textes(m, "techniques").Select(t => fiche.EnEnum<Technique>(t, "techniques"))],
                [.. fiche.Textes(m, "blocs").Select(id => blocs.TryGetValue(id, out var bloc) ? bloc : throw fiche.Malformee($"bloc « {id} » absent"))])),
        ];
    }

    /// <summary>Modèles livrés.</summary>
    public static ModelesDePlan Embarques { get; } = Lire();

    /// <summary>D'où ils viennent, et ce qui y est cité de mémoire.</summary>
    public string Origine { get; }

    /// <summary>Tous.</summary>
    public IReadOnlyList<ModeleDePlan> Tous { get; }

    /// <summary>Modèle de cet identifiant, ou rien.</summary>
    public ModeleDePlan? Trouver(string id) => Tous.FirstOrDefault(m => m.Id == id);

    private static BlocDePlan Bloc(Fiche fiche, JsonElement bloc, IReadOnlyDictionary<string, CoutUsuel> couts)
    {
        var domaine = fiche.Parmi<DomaineDeVie>(bloc, "domaine");
        return new(
            domaine,
            fiche.Texte(bloc, "objectif"),
            (int)fiche.Nombre(bloc, "delai"),
            fiche.Texte(bloc, "indicateur"),
            [.. fiche.Elements(bloc, "actions").Select(a => Action(fiche, a, domaine, couts))]);
    }

    private static ActionDeModele Action(Fiche fiche, JsonElement a, DomaineDeVie domaine, IReadOnlyDictionary<string, CoutUsuel> couts)
    {
        var cout = fiche.TexteOuVide(a, "cout") is { Length: > 0 } id
            ? couts.TryGetValue(id, out var usuel) ? usuel : throw fiche.Malformee($"coût « {id} » absent")
            : null;
        var payeur = fiche.TexteOuVide(a, "payeur");
        return new(
            (int)fiche.Nombre(a, "debut"),
            a.TryGetProperty("mois", out _) ? (int)fiche.Nombre(a, "mois") : null,
            new ActionDuPlan
            {
                Domaine = domaine,
                Intitule = fiche.Texte(a, "intitule"),
                Intervenant = fiche.Texte(a, "intervenant"),
                Quantite = fiche.Nombre(a, "quantite"),
                Rythme = fiche.Parmi<Rythme>(a, "rythme"),
                CoutUnitaire = cout?.Usuel ?? Montant.Zero,
                Payeurs = payeur.Length > 0 ? [new() { Payeur = Payeur.Trouver(payeur)?.Id ?? throw fiche.Malformee($"payeur « {payeur} » absent") }] : [],
                SourceDuCout = cout?.EnClair ?? "",
                Poste = fiche.TexteOuVide(a, "poste"),
                Prealable = fiche.TexteOuVide(a, "prealable"),
            });
    }

    private static ModelesDePlan Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/modeles.json", SourcesDuDroit.Fichiers);
        return new(fiche, CoutUsuel.Tous);
    }
}

/// <summary>Point de départ pour une situation.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Situation">Situation, en termes du métier.</param>
/// <param name="Conseil">Ce qu'il faut savoir avant de l'employer.</param>
/// <param name="Techniques">Formes de l'atteinte qui l'appellent.</param>
/// <param name="Blocs">Objectifs et actions.</param>
public sealed record ModeleDePlan(
    string Id, string Situation, string Conseil, IReadOnlyList<Technique> Techniques, IReadOnlyList<BlocDePlan> Blocs)
{
    /// <summary>Vrai si une forme relevée au dossier l'appelle.</summary>
    public bool Convient(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Faits.Any(f => f.Techniques.Any(Techniques.Contains));
    }

    /// <summary>Ajoute ses objectifs et ses actions à un plan. Ce que le plan porte déjà, par son intitulé, n'est ni doublé ni changé.</summary>
    /// <param name="plan">Plan de départ.</param>
    /// <param name="jour">Jour dont partent les échéances.</param>
    public PlanDeReconstruction Commencer(PlanDeReconstruction plan, DateOnly jour)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (objectifs, actions) = (plan.Objectifs.ToList(), plan.Actions.ToList());
        foreach (var bloc in Blocs.Where(b => !objectifs.Exists(o => o.Intitule == b.Objectif)))
        {
            var objectif = new Objectif
            {
                Id = Libre("b", objectifs.Select(o => o.Id)),
                Domaine = bloc.Domaine,
                Intitule = bloc.Objectif,
                Indicateur = bloc.Indicateur,
                Echeance = jour.AddDays(bloc.Delai),
            };
            objectifs.Add(objectif);
            foreach (var action in bloc.Actions)
            {
                var debut = jour.AddDays(action.Debut);
                actions.Add(action.Action with
                {
                    Id = Libre("a", actions.Select(a => a.Id)),
                    Objectif = objectif.Id,
                    Du = debut,
                    Au = action.Mois is { } mois ? debut.AddMonths(mois).AddDays(-1) : null,
                });
            }
        }

        return plan with { Objectifs = objectifs, Actions = actions, EtabliLe = plan.EtabliLe ?? jour };
    }

    internal static string Libre(string prefixe, IEnumerable<string> pris)
    {
        var tous = pris.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, tous.Count + 1).Select(n => prefixe + n.ToString(System.Globalization.CultureInfo.InvariantCulture)).First(id => !tous.Contains(id));
    }
}

/// <summary>Un objectif et ses actions.</summary>
/// <param name="Domaine">Domaine de vie.</param>
/// <param name="Objectif">Objectif, à la première personne : l'enfant le lit.</param>
/// <param name="Delai">Jours pour l'atteindre.</param>
/// <param name="Indicateur">À quoi l'on verra qu'il est atteint.</param>
/// <param name="Actions">Actions.</param>
public sealed record BlocDePlan(
    DomaineDeVie Domaine, string Objectif, int Delai, string Indicateur, IReadOnlyList<ActionDeModele> Actions);

/// <summary>Une action d'un modèle.</summary>
/// <param name="Debut">Jours avant qu'elle commence.</param>
/// <param name="Mois">Mois qu'elle dure ; vide si elle n'a pas de terme.</param>
/// <param name="Action">Action telle qu'elle entre au plan, sans date ni identifiant.</param>
public sealed record ActionDeModele(int Debut, int? Mois, ActionDuPlan Action);
