using System.Collections.Concurrent;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Referentiels;

/// <summary>Table de mortalité : survivants à chaque âge exact, pour cent mille naissances.</summary>
public sealed class TableDeMortalite
{
    // Le taux est une saisie : sans plafond, des milliers de taux différents rempliraient la mémoire.
    private const int CommutationsGardees = 64;

    // Part des garçons à la naissance. Dérivée : ce mélange retrouve à 0,016 près les prix « indéterminés » de 2025.
    private const decimal PartDesGarcons = 0.512m;

    private readonly decimal[] _femmes;
    private readonly decimal[] _hommes;
    private readonly decimal[] _melange;
    private readonly ConcurrentDictionary<(Sexe Sexe, decimal Facteur), Commutations> _commutations = new();

    private TableDeMortalite(string id, string titre, Source source, IReadOnlyList<string> notes, decimal[] femmes, decimal[] hommes)
    {
        Id = id;
        Titre = titre;
        Source = source;
        Notes = notes;
        _femmes = femmes;
        _hommes = hommes;
        _melange = Melanger(femmes, hommes);
    }

    /// <summary>Identifiant : « insee-2017-2019-metropole ».</summary>
    public string Id { get; }

    /// <summary>Titre lisible : période et territoire.</summary>
    public string Titre { get; }

    /// <summary>Source.</summary>
    public Source Source { get; }

    /// <summary>Réserves de lecture.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Dernier âge de la table.</summary>
    public int DernierAge => _melange.Length - 1;

    /// <summary>Survivants à cet âge exact ; sans sexe précisé, ceux d'un groupe de naissances mêlé, colonne dérivée des deux autres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Âge hors de la table.</exception>
    public decimal Survivants(Sexe sexe, int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(age, DernierAge);
        return Colonne(sexe)[age];
    }

    /// <summary>Titre de la table, avec la colonne suivie pour ce sexe.</summary>
    public string Nommer(Sexe sexe) => Titre + sexe switch
    {
        Sexe.Feminin => ", femmes",
        Sexe.Masculin => ", hommes",
        _ => $", sans distinction de sexe ({Francais.Pourcent(PartDesGarcons * 100)} de garçons à la naissance)",
    };

    /// <summary>Colonnes de commutation au facteur d'une année : (1 + croissance) ÷ (1 + taux).</summary>
    internal Commutations Commutations(Sexe sexe, decimal facteur)
    {
        if (_commutations.TryGetValue((sexe, facteur), out var connues))
        {
            return connues;
        }

        var nouvelles = new Commutations(Colonne(sexe), facteur);
        return _commutations.Count < CommutationsGardees ? _commutations.GetOrAdd((sexe, facteur), nouvelles) : nouvelles;
    }

    internal decimal[] Colonne(Sexe sexe) => sexe switch
    {
        Sexe.Feminin => _femmes,
        Sexe.Masculin => _hommes,
        _ => _melange,
    };

    /// <summary>Table d'une édition qui suit deux territoires selon le sexe : la colonne mêlée vient alors des deux.</summary>
    internal static TableDeMortalite Reunir(TableDeMortalite femmes, TableDeMortalite hommes) => femmes == hommes
        ? femmes
        : new(
            $"{femmes.Id}+{hommes.Id}", $"{femmes.Titre} (femmes) et {hommes.Titre} (hommes)", femmes.Source,
            [.. femmes.Notes, .. hommes.Notes], femmes._femmes, hommes._hommes);

    internal static TableDeMortalite Lire(Fiche fiche)
    {
        var tableau = fiche.Tableau("survivants");
        if (!tableau[0].SequenceEqual(["age", "hommes", "femmes"])
            || !tableau.Skip(1).Select(l => fiche.EnEntier(l[0])).SequenceEqual(Enumerable.Range(0, tableau.Count - 1)))
        {
            throw fiche.Malformee("les âges de la table ne se suivent pas depuis 0, ou ses colonnes ne sont pas age, hommes, femmes");
        }

        return new(
            fiche.Texte("id"), fiche.Texte("titre"), fiche.Source(), fiche.Textes(fiche.Racine, "notes"),
            Lire(fiche, tableau, 2), Lire(fiche, tableau, 1));
    }

    private static decimal[] Melanger(decimal[] femmes, decimal[] hommes)
    {
        var melange = new decimal[Math.Min(femmes.Length, hommes.Length)];
        for (var age = 0; age < melange.Length; age++)
        {
            melange[age] = (PartDesGarcons * hommes[age]) + ((1 - PartDesGarcons) * femmes[age]);
        }

        return melange;
    }

    private static decimal[] Lire(Fiche fiche, IReadOnlyList<string[]> tableau, int rang)
    {
        var survivants = tableau.Skip(1).Select(l => fiche.EnNombre(l[rang])).ToArray();
        return survivants[^1] > 0 && survivants.Zip(survivants.Skip(1)).All(p => p.Second <= p.First)
            ? survivants
            : throw fiche.Malformee("les survivants augmentent avec l’âge, ou s’éteignent avant la fin de la table");
    }
}
