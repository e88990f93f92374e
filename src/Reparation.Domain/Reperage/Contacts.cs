using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Reperage;

/// <summary>Numéros qu'un enfant peut appeler seul. Chacun a sa source ; ceux de mémoire se contrôlent avant d'imprimer.</summary>
public static class Contacts
{
    /// <summary>Tous, le plus urgent d'abord.</summary>
    public static IReadOnlyList<Contact> Tous { get; } = Lire();

    private static List<Contact> Lire()
    {
        using var fiche = Fiche.Ouvrir("reperage/contacts.json", SourcesDuDroit.Fichiers);
        return [.. fiche.Elements(fiche.Racine, "contacts").Select(c => new Contact(
            fiche.Texte(c, "numero"), fiche.Texte(c, "nom"), fiche.Texte(c, "pour"), SourcesDuDroit.Citer(fiche.Textes(c, "sources"))))];
    }
}

/// <summary>Numéro à appeler.</summary>
/// <param name="Numero">Numéro, tel qu'il se compose.</param>
/// <param name="Nom">Qui répond, en mots simples.</param>
/// <param name="Pour">Quand appeler, en une phrase à l'enfant.</param>
/// <param name="Sources">Sources.</param>
public sealed record Contact(string Numero, string Nom, string Pour, IReadOnlyList<Source> Sources);
