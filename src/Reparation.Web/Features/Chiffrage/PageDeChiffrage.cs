using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Ce que toute page du chiffrage reçoit : le bilan, et de quoi passer de l'une à l'autre.</summary>
public abstract record PageDeChiffrage(PageDossier De, Editions Editions) : PageNommee(De)
{
    /// <summary>Page allumée dans les onglets ; vide pour une page qui n'en a pas.</summary>
    public virtual string Onglet => "";

    public Bilan Bilan { get; } = Chiffreur.Evaluer(De.Dossier, Editions);

    public string Racine => $"/dossiers/{Id}/chiffrage";

    /// <summary>Toutes les alertes : celles du dossier, des postes de l'enfant, puis des proches.</summary>
    public IReadOnlyList<AlerteSituee> Alertes =>
    [
        .. Bilan.Alertes.Select(a => new AlerteSituee(this, a, null, null)),
        .. Bilan.Directs.SelectMany(p => p.Alertes.Select(a => new AlerteSituee(this, a, p, null))),
        .. Bilan.Proches.SelectMany(x => x.Postes.SelectMany(p => p.Alertes.Select(a => new AlerteSituee(this, a, p, x.Proche)))),
    ];

    public int AlertesOuvertes => Alertes.Count(a => !a.Alerte.Repondue);

    public string AdresseDuPoste(PosteEvalue poste, Proche? proche = null)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return $"{Racine}/{(proche is null ? "" : $"proches/{proche.Id}/")}{poste.Poste.Code}";
    }

    public string NomDeLOrganisme(string organisme) => Dossier.Organismes.FirstOrDefault(o => o.Id == organisme)?.Nom ?? organisme;

    /// <summary>Nom montré d'un proche, ou rien pour l'enfant.</summary>
    public string NomDuProche(string proche) => Dossier.Proches.FirstOrDefault(p => p.Id == proche) is { } trouve
        ? (trouve.Lien.Length > 0 ? trouve.Lien : trouve.Nom)
        : proche;
}

/// <summary>Une alerte, et ce qui l'a levée.</summary>
/// <param name="Poste">Poste ; rien pour une alerte du dossier entier.</param>
/// <param name="Proche">Proche ; rien pour l'enfant.</param>
public sealed record AlerteSituee(PageDeChiffrage Page, Alerte Alerte, PosteEvalue? Poste, Proche? Proche)
{
    /// <summary>Page à rouvrir après la réponse : « alertes », « poste », ou le chiffrage.</summary>
    public string Retour { get; init; } = "";

    /// <summary>Identifiant HTML, un par alerte de la page.</summary>
    public string Ancre => string.Join('-', new[] { "alerte", Alerte.Regle, Poste?.Poste.Code, Proche?.Id }.Where(m => !string.IsNullOrEmpty(m)));

    public DateOnly? RepondueLe => Page.Dossier.Chiffrage.Reponses
        .FirstOrDefault(r => r.Regle == Alerte.Regle && r.Poste == (Poste?.Poste.Code ?? "") && r.Proche == (Proche?.Id ?? ""))?.Le;
}
