using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Cabinet;

/// <summary>
/// Lit <c>annuaire.csv</c>, au dossier des modèles du cabinet : une ligne par service, colonnes séparées par des points-virgules, comme un
/// tableur français les écrit. Une ligne fautive est nommée et passée ; les autres servent.
/// </summary>
public static class AnnuaireDuCabinet
{
    /// <summary>Nom du fichier.</summary>
    public const string Fichier = "annuaire.csv";

    /// <summary>Colonnes, dans l'ordre ; la première ligne du fichier les redit.</summary>
    public static IReadOnlyList<string> Colonnes { get; } = ["nom", "coordonnees", "domaines", "pour", "acces"];

    /// <summary>Services au plus.</summary>
    public const int ServicesAuPlus = 500;

    private const int CaracteresParCase = 300;

    /// <summary>Services lus, et toutes les fautes.</summary>
    /// <param name="texte">Contenu du fichier.</param>
    public static (IReadOnlyList<ServiceDAide> Services, IReadOnlyList<FauteDeModele> Fautes) Lire(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var (services, fautes) = (new Dictionary<string, ServiceDAide>(StringComparer.OrdinalIgnoreCase), new List<FauteDeModele>());
        var lignes = ValeursSeparees.Lire(texte, ';').Lignes;
        if (lignes.Count == 0 || !lignes[0].Cases.Select(c => c.ToLowerInvariant()).SequenceEqual(Colonnes))
        {
            return ([], [Faute(lignes.Count == 0 ? 1 : lignes[0].Ligne, $"la première ligne doit être « {string.Join(';', Colonnes)} ». Aucun service n’est ajouté.")]);
        }

        foreach (var (ligne, cases) in lignes.Skip(1))
        {
            if (Refuser(cases, services) is { } motif)
            {
                fautes.Add(Faute(ligne, $"{motif} Cette ligne n’est pas ajoutée."));
            }
            else if (services.Count == ServicesAuPlus)
            {
                fautes.Add(Faute(ligne, $"il y a plus de {Langue.Nombre(ServicesAuPlus)} services ; la suite n’est pas lue."));
                break;
            }
            else
            {
                services.Add(cases[0], new(cases[0], [], cases[3], cases[4], [.. Domaines(cases[2]).Select(d => d!.Value)]) { Coordonnees = cases[1] });
            }
        }

        return ([.. services.Values.OrderBy(s => s.Nom, StringComparer.Ordinal)], fautes);
    }

    private static string? Refuser(IReadOnlyList<string> cases, Dictionary<string, ServiceDAide> deja) => cases switch
    {
        _ when cases.Count != Colonnes.Count => $"{Langue.Compte(cases.Count, "colonne", "colonnes")} au lieu de {Langue.Nombre(Colonnes.Count)}. Une case qui contient un point-virgule se met entre guillemets droits.",
        _ when cases[0].Length == 0 => "le nom manque.",
        _ when cases[3].Length == 0 => "la colonne « pour » manque : dites ce que fait ce service.",
        _ when cases.Any(c => c.Length > CaracteresParCase) => $"une case dépasse {Langue.Nombre(CaracteresParCase)} caractères.",
        _ when cases.Any(c => c.Any(char.IsControl)) => "une case tient sur plusieurs lignes, ou contient un signe invisible ; un guillemet droit n’est peut-être pas fermé.",
        _ when deja.ContainsKey(cases[0]) => $"« {cases[0]} » est déjà écrit plus haut.",
        _ when Domaines(cases[2]).Contains(null) => $"domaine inconnu dans « {cases[2]} ». Écrivez, séparés par des virgules : {string.Join(", ", Enum.GetNames<DomaineDeVie>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}.",
        _ => null,
    };

    private static IEnumerable<DomaineDeVie?> Domaines(string texte) => texte.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(d => char.IsLetter(d[0]) && Enum.TryParse<DomaineDeVie>(d, ignoreCase: true, out var domaine) ? domaine : (DomaineDeVie?)null);

    private static FauteDeModele Faute(int ligne, string cause) => new(Fichier, ligne, $"{Fichier}, ligne {Langue.Nombre(ligne)} : {cause}");
}
