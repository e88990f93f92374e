using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Referentiels;

/// <summary>Les chiffres sont des données : sensées, relisibles à l'identique, et absentes du code.</summary>
public sealed partial class DonneesTests
{
    // Chaque nombre permis dans les règles de calcul, et pourquoi il n'est pas un chiffre de droit.
    private static readonly Dictionary<string, string> NombresPermis = new()
    {
        ["0"] = "rien",
        ["1"] = "unité",
        ["2"] = "demi-degré, deux victimes d'un même calcul",
        ["3"] = "décimales d'un coefficient ou d'un tarif",
        ["4"] = "trimestres, scénarios",
        ["5"] = "bornes du taux saisi",
        ["6"] = "mois d'un pas de sensibilité",
        ["7"] = "jours d'une semaine, échelle médicale",
        ["10"] = "bornes du taux saisi, pas de sensibilité",
        ["11"] = "paiement mensuel, 11/24",
        ["12"] = "mois d'une année",
        ["13"] = "paiement mensuel, 13/24",
        ["24"] = "heures d'un jour",
        ["31"] = "dernier jour de décembre",
        ["52"] = "semaines d'une année",
        ["100"] = "pour cent",
        ["104"] = "dernier âge des tables",
        ["168"] = "heures d'une semaine",
        ["365"] = "jours d'une année, méthode nommée au calcul",
        ["412"] = "jours d'une année d'aide, congés compris, méthode nommée au calcul",
        ["9000"] = "dernière année que le calendrier sait prolonger",
        ["36500"] = "365 fois 100",
        ["0.01"] = "centime",
        ["0.5"] = "demi-degré, demi-point",
    };

    private static readonly string[] Abimes = ["", "{", "[", "null", "-1", "\"", ",", "\n", "true"];

    public static TheoryData<string> Grilles() =>
        [.. Editions.Embarquees.Indemnisation.Where(e => e.GrilleDfp is not null).Select(e => e.Id)];

    public static TheoryData<string> Tables() => [.. Editions.Embarquees.Tables.Select(t => t.Id)];

    [Fact]
    public void Aucun_chiffre_de_droit_n_est_ecrit_dans_les_regles_de_calcul()
    {
        var domaine = Path.Combine(Racine(), "src", "Reparation.Domain");
        var intrus = new[] { "Postes", "Capitalisation" }
            .SelectMany(d => Directory.EnumerateFiles(Path.Combine(domaine, d), "*.cs"))
            .SelectMany(f => Nombre().Matches(Commentaire().Replace(Chaine().Replace(File.ReadAllText(f), ""), ""))
                .Select(m => m.Value.Replace("_", "", StringComparison.Ordinal))
                .Where(n => !NombresPermis.ContainsKey(n))
                .Select(n => $"{Path.GetFileName(f)} : {n}"))
            .Distinct();

        Assert.Empty(intrus);
    }

    [Fact]
    public void Toute_regle_de_controle_dit_pourquoi_et_nomme_son_texte_ou_dit_relire_la_saisie()
    {
        Assert.NotEmpty(ReglesDeCoherence.Toutes);
        Assert.Equal(ReglesDeCoherence.Toutes.Count, ReglesDeCoherence.Toutes.Select(r => r.Id).Distinct().Count());
        Assert.All(ReglesDeCoherence.Toutes, r =>
        {
            Assert.NotEmpty(r.Titre);
            Assert.NotEmpty(r.Explication);
            Assert.Equal(r.Sources.Count == 0, r.RelitLaSaisie);
            Assert.All(r.Sources, s => Assert.NotEmpty(s.Intitule));
        });
    }

    [Theory]
    [MemberData(nameof(Grilles))]
    public void Le_point_monte_avec_le_taux_et_baisse_avec_l_age(string id)
    {
        var grille = Editions.Embarquees.TrouverIndemnisation(id)!.GrilleDfp!;
        for (var taux = 1; taux <= 100; taux++)
        {
            for (var age = 0; age <= 110; age++)
            {
                var point = grille.Trouver(age, taux).Point;
                Assert.True(taux == 100 || grille.Trouver(age, taux + 1).Point >= point, $"{taux} %, {age} ans");
                Assert.True(grille.Trouver(age + 1, taux).Point <= point, $"{taux} %, {age} ans");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Grilles))]
    public void Une_grille_reecrite_est_le_fichier_livre(string id)
    {
        var grille = Editions.Embarquees.TrouverIndemnisation(id)!.GrilleDfp!;
        var lignes = grille.Taux.Select((t, l) => string.Join(
            ',', grille.Ages.Select((_, c) => Ecrire(grille[l, c].Euros)).Prepend(Ecrire(t.A!.Value)).Prepend(Ecrire(t.De))));
        var entete = string.Join(',', grille.Ages.Select(a => a.A is { } fin ? $"{a.De}-{fin}" : $"{a.De}+").Prepend("taux_max").Prepend("taux_min"));

        Assert.Equal(Lignes($"indemnisation/{id}/dfp.csv"), lignes.Prepend(entete));
    }

