namespace Reparation.Web.Features.Acces;

/// <summary>Messages de la page des accès.</summary>
internal static class MessagesDAcces
{
    public const string SansCompte =
        "Aucun compte qui ouvre des dossiers n’a cette adresse ici. Vérifiez-la, ou demandez à qui administre l’installation d’ouvrir le compte.";

    public const string Deja = "Cette personne ouvre déjà le dossier. Pour changer sa qualité, retirez son accès, puis rouvrez-le.";

    public const string DejaPasse = "Ce jour est passé. Choisissez un jour à venir, ou laissez vide : l’accès durera jusqu’à son retrait.";

    public const string MotifLong = "Le motif dépasse 300 caractères. Gardez l’essentiel.";
}
