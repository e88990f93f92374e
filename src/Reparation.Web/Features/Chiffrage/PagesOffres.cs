using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>La liste des offres, et de quoi en ouvrir une.</summary>
public sealed record PageOffres(PageDossier De, Editions Editions) : PageDeChiffrage(De, Editions)
{
    public override string Vue => "Offres";

    public override string Onglet => "offres";

    /// <summary>Offre en cours d'ouverture : ce qui a été tapé revient avec un refus.</summary>
    public OffreRecue Offre { get; init; } = new();

    public IReadOnlyList<OffreComparee> Comparees => [.. Dossier.Chiffrage.Offres.Select(o => ReponseALOffre.Comparer(o, Bilan))];
}

/// <summary>Une offre en face de la demande.</summary>
public sealed record PageOffre(PageDossier De, Editions Editions, OffreRecue Offre) : PageDeChiffrage(De, Editions)
{
    public override string Vue => "Offre";

    public override string Onglet => "offres";

    public OffreComparee Comparee => ReponseALOffre.Comparer(Offre, Bilan);

    public string Adresse => $"{Racine}/offres/{Offre.Id}";

    public static IEnumerable<Choix> ChoixDePostes => Nomenclature.Postes.Select(p => new Choix(p.Code, $"{p.Nom} ({p.Code})"));

    /// <summary>Adresse du poste d'une ligne ; rien si son code est inconnu.</summary>
    public string? AdresseDe(PosteOffert poste)
    {
        ArgumentNullException.ThrowIfNull(poste);
        return Nomenclature.Trouver(poste.Code) is null || (poste.Proche.Length > 0 && Dossier.Proches.All(p => p.Id != poste.Proche))
            ? null
            : $"{Racine}/{(poste.Proche.Length == 0 ? "" : $"proches/{poste.Proche}/")}{poste.Code}";
    }

    /// <summary>« 42 % de la demande » ; rien sans demande.</summary>
    public static string Part(Montant offert, Montant demande) => demande.Euros <= 0
        ? ""
        : $"{Francais.Pourcent(decimal.Round(100 * offert.Euros / demande.Euros, 0, MidpointRounding.AwayFromZero))} de la demande";
}
