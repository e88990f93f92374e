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
}
