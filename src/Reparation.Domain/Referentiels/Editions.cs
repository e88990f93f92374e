using System.Text;

namespace Reparation.Domain.Referentiels;

/// <summary>Toutes les éditions embarquées : référentiels d'indemnisation et barèmes de capitalisation.</summary>
public sealed class Editions
{
    /// <summary>Les éditions livrées avec l'application ; lues une fois, immuables.</summary>
    public static Editions Embarquees { get; } = Charger(FichiersEmbarques());

    /// <summary>Référentiels d'indemnisation (point de DFP, cotations, DFT, années scolaires), la plus récente d'abord.</summary>
    public IReadOnlyList<EditionIndemnisation> Indemnisation { get; init; } = [];

    /// <summary>Barèmes de capitalisation : les publiés, le plus récent d'abord, puis les tables à taux plaidé, puis ce qui ne sert qu'à comparer.</summary>
    public IReadOnlyList<EditionCapitalisation> Capitalisation { get; init; } = [];

    /// <summary>Tables de mortalité dont les barèmes se servent.</summary>
    public IReadOnlyList<TableDeMortalite> Tables { get; init; } = [];

    /// <summary>Référentiel de cet identifiant, ou rien.</summary>
    public EditionIndemnisation? TrouverIndemnisation(string? id) => Indemnisation.FirstOrDefault(e => e.Id == id);

    /// <summary>Barème de cet identifiant, ou rien.</summary>
    public EditionCapitalisation? TrouverCapitalisation(string? id) => Capitalisation.FirstOrDefault(e => e.Id == id);

    /// <summary>
    /// Lit des éditions. Clé : chemin relatif (« indemnisation/mornet-2025/edition.json ») ; valeur : texte du fichier.
    /// </summary>
    /// <exception cref="InvalidDataException">Une édition est malformée ; le message nomme le fichier.</exception>
    public static Editions Charger(IReadOnlyDictionary<string, string> fichiers)
    {
        ArgumentNullException.ThrowIfNull(fichiers);
        var tables = Lire(fichiers, "mortalite/", ".json", TableDeMortalite.Lire);
        return new()
        {
            Tables = tables,
            Indemnisation = Lire(fichiers, "indemnisation/", "/edition.json", EditionIndemnisation.Lire)
                .OrderByDescending(e => e.Parution, StringComparer.Ordinal).ToList(),
            Capitalisation = Lire(
                    fichiers, "capitalisation/", "/edition.json", fiche => EditionCapitalisation.Lire(fiche, tables))
                .OrderBy(e => e.ComparaisonSeulement).ThenBy(e => e.TauxLibre)
                .ThenByDescending(e => e.Parution, StringComparer.Ordinal).ToList(),
        };
    }

    /// <summary>Fichiers de données livrés dans l'assemblage, par chemin relatif.</summary>
    public static IReadOnlyDictionary<string, string> FichiersEmbarques()
    {
        var assemblage = typeof(Editions).Assembly;
        return assemblage.GetManifestResourceNames().ToDictionary(
            nom => nom.Replace('\\', '/'),
            nom =>
            {
                using var flux = assemblage.GetManifestResourceStream(nom)!;
                using var lecteur = new StreamReader(flux, Encoding.UTF8);
                return lecteur.ReadToEnd();
            },
            StringComparer.Ordinal);
    }

    private static List<T> Lire<T>(
        IReadOnlyDictionary<string, string> fichiers, string debut, string fin, Func<Fiche, T> lire)
    {
        var lues = new List<T>();
        var identifiants = new HashSet<string>(StringComparer.Ordinal);
        foreach (var nom in fichiers.Keys.Order(StringComparer.Ordinal))
        {
            if (nom.StartsWith(debut, StringComparison.Ordinal) && nom.EndsWith(fin, StringComparison.Ordinal))
            {
                using var fiche = Fiche.Ouvrir(nom, fichiers);
                if (!identifiants.Add(fiche.Texte("id")))
                {
                    throw fiche.Malformee("cet identifiant est déjà celui d’une autre édition");
                }

                lues.Add(lire(fiche));
            }
        }

        return lues;
    }
}
