using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Referentiels;

/// <summary>Chiffres relevés ailleurs que dans un référentiel de cours d'appel. Ils situent une saisie ; aucun n'est une valeur par défaut.</summary>
public static class Reperes
{
    private static readonly IReadOnlyDictionary<string, string> Fichiers = Editions.FichiersEmbarques();

    /// <summary>Tarifs horaires d'aide humaine relevés.</summary>
    public static IReadOnlyList<RepereHoraire> AideHumaine { get; } = LireAideHumaine();

    /// <summary>Classes de gêne temporaire employées en expertise, de la plus légère à la gêne totale.</summary>
    public static ClassesDeGene Classes { get; } = LireClasses();

    /// <summary>Majoration d'affection de l'enfant déjà orphelin de l'autre parent.</summary>
    public static MajorationDOrphelin Orphelin { get; } = LireOrphelin();

    private static List<RepereHoraire> LireAideHumaine()
    {
        using var fiche = Fiche.Ouvrir("reperes/aide-humaine.json", Fichiers);
        return fiche.Elements(fiche.Racine, "reperes").Select(r => new RepereHoraire(
            fiche.Texte(r, "libelle"),
            [.. fiche.Textes(r, "natures").Select(n => fiche.EnEnum<NatureAide>(n, "natures"))],
            fiche.Montant(r, "bas"),
            fiche.Montant(r, "haut"),
            fiche.Booleen(r, "congesCompris"),
            new(
                GenreSource.Publication, fiche.Texte(r, "titre"), fiche.Texte(r, "adresse"), fiche.Date(r, "verifie_le"),
                fiche.Parmi<Confiance>(r, "confiance")))).ToList();
    }

    private static ClassesDeGene LireClasses()
    {
        using var fiche = Fiche.Ouvrir("reperes/classes-dft.json", Fichiers);
        return new(
            fiche.Elements(fiche.Racine, "classes").ToDictionary(c => fiche.Nombre(c, "taux"), c => fiche.Texte(c, "nom")),
            fiche.Source(GenreSource.Publication));
    }

    private static MajorationDOrphelin LireOrphelin()
    {
        using var fiche = Fiche.Ouvrir("reperes/affection-orphelin.json", Fichiers);
        return new(
            fiche.Textes(fiche.Racine, "editions"),
            fiche.Texte("ligne"),
            fiche.Nombre(fiche.Racine, "bas"),
            fiche.Nombre(fiche.Racine, "haut"),
            fiche.Source());
    }
}

/// <summary>Tarif horaire relevé.</summary>
/// <param name="Libelle">Ce qu'il couvre.</param>
/// <param name="Natures">Natures d'aide auxquelles il se compare.</param>
/// <param name="Bas">Bas, en euros de l'heure.</param>
/// <param name="Haut">Haut ; égal au bas pour un tarif unique.</param>
/// <param name="CongesCompris">Vrai si le prix comprend déjà congés et jours fériés : il se compare sur 365 jours.</param>
/// <param name="Source">Où il a été lu.</param>
public sealed record RepereHoraire(
    string Libelle, IReadOnlyList<NatureAide> Natures, Montant Bas, Montant Haut, bool CongesCompris, Source Source);

/// <summary>Noms des classes de gêne.</summary>
/// <param name="ParTaux">Nom de la classe, par taux en points.</param>
/// <param name="Source">Où elles ont été lues.</param>
public sealed record ClassesDeGene(IReadOnlyDictionary<decimal, string> ParTaux, Source Source);

/// <summary>Majoration publiée pour un enfant qui n'a plus aucun parent.</summary>
/// <param name="Editions">Éditions qui la donnent.</param>
/// <param name="Ligne">Ligne du tableau d'affection qu'elle majore.</param>
/// <param name="Bas">Bas, en pour cent.</param>
/// <param name="Haut">Haut, en pour cent.</param>
/// <param name="Source">Où elle a été lue.</param>
public sealed record MajorationDOrphelin(IReadOnlyList<string> Editions, string Ligne, decimal Bas, decimal Haut, Source Source);
