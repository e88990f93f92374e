using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Exemples publiés, lus de <c>Cas/worked-examples.json</c> : en ajouter un d'une méthode connue n'écrit pas de code.</summary>
public sealed class CasPubliesTests
{
    public static TheoryData<string> Identifiants() => [.. Lus()];

    [Fact]
    public void Les_huit_exemples_sont_la() =>
        Assert.Equal(["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"], Lus());

    [Theory]
    [MemberData(nameof(Identifiants))]
    public void Retrouve_l_exemple_publie(string id)
    {
        using var document = Ouvrir();
        var exemple = document.RootElement.GetProperty("examples").EnumerateArray()
            .Single(e => e.GetProperty("id").GetString() == id);
        var (entrees, attendu) = (exemple.GetProperty("inputs"), exemple.GetProperty("expected"));
        switch (exemple.GetProperty("method").GetString())
        {
            case "R-DFP-POINT" or "R-DFP-POINT (override)":
                DeficitPermanent(entrees, attendu);
                break;
            case "R-DFT":
                DeficitTemporaire(entrees, attendu);
                break;
            case "R-DFT classes":
                Classes(entrees, attendu);
                break;
            case "R-TP-AUTHOR":
                Imputer(entrees, attendu);
                break;
            case "PSU per lost year":
                Annees(entrees, attendu);
                break;
            case "R-ATP (past)":
                AideHumaine(entrees, attendu);
                break;
            case "R-INT":
                Interets(entrees, attendu);
                break;
            case var methode:
                Assert.Fail($"Méthode inconnue : {methode}");
                break;
        }
    }

    private static void DeficitPermanent(JsonElement entrees, JsonElement attendu)
    {
        var age = entrees.GetProperty("ageAtConsolidation").GetInt32();
        var consolidation = Consolide.Chiffrage.Consolidation!.Value;
        var dossier = Consolide with { Enfant = Consolide.Enfant with { DateDeNaissance = consolidation.AddYears(-age) } };
        var point = entrees.TryGetProperty("pointValueOverride", out var impose) ? Euros(impose.GetDecimal()) : (Montant?)null;
        var chiffree = dossier.Chiffrer(new()
        {
            Code = "DFP",
            TauxDeDeficit = entrees.GetProperty("dfpRatePct").GetDecimal(),
            ValeurDuPoint = point,
            Motif = "Exemple publié.",
        });

        Assert.Equal(Montant(attendu, "amount"), chiffree.Montant);
        if (attendu.TryGetProperty("pointValue", out var lu))
        {
            Assert.EndsWith($"× {Euros(lu.GetDecimal())}", chiffree.Calcul.Details[0].Formule, StringComparison.Ordinal);
        }
    }

    private static void DeficitTemporaire(JsonElement entrees, JsonElement attendu)
    {
        var debut = new DateOnly(2020, 1, 1);
        var periodes = new List<PeriodeDeGene>();
        foreach (var periode in entrees.GetProperty("periods").EnumerateArray())
        {
            var fin = debut.AddDays(periode.GetProperty("days").GetInt32() - 1);
            periodes.Add(new() { Du = debut, Au = fin, Taux = periode.GetProperty("ratePct").GetDecimal() });
            debut = fin.AddDays(1);
        }

        var chiffree = NonConsolide.Chiffrer(new()
        {
            Code = "DFT",
            Periodes = periodes,
            BaseJournaliere = Montant(entrees, "fullDaily"),
            Motif = "Exemple publié.",
        });

        Assert.Equal(Montants(attendu, "periodAmounts"), chiffree.Calcul.Details.Select(d => d.Resultat));
        Assert.Equal(Montant(attendu, "amount"), chiffree.Montant);
    }

    private static void Classes(JsonElement entrees, JsonElement attendu)
    {
        decimal[] taux = [10, 25, 50, 75];
        string[] classes = ["I", "II", "III", "IV"];
        var parJour = entrees.GetProperty("classes").EnumerateArray().Select(c => NonConsolide.Chiffrer(new()
        {
            Code = "DFT",
            Periodes = [Gene("2020-01-01", "2020-01-01", taux[Array.IndexOf(classes, c.GetString())])],
            BaseJournaliere = Montant(entrees, "fullDaily"),
        }).Montant);

        Assert.Equal(Montants(attendu, "perDay"), parJour);
    }

