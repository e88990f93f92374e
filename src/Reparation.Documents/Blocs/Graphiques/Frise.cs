using System.Globalization;
using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Voies;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>
/// Frise d'un dossier : faits, actes, âges qui comptent et délais à tenir sur un même axe. L'écran et l'acte lisent la même
/// géométrie ; aucun nom ni aucun récit n'y paraît.
/// </summary>
public static class Frise
{
    /// <summary>Largeur du dessin, en points.</summary>
    public const decimal Largeur = 453;

    /// <summary>Corps des étiquettes, en points.</summary>
    public const decimal Corps = 7.5m;

    private const decimal Tete = 22;
    private const decimal Rang = 13;
    private const decimal Titre = 15;

    // Largeur moyenne d'un caractère, prise large : deux étiquettes voisines ne doivent jamais se toucher.
    private const decimal Chasse = 0.48m;
    private const decimal Ecart = 4;
    private const int GraduationsAuPlus = 10;
    private static readonly int[] Pas = [1, 2, 5, 10, 20];

    /// <summary>Place tout ce qui est daté ; rien si aucun fait, acte ni délai ne l'est.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="droits">Droit du même dossier, au même jour.</param>
    /// <param name="aujourdhui">Jour marqué sur l'axe.</param>
    public static FrisePlacee? Placer(Dossier dossier, EtatDesDroits droits, DateOnly aujourdhui)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(droits);
        var evenements = EvenementsDeFrise.Reunir(dossier, droits);
        if (evenements.Count == 0)
        {
            return null;
        }

        var axe = Axe.Entre(
            evenements.Select(e => e.Du).Append(aujourdhui).Min(), evenements.Select(e => e.Au).Append(aujourdhui).Max());
        var haut = Tete;
        var bandes = new List<BandeDeFrise>();
        foreach (var genre in evenements.GroupBy(e => e.Genre).OrderBy(g => g.Key))
        {
            var reperes = Ranger(genre.OrderBy(e => e.Du).ThenBy(e => e.Libelle, StringComparer.Ordinal), axe, haut + Titre);
            bandes.Add(new(genre.Key, Nommer(genre.Key), haut, reperes));
            haut = reperes.Max(r => r.Y) + Rang;
        }

        return new(Largeur, haut + 4, axe.Situer(aujourdhui), axe.Graduer(), bandes);
    }

    /// <summary>Dessine la frise.</summary>
    /// <exception cref="ArgumentException">Rien n'est daté : il n'y a rien à montrer.</exception>
    public static Bloc.Figure Dessiner(Dossier dossier, EtatDesDroits droits, DateOnly aujourdhui)
    {
        var frise = Placer(dossier, droits, aujourdhui) ?? throw new ArgumentException("Aucune date à montrer.", nameof(dossier));
        var traits = new List<Trait>();
        foreach (var graduation in frise.Graduations)
        {
            traits.Add(new Trait.Ligne(graduation.X, 14, graduation.X, frise.Hauteur) { Teinte = Teinte.Fond });
            traits.Add(new Trait.Texte(graduation.X, 10, graduation.Libelle, Bord(graduation.X)) { Corps = Corps, Teinte = Teinte.Sourde });
        }

        traits.Add(new Trait.Ligne(0, 14, Largeur, 14) { Teinte = Teinte.Sourde });

        // Foncé sur l'axe, clair ensuite : le trait passe sous des étiquettes qui doivent rester lisibles.
        traits.Add(new Trait.Ligne(frise.Aujourdhui, 14, frise.Aujourdhui, frise.Hauteur) { Teinte = Teinte.Claire });
        traits.Add(new Trait.Rectangle(Math.Min(frise.Aujourdhui, Largeur - 3), 11, 3, 6) { Teinte = Teinte.Foncee });
        foreach (var bande in frise.Bandes)
        {
            traits.Add(new Trait.Texte(0, bande.Y + 11, bande.Nom) { Gras = true });
            traits.AddRange(bande.Reperes.SelectMany(Tracer));
        }

        return new(
            Typographie.Composer(frise.Alternative),
            [new Inline.Texte(Typographie.Composer(
                $"La marque foncée de l’axe est au {Langue.Date(aujourdhui)}. Un délai est placé à son jour prudent, jamais après le dernier jour légal."))],
            new(Largeur, frise.Hauteur, traits));
    }

    private static IEnumerable<Trait> Tracer(RepereDeFrise repere)
    {
        yield return new Trait.Rectangle(repere.X, repere.Y + 2, repere.Largeur, 7)
        {
            Teinte = repere.Genre is GenreDeRepere.Fait or GenreDeRepere.Delai ? Teinte.Foncee : Teinte.Claire,
        };
        yield return new Trait.Texte(repere.Etiquette, repere.Y + 8.5m, repere.Libelle, repere.ADroite ? Alignement.Gauche : Alignement.Droite) { Corps = Corps };
    }

    // Chaque repère prend le premier couloir où ni sa marque ni son étiquette n'en touche un autre.
    private static List<RepereDeFrise> Ranger(IEnumerable<EvenementDeFrise> evenements, Axe axe, decimal haut)
    {
        var couloirs = new List<List<(decimal Debut, decimal Fin)>>();
        var places = new List<RepereDeFrise>();
        foreach (var e in evenements)
        {
            var (x, fin) = (axe.Situer(e.Du), axe.Situer(e.Au));
            var largeur = Math.Max(3, fin - x);
            x = Math.Min(x, Largeur - largeur);
            var libelle = Typographie.Composer(e.Libelle);
            var longueur = libelle.Length * Corps * Chasse;
            var aDroite = x + largeur + Ecart + longueur <= Largeur;
            var etiquette = aDroite ? x + largeur + Ecart : x - Ecart;
            var (debut, bout) = aDroite ? (x, etiquette + longueur + Ecart) : (etiquette - longueur - Ecart, x + largeur);
            var couloir = couloirs.FindIndex(c => c.TrueForAll(o => bout <= o.Debut || debut >= o.Fin));
            if (couloir < 0)
            {
                couloir = couloirs.Count;
                couloirs.Add([]);
            }

            couloirs[couloir].Add((debut, bout));
            places.Add(new(e.Genre, libelle, e.Du, e.Au, x, haut + couloir * Rang, largeur, decimal.Round(etiquette, 2), longueur, aDroite));
        }

        return places;
    }

    private static Alignement Bord(decimal x) => x < 20 ? Alignement.Gauche : x > Largeur - 20 ? Alignement.Droite : Alignement.Centre;

    private static string Nommer(GenreDeRepere genre) => genre switch
    {
        GenreDeRepere.Fait => "Faits",
        GenreDeRepere.Acte => "Procédure",
        GenreDeRepere.Age => "Âges",
        _ => "Délais",
    };

    private readonly record struct Axe(DateOnly Debut, DateOnly Fin)
    {
        public static Axe Entre(DateOnly premier, DateOnly dernier) => new(new(premier.Year, 1, 1), new(dernier.Year + 1, 1, 1));

        public decimal Situer(DateOnly jour) =>
            decimal.Round(Frise.Largeur * (jour.DayNumber - Debut.DayNumber) / (Fin.DayNumber - Debut.DayNumber), 2);

        public IReadOnlyList<GraduationDeFrise> Graduer()
        {
            var (debut, annees) = (Debut.Year, Fin.Year - Debut.Year);
            var pas = Pas.FirstOrDefault(p => annees <= p * GraduationsAuPlus, Pas[^1]);
            var axe = this;
            return [.. Enumerable.Range(debut, annees + 1).Where(a => a % pas == 0)
                .Select(a => new GraduationDeFrise(a.ToString(CultureInfo.InvariantCulture), axe.Situer(new(a, 1, 1))))];
        }
    }
}

