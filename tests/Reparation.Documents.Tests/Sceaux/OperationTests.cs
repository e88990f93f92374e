using System.Text;
using System.Text.Json.Nodes;
using Reparation.Documents.Actes;
using Reparation.Documents.Sceaux;
using Reparation.Documents.Tests.Actes;

namespace Reparation.Documents.Tests.Sceaux;

public sealed class OperationTests
{
    [Theory]
    [InlineData("101 j × 50 % × 30,00 €", "1515")]
    [InlineData("9 h × 366 j ÷ 7 × 20,00 €", "9411.428571428571428571428571")]
    [InlineData("(10 h − 3 h) × 2 × 20,00 €", "280")]
    [InlineData("1\u202F234\u202F567,89\u00A0€ + 0,11 €", "1234568")]
    [InlineData("20\u202F000,00\u00A0€ − 300,00 € de tiers payeurs", "19700")]
    public void Une_operation_ecrite_se_refait(string operation, string attendu) =>
        Assert.Equal(decimal.Parse(attendu, System.Globalization.CultureInfo.InvariantCulture), Operation.Refaire(operation));

    [Theory]
    [InlineData("")]
    [InlineData("somme des lignes")]
    [InlineData("3 ×")]
    [InlineData("3 ÷ 0")]
    [InlineData("(3")]
    [InlineData("3 4")]
    [InlineData("((((((((((((((((((((((((3))))))))))))))))))))))))")]
    [InlineData("99999999999999999999999999 × 99999999999999999999999999")]
    public void Ce_qui_ne_se_lit_pas_ne_se_refait_pas(string operation) => Assert.Null(Operation.Refaire(operation));

    [Theory]
    [InlineData("Il est demandé 12\u202F500,00\u00A0€, puis 3,50 € le 3 mars 2026", "12500.00 3.50")]
    [InlineData("12,5 % de 1000,00 €", "1000.00")]
    [InlineData("0,00 €", "0.00")]
    [InlineData("1.234,50 €", "")] // un point de milliers n'est pas une somme d'un acte
    public void Les_sommes_d_un_texte_se_lisent(string texte, string attendues) => Assert.Equal(
        attendues,
        string.Join(' ', SommesDuTexte.Lire(texte).Select(s => s.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Chaque_nombre_altere_d_un_chiffrage_est_vu()
    {
        var dossier = Exemples.Lire(Exemples.Noms[1]);
        var octets = ChiffrageJson.Ecrire(dossier, Exemples.Bilan(dossier));
        var sommes = Sommes(JsonNode.Parse(octets)!).Count;
        var vues = 0;
        for (var i = 0; i < sommes; i++)
        {
            var arbre = JsonNode.Parse(octets)!;
            var (parent, cle) = Sommes(arbre)[i];
            parent[cle] = parent[cle]!.GetValue<decimal>() + 1;
            vues += RecalculDuChiffrage.Lire(Encoding.UTF8.GetBytes(arbre.ToJsonString()))!.Ecarts.Count > 0 ? 1 : 0;
        }

        Assert.Equal(sommes, vues);
    }

    private static List<(JsonObject Parent, string Cle)> Sommes(JsonNode arbre)
    {
        var trouvees = new List<(JsonObject, string)>();
        foreach (var cle in new[] { "postes", "proches", "totaux", "deductions" })
        {
            Chercher(arbre[cle]!, trouvees);
        }

        return trouvees;
    }

    private static void Chercher(JsonNode noeud, List<(JsonObject, string)> trouvees)
    {
        if (noeud is JsonArray liste)
        {
            foreach (var element in liste)
            {
                Chercher(element!, trouvees);
            }
        }
        else if (noeud is JsonObject objet)
        {
            foreach (var (cle, valeur) in objet)
            {
                if (valeur is JsonValue v && v.TryGetValue<decimal>(out _))
                {
                    trouvees.Add((objet, cle));
                }
                else if (valeur is not (null or JsonValue))
                {
                    Chercher(valeur, trouvees);
                }
            }
        }
    }
}
