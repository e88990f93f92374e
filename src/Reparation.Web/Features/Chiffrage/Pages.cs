using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Le chiffrage entier : choix communs, postes, totaux.</summary>
public sealed record PageChiffrage(PageDossier De, Editions Editions) : PageNommee(De)
{
    private static readonly (Famille Famille, Phase Phase, string Titre)[] Ordre =
    [
        (Famille.Patrimonial, Phase.Temporaire, "Préjudices patrimoniaux temporaires"),
        (Famille.Patrimonial, Phase.Permanent, "Préjudices patrimoniaux permanents"),
        (Famille.Extrapatrimonial, Phase.Temporaire, "Préjudices extrapatrimoniaux temporaires"),
        (Famille.Extrapatrimonial, Phase.Permanent, "Préjudices extrapatrimoniaux permanents"),
        (Famille.Extrapatrimonial, Phase.Evolutif, "Pathologies évolutives"),
    ];

    public override string Vue => "Index";

    public Bilan Bilan { get; } = Chiffreur.Evaluer(De.Dossier, Editions);

    public IEnumerable<Choix> Referentiels =>
        Editions.Indemnisation.Select(e => new Choix(e.Id, e.Titre));

    public IEnumerable<Choix> Baremes => Editions.Capitalisation.Select(e => new Choix(e.Id, e.Titre));

    /// <summary>« gp-2025 : 0,5 % ; gp-2022 : 0 %, −1 % », pour qui tape un taux.</summary>
    public string TauxAdmis => string.Join("\u202F; ", Editions.Capitalisation.Select(e =>
        $"{e.Id}{Francais.Insecable}: {string.Join(", ", e.Taux.Select(Francais.Pourcent))}"));

    public IEnumerable<(string Titre, Montant Total, IReadOnlyList<PosteEvalue> Postes)> Groupes => Ordre
        .Select(o => (o.Titre, Bilan.Total(o.Famille, o.Phase),
            (IReadOnlyList<PosteEvalue>)[.. Bilan.Directs.Where(p => p.Poste.Famille == o.Famille && p.Poste.Phase == o.Phase)]))
        .Where(g => g.Item3.Count > 0);

    public static IEnumerable<PosteDePrejudice> PostesDeProche =>
        Nomenclature.Postes.Where(p => p.Victime == Victime.ProcheSurvie);

    public string Adresse(PosteEvalue poste, Proche? proche = null)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return $"/dossiers/{Id}/chiffrage/{(proche is null ? "" : $"proches/{proche.Id}/")}{poste.Poste.Code}";
    }

    public bool EstSaisi(PosteEvalue poste)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return Dossier.Chiffrage.Postes.Any(s => s.Code == poste.Poste.Code);
    }
}

/// <summary>Ce que la ligne d'un poste montre.</summary>
public sealed record LignePoste(PageDossier Page, PosteEvalue Evalue, string Adresse, bool Saisi);

/// <summary>Un poste : sa définition, sa saisie, son calcul.</summary>
public sealed record PagePoste(PageDossier De, Editions Editions, PosteDePrejudice Definition, SaisiePoste Poste, Proche? Proche) : PageNommee(De)
{
    public override string Vue => "Poste";

    public PosteEvalue? Evalue { get; } = Evaluer(De.Dossier, Editions, Definition.Code, Proche?.Id);

    public EditionIndemnisation? Referentiel =>
        Editions.Indemnisation.FirstOrDefault(e => e.Id == Dossier.Chiffrage.Referentiel);

    public string Adresse => Proche is null
        ? $"/dossiers/{Id}/chiffrage/{Definition.Code}"
        : $"/dossiers/{Id}/chiffrage/proches/{Proche.Id}/{Definition.Code}";

    public IEnumerable<Choix> ChoixDOrganismes => Dossier.Organismes.Select(o => new Choix(o.Id, o.Nom));

    public IEnumerable<Retentissement> Retentissements =>
        Dossier.Retentissements.Where(r => r.Postes.Contains(Definition.Code));

    public PosteDePrejudice? Precedent => Voisin(-1);

    public PosteDePrejudice? Suivant => Voisin(1);

    public bool Emploie(ChampDeSaisie champ) => Definition.Saisies.Contains(champ);

    private static PosteEvalue? Evaluer(Dossier dossier, Editions editions, string code, string? proche)
    {
        var bilan = Chiffreur.Evaluer(dossier, editions);
        return proche is null
            ? bilan.Directs.FirstOrDefault(p => p.Poste.Code == code)
            : bilan.Proches.FirstOrDefault(p => p.Proche.Id == proche)?.Postes.FirstOrDefault(p => p.Poste.Code == code);
    }

    private PosteDePrejudice? Voisin(int pas)
    {
        var postes = Nomenclature.Postes.Where(p => p.Victime == Definition.Victime).ToList();
        return postes.ElementAtOrDefault(postes.FindIndex(p => p.Code == Definition.Code) + pas);
    }
}
