using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Le chiffrage entier : choix communs, postes, totaux.</summary>
public sealed record PageChiffrage(PageDossier De, Editions Editions) : PageDeChiffrage(De, Editions)
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

    public override string Onglet => "";

    public IEnumerable<Choix> Referentiels => Editions.Indemnisation.Select(e => new Choix(e.Id, e.Titre));

    public IEnumerable<Choix> Baremes => Editions.Capitalisation.Where(e => !e.ComparaisonSeulement).Select(e => new Choix(e.Id, e.Titre));

    /// <summary>« gp-2025 : 0,5 % ; gp-2022 : 0 %, −1 % », pour qui tape un taux.</summary>
    public string TauxAdmis => string.Join($"{Francais.Fine}; ", Editions.Capitalisation.Where(e => !e.ComparaisonSeulement).Select(e =>
        $"{e.Id}{Francais.Insecable}: {string.Join(", ", e.Taux.Select(Francais.Pourcent))}"));

    public IEnumerable<(string Titre, Montant Total, IReadOnlyList<PosteEvalue> Postes)> Groupes => Ordre
        .Select(o => (o.Titre, Bilan.Total(o.Famille, o.Phase),
            (IReadOnlyList<PosteEvalue>)[.. Bilan.Directs.Where(p => p.Poste.Famille == o.Famille && p.Poste.Phase == o.Phase)]))
        .Where(g => g.Item3.Count > 0);

    /// <summary>Postes à offrir aux proches : ceux du décès si l'enfant est décédé, ceux de la survie sinon.</summary>
    public IEnumerable<PosteDePrejudice> PostesDeProche
    {
        get
        {
            var victime = Dossier.Enfant.DecedeLe is null ? Victime.ProcheSurvie : Victime.ProcheDeces;
            return Nomenclature.Postes.Where(p => p.Victime == victime);
        }
    }

    /// <summary>Vrai pour un poste qui entre au tableau des sommes : chiffré, ou réservé de propos délibéré.</summary>
    public bool EstPorte(PosteEvalue poste)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return poste.Evaluation is Evaluation.Chiffree || (poste.Evaluation is Evaluation.AReserver && EstSaisi(poste));
    }

    public bool EstSaisi(PosteEvalue poste)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return Dossier.Chiffrage.Postes.Any(s => s.Code == poste.Poste.Code);
    }
}

/// <summary>Ce que la ligne d'un poste montre.</summary>
public sealed record LignePoste(PageDeChiffrage Page, PosteEvalue Evalue, Proche? Proche, bool Saisi)
{
    public string Adresse => Page.AdresseDuPoste(Evalue, Proche);

    /// <summary>Ancre de ses étapes, dans la page du chiffrage.</summary>
    public string Ancre => AncreDe(Evalue, Proche);

    public static string AncreDe(PosteEvalue poste, Proche? proche)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return $"calcul-{(proche is null ? "" : proche.Id + "-")}{poste.Poste.Code}";
    }
}
