using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Ce dont l'évaluation d'un poste a besoin en dehors de sa propre saisie.</summary>
internal sealed record Contexte(Dossier Dossier, Editions Editions)
{
    public Chiffrage Chiffrage => Dossier.Chiffrage;

    public EditionIndemnisation? Referentiel { get; } = Editions.TrouverIndemnisation(Dossier.Chiffrage.Referentiel);

    public EditionCapitalisation? Bareme { get; } = Editions.TrouverCapitalisation(Dossier.Chiffrage.Bareme);

    public DateOnly? Naissance => Dossier.Enfant.DateDeNaissance;

    public Sexe? Sexe => Dossier.Enfant.Sexe;

    /// <summary>Consolidation de la victime du poste ; celle de l'enfant n'est pas celle d'un proche.</summary>
    public DateOnly? Consolidation => PourUnProche ? null : Chiffrage.Consolidation;

    public bool PourUnProche { get; init; }

    /// <summary>Proche dont le poste s'évalue ; vide pour l'enfant.</summary>
    public Proche? Proche { get; init; }
}