    [Fact]
    public void Les_fourchettes_sont_ordonnees_et_ne_redescendent_pas()
    {
        foreach (var edition in Editions.Embarquees.Indemnisation)
        {
            Assert.All(edition.Cotations, d => Assert.False(d.Min > d.Max, $"{edition.Id}, {d.Libelle}"));
            Assert.All(edition.Cotations.Zip(edition.Cotations.Skip(1)), p =>
            {
                Assert.False(p.Second.Min < p.First.Min, $"{edition.Id}, {p.Second.Libelle}");
                Assert.False(p.Second.Max < p.First.Max, $"{edition.Id}, {p.Second.Libelle}");
            });
            Assert.All(edition.Affection, a => Assert.False(a.Min > a.Max, $"{edition.Id}, {a.Code}"));
            Assert.Equal(edition.Affection.Count, edition.Affection.Select(a => a.Code).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Les_survivants_ne_remontent_jamais_et_couvrent_une_vie(string id)
    {
        var table = Editions.Embarquees.Tables.Single(t => t.Id == id);
        Assert.InRange(table.DernierAge, 99, 120);
        foreach (var sexe in new[] { Sexe.Feminin, Sexe.Masculin })
        {
            Assert.Equal(100_000, table.Survivants(sexe, 0));
            for (var age = 1; age <= table.DernierAge; age++)
            {
                Assert.InRange(table.Survivants(sexe, age), 0.000_001m, table.Survivants(sexe, age - 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Une_table_reecrite_est_le_fichier_livre(string id)
    {
        var table = Editions.Embarquees.Tables.Single(t => t.Id == id);
        var lignes = Enumerable.Range(0, table.DernierAge + 1)
            .Select(a => $"{a},{Ecrire(table.Survivants(Sexe.Masculin, a))},{Ecrire(table.Survivants(Sexe.Feminin, a))}");

        Assert.Equal(Lignes($"mortalite/{id}.csv"), lignes.Prepend("age,hommes,femmes"));
    }

    [Fact]
    public void Un_fichier_d_edition_abime_n_importe_comment_se_lit_ou_se_refuse_par_son_nom()
    {
        var livres = Editions.FichiersEmbarques();
        string[] abimables = [.. livres.Keys.Where(n => n.StartsWith("indemnisation/", StringComparison.Ordinal)
            || n.StartsWith("capitalisation/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Gen.Select(Gen.Int[0, abimables.Length - 1].Select(i => abimables[i]), Gen.Int[0, 5_000], Gen.Int[0, 12], Gen.Int[0, Abimes.Length - 1].Select(i => Abimes[i]))
            .Sample(tirage =>
            {
                var (nom, ou, taille, par) = tirage;
                var texte = livres[nom];
                var debut = Math.Min(ou, texte.Length);
                var fichiers = new Dictionary<string, string>(livres)
                {
                    [nom] = texte[..debut] + par + texte[Math.Min(debut + taille, texte.Length)..],
                };
                try
                {
                    Editions.Charger(fichiers);
                }
                catch (InvalidDataException refus)
                {
                    Assert.Contains('/', refus.Message);
                }
            }, iter: 150);
    }

    private static string Ecrire(decimal nombre) => nombre.ToString("0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lignes(string fichier) => Editions.FichiersEmbarques()[fichier]
        .Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)
        .Select(l => string.Join(',', l.Split(',').Select(c => decimal.TryParse(c, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? Ecrire(n) : c)));

    private static string Racine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "Reparation.sln")))
        {
            dossier = dossier.Parent ?? throw new InvalidOperationException("Racine du dépôt introuvable.");
        }

        return dossier.FullName;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])\d[\d_]*(?:\.\d+)?(?=[mM]?\b)")]
    private static partial Regex Nombre();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Chaine();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Commentaire();
}
