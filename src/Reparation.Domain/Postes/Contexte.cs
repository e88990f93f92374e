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

    /// <summary>Jour du premier fait daté ; nul si aucun ne l'est.</summary>
    public DateOnly? PremierFait { get; } = Premier(Dossier.Faits);

    public bool PourUnProche => Proche is not null;

    /// <summary>Proche dont le poste est évalué ; nul pour l'enfant.</summary>
    public Proche? Proche { get; init; }

    /// <summary>Jour de valeur d'une somme passée ; vide si elle n'est pas datée, ou si elle vient après la décision prévue.</summary>
    public DateOnly? Passe(DateOnly? jour) => jour > Chiffrage.DateDeDecision ? null : jour;

    /// <summary>Identifiant du proche ; vide pour l'enfant.</summary>
    public string IdDuProche => Proche?.Id ?? "";

    /// <summary>
    /// Part dont le débiteur répond, de 0 à 1. Sans motif, elle reste entière : la limitation est une décision de justice,
    /// jamais un défaut de saisie.
    /// </summary>
    public decimal PartDuDroit { get; } = Dossier.Chiffrage is { PartDuDroit: { } part } chiffrage
        && !string.IsNullOrWhiteSpace(chiffrage.MotifDeLaPart)
            ? Math.Clamp(part, 0, 100) / 100
            : 1;

    private static DateOnly? Premier(IReadOnlyList<Fait> faits)
    {
        DateOnly? premier = null;
        foreach (var fait in faits)
        {
            if (fait.Du is { } du && !(premier <= du))
            {
                premier = du;
            }
        }

        return premier;
    }
}
