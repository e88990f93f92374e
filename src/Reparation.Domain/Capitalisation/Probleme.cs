using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Capitalisation;

/// <summary>Demande vérifiée et ramenée à trois temps : âge exact, début et fin comptés depuis la décision.</summary>
internal readonly struct Probleme
{
    private readonly MomentDesPaiements _paiements;

    public Probleme(DemandeDePrix demande)
    {
        Table = demande.Edition.Table(demande.Sexe);
        (Sexe, Taux, Croissance, Courbe, _paiements) =
            (demande.Sexe, demande.Taux ?? demande.Edition.Taux[0], demande.Croissance, demande.Courbe, demande.Paiements);
        if (demande.Decision < demande.Naissance)
        {
            throw new ArgumentOutOfRangeException(nameof(demande), "La décision précède la naissance.");
        }

        Age = TempsEcoule.Entre(demande.Naissance, demande.Decision);
        DateDeDebut = demande.Debut > demande.Decision ? demande.Debut : null;
        DateDeFin = demande.Fin;
        Debut = DateDeDebut is { } debut ? TempsEcoule.Entre(demande.Decision, debut) : TempsEcoule.Entier(0);
        if (demande.Fin is { } fin && fin < (DateDeDebut ?? demande.Decision))
        {
            throw new ArgumentOutOfRangeException(nameof(demande), "La rente finit avant de commencer.");
        }

        Fin = demande.Fin is { } arret ? TempsEcoule.Entre(demande.Decision, arret) : Extinction(Table, Age);
        Verifier();
    }

    public Probleme(EditionCapitalisation edition, Sexe sexe, int age, int? desLAge, int? jusquALAge, decimal? taux)
    {
        Table = edition.Table(sexe);
        (Sexe, Taux, Courbe) = (sexe, taux ?? edition.Taux[0], []);
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        var fin = jusquALAge ?? Table.DernierAge;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fin, Table.DernierAge, nameof(jusquALAge));
        ArgumentOutOfRangeException.ThrowIfLessThan(fin, age, nameof(jusquALAge));
        if (desLAge is { } depart)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(depart, nameof(desLAge));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(depart, fin, nameof(desLAge));
        }

        (Age, AgesEntiers, AgeDeFin) = (TempsEcoule.Entier(age), true, jusquALAge);
        (Debut, Fin) = (TempsEcoule.Entier(Math.Max(age, desLAge ?? age) - age), TempsEcoule.Entier(fin - age));
        Verifier();
    }

    public TableDeMortalite Table { get; }

    public Sexe Sexe { get; }

    public decimal Taux { get; }

    public decimal Croissance { get; }

    public IReadOnlyList<PointDeCourbe> Courbe { get; }

    public TempsEcoule Age { get; }

    public TempsEcoule Debut { get; }

    public TempsEcoule Fin { get; }

    public DateOnly? DateDeDebut { get; }

    public DateOnly? DateDeFin { get; }

    /// <summary>Vrai si tout se compte en âges entiers, comme dans un barème imprimé.</summary>
    public bool AgesEntiers { get; }

    public int? AgeDeFin { get; }

    public MomentDesPaiements Paiements => _paiements;

    public decimal Facteur => (100 + Croissance) / (100 + Taux);

    public decimal Resoudre() => Prix(Debut, Fin);

    /// <summary>Prix de la décision jusqu'à ce moment : la rente différée est la différence de deux tels prix.</summary>
    public decimal Jusqua(TempsEcoule moment) => Prix(TempsEcoule.Entier(0), moment);

    /// <summary>Survivants à l'âge exact.</summary>
    public decimal Survivants(int apres = 0)
    {
        var colonne = Table.Colonne(Sexe);
        var rang = Age.Annees + apres;
        return ((1 - Age.Part) * Lire(rang)) + (Age.Part * Lire(rang + 1));

        decimal Lire(int age) => age < colonne.Length ? colonne[age] : 0;
    }

    private static TempsEcoule Extinction(TableDeMortalite table, TempsEcoule age) =>
        TempsEcoule.Entier(Math.Max(0, table.DernierAge + 1 - age.Annees));

    private void Verifier()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Age.Annees, Table.DernierAge, "age");
        if (Taux is < -5 or > 10)
        {
            throw new ArgumentOutOfRangeException(nameof(Taux), Taux, "Le taux doit être compris entre −5 et 10 pour cent.");
        }

        if (Croissance is < -5 or > 10)
        {
            throw new ArgumentOutOfRangeException(nameof(Croissance), Croissance, "La croissance doit être comprise entre −5 et 10 pour cent.");
        }

        if (Courbe.Count > 0 && (Courbe.All(p => p.Annee != 1) || Courbe.DistinctBy(p => p.Annee).Count() != Courbe.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(Courbe), "La courbe commence à la première année, et chaque année n’y paraît qu’une fois.");
        }
    }

    private decimal Prix(TempsEcoule debut, TempsEcoule fin)
    {
        if (Courbe.Count > 0)
        {
            return PrixDeLaCourbe(debut, fin);
        }

        var facteur = Facteur;
        var versement = _paiements switch
        {
            MomentDesPaiements.Mensuel => Versement.Mensuel,
            MomentDesPaiements.Continu => Versement.Continu(facteur),
            _ => Versement.Annuel,
        };
        return Table.Commutations(Sexe, facteur).Prix(Age, debut, fin, versement);
    }

    // Un facteur par année interdit les colonnes toutes faites : la somme se fait terme à terme.
    private decimal PrixDeLaCourbe(TempsEcoule debut, TempsEcoule fin)
    {
        var points = Courbe.OrderBy(p => p.Annee).ToList();
        var (depart, arrivee, prochain) = (debut.EnAnnees, fin.EnAnnees, 0);
        var (somme, cumul, facteur) = (0m, 1m, 1m);
        var vivants = Survivants();
        var avant = vivants;
        for (var annee = 1; avant > 0 && annee - 1 < arrivee; annee++)
        {
            if (prochain < points.Count && points[prochain].Annee == annee)
            {
                facteur = (100 + points[prochain].Inflation) / (100 + points[prochain].Taux) * (100 + Croissance) / 100;
                prochain++;
            }

            cumul *= facteur;
            var apres = cumul * Survivants(annee);
            var part = Math.Clamp(arrivee - (annee - 1), 0, 1) - Math.Clamp(depart - (annee - 1), 0, 1);
            if (part > 0)
            {
                var versement = _paiements switch
                {
                    MomentDesPaiements.Mensuel => Versement.Mensuel,
                    MomentDesPaiements.Continu => Versement.Continu(facteur),
                    _ => Versement.Annuel,
                };
                somme += part * ((versement.EnDebut * avant) + (versement.EnFin * apres));
            }

            avant = apres;
        }

        return somme / vivants;
    }
}
