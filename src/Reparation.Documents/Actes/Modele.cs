using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Rendu;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Documents.Actes;

/// <summary>Un acte que l'on sait rédiger.</summary>
/// <param name="Id">Chemin sous <c>templates/</c>, sans extension : « civi/requete ».</param>
/// <param name="Titre">Titre neutre, sans nom.</param>
/// <param name="Destinataire">À qui il est adressé.</param>
/// <param name="NomDeFichier">Début du nom de fichier, en ASCII, sans nom d'enfant.</param>
/// <param name="Charte">Apparence.</param>
public sealed record Modele(string Id, string Titre, string Destinataire, string NomDeFichier, Charte Charte)
{
    /// <summary>Ce que l'acte permet d'obtenir, en une phrase ; vide si le modèle n'en dit rien.</summary>
    public string Objet => Gabarit.Entete.Objet;

    /// <summary>À qui il s'adresse.</summary>
    public GroupeDActes Groupe => Gabarit.Entete.PourQui;

    /// <summary>Empreinte SHA-256 du modèle, inclusions comprises : deux modèles de même empreinte rédigent de même, à l'annuaire près.</summary>
    public string Empreinte => Gabarit.Empreinte;

    /// <summary>Forme du livret de l'enfant, si c'en est un.</summary>
    public FormeDeLivret? Livret => Gabarit.Entete.FormeDuLivret;

    /// <summary>Services que le plan imprimé peut nommer.</summary>
    public AnnuaireDesServices Annuaire { get; init; } = AnnuaireDesServices.Livre;

    internal Gabarit Gabarit { get; init; } = null!;

    // Une langue ne se lit que si un dossier la demande.
    internal IReadOnlyDictionary<LangueDuLivret, Lazy<Gabarit>> Traduits { get; init; } = new Dictionary<LangueDuLivret, Lazy<Gabarit>>();

    /// <summary>Le modèle dans une langue ; celui en français s'il n'est pas un livret.</summary>
    internal Gabarit En(LangueDuLivret langue) => Traduits.TryGetValue(langue, out var traduit) ? traduit.Value : Gabarit;

    /// <summary>Ce que le modèle dit de l'identité de l'enfant ; l'impression peut être plus discrète, jamais moins.</summary>
    public Profil Profil => Gabarit.Entete.ProfilPrevu;

    /// <summary>Vrai pour un document à l'enfant, à sa famille ou à qui le suit, qui ne dit rien de la procédure ni des demandes.</summary>
    public bool PourLesTiers => Groupe == GroupeDActes.Famille && Gabarit.Entete.Lecteur == Diffusion.Tiers;

    /// <summary>Vrai si le document se tire une fois par organisme du dossier.</summary>
    public bool ParOrganisme => Gabarit.Entete.Pour == "organismes";
}
