using System.Globalization;
using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Plan;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>
/// Le capital mois après mois : foncé, ce qui est libre ; clair, ce qui reste bloqué. Des traits marquent les âges et le jour où
/// l'argent manque. L'écran et l'acte lisent le même dessin.
/// </summary>
public static class CapitalDansLeTemps
{
    private const decimal Largeur = 453;
    private const decimal Hauteur = 176;
    private const decimal Haut = 34;
    private const decimal Bas = 156;
    private const decimal Corps = 7.5m;

    // Au-delà, une colonne serait plus fine qu'un trait : on en prend une sur deux, sur trois…
    private const int ColonnesAuPlus = 120;
    private const int GraduationsAuPlus = 10;

    private static readonly int[] Pas = [1, 2, 5, 10];

    /// <summary>Dessine le capital ; rien si aucune somme n'y paraît.</summary>
    /// <param name="temps">Temps acheté.</param>
    /// <param name="majorite">Majorité de l'enfant ; rien si elle est inconnue : aucun âge n'est alors marqué.</param>
    public static Bloc.Figure? Dessiner(TempsAchete temps, DateOnly? majorite)
    {
        ArgumentNullException.ThrowIfNull(temps);
        var mois = temps.Mois;
        var sommet = mois.Select(Debut).DefaultIfEmpty().Max();
        if (sommet == Montant.Zero)
        {
            return null;
        }

        var (premier, dernier) = (mois[0].Debut, mois[^1].Debut.AddMonths(1));
        decimal X(DateOnly jour) => decimal.Round(
            (decimal)(jour.DayNumber - premier.DayNumber) / (dernier.DayNumber - premier.DayNumber) * Largeur, 2);
        decimal H(Montant somme) => decimal.Round(somme.Euros / sommet.Euros * (Bas - Haut), 2);

        var traits = new List<Trait>();
        var pas = (mois.Count + ColonnesAuPlus - 1) / ColonnesAuPlus;
        for (var i = 0; i < mois.Count; i += pas)
        {
            var (x, fin) = (X(mois[i].Debut), X(mois[Math.Min(i + pas, mois.Count) - 1].Debut.AddMonths(1)));
            var total = Debut(mois[i]);
            var (libre, bloque) = (H(total - Montant.Min(total, mois[i].Bloque)), H(Montant.Min(total, mois[i].Bloque)));
            traits.Add(new Trait.Rectangle(x, Bas - libre, fin - x, libre) { Teinte = Teinte.Foncee });
            traits.Add(new Trait.Rectangle(x, Bas - libre - bloque, fin - x, bloque) { Teinte = Teinte.Claire });
        }

        traits.Add(new Trait.Ligne(0, Bas, Largeur, Bas) { Teinte = Teinte.Sourde });
        traits.Add(new Trait.Texte(0, Haut - 4, $"{sommet}") { Corps = Corps, Teinte = Teinte.Sourde });
        Graduer(premier, dernier, X, traits);
        Marquer(temps, majorite, premier, dernier, X, traits);
        return new(
            Typographie.Composer($"Capital mois après mois, du {Langue.Date(premier)} au {Langue.Date(dernier)}, au plus haut {sommet}. {Finir(temps.Fin)}"),
            [new Inline.Texte(Typographie.Composer("Le capital au début de chaque mois : en foncé ce qui est libre, en clair ce qui est bloqué jusqu’à la majorité."))],
            new(Largeur, Hauteur, [.. traits.Select(t => t is Trait.Texte texte ? texte with { Contenu = Typographie.Composer(texte.Contenu) } : t)]));
    }

    /// <summary>Comment finit la somme, en une phrase.</summary>
    public static string Finir(FinDuCapital fin) => fin switch
    {
        FinDuCapital.Epuise epuise => $"L’argent manque le {Langue.Date(epuise.Le)}.",
        FinDuCapital.NonConsomme non => $"Les revenus suffisent : rien n’est consommé, {non.Reste} sont gardés.",
        FinDuCapital.AuDelaDeLHorizon => "L’argent dure plus de cinquante ans.",
        _ => "Aucune somme n’est connue : seule l’attente se compte.",
    };

    // Le mois se lit à son début, avant le tirage et les intérêts : c'est ce que l'enfant a en main.
    private static Montant Debut(MoisDeVie mois) => mois.Solde + mois.Tire - mois.Interets;

    private static void Graduer(DateOnly premier, DateOnly dernier, Func<DateOnly, decimal> x, List<Trait> traits)
    {
        var annees = dernier.Year - premier.Year;
        var pas = Pas.First(p => annees / p <= GraduationsAuPlus);
        for (var an = premier.Year + 1; an <= dernier.Year; an++)
        {
            var jour = new DateOnly(an, 1, 1);
            if (an % pas != 0 || jour > dernier)
            {
                continue;
            }

            traits.Add(new Trait.Ligne(x(jour), Bas, x(jour), Bas + 4) { Teinte = Teinte.Sourde });
            traits.Add(new Trait.Texte(x(jour), Bas + 13, an.ToString(CultureInfo.InvariantCulture), Bord(x(jour))) { Corps = Corps, Teinte = Teinte.Sourde });
        }
    }

    private static void Marquer(
        TempsAchete temps, DateOnly? majorite, DateOnly premier, DateOnly dernier, Func<DateOnly, decimal> x, List<Trait> traits)
    {
        if (majorite is { } majeur)
        {
            foreach (var age in (int[])[16, 18, 21])
            {
                var jour = majeur.AddYears(age - 18);
                if (jour >= premier && jour <= dernier)
                {
                    Un(jour, $"{age} ans", 20);
                }
            }
        }

        if (temps.Fin is FinDuCapital.Epuise epuise && epuise.Le <= dernier)
        {
            // Le libellé le plus long est sur la ligne du haut, où aucun trait d'âge ne le traverse.
            Un(epuise.Le, $"jusqu’au {Langue.Date(epuise.Le.AddDays(-1))}", 10);
        }

        void Un(DateOnly jour, string libelle, decimal ligne)
        {
            traits.Add(new Trait.Ligne(x(jour), ligne + 3, x(jour), Bas) { Teinte = Teinte.Encre });
            traits.Add(new Trait.Texte(x(jour), ligne, libelle, Bord(x(jour))) { Corps = Corps, Gras = true });
        }
    }

    // Un texte posé près d'un bord s'aligne sur lui pour ne pas sortir du dessin.
    private static Alignement Bord(decimal x) =>
        x < Largeur * 0.2m ? Alignement.Gauche : x > Largeur * 0.8m ? Alignement.Droite : Alignement.Centre;
}
