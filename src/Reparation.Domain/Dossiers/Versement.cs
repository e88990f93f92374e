using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Somme déjà reçue.</summary>
public sealed record Versement : Confidentiel
{
    /// <summary>Date du versement.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Payeur.</summary>
    [Longueur(Longueurs.Ligne)]
    public string Payeur { get; init; } = "";

    /// <summary>Nature.</summary>
    public GenreVersement Genre { get; init; }

    /// <summary>Somme reçue.</summary>
    public Commun.Montant Montant { get; init; }

    /// <summary>Poste que la somme répare, si elle a été allouée pour lui ; vide pour une déduction sur le total.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Poste { get; init; } = "";

    /// <summary>Proche à qui elle a été versée, par identifiant ; vide pour l'enfant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Proche { get; init; } = "";

    /// <summary>Auteur qui a payé, par identifiant ; vide sinon.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string MisEnCause { get; init; } = "";

    /// <summary>Pièces, par identifiant.</summary>
    [Longueur(Longueurs.Identifiant)]
    public IReadOnlyList<string> Pieces { get; init; } = [];
}

/// <summary>Nature d'une somme reçue.</summary>
[JsonConverter(typeof(EnumFrancais<GenreVersement>))]
public enum GenreVersement
{
    /// <summary>Provision à valoir.</summary>
    Provision,

    /// <summary>Paiement par l'auteur.</summary>
    PaiementDeLAuteur,

    /// <summary>Indemnité d'un autre débiteur pour le même préjudice.</summary>
    AutreIndemnite,

    /// <summary>Avance du service d'aide au recouvrement (SARVI).</summary>
    AvanceDuSarvi,

    /// <summary>Paiement sur les avoirs confisqués, par l'AGRASC (art. 706-164 du code de procédure pénale).</summary>
    PaiementDeLAgrasc,
}
