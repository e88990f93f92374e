using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Les formes du livret : pour qui, et combien de mots au plus par phrase.</summary>
public static class FormesDuLivret
{
    private const int AgeDuCollege = 11;
    private const int AgeDuLycee = 15;
    private const int Majorite = 18;

    /// <summary>Source de la mesure de lisibilité.</summary>
    public static Source Mesure { get; }

    /// <summary>Limite de chaque forme.</summary>
    public static IReadOnlyDictionary<FormeDeLivret, LimiteDePhrase> Limites { get; }

    static FormesDuLivret()
    {
        using var fiche = Fiche.Ouvrir("plan/livret.json", SourcesDuDroit.Fichiers);
        var luLe = fiche.Date(fiche.Racine, "verifieLe");
        Source Lire(System.Text.Json.JsonElement source) => new(
            GenreSource.Publication, fiche.Texte(source, "intitule"), fiche.TexteOuVide(source, "adresse"), luLe, fiche.Parmi<Confiance>(source, "confiance"));
        Mesure = Lire(fiche.Racine.GetProperty("mesure"));
        Limites = fiche.Elements(fiche.Racine, "formes").ToDictionary(
            f => fiche.Parmi<FormeDeLivret>(f, "forme"), f => new LimiteDePhrase((int)fiche.Nombre(f, "motsParPhrase"), Lire(f.GetProperty("source"))));
    }

    /// <summary>Forme choisie, ou celle de l'âge ; rien pour un majeur, ni sans âge ni choix.</summary>
    public static FormeDeLivret? De(Dossier dossier, DateOnly jour)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Livret.Forme ?? (dossier.Enfant.DateDeNaissance is not { } naissance ? null : Ages.Le(naissance, jour) switch
        {
            < AgeDuCollege => FormeDeLivret.De7A10,
            < AgeDuLycee => FormeDeLivret.De11A14,
            < Majorite => FormeDeLivret.De15A17,
            _ => null,
        });
    }
}

/// <summary>Longueur d'une phrase.</summary>
/// <param name="Mots">Mots par phrase, au plus.</param>
/// <param name="Source">D'où vient cette limite.</param>
public sealed record LimiteDePhrase(int Mots, Source Source);
