using System.Globalization;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Valeur du point de déficit fonctionnel permanent, par âge à la consolidation et par taux. Bornes comprises.</summary>
public sealed class GrilleDfp
{
    private readonly Montant[,] _points;

    private GrilleDfp(IReadOnlyList<Tranche> ages, IReadOnlyList<Tranche> taux, Montant[,] points)
    {
        Ages = ages;
        Taux = taux;
        _points = points;
    }

    /// <summary>Tranches d'âge, en années révolues.</summary>
    public IReadOnlyList<Tranche> Ages { get; }

    /// <summary>Tranches de taux, en points entiers.</summary>
    public IReadOnlyList<Tranche> Taux { get; }

    /// <summary>Case de la grille.</summary>
    /// <param name="ligne">Rang de la tranche de taux.</param>
    /// <param name="colonne">Rang de la tranche d'âge.</param>
    public Montant this[int ligne, int colonne] => _points[ligne, colonne];

    /// <summary>Case atteinte par cet âge et ce taux.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Âge négatif, ou taux hors de 1 à 100.</exception>
    public CaseDfp Trouver(int age, int taux)
    {
        var colonne = Rang(Ages, age, nameof(age));
        var ligne = Rang(Taux, taux, nameof(taux));
        return new(Ages[colonne], Taux[ligne], _points[ligne, colonne]);
    }

    /// <summary>Cases voisines : tranche d'âge d'avant et d'après, tranche de taux d'avant et d'après.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Âge négatif, ou taux hors de 1 à 100.</exception>
    public IReadOnlyList<CaseDfp> Voisines(int age, int taux)
    {
        var colonne = Rang(Ages, age, nameof(age));
        var ligne = Rang(Taux, taux, nameof(taux));
        var voisines = new List<CaseDfp>(4);
        foreach (var (l, c) in new[] { (ligne, colonne - 1), (ligne, colonne + 1), (ligne - 1, colonne), (ligne + 1, colonne) })
        {
            if (l >= 0 && l < Taux.Count && c >= 0 && c < Ages.Count)
            {
                voisines.Add(new(Ages[c], Taux[l], _points[l, c]));
            }
        }

        return voisines;
    }

    internal static GrilleDfp Lire(Fiche fiche, string champ)
    {
        var tableau = fiche.Tableau(champ, "taux_min", "taux_max");
        var ages = tableau[0].Skip(2).Select(t => LireTranche(fiche, t)).ToList();
        var taux = tableau.Skip(1).Select(l => new Tranche(fiche.EnEntier(l[0]), fiche.EnEntier(l[1]))).ToList();
        if (ages.Count == 0 || !SeSuivent(ages) || ages[0].De != 0 || ages[^1].A is not null
            || !SeSuivent(taux) || taux[0].De != 1 || taux[^1].A != 100)
        {
            throw fiche.Malformee("les tranches de la grille du point ont un trou ou se recouvrent");
        }

        var points = new Montant[taux.Count, ages.Count];
        for (var ligne = 0; ligne < taux.Count; ligne++)
        {
            for (var colonne = 0; colonne < ages.Count; colonne++)
            {
                points[ligne, colonne] = fiche.EnMontant(fiche.EnNombre(tableau[ligne + 1][colonne + 2]), champ);
            }
        }

        return new(ages, taux, points);
    }

    private static Tranche LireTranche(Fiche fiche, string texte)
    {
        if (texte.EndsWith('+'))
        {
            return new(fiche.EnEntier(texte[..^1]), null);
        }

        var bornes = texte.Split('-');
        return bornes.Length == 2
            ? new(fiche.EnEntier(bornes[0]), fiche.EnEntier(bornes[1]))
            : throw fiche.Malformee($"tranche illisible « {texte} »");
    }

    private static bool SeSuivent(List<Tranche> tranches) =>
        tranches.Zip(tranches.Skip(1)).All(p => p.First.A is { } fin && fin >= p.First.De && p.Second.De == fin + 1);

    private static int Rang(IReadOnlyList<Tranche> tranches, int valeur, string nom)
    {
        for (var rang = 0; rang < tranches.Count; rang++)
        {
            if (valeur >= tranches[rang].De && valeur <= (tranches[rang].A ?? int.MaxValue))
            {
                return rang;
            }
        }

        throw new ArgumentOutOfRangeException(nom, valeur, "Aucune tranche de la grille ne contient cette valeur.");
    }
}

/// <summary>Intervalle d'entiers, bornes comprises.</summary>
/// <param name="De">Première valeur.</param>
/// <param name="A">Dernière valeur ; vide si l'intervalle n'a pas de fin.</param>
public sealed record Tranche(int De, int? A)
{
    /// <summary>« 11 à 20 », « 81 et plus ».</summary>
    public override string ToString() => A is { } fin
        ? De.ToString(CultureInfo.InvariantCulture) + " à " + fin.ToString(CultureInfo.InvariantCulture)
        : De.ToString(CultureInfo.InvariantCulture) + " et plus";
}

/// <summary>Case de la grille.</summary>
/// <param name="Age">Tranche d'âge à la consolidation.</param>
/// <param name="Taux">Tranche de taux.</param>
/// <param name="Point">Valeur d'un point.</param>
public sealed record CaseDfp(Tranche Age, Tranche Taux, Montant Point);
