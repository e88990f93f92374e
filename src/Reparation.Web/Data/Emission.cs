using Reparation.Domain.Commun;

namespace Reparation.Web.Data;

/// <summary>Un acte émis : figé, scellé, retrouvé octet pour octet.</summary>
/// <param name="Version">Version du dossier dont il est tiré.</param>
/// <param name="Le">Instant de l'émission.</param>
/// <param name="Auteur">Courriel de qui l'a émis.</param>
/// <param name="Envois">Remises notées depuis, la plus ancienne d'abord.</param>
public sealed record Emission(Guid Id, int Version, DateTimeOffset Le, string Auteur, FicheDEmission Fiche, IReadOnlyList<Envoi> Envois);

/// <summary>Ce qu'une émission garde à côté de ses octets, pour se comparer plus tard au dossier du jour.</summary>
/// <param name="Modele">Identifiant du modèle.</param>
/// <param name="VersionDuModele">Empreinte du modèle ce jour-là.</param>
/// <param name="Date">Date portée par l'acte.</param>
/// <param name="Sha256">Empreinte des octets, en hexadécimal.</param>
/// <param name="NomDeFichier">Nom neutre proposé au téléchargement.</param>
/// <param name="Cle">Identifiant de la clé du sceau.</param>
/// <param name="Editions">Éditions employées, par leur intitulé.</param>
/// <param name="Sections">Texte de l'acte, section par section.</param>
/// <param name="Sommes">Demandes poste par poste et totaux, par leur nom.</param>
public sealed record FicheDEmission(
    string Modele,
    string Titre,
    string VersionDuModele,
    DateOnly Date,
    string Sha256,
    string NomDeFichier,
    int Pages,
    string Cle,
    IReadOnlyList<string> Editions,
    IReadOnlyList<TexteDeSection> Sections,
    IReadOnlyList<SommeNommee> Sommes);

/// <summary>Une section et son texte, tels qu'émis.</summary>
public sealed record TexteDeSection(string Cle, string Titre, string Texte);

/// <summary>Une somme et ce qu'elle chiffre.</summary>
public sealed record SommeNommee(string Nom, Montant Montant);

/// <summary>Une remise de l'acte. C'est un fait noté : les octets n'en sont pas touchés.</summary>
/// <param name="A">À qui.</param>
/// <param name="Canal">Par quelle voie.</param>
/// <param name="Accuse">Référence de l'accusé ou du récépissé ; vide si aucun.</param>
public sealed record Envoi(string A, DateOnly Le, string Canal, string Accuse)
{
    public const int LongueurMaximale = 200;
}
