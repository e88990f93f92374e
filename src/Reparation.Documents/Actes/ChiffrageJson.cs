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

    /// <summary>Nom du fichier joint.</summary>
    public const string Nom = "chiffrage.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Pièce jointe <c>chiffrage.json</c>.</summary>
    public static PieceJointe Joindre(Dossier dossier, Bilan bilan) =>
        new(Nom, "application/json", "Postes, étapes de calcul et éditions employées", Ecrire(dossier, bilan));

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
            ["partDuDroit"] = bilan.PartDuDroit,
            ["dateDeDecision"] = Jour(dossier.Chiffrage.DateDeDecision),
            ["consolidation"] = Jour(dossier.Chiffrage.Consolidation),
            ["postes"] = Liste(bilan.Directs.Where(p => p.Evaluation is not Evaluation.SansObjet).Select(p => Poste(p, nom))),
            ["proches"] = Liste(bilan.Proches.Select(b => new JsonObject
            {
                ["lien"] = b.Proche.Lien,
                ["postes"] = Liste(b.Postes.Where(p => p.Evaluation is not Evaluation.SansObjet).Select(p => Poste(p, nom))),
                ["total"] = Somme(b.Total),
                ["deductions"] = Liste(b.Deductions.Select(Deduction)),
                ["solde"] = Somme(b.Solde),
            })),
            ["gains"] = bilan.Gains is Evaluation.Chiffree gains ? Etape(gains.Calcul, nom) : null,
            ["global"] = bilan.Global is not { } global ? null : new JsonObject
            {
                ["montant"] = Somme(global.Montant),
                ["detail"] = Somme(global.Detail),
                ["ecart"] = Somme(global.Ecart),
                ["retenu"] = global.Retenu,
            },
            ["deductions"] = Liste(bilan.Deductions.Select(Deduction)),
            ["coauteurs"] = Liste(bilan.Coauteurs.Select(c => new JsonObject
            {
                ["du"] = Somme(c.Du),
                ["paye"] = Somme(c.Paye),
                ["charge"] = c.Charge is { } charge ? Somme(charge) : null,
            })),
            ["totaux"] = new JsonObject
            {
                ["brut"] = Somme(bilan.TotalBrut),
                ["tiersPayeurs"] = Somme(bilan.TotalTiersPayeurs),
                ["droit"] = Somme(bilan.TotalDroit),
                ["enfant"] = Somme(bilan.TotalEnfant),
                ["gains"] = Somme(bilan.TotalGains),
                ["demande"] = Somme(bilan.TotalDemande),
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
        ["droit"] = Somme(poste.Droit),
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

    // Le payeur peut être une personne : la date et la nature suffisent à refaire la somme.
    private static JsonObject Deduction(Deduction deduction) => new()
    {
        ["genre"] = JsonNamingPolicy.CamelCase.ConvertName(deduction.Versement.Genre.ToString()),
        ["le"] = Jour(deduction.Versement.Date),
        ["montant"] = Somme(deduction.Montant),
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