    private static void Imputer(JsonElement entrees, JsonElement attendu)
    {
        var part = entrees.GetProperty("share").GetDecimal();
        var (victime, payeurs) = (Reparation.Domain.Commun.Montant.Zero, Reparation.Domain.Commun.Montant.Zero);
        foreach (var poste in entrees.GetProperty("heads").EnumerateArray())
        {
            var code = poste.GetProperty("code").GetString()!;
            var imputation = Imputation.Calculer(
                ModeDImputation.Auteur, Montant(poste, "gross"), Montant(poste, "benefits"), part);
            Assert.Equal(Montant(attendu.GetProperty("victim"), code), imputation.Victime);
            Assert.Equal(Montant(attendu.GetProperty("payers"), code), imputation.TiersPayeur);
            victime += imputation.Victime;
            payeurs += imputation.TiersPayeur;
        }

        Assert.Equal(Montant(attendu.GetProperty("victim"), "total"), victime);
        Assert.Equal(Montant(attendu.GetProperty("payers"), "total"), payeurs);
    }

    private static void Annees(JsonElement entrees, JsonElement attendu)
    {
        Assert.Equal("referentiel-2013-03", entrees.GetProperty("dataset").GetString());
        var niveaux = new Dictionary<string, NiveauScolaire>
        {
            ["ecolier"] = NiveauScolaire.Primaire,
            ["collegien"] = NiveauScolaire.College,
            ["lyceen"] = NiveauScolaire.Lycee,
            ["etudiant"] = NiveauScolaire.Superieur,
        };
        var dossier = NonConsolide with { Chiffrage = NonConsolide.Chiffrage with { Referentiel = "referentiel-2013" } };
        var chiffree = dossier.Chiffrer(new()
        {
            Code = "PSU",
            Annees =
            [
                .. entrees.GetProperty("lostYears").EnumerateArray().Select(a => new AnneesPerdues
                {
                    Niveau = niveaux[a.GetProperty("level").GetString()!],
                    Nombre = a.GetProperty("years").GetDecimal(),
                }),
            ],
        });

        Assert.Equal(Montants(attendu, "parts"), chiffree.Calcul.Details.Select(d => d.Resultat));
        Assert.Equal(Montant(attendu, "amount"), chiffree.Montant);
    }

    private static void AideHumaine(JsonElement entrees, JsonElement attendu)
    {
        var du = new DateOnly(2020, 1, 1);
        var chiffree = NonConsolide.Chiffrer(new()
        {
            Code = "FD",
            Aides =
            [
                new()
                {
                    Du = du,
                    Au = du.AddDays(entrees.GetProperty("days").GetInt32() - 1),
                    HeuresParSemaine = entrees.GetProperty("hoursPerDay").GetDecimal() * 7,
                    TauxHoraire = Montant(entrees, "hourlyRate"),
                },
            ],
        });

        Assert.Equal(Montant(attendu, "amount"), chiffree.Montant);
        Assert.Equal(
            attendu.GetProperty("hours").GetDecimal() * entrees.GetProperty("hourlyRate").GetDecimal(), chiffree.Montant.Euros);
    }

    private static void Interets(JsonElement entrees, JsonElement attendu)
    {
        var etape = InteretLegal.Calculer(
            Montant(entrees, "principal"),
            Jour(entrees, "from"),
            Jour(entrees, "to"),
            [
                .. entrees.GetProperty("rates").EnumerateArray()
                    .Select(t => new TauxDInteret(Jour(t, "from"), Jour(t, "to"), t.GetProperty("pct").GetDecimal())),
            ],
            entrees.GetProperty("divisor").GetInt32());

        Assert.Equal(Montant(attendu, "amount"), etape.Resultat);
        var jours = attendu.GetProperty("days").EnumerateArray().Select(j => j.GetInt32()).ToList();
        Assert.Equal(jours.Count, etape.Details.Count);
        Assert.All(etape.Details.Zip(jours), p => Assert.Contains($"× {p.Second} j ÷ 365", p.First.Formule, StringComparison.Ordinal));
    }

    private static List<string> Lus()
    {
        using var document = Ouvrir();
        return [.. document.RootElement.GetProperty("examples").EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];
    }

    private static JsonDocument Ouvrir() => JsonDocument.Parse(Cas.Lire("worked-examples.json"));

    private static Montant Montant(JsonElement objet, string champ) => Euros(objet.GetProperty(champ).GetDecimal());

    private static IEnumerable<Montant> Montants(JsonElement objet, string champ) =>
        objet.GetProperty(champ).EnumerateArray().Select(m => Euros(m.GetDecimal()));

    private static DateOnly Jour(JsonElement objet, string champ) => Cas.Jour(objet.GetProperty(champ).GetString()!);
}
