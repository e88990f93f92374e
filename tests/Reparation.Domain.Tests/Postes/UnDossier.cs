using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Cas;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Dossier fictif minimal, et l'évaluation d'un seul de ses postes.</summary>
internal static class UnDossier
{
    public static readonly Dossier Consolide = new()
    {
        Reference = "essai",
        Pseudonyme = "Essai",
        Fictif = true,
        Enfant = new() { DateDeNaissance = Jour("2008-03-01"), Sexe = Sexe.Feminin },
        Chiffrage = new() { Consolidation = Jour("2026-03-01"), DateDeDecision = Jour("2027-03-01") },
    };

    public static readonly Dossier NonConsolide = Consolide with
    {
        Chiffrage = Consolide.Chiffrage with { Consolidation = null },
    };

    public static Montant Euros(decimal euros) => Montant.DeEuros(euros);

    public static Dossier Avec(this Dossier dossier, params IReadOnlyList<SaisiePoste> saisies) =>
        dossier with { Chiffrage = dossier.Chiffrage with { Postes = saisies } };

    public static Bilan Evaluer(this Dossier dossier) => Chiffreur.Evaluer(dossier, Editions.Embarquees);

    public static PosteEvalue Poste(this Dossier dossier, SaisiePoste saisie) =>
        dossier.Avec(saisie).Evaluer().Directs.Single(p => p.Poste.Code == saisie.Code);

    public static Evaluation.Chiffree Chiffrer(this Dossier dossier, SaisiePoste saisie) =>
        Assert.IsType<Evaluation.Chiffree>(dossier.Poste(saisie).Evaluation);

    public static Evaluation.AReserver Reserver(this Dossier dossier, SaisiePoste saisie) =>
        Assert.IsType<Evaluation.AReserver>(dossier.Poste(saisie).Evaluation);

    public static SaisiePoste Motive(string code, decimal euros) =>
        new() { Code = code, Montant = Euros(euros), Motif = "Motif d'essai." };

    public static PeriodeDeGene Gene(string du, string au, decimal taux) => new() { Du = Jour(du), Au = Jour(au), Taux = taux };
}
