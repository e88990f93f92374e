namespace Reparation.Documents.Actes;

/// <summary>
/// Ce qu'un document dit de l'identité de l'enfant, du moins au plus discret : un profil se durcit au moment d'imprimer, il
/// ne s'assouplit jamais.
/// </summary>
public enum Profil
{
    /// <summary>Nom, prénoms, naissance : l'acte adressé au juge l'exige (art. R. 50-9, 1° du code de procédure pénale).</summary>
    Nominatif,

    /// <summary>Initiales et âge : notes, transmission à un tiers.</summary>
    Initiales,

    /// <summary>Prénom d'emprunt et âge : plan, livret de l'enfant.</summary>
    Pseudonyme,
}

/// <summary>Qui lira le document.</summary>
internal enum Diffusion
{
    /// <summary>Juridiction, fonds de garantie, expert : hors la présence de l'auteur.</summary>
    Juridiction,

    /// <summary>Débat contradictoire : l'auteur lira. L'adresse, l'école et le cadre de vie n'y sont pas.</summary>
    Adversaire,

    /// <summary>Organisme, professionnel, l'enfant : ni l'adresse, ni l'école, ni une pièce tirée d'une instruction (art. 114-1 du code de procédure pénale).</summary>
    Tiers,
}
