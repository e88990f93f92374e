using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>
/// Règle de contrôle : double emploi possible, date qui ne s'accorde pas, preuve absente. Elle avertit et explique ; l'avocat
/// corrige, ou répond par une raison qui reste au dossier. Elle n'empêche jamais de travailler.
/// </summary>
/// <param name="Id">Identifiant stable, auquel une réponse se rattache.</param>
/// <param name="Titre">Intitulé court.</param>
/// <param name="Explication">Pourquoi la règle existe, et ce qu'elle attend.</param>
/// <param name="Sources">Textes et décisions qui la fondent ; vide pour une simple relecture de la saisie.</param>
public sealed record RegleDeCoherence(string Id, string Titre, string Explication, IReadOnlyList<Source> Sources)
{
    /// <summary>Vrai si la règle ne fait que relire la saisie, sans texte qui la fonde.</summary>
    public bool RelitLaSaisie => Sources.Count == 0;

    /// <summary>Message pour un poste ; nul si la règle est respectée.</summary>
    internal Func<PosteVu, string?>? SurUnPoste { get; init; }

    /// <summary>Message pour le dossier entier ; nul si la règle est respectée.</summary>
    internal Func<DossierVu, string?>? SurLeDossier { get; init; }
}
