using System.Text.Json;
using Reparation.Documents.Actes;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Voies;

namespace Reparation.Documents.Tests.Droit;

/// <summary>Chaque identifiant qu'un fichier de données cite existe : une règle, un acte ou une voie renommés se voient ici.</summary>
public sealed class RenvoisTests
{
    private static readonly IReadOnlyDictionary<string, string> Fichiers = Editions.FichiersEmbarques();

    [Fact]
    public void Chaque_delai_cite_par_une_voie_une_etape_ou_une_infraction_existe()
    {
        var cites = Valeurs("voies/", "delais").Concat(Valeurs("infractions/", "prescription")).ToList();

        Assert.True(cites.Count > 40);
        Assert.Equal([], cites.Where(c => Regles.Trouver(c.Valeur) is null));
    }

    [Fact]
    public void Chaque_acte_cite_a_son_modele()
    {
        var cites = Valeurs("voies/", "acte").Where(c => c.Valeur.Length > 0).ToList();

        Assert.NotEmpty(cites);
        Assert.Equal([], cites.Where(c => Modeles.Embarques.Trouver(c.Valeur) is null));
    }

    [Fact]
    public void Chaque_voie_citee_par_une_etape_existe()
    {
        var connues = ExamenDesVoies.Examiner(new() { Reference = "VIDE-1", Pseudonyme = "Essai" }, new(2026, 11, 24)).Select(v => v.Id).ToHashSet();
        var cites = Valeurs("voies/etapes.json", "voie").Where(c => c.Valeur.Length > 0).ToList();

        Assert.NotEmpty(cites);
        Assert.Equal([], cites.Where(c => !connues.Contains(c.Valeur)));
    }

    [Fact]
    public void Chaque_acte_qui_accomplit_un_delai_est_un_genre_du_dossier()
    {
        var genres = Enum.GetNames<GenreActe>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToHashSet();
        var cites = Regles.Toutes.Select(r => r.AccompliPar).Where(a => a.Length > 0).ToList();

        Assert.NotEmpty(cites);
        Assert.Equal([], cites.Where(c => !genres.Contains(c)));
    }

    private static IEnumerable<(string Fichier, string Valeur)> Valeurs(string prefixe, string cle) => Fichiers
        .Where(f => f.Key.StartsWith(prefixe, StringComparison.Ordinal))
        .SelectMany(f =>
        {
            using var document = JsonDocument.Parse(f.Value);
            return Chercher(document.RootElement, cle).Select(v => (f.Key, v)).ToList();
        });

    private static IEnumerable<string> Chercher(JsonElement element, string cle) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Chercher(e, cle)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == cle ? Textes(p.Value) : Chercher(p.Value, cle)),
        _ => [],
    };

    private static IEnumerable<string> Textes(JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.String => [valeur.GetString()!],
        JsonValueKind.Array => valeur.EnumerateArray().SelectMany(Textes),
        _ => [],
    };
}
