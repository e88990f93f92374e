using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Un poste : sa définition, sa saisie, son calcul.</summary>
public sealed record PagePoste(PageDossier De, Editions Editions, PosteDePrejudice Definition, SaisiePoste Poste, Proche? Proche)
    : PageDeChiffrage(De, Editions)
{
    public override string Vue => "Poste";

    public PosteEvalue? Evalue =>
        (Proche is null ? Bilan.Directs : Bilan.Proches.FirstOrDefault(p => p.Proche.Id == Proche.Id)?.Postes ?? [])
        .FirstOrDefault(p => p.Poste.Code == Definition.Code);

    public EditionIndemnisation? Referentiel => Editions.TrouverIndemnisation(Dossier.Chiffrage.Referentiel);

    public string Adresse => Voisin(Definition);

    public string Voisin(PosteDePrejudice poste)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return $"{Racine}/{(Proche is null ? "" : $"proches/{Proche.Id}/")}{poste.Code}";
    }

    public IEnumerable<Choix> ChoixDOrganismes => Dossier.Organismes.Select(o => new Choix(o.Id, o.Nom));

    /// <summary>Lignes d'affection de l'édition choisie, avec leur fourchette.</summary>
    public IEnumerable<Choix> LignesDAffection => (Referentiel?.Affection ?? []).Select(l => new Choix(
        l.Code,
        (l.Min, l.Max) switch
        {
            ({ } min, { } max) => $"{l.Lien}, {min} à {max}",
            (null, { } max) => $"{l.Lien}, jusqu’à {max}",
            ({ } min, null) => $"{l.Lien}, à partir de {min}",
            _ => l.Lien,
        }));

    public IEnumerable<Retentissement> Retentissements =>
        Dossier.Retentissements.Where(r => r.Postes.Contains(Definition.Code));

    public PosteDePrejudice? Precedent => Decale(-1);

    public PosteDePrejudice? Suivant => Decale(1);

    public bool Emploie(ChampDeSaisie champ) => Definition.Saisies.Contains(champ);

    private PosteDePrejudice? Decale(int pas)
    {
        var postes = Nomenclature.Postes.Where(p => p.Victime == Definition.Victime).ToList();
        return postes.ElementAtOrDefault(postes.FindIndex(p => p.Code == Definition.Code) + pas);
    }
}
