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

    /// <summary>Pourquoi elle n'est pas communiquée, en une ligne neutre ; le bordereau le dit.</summary>
    [Longueur(Longueurs.Ligne)]
    public string MotifDeRetenue { get; init; } = "";

    /// <summary>D'où elle vient : « remise par la mère », « copie du dossier d'instruction ». Une pièce tirée de l'instruction ne sort pas vers un tiers.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Origine { get; init; } = "";

    /// <summary>Fichier déposé ; rien tant que la pièce n'est qu'annoncée.</summary>
    public FichierDePiece? Fichier { get; init; }

    /// <summary>À qui elle a été communiquée, et quand.</summary>
    public IReadOnlyList<CommunicationDePiece> Communications { get; init; } = [];

    /// <summary>
    /// Vrai si l'origine dit que la pièce est tirée d'une information judiciaire : sa copie ne se remet pas à un tiers
    /// (art. 114-1 du code de procédure pénale). Le doute compte pour oui.
    /// </summary>
    public bool TireeDUneInstruction() =>
        Origine.Contains("instruction", StringComparison.OrdinalIgnoreCase)
        || Origine.Contains("information judiciaire", StringComparison.OrdinalIgnoreCase)
        || Origine.Contains("114-1", StringComparison.Ordinal);
}

/// <summary>Le fichier d'une pièce. Le dossier n'en garde que l'empreinte : les octets sont rangés à part, chiffrés.</summary>
public sealed record FichierDePiece : Confidentiel
{
    /// <summary>Empreinte SHA-256 des octets déposés, en 64 chiffres hexadécimaux minuscules.</summary>
    [Longueur(Longueurs.Identifiant + 4)]
    public string Sha256 { get; init; } = "";

    /// <summary>Taille, en octets.</summary>
    [Bornes("0", "9999999999")]
    public long Octets { get; init; }

    /// <summary>Ce qu'il est, d'après son contenu et non d'après son nom.</summary>
    public TypeDePiece Type { get; init; }

    /// <summary>Nombre de pages ; vide tant qu'il n'a pas été compté.</summary>
    [Bornes("0", "9999")]
    public int? Pages { get; init; }

    /// <summary>Jour du dépôt.</summary>
    public DateOnly? DeposeLe { get; init; }
}

/// <summary>Ce qu'est un fichier déposé, d'après son contenu.</summary>
[JsonConverter(typeof(EnumFrancais<TypeDePiece>))]
public enum TypeDePiece
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Numérisation JPEG d'un document papier.</summary>
    Jpeg,

    /// <summary>Numérisation PNG d'un document papier.</summary>
    Png,

    /// <summary>Texte Word, sans macro ni image.</summary>
    Docx,

    /// <summary>Courriel, sans pièce jointe autre qu'un texte.</summary>
    Eml,
}

/// <summary>Une communication d'une pièce.</summary>
public sealed record CommunicationDePiece : Confidentiel
{
    /// <summary>À qui : juridiction, confrère, fonds de garantie, expert.</summary>
    [Longueur(Longueurs.Ligne)]
    public string A { get; init; } = "";

    /// <summary>Quand.</summary>
    public DateOnly? Le { get; init; }
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
