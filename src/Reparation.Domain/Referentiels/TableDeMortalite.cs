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

    private readonly decimal[] _femmes;
    private readonly decimal[] _hommes;
    private readonly ConcurrentDictionary<(Sexe Sexe, decimal Taux), Commutations> _commutations = new();

    private TableDeMortalite(string id, string titre, Source source, IReadOnlyList<string> notes, decimal[] femmes, decimal[] hommes)
    {
        Id = id;
        Titre = titre;
        Source = source;
        Notes = notes;
        _femmes = femmes;
        _hommes = hommes;
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
    public int DernierAge => _femmes.Length - 1;

    /// <summary>Survivants à cet âge exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Âge hors de la table.</exception>
    public decimal Survivants(Sexe sexe, int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(age, DernierAge);
        return (sexe == Sexe.Feminin ? _femmes : _hommes)[age];
    }

    internal Commutations Commutations(Sexe sexe, decimal taux)
    {
        if (_commutations.TryGetValue((sexe, taux), out var connues))
        {
            return connues;
        }

        var nouvelles = new Commutations(sexe == Sexe.Feminin ? _femmes : _hommes, taux);
        return _commutations.Count < CommutationsGardees ? _commutations.GetOrAdd((sexe, taux), nouvelles) : nouvelles;
    }

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
            Colonne(fiche, tableau, 2), Colonne(fiche, tableau, 1));
    }

    private static decimal[] Colonne(Fiche fiche, IReadOnlyList<string[]> tableau, int rang)
    {
        var survivants = tableau.Skip(1).Select(l => fiche.EnNombre(l[rang])).ToArray();
        return survivants[^1] > 0 && survivants.Zip(survivants.Skip(1)).All(p => p.Second <= p.First)
            ? survivants
            : throw fiche.Malformee("les survivants augmentent avec l’âge, ou s’éteignent avant la fin de la table");
    }
}
