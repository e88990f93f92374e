using System.Collections.Frozen;
using System.Text;

namespace Reparation.Domain.Referentiels;

/// <summary>Toutes les éditions connues : celles livrées avec l'application, et celles que le cabinet y ajoute.</summary>
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

    /// <summary>Séries datées : indice des prix, SMIC, plafond, taux d'intérêt légal.</summary>
    public IReadOnlyList<SerieDatee> Series { get; init; } = [];

    /// <summary>Empreinte de tous les fichiers lus : elle change dès qu'une somme peut changer.</summary>
    public string Empreinte { get; init; } = "";

    /// <summary>Référentiel de cet identifiant, ou rien.</summary>
    public EditionIndemnisation? TrouverIndemnisation(string? id) => Indemnisation.FirstOrDefault(e => e.Id == id);

    /// <summary>Barème de cet identifiant, ou rien.</summary>
    public EditionCapitalisation? TrouverCapitalisation(string? id) => Capitalisation.FirstOrDefault(e => e.Id == id);

    /// <summary>Série de cet identifiant, ou rien.</summary>
    public SerieDatee? TrouverSerie(string id) => Series.FirstOrDefault(s => s.Id == id);

    /// <summary>
    /// Lit des éditions. Clé : chemin relatif (« indemnisation/mornet-2025/edition.json ») ; valeur : texte du fichier.
    /// </summary>
    /// <param name="livres">Fichiers livrés avec l'application.</param>
    /// <param name="cabinet">Fichiers ajoutés par le cabinet : des éditions nouvelles, jamais un remplacement.</param>
    /// <exception cref="InvalidDataException">Une édition est malformée ou en remplace une autre ; le message nomme le fichier.</exception>
    public static Editions Charger(
        IReadOnlyDictionary<string, string> livres, IReadOnlyDictionary<string, string>? cabinet = null)
    {
        ArgumentNullException.ThrowIfNull(livres);
        var fichiers = JeuDeFichiers.Reunir(livres, cabinet ?? new Dictionary<string, string>());
        var tables = Lire(fichiers, "mortalite/", ".json", TableDeMortalite.Lire);
        return new()
        {
            Empreinte = fichiers.Empreinte(),
            Tables = tables,
            Series = Lire(fichiers, "series/", ".json", SerieDatee.Lire),
            Indemnisation = Lire(fichiers, "indemnisation/", "/edition.json", EditionIndemnisation.Lire)
                .OrderByDescending(e => e.Parution, StringComparer.Ordinal).ToList(),
            Capitalisation = Lire(
                    fichiers, "capitalisation/", "/edition.json", fiche => EditionCapitalisation.Lire(fiche, tables))
                .OrderBy(e => e.ComparaisonSeulement).ThenBy(e => e.TauxLibre)
                .ThenByDescending(e => e.Parution, StringComparer.Ordinal).ToList(),
        };
    }

    /// <summary>Fichiers de données livrés dans l'assemblage, par chemin relatif.</summary>
    public static IReadOnlyDictionary<string, string> FichiersEmbarques() => Embarques.Fichiers;

    private static FrozenDictionary<string, string> LireLesEmbarques()
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
            StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Éditions, nomenclature, repères, infractions, voies, délais : neuf lecteurs, une seule lecture au démarrage.
    private static class Embarques
    {
        public static readonly FrozenDictionary<string, string> Fichiers = LireLesEmbarques();
    }

    private static List<T> Lire<T>(JeuDeFichiers fichiers, string debut, string fin, Func<Fiche, T> lire)
    {
        var lues = new List<T>();
        foreach (var nom in fichiers.Noms(debut, fin))
        {
            using var fiche = fichiers.Ouvrir(nom);
            if (fiche.Texte("id") != nom[debut.Length..^fin.Length])
            {
                throw fiche.Malformee("« id » n’est pas le nom du dossier ou du fichier qui porte l’édition ; les deux doivent être égaux");
            }

            try
            {
                lues.Add(lire(fiche));
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException)
            {
                // Le lecteur JSON du cadre refuse ainsi un type inattendu, sans nommer le fichier.
                throw fiche.Malformee("une valeur n’est pas du type attendu");
            }
        }

        return lues;
    }
}
