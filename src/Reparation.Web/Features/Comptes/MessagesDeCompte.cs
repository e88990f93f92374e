namespace Reparation.Web.Features.Comptes;

/// <summary>Messages des pages de compte.</summary>
internal static class MessagesDeCompte
{
    public const string CourrielInvalide = "Cette adresse électronique n’est pas complète. Écrivez-la en entier, par exemple prenom.nom@cabinet.fr.";

    public const string PhraseCourte =
        "La phrase de passe compte moins de 12 caractères, trop peu pour protéger ces dossiers. Ajoutez un ou deux mots.";

    public const string PhraseLongue = "La phrase de passe dépasse 500 caractères. Raccourcissez-la.";

    public const string PhrasesDifferentes = "Les deux phrases de passe ne sont pas identiques. Retapez-les toutes les deux.";

    public const string ConnexionRefusee =
        "L’adresse ou la phrase de passe ne correspond à aucun compte. Vérifiez les deux, puis recommencez.";

    public const string TropDEssais =
        "Trop d’essais ont échoué depuis cet endroit. Par prudence, la connexion est suspendue dix minutes ; réessayez ensuite.";

    public const string CodeFaux =
        "Ce code n’est pas celui de ce démarrage. Recopiez-le depuis la fenêtre ou le journal où l’application a été lancée.";

    public const string DejaUnCompte = "Cette adresse a déjà un compte. Vérifiez la liste ci-dessous, ou corrigez l’adresse.";

    public const string PhraseActuelleFausse = "La phrase de passe actuelle n’est pas la bonne. Rien n’a été changé ; recommencez.";

    public const string PhraseChangee = "La phrase de passe est changée. Les sessions ouvertes ailleurs sont fermées.";

    public const string PhraseCommune =
        "Cette phrase est de celles que l’on essaie en premier. Choisissez quatre mots sans lien entre eux, ni suite du clavier, ni mot répété.";

    public const string CodeRefuse =
        "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, ou prenez un code de secours ; vérifiez l’heure du téléphone.";

    public const string AttenteDepassee = "Cinq minutes ont passé depuis la phrase de passe. Recommencez la connexion.";

    public const string PhraseFausse = "Ce n’est pas la phrase de passe de ce compte. Rien n’a été fait ; recommencez.";

    public const string InvitationPassee =
        "Ce lien a déjà servi, a été retiré, ou a plus de sept jours. Demandez-en un autre à qui administre l’installation.";

    public const string CleRefusee = "Cette clé d’accès n’a pas été reconnue ici. Recommencez, ou employez votre phrase de passe.";

    public const string CleSansNom = "Donnez un nom à cette clé, de soixante caractères au plus : il vous dira laquelle retirer si vous la perdez.";
}
