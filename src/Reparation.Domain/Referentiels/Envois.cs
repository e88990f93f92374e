using System.Text.Json;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Ce que les voies électroniques acceptent, relevé et daté : aucune de ces limites n'est dans la loi.</summary>
public static class Envois
{
    static Envois()
    {
        using var fiche = Fiche.Ouvrir("reperes/envois.json", Editions.FichiersEmbarques());
        Limites = [.. fiche.Elements(fiche.Racine, "canaux").Select(c => new LimiteDEnvoi(
            fiche.Parmi<CanalDEnvoi>(c, "canal"), fiche.Texte(c, "libelle"), (int)fiche.Nombre(c, "megaoctets"), Source(fiche, c)))];
        var noms = fiche.Racine.GetProperty("noms");
        (CaracteresDUnNom, SourceDesNoms) = ((int)fiche.Nombre(noms, "caracteres"), Source(fiche, noms));
    }

    /// <summary>Une limite par canal.</summary>
    public static IReadOnlyList<LimiteDEnvoi> Limites { get; }

    /// <summary>Longueur, extension comprise, qu'un nom de fichier ne dépasse pas.</summary>
    public static int CaracteresDUnNom { get; }

    /// <summary>D'où vient la longueur des noms.</summary>
    public static Source SourceDesNoms { get; }

    /// <summary>Limite d'un canal.</summary>
    public static LimiteDEnvoi Limite(CanalDEnvoi canal) => Limites.First(l => l.Canal == canal);

    private static Source Source(Fiche fiche, JsonElement element) => new(
        GenreSource.Publication, fiche.Texte(element, "titre"), fiche.Texte(element, "adresse"), fiche.Date(element, "verifie_le"),
        fiche.Parmi<Confiance>(element, "confiance"));
}

/// <summary>Voie par laquelle un dossier part.</summary>
public enum CanalDEnvoi
{
    /// <summary>RPVA, d'un avocat vers une juridiction.</summary>
    Rpva,

    /// <summary>RPVA, d'un avocat à un autre.</summary>
    Avocats,

    /// <summary>PLEX, plateforme du ministère de la justice.</summary>
    Plex,
}

/// <summary>Taille qu'un envoi ne dépasse pas.</summary>
/// <param name="Canal">Canal.</param>
/// <param name="Libelle">Son nom.</param>
/// <param name="Megaoctets">Limite, en millions d'octets : l'unité la plus petite qu'on appelle « Mo ».</param>
/// <param name="Source">Où elle a été lue.</param>
public sealed record LimiteDEnvoi(CanalDEnvoi Canal, string Libelle, int Megaoctets, Source Source)
{
    /// <summary>Limite, en octets.</summary>
    public long Octets => Megaoctets * 1_000_000L;
}
