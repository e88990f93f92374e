using System.Globalization;
using Reparation.Domain.Commun;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>Une valeur du Domaine, telle qu'un champ de formulaire la montre et la relit.</summary>
public static class TexteDeChamp
{
    public static string PourChamp(object? valeur) => valeur switch
    {
        null => "",
        string texte => texte,
        bool vrai => vrai ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // Espace insécable ordinaire dans un champ : l'espace fine gêne les lecteurs d'écran et certains claviers.
        Montant somme => Francais.NombreFixe(somme.Euros, 2).Replace(Francais.Fine, Francais.Insecable, StringComparison.Ordinal),
        decimal nombre => Francais.Nombre(nombre, 6).Replace(Francais.Fine, Francais.Insecable, StringComparison.Ordinal)
            .Replace('\u2212', '-'),
        int entier => entier.ToString(CultureInfo.InvariantCulture),
        Enum choix => choix.ToString(),
        _ => throw new ArgumentException($"Type sans champ : {valeur.GetType().Name}.", nameof(valeur)),
    };
}
