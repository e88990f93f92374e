namespace Reparation.Web.Features.Comptes;

/// <summary>Une case des pages de compte.</summary>
/// <param name="Nom">Nom du champ envoyé.</param>
/// <param name="Memoire">Ce que le gestionnaire de mots de passe du navigateur doit y mettre.</param>
public sealed record ChampDeCompte(string Nom, string Libelle, string Type, string Memoire)
{
    public string? Aide { get; init; }

    /// <summary>Valeur rendue après une erreur ; jamais pour une phrase de passe.</summary>
    public string? Valeur { get; init; }

    public int Maximum { get; init; } = Annuaire.LongueurMaximale;

    public string Id => Nom.Replace('.', '-');
}
