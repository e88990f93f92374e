using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Partage;

/// <summary>Ce que toute page d'un dossier reçoit.</summary>
/// <param name="Version">Version dont la page est partie ; l'enregistrement la rappelle.</param>
/// <param name="Rubrique">Rubrique allumée dans la navigation.</param>
public record PageDossier(Guid Id, int Version, Dossier Dossier, string Rubrique, DateOnly Aujourdhui)
{
    public IEnumerable<Choix> ChoixDePieces => Dossier.Pieces.OrderBy(p => p.Numero)
        .Select(p => new Choix(p.Id, $"n°{Francais.Insecable}{p.Numero} – {p.Titre}"));

    public IEnumerable<Choix> ChoixDeProches => Dossier.Proches
        .Select(p => new Choix(p.Id, p.Lien.Length > 0 ? $"{p.Lien}, {p.Nom}" : p.Nom));

    public int? Age => Dossier.Enfant.DateDeNaissance is { } ne ? Ages.Le(ne, Aujourdhui) : null;

    public DateOnly? Majorite => Dossier.Enfant.DateDeNaissance is { } ne ? Ages.Majorite(ne) : null;
}

/// <summary>Page d'un dossier qui a sa propre vue.</summary>
public abstract record PageNommee(PageDossier De)
    : PageDossier(De.Id, De.Version, De.Dossier, De.Rubrique, De.Aujourdhui)
{
    public abstract string Vue { get; }
}
