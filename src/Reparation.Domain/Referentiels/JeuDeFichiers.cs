using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Fichiers d'éditions réunis : ceux de l'application et ceux du cabinet, chacun sachant d'où il vient.</summary>
internal sealed partial class JeuDeFichiers
{
    private readonly Dictionary<string, string> _textes;
    private readonly IReadOnlyDictionary<string, string> _cabinet;

    private JeuDeFichiers(Dictionary<string, string> textes, IReadOnlyDictionary<string, string> cabinet)
    {
        _textes = textes;
        _cabinet = cabinet;
    }

    /// <exception cref="InvalidDataException">Un fichier du cabinet est mal rangé, ou prend la place d'un fichier livré.</exception>
    public static JeuDeFichiers Reunir(IReadOnlyDictionary<string, string> livres, IReadOnlyDictionary<string, string> cabinet)
    {
        var textes = new Dictionary<string, string>(livres, StringComparer.Ordinal);
        var editions = livres.Keys.Select(Edition).ToHashSet(StringComparer.Ordinal);
        foreach (var (nom, texte) in cabinet)
        {
            if (!Rangement().IsMatch(nom))
            {
                throw new InvalidDataException(
                    $"{nom} : ce fichier n’est pas à une place connue. Places connues : indemnisation/<id>/edition.json et ses tableaux, "
                    + "capitalisation/<id>/edition.json, mortalite/<id>.json et .csv, series/<id>.json et .csv ; "
                    + "un identifiant s’écrit en minuscules sans accent, chiffres et tirets.");
            }

            if (editions.Contains(Edition(nom)))
            {
                throw new InvalidDataException(
                    $"{nom} : cet identifiant est déjà celui d’une édition livrée. Une édition n’est jamais remplacée : "
                    + "une correction est un nouveau dossier, sous un autre identifiant.");
            }

            textes.Add(nom, texte);
        }

        return new(textes, cabinet);
    }

    /// <summary>Fiches d'un genre, dans l'ordre de leurs noms.</summary>
    public IEnumerable<string> Noms(string debut, string fin) => _textes.Keys.Order(StringComparer.Ordinal)
        .Where(n => n.StartsWith(debut, StringComparison.Ordinal) && n.EndsWith(fin, StringComparison.Ordinal));

    public Fiche Ouvrir(string nom) =>
        Fiche.Ouvrir(nom, _textes, _cabinet.ContainsKey(nom) ? Provenance.Cabinet : Provenance.Livree);

    public string Empreinte()
    {
        using var somme = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (nom, texte) in _textes.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            somme.AppendData(Encoding.UTF8.GetBytes($"{nom}\0{texte}\0"));
        }

        return Convert.ToHexStringLower(somme.GetHashAndReset());
    }

    // « mortalite/x.csv » et « mortalite/x.json » sont la même édition, comme tout ce qui est sous « capitalisation/y/ ».
    private static string Edition(string nom)
    {
        var morceaux = nom.Split('/');
        return morceaux.Length == 2 ? $"{morceaux[0]}/{Path.GetFileNameWithoutExtension(morceaux[1])}" : string.Join('/', morceaux.Take(2));
    }

    [GeneratedRegex(@"^((indemnisation|capitalisation)/[a-z0-9][a-z0-9-]{0,59}/[a-z0-9-]{1,60}|(mortalite|series)/[a-z0-9][a-z0-9-]{0,59})\.(json|csv)\z")]
    private static partial Regex Rangement();
}
