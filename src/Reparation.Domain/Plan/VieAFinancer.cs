using Reparation.Domain.Commun;

namespace Reparation.Domain.Plan;

/// <summary>Ce qu'il faut pour dire combien de temps une somme achète : l'argent attendu, la vie qu'il paie, ce qui la paie déjà.</summary>
/// <param name="Calcul">Jour dont partent les mois.</param>
public sealed record VieAFinancer(DateOnly Calcul)
{
    /// <summary>Cinquante ans : au-delà, « plus de cinquante ans » dit tout ce qu'il y a à dire.</summary>
    public const int HorizonEnMois = 600;

    /// <summary>Taux et inflation sont des hypothèses ; hors de ces bornes, c'est une faute de frappe.</summary>
    public const decimal PlusBasTaux = -2;

    /// <summary>Borne haute, en pour cent par an.</summary>
    public const decimal PlusHautTaux = 15;

    /// <summary>Majorité de l'enfant : ce qui est bloqué se libère alors. Vide si rien n'est bloqué.</summary>
    public DateOnly? Majorite { get; init; }

    /// <summary>Sommes reçues ou attendues.</summary>
    public IReadOnlyList<RentreeDArgent> Rentrees { get; init; } = [];

    /// <summary>Budget de vie.</summary>
    public IReadOnlyList<DepenseDeVie> Depenses { get; init; } = [];

    /// <summary>Ce qui paie déjà une part de ce budget : bourse, aide, salaire, versements de l'auteur.</summary>
    public IReadOnlyList<RevenuDeVie> Revenus { get; init; } = [];

    /// <summary>Rendement net par an, en pour cent, des sommes placées qui n'ont pas le leur.</summary>
    public decimal Rendement { get; init; }

    /// <summary>Inflation par an, en pour cent.</summary>
    public decimal Inflation { get; init; }

    /// <summary>Réserve gardée pour les soins : jamais entamée par le budget.</summary>
    public Montant Reserve { get; init; }

    /// <summary>Premier jour du mois de ce rang. Un 31 sans équivalent devient le dernier jour du mois.</summary>
    public DateOnly Mois(int rang) => Calcul.AddMonths(rang);

    /// <summary>Rang du premier mois qui ne commence pas avant ce jour.</summary>
    public int RangDuMois(DateOnly jour)
    {
        if (jour <= Calcul)
        {
            return 0;
        }

        var rang = ((jour.Year - Calcul.Year) * 12) + jour.Month - Calcul.Month;
        return Mois(rang) >= jour ? rang : rang + 1;
    }
}

/// <summary>Somme reçue ou attendue. Elle compte au début du premier mois qui suit son paiement.</summary>
/// <param name="Libelle">Ce qu'elle est : provision, indemnité, part du SARVI.</param>
/// <param name="Montant">Somme nette, provisions déjà versées déduites.</param>
/// <param name="Le">Jour du paiement, même attendu.</param>
/// <param name="Bloquee">Vrai si elle ne se libère qu'à la majorité.</param>
public sealed record RentreeDArgent(string Libelle, Montant Montant, DateOnly Le, bool Bloquee = false)
{
    /// <summary>Prélèvement que le juge des tutelles autorise chaque mois sur une somme bloquée.</summary>
    public Montant AutoriseParMois { get; init; }

    /// <summary>Rendement propre, en pour cent par an ; vide pour celui de tous.</summary>
    public decimal? Rendement { get; init; }
}

/// <summary>Ligne du budget de vie, due chaque mois qui commence entre deux jours.</summary>
/// <param name="Libelle">Ce qu'elle paie.</param>
/// <param name="ParMois">Somme du mois, aux prix du jour du calcul.</param>
/// <param name="Du">Premier jour ; vide dès le calcul.</param>
/// <param name="Avant">Jour où elle cesse, non compris ; vide pour toujours.</param>
/// <param name="Indexee">Vrai si elle suit l'inflation, une fois par an.</param>
public sealed record DepenseDeVie(string Libelle, Montant ParMois, DateOnly? Du = null, DateOnly? Avant = null, bool Indexee = true);

/// <summary>Revenu qui paie une part du budget, lissé sur l'année.</summary>
/// <param name="Libelle">Ce qu'il est.</param>
/// <param name="ParMois">Somme d'un mois payé.</param>
/// <param name="MoisParAn">Mois payés par an, de 1 à 12 : une bourse en paie dix.</param>
/// <param name="Du">Premier jour ; vide dès le calcul.</param>
/// <param name="Avant">Jour où il cesse, non compris ; vide pour toujours.</param>
/// <param name="Indexe">Vrai s'il suit l'inflation ; par prudence, non.</param>
public sealed record RevenuDeVie(
    string Libelle, Montant ParMois, int MoisParAn = 12, DateOnly? Du = null, DateOnly? Avant = null, bool Indexe = false);