/// <summary>Frise placée, en points, l'origine en haut à gauche.</summary>
/// <param name="Largeur">Largeur.</param>
/// <param name="Hauteur">Hauteur.</param>
/// <param name="Aujourdhui">Abscisse du jour.</param>
/// <param name="Graduations">Années de l'axe.</param>
/// <param name="Bandes">Faits, procédure, âges, délais ; une bande vide n'y est pas.</param>
public sealed record FrisePlacee(
    decimal Largeur, decimal Hauteur, decimal Aujourdhui, IReadOnlyList<GraduationDeFrise> Graduations, IReadOnlyList<BandeDeFrise> Bandes)
{
    /// <summary>La frise dite en phrases, dans l'ordre : pour un lecteur d'écran, et la liste sous le dessin.</summary>
    public string Alternative => "Frise du dossier. " + string.Join(". ", Bandes.Select(b => $"{b.Nom} : {string.Join(" ; ", b.Reperes.Select(r => r.Libelle))}")) + ".";
}

/// <summary>Année de l'axe.</summary>
/// <param name="Libelle">« 2030 ».</param>
/// <param name="X">Abscisse du 1er janvier.</param>
public sealed record GraduationDeFrise(string Libelle, decimal X);

/// <summary>Bande de repères de même genre.</summary>
/// <param name="Genre">Genre.</param>
/// <param name="Nom">Titre.</param>
/// <param name="Y">Haut de la bande.</param>
/// <param name="Reperes">Repères, par date.</param>
public sealed record BandeDeFrise(GenreDeRepere Genre, string Nom, decimal Y, IReadOnlyList<RepereDeFrise> Reperes);

/// <summary>Repère placé.</summary>
/// <param name="Genre">Genre.</param>
/// <param name="Libelle">Date et nom court, sans nom de personne.</param>
/// <param name="Du">Premier jour.</param>
/// <param name="Au">Dernier jour.</param>
/// <param name="X">Abscisse de la marque.</param>
/// <param name="Y">Haut de son couloir.</param>
/// <param name="Largeur">Largeur de la marque.</param>
/// <param name="Etiquette">Abscisse de l'étiquette : son début à droite de la marque, sa fin à gauche.</param>
/// <param name="Longueur">Place que l'étiquette prend au plus.</param>
/// <param name="ADroite">Vrai si l'étiquette suit la marque.</param>
public sealed record RepereDeFrise(
    GenreDeRepere Genre, string Libelle, DateOnly Du, DateOnly Au, decimal X, decimal Y, decimal Largeur, decimal Etiquette, decimal Longueur, bool ADroite);

/// <summary>Genre d'un repère.</summary>
public enum GenreDeRepere
{
    /// <summary>Fait.</summary>
    Fait,

    /// <summary>Acte ou décision.</summary>
    Acte,

    /// <summary>Âge qui compte.</summary>
    Age,

    /// <summary>Délai à tenir.</summary>
    Delai,
}
