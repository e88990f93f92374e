using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Features.Partage;

/// <summary>Ce que l'on dit à la personne : quoi, pourquoi, que faire.</summary>
public static class Messages
{
    public const string Date =
        "Cette date n’existe pas au calendrier ou n’est pas complète. Écrivez le jour, le mois et l’année, par exemple 03/09/2025.";

    public const string Nombre =
        "Ce n’est pas un nombre que l’on puisse lire. Écrivez par exemple 12,5 ou 1 234.";

    public const string Entier = "Il faut ici un nombre entier, sans virgule, par exemple 18.";

    public const string Somme =
        "Ce n’est pas une somme que l’on puisse lire. Écrivez par exemple 1 234,50.";

    public const string SommeNegative =
        "Une somme ne peut pas être négative. Pour une déduction, employez les tiers payeurs ou les sommes reçues.";

    public const string SommeTropFine =
        "Une somme s’arrête au centime : deux chiffres au plus après la virgule. Arrondissez-la.";

    public static readonly string SommeTropGrande =
        $"Cette somme dépasse {Francais.Euros(Montant.Plafond)} : c’est sans doute une faute de frappe. Vérifiez les zéros.";

    public const string Choix = "Ce choix ne figure pas dans la liste. Choisissez l’une des réponses proposées.";

    public static readonly string TropDeLignes =
        $"Une liste dépasse {Francais.Nombre(Coherence.ElementsMaximaux, 0)} lignes. Regroupez-les.";

    public const string DossierRequis = "Il manque une référence et un prénom d’emprunt pour ouvrir le dossier.";

    public static string FinAvantDebut(DateOnly du, DateOnly au) =>
        $"La période se termine le {Francais.Date(au)}, avant son début le {Francais.Date(du)}. " +
        "Corrigez l’une des deux dates\u202F; pour un seul jour, saisissez deux fois la même date.";
}
