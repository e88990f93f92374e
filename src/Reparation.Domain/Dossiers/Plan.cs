using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Plan de reconstruction : ce que l'enfant veut retrouver, et ce qu'il faut pour cela.</summary>
public sealed record PlanDeReconstruction : Confidentiel
{
    /// <summary>Date du plan.</summary>
    public DateOnly? EtabliLe { get; init; }

    /// <summary>Accompagnant qui tient le plan.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Accompagnant { get; init; } = "";

    /// <summary>Ce qui compte pour l'enfant, dans ses mots, avec son accord.</summary>
    [Longueur(Longueurs.Recit)]
    public string CeQuiCompte { get; init; } = "";

    /// <summary>Personnes de confiance choisies par l'enfant.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string PersonnesDeConfiance { get; init; } = "";

    /// <summary>Date de la prochaine revue.</summary>
    public DateOnly? RevueLe { get; init; }

    /// <summary>Objectifs.</summary>
    public IReadOnlyList<Objectif> Objectifs { get; init; } = [];

    /// <summary>Actions.</summary>
    public IReadOnlyList<ActionDuPlan> Actions { get; init; } = [];

    /// <summary>Vies à financer : ce que les sommes attendues achètent de temps. Une lecture, jamais une demande.</summary>
    public IReadOnlyList<ScenarioDeVie> Scenarios { get; init; } = [];
}

/// <summary>Objectif choisi avec l'enfant.</summary>
public sealed record Objectif : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Domaine de vie.</summary>
    public DomaineDeVie Domaine { get; init; }

    /// <summary>Objectif, en verbe d'action.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Intitule { get; init; } = "";

    /// <summary>À quoi l'on verra qu'il est atteint.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Indicateur { get; init; } = "";

    /// <summary>Échéance.</summary>
    public DateOnly? Echeance { get; init; }
}

/// <summary>Les dix domaines du plan.</summary>
[JsonConverter(typeof(EnumFrancais<DomaineDeVie>))]
public enum DomaineDeVie
{
    /// <summary>Sécurité.</summary>
    Securite,

    /// <summary>Soins psychiques.</summary>
    SoinsPsychiques,

    /// <summary>Santé du corps.</summary>
    Sante,

    /// <summary>Scolarité et formation.</summary>
    Scolarite,

    /// <summary>Logement.</summary>
    Logement,

    /// <summary>Famille.</summary>
    Famille,

    /// <summary>Liens, loisirs, corps.</summary>
    Liens,

    /// <summary>Numérique.</summary>
    Numerique,

    /// <summary>Droits et procédure.</summary>
    Droits,

    /// <summary>Argent et autonomie.</summary>
    Autonomie,
}

/// <summary>Action du plan, avec son coût et qui le paie.</summary>
public sealed record ActionDuPlan : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Domaine de vie.</summary>
    public DomaineDeVie Domaine { get; init; }

    /// <summary>Objectif servi, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Objectif { get; init; } = "";

    /// <summary>Ce qui est fait.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Intitule { get; init; } = "";

    /// <summary>Par qui.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Intervenant { get; init; } = "";

    /// <summary>Premier jour.</summary>
    public DateOnly? Du { get; init; }

    /// <summary>Dernier jour.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>Nombre d'unités par période : deux séances par semaine.</summary>
    [Bornes("0", "1000")]
    public decimal Quantite { get; init; } = 1;

    /// <summary>Période.</summary>
    public Rythme Rythme { get; init; }

    /// <summary>Coût d'une unité.</summary>
    public Montant CoutUnitaire { get; init; }

    /// <summary>Qui en paie une part, dans l'ordre où ils se servent ; le reste est à la charge de l'enfant.</summary>
    public IReadOnlyList<PartDePayeur> Payeurs { get; init; } = [];

    /// <summary>Source et date du coût : devis, facture, tarif.</summary>
    [Longueur(Longueurs.Ligne)]
    public string SourceDuCout { get; init; } = "";

    /// <summary>Code du poste que le reste à charge nourrit ; vide hors indemnisation.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Poste { get; init; } = "";

    /// <summary>Ce qui doit être acquis avant qu'elle commence : mise en sécurité, avis du soignant.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Prealable { get; init; } = "";

    /// <summary>Retentissement auquel l'action répond, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Retentissement { get; init; } = "";
}

/// <summary>Rythme d'une dépense.</summary>
[JsonConverter(typeof(EnumFrancais<Rythme>))]
public enum Rythme
{
    /// <summary>Une seule fois.</summary>
    UneFois,

    /// <summary>Chaque semaine (52 par an).</summary>
    ParSemaine,

    /// <summary>Chaque mois.</summary>
    ParMois,

    /// <summary>Chaque année.</summary>
    ParAn,
}
