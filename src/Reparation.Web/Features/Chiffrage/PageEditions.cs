using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Les éditions d'un chiffrage, et elles seules.</summary>
public sealed record ChoixDEditions
{
    /// <summary>Référentiel d'indemnisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Referentiel { get; init; } = "";

    /// <summary>Barème de capitalisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Bareme { get; init; } = "";

    /// <summary>Taux de capitalisation, en pour cent ; vide pour le taux principal du barème.</summary>
    [Bornes("-5", "10")]
    public decimal? Taux { get; init; }

    public static ChoixDEditions De(Domain.Dossiers.Chiffrage chiffrage)
    {
        ArgumentNullException.ThrowIfNull(chiffrage);
        return new() { Referentiel = chiffrage.Referentiel, Bareme = chiffrage.Bareme, Taux = chiffrage.Taux };
    }

    public Dossier Poser(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier with { Chiffrage = dossier.Chiffrage with { Referentiel = Referentiel, Bareme = Bareme, Taux = Taux } };
    }
}

/// <summary>Le chiffrage enregistré à côté de celui que donneraient d'autres éditions.</summary>
/// <param name="Propose">Le dossier, ses éditions changées.</param>
public sealed record PageEditions(PageDossier De, Editions Editions, Dossier Propose) : PageDeChiffrage(De, Editions)
{
    public override string Vue => "Editions";

    public override string Onglet => "editions";

    public ChoixDEditions Choix { get; init; } = new();

    /// <summary>Vrai si des éditions ont été demandées ; faux à l'ouverture de la page.</summary>
    public bool Demandee { get; init; }

    public Bilan Apres { get; } = Chiffreur.Evaluer(Propose, Editions);

    public bool Changee => Choix != ChoixDEditions.De(Dossier.Chiffrage);

    public IReadOnlyList<EcartDePoste> Ecarts => Instantanes.Comparer(Instantanes.Lignes(Bilan), Instantanes.Lignes(Apres));

    public IEnumerable<Choix> Referentiels => Editions.Indemnisation.Select(e => new Choix(e.Id, e.Titre));

    public IEnumerable<Choix> Baremes => Editions.Capitalisation.Select(e => new Choix(e.Id, e.Titre));

    /// <summary>Fourchettes qui changent sous une somme saisie : la somme reste, son argument non.</summary>
    public IEnumerable<string> FourchettesChangees => Dossier.Chiffrage.Postes
        .Where(s => s.Cotation is not null)
        .Select(s => (Saisie: s, Avant: Dire(Bilan.Referentiel, s.Cotation!.Value), Apres: Dire(Apres.Referentiel, s.Cotation.Value)))
        .Where(c => c.Avant != c.Apres)
        .Select(c => $"{Nomenclature.Trouver(c.Saisie.Code)?.Nom ?? c.Saisie.Code}, {Francais.Nombre(c.Saisie.Cotation!.Value)}/7{Francais.Insecable}: "
            + $"{c.Avant} aujourd’hui, {c.Apres} avec l’édition choisie. La somme saisie ne change pas.");

    /// <summary>Alertes que l'édition choisie ferait paraître.</summary>
    public IEnumerable<string> AlertesNouvelles => Messages(Apres).Except(Messages(Bilan));

    private static IEnumerable<string> Messages(Bilan bilan) => bilan.Alertes
        .Concat(bilan.Tous.SelectMany(p => p.Alertes))
        .Select(a => a.Message);

    private static string Dire(EditionIndemnisation? edition, decimal cotation) => edition?.Fourchette(cotation) switch
    {
        null => "rien n’est publié",
        { Min: { } bas, Max: { } haut } => $"de {bas} à {haut}",
        { Max: { } haut } => $"jusqu’à {haut}",
        { Min: { } bas } => $"à partir de {bas}",
        _ => "rien n’est publié",
    };
}
