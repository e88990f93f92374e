using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>Ce qu'une règle de cohérence relève. Elle avertit, explique et laisse décider : elle n'empêche ni ne retire rien.</summary>
/// <param name="Regle">Identifiant stable de la règle, auquel une réponse se rattache.</param>
/// <param name="Message">Quoi, pourquoi, que faire.</param>
/// <param name="Sources">Textes et décisions qui la fondent ; vide pour une simple relecture de la saisie.</param>
public sealed record Alerte(string Regle, string Message, IReadOnlyList<Source> Sources)
{
    /// <summary>Raison donnée par l'avocat de passer outre ; vide tant qu'il n'a pas répondu.</summary>
    public string Reponse { get; init; } = "";

    /// <summary>Vrai s'il y a répondu.</summary>
    public bool Repondue => Reponse.Length > 0;
}
