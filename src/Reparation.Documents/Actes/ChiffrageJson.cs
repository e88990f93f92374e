using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Reparation.Documents.Blocs;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Documents.Actes;

/// <summary>
/// Données jointes à un acte pour que ses sommes se recalculent : postes, étapes, éditions. Aucune identité, aucun récit.
/// </summary>
public static class ChiffrageJson
{
    /// <summary>Nom et version du format.</summary>
    public const string Format = "reparation/chiffrage@1";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Pièce jointe <c>chiffrage.json</c>.</summary>
    public static PieceJointe Joindre(Dossier dossier, Bilan bilan) =>
        new("chiffrage.json", "application/json", "Postes, étapes de calcul et éditions employées", Ecrire(dossier, bilan));

    /// <summary>Écrit le chiffrage. Mêmes données, mêmes octets.</summary>
    public static byte[] Ecrire(Dossier dossier, Bilan bilan)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        var nom = Identite.Motif(dossier.Enfant);
        var racine = new JsonObject
        {
            ["format"] = Format,
            ["reference"] = dossier.Reference,
            ["fictif"] = dossier.Fictif,
            ["imputation"] = dossier.Chiffrage.Imputation == ModeDImputation.Civi ? "civi" : "auteur",
            ["referentiel"] = dossier.Chiffrage.Referentiel,
            ["bareme"] = dossier.Chiffrage.Bareme,
            ["taux"] = dossier.Chiffrage.Taux,
            ["dateDeDecision"] = Jour(dossier.Chiffrage.DateDeDecision),
            ["consolidation"] = Jour(dossier.Chiffrage.Consolidation),
            ["postes"] = Liste(bilan.Directs.Where(p => p.Evaluation is not Evaluation.SansObjet).Select(p => Poste(p, nom))),
            ["proches"] = Liste(bilan.Proches.Select(b => new JsonObject
            {
                ["lien"] = b.Proche.Lien,
                ["postes"] = Liste(b.Postes.Where(p => p.Evaluation is not Evaluation.SansObjet).Select(p => Poste(p, nom))),
                ["total"] = Somme(b.Total),
            })),
            ["totaux"] = new JsonObject
            {
                ["brut"] = Somme(bilan.TotalBrut),
                ["tiersPayeurs"] = Somme(bilan.TotalTiersPayeurs),
                ["enfant"] = Somme(bilan.TotalEnfant),
                ["proches"] = Somme(bilan.TotalProches),
                ["provisions"] = Somme(bilan.Provisions),
                ["solde"] = Somme(bilan.Solde),
            },
            ["editions"] = Liste(bilan.Editions.Select(Source)),
        };
        return JsonSerializer.SerializeToUtf8Bytes(racine, Options);
    }

    private static JsonObject Poste(PosteEvalue poste, Regex? nom) => new()
    {
        ["code"] = poste.Poste.Code,
        ["nom"] = poste.Poste.Nom,
        ["issue"] = poste.Evaluation is Evaluation.Chiffree ? "chiffré" : "réservé",
        ["brut"] = Somme(poste.Brut),
        ["tiersPayeurs"] = Somme(poste.TiersPayeurs),
        ["demande"] = Somme(poste.Demande),
        ["calcul"] = poste.Evaluation is Evaluation.Chiffree chiffree ? Etape(chiffree.Calcul, nom) : null,
    };

    private static JsonObject Etape(Etape etape, Regex? nom) => new()
    {
        ["libelle"] = nom?.Replace(etape.Libelle, "l’enfant") ?? etape.Libelle,
        ["formule"] = etape.Formule,
        ["resultat"] = Somme(etape.Resultat),
        ["sources"] = Liste(etape.Sources.Select(Source)),
        ["details"] = Liste(etape.Details.Select(d => Etape(d, nom))),
    };

    private static JsonObject Source(Source source) => new()
    {
        ["intitule"] = source.Intitule,
        ["adresse"] = source.Adresse,
        ["page"] = source.Page,
        ["verifieLe"] = Jour(source.VerifieLe),
        ["confiance"] = JsonNamingPolicy.CamelCase.ConvertName(source.Confiance.ToString()),
    };

    private static JsonArray Liste(IEnumerable<JsonObject> elements) => [.. elements];

    // 0.00m impose deux décimales : 12500.00, jamais 12500.
    private static JsonValue Somme(Montant montant) => JsonValue.Create(decimal.Round(montant.Euros, 2) + 0.00m);

    private static string? Jour(DateOnly? date) => date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
