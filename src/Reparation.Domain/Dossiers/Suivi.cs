using System.Text.Json.Serialization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Offre reçue, poste par poste ou globale, à comparer au chiffrage.</summary>
public sealed record OffreRecue : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>De qui elle vient : seule celle du fonds suit les délais de la commission.</summary>
    public EmetteurDOffre Emetteur { get; init; }

    /// <summary>Qui la signe : service du fonds, assureur, avocat.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Auteur { get; init; } = "";

    /// <summary>Date de réception : les délais de réponse courent d'elle.</summary>
    public DateOnly? RecueLe { get; init; }

    /// <summary>Référence de l'offre.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Reference { get; init; } = "";

    /// <summary>Somme globale offerte ; vide si l'offre va poste par poste.</summary>
    public Montant? Globale { get; init; }

    /// <summary>Ce que l'on entend en faire.</summary>
    public SuiteDOffre Suite { get; init; }

    /// <summary>Avis motivé de l'avocat sur l'intérêt de l'enfant à l'accepter ou à la refuser.</summary>
    [Longueur(Longueurs.Recit)]
    public string Avis { get; init; } = "";

    /// <summary>Emploi et placement proposés : part mobilisable pour le plan, part placée jusqu'à la majorité.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string EmploiDesFonds { get; init; } = "";

    /// <summary>Jour de l'autorisation du juge des tutelles (art. 387-1, 4° du code civil) ; vide tant qu'elle n'est pas donnée.</summary>
    public DateOnly? AutoriseeLe { get; init; }

    /// <summary>Postes offerts.</summary>
    public IReadOnlyList<LigneDOffre> Lignes { get; init; } = [];

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Ce que l'on entend faire d'une offre.</summary>
[JsonConverter(typeof(EnumFrancais<SuiteDOffre>))]
public enum SuiteDOffre
{
    /// <summary>Rien n'est encore décidé.</summary>
    ADecider,

    /// <summary>L'accepter.</summary>
    Accepter,

    /// <summary>L'accepter pour les postes offerts, en réservant les autres.</summary>
    AccepterSousReserve,

    /// <summary>La refuser.</summary>
    Refuser,
}

/// <summary>De qui vient une offre.</summary>
[JsonConverter(typeof(EnumFrancais<EmetteurDOffre>))]
public enum EmetteurDOffre
{
    /// <summary>Fonds de garantie des victimes.</summary>
    FondsDeGarantie,

    /// <summary>Assureur.</summary>
    Assureur,

    /// <summary>Auteur, ou son conseil.</summary>
    Auteur,

    /// <summary>Autre débiteur.</summary>
    Autre,
}

/// <summary>Un poste de l'offre.</summary>
public sealed record LigneDOffre : Confidentiel
{
    /// <summary>Code du poste.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Code { get; init; } = "";

    /// <summary>Proche à qui le poste est offert, par identifiant ; vide pour l'enfant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Proche { get; init; } = "";

    /// <summary>Somme offerte ; vide si le poste est refusé ou passé sous silence.</summary>
    public Montant? Montant { get; init; }

    /// <summary>Sur quoi l'offre dit reposer : référentiel, taux, base, expertise.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Fondement { get; init; } = "";

    /// <summary>Ce que l'avocat répond.</summary>
    [Longueur(Longueurs.Recit)]
    public string Reponse { get; init; } = "";
}

/// <summary>Chiffrage figé : les sommes de ce jour-là, telles qu'elles ont été lues, et les choix dont elles viennent.</summary>
public sealed record Instantane : Confidentiel
{
    /// <summary>Identifiant dans le dossier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Nom donné : « avant expertise », « conclusions n° 2 ».</summary>
    [Longueur(Longueurs.Ligne)]
    public string Libelle { get; init; } = "";

    /// <summary>Jour où il a été figé.</summary>
    public DateOnly? Le { get; init; }

    /// <summary>Choix d'alors, en clair : référentiel, barème, taux, décision prévue, consolidation, imputation.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Choix { get; init; } = "";

    /// <summary>Postes d'alors.</summary>
    public IReadOnlyList<LigneDInstantane> Lignes { get; init; } = [];
}

/// <summary>Un poste d'un chiffrage figé.</summary>
public sealed record LigneDInstantane : Confidentiel
{
    /// <summary>Code du poste.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Code { get; init; } = "";

    /// <summary>Proche, par identifiant ; vide pour l'enfant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Proche { get; init; } = "";

    /// <summary>État : chiffré, à réserver, non demandé.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Etat { get; init; } = "";

    /// <summary>Évaluation entière.</summary>
    public Montant Evaluation { get; init; }

    /// <summary>Part revenant à la victime.</summary>
    public Montant Demande { get; init; }
}

/// <summary>Réponse à une alerte : la raison de passer outre reste au dossier.</summary>
public sealed record ReponseAUneAlerte : Confidentiel
{
    /// <summary>Règle qui a levé l'alerte.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Regle { get; init; } = "";

    /// <summary>Code du poste ; vide pour une alerte du dossier entier.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Poste { get; init; } = "";

    /// <summary>Proche, par identifiant ; vide pour l'enfant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Proche { get; init; } = "";

    /// <summary>Raison.</summary>
    [Longueur(Longueurs.Paragraphe)]
    public string Motif { get; init; } = "";

    /// <summary>Jour de la réponse.</summary>
    public DateOnly? Le { get; init; }
}
