using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Pièce du bordereau.</summary>
public sealed record Piece : Confidentiel
{
    /// <summary>Identifiant stable : renuméroter ne change pas les citations.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Id { get; init; } = "";

    /// <summary>Numéro au bordereau, à partir de 1.</summary>
    [Bornes("1", "9999")]
    public int Numero { get; init; } = 1;

    /// <summary>Intitulé neutre : ni prénom de l'enfant, ni nature des faits, ni diagnostic.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Titre { get; init; } = "";

    /// <summary>Date de la pièce.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Nature.</summary>
    public NaturePiece Nature { get; init; }

    /// <summary>Qui la détient ou l'a remise.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Detenteur { get; init; } = "";

    /// <summary>Vrai si elle ne peut pas être communiquée (secret, art. 706-52 du code de procédure pénale).</summary>
    public bool NonCommunicable { get; init; }
}

/// <summary>Nature d'une pièce.</summary>
[JsonConverter(typeof(EnumFrancais<NaturePiece>))]
public enum NaturePiece
{
    /// <summary>Identité et qualité.</summary>
    Identite,

    /// <summary>Procédure : plainte, avis, décision.</summary>
    Procedure,

    /// <summary>Médical : certificat, expertise, suivi.</summary>
    Medical,

    /// <summary>Scolarité.</summary>
    Scolarite,

    /// <summary>Attestation.</summary>
    Attestation,

    /// <summary>Facture, devis, justificatif de dépense.</summary>
    Facture,

    /// <summary>Décompte d'un organisme.</summary>
    Decompte,

    /// <summary>Autre.</summary>
    Autre,
}
