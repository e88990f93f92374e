using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Tests.Delais;

public sealed class ReglesTests
{
    public static TheoryData<string> Toutes => [.. Regles.Toutes.Select(r => r.Id)];

    [Fact]
    public void Les_trente_six_regles_de_la_reference_sont_la() => Assert.Equal(36, Regles.Toutes.Select(r => r.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Toutes))]
    public void Une_regle_repond_chaque_premier_janvier_par_une_seule_version(string id)
    {
        var regle = Regles.Trouver(id)!;
        var debut = regle.Versions.Min(v => v.Du);
        var fin = regle.Versions.Any(v => v.Au is null) ? new DateOnly(2040, 1, 1) : regle.Versions.Max(v => v.Au!.Value);
        for (var jour = new DateOnly(debut.AddDays(-1).Year + 1, 1, 1); jour <= fin; jour = jour.AddYears(1))
        {
            Assert.Single(regle.Versions, v => v.Du <= jour && !(jour > v.Au));
            Assert.NotNull(regle.EnVigueurLe(jour));
        }

        Assert.Null(regle.EnVigueurLe(debut.AddDays(-1)));
    }

    [Theory]
    [MemberData(nameof(Toutes))]
    public void Deux_versions_se_suivent_jour_pour_jour(string id)
    {
        var versions = Regles.Trouver(id)!.Versions;

        Assert.All(versions.Zip(versions.Skip(1)), p => Assert.Equal(p.Second.Du.AddDays(-1), p.First.Au));
    }

    [Theory]
    [MemberData(nameof(Toutes))]
    public void Une_regle_cite_son_article_sa_version_et_son_credit(string id)
    {
        var regle = Regles.Trouver(id)!;

        Assert.NotEmpty(regle.Libelle);
        Assert.NotEmpty(regle.Versions);
        Assert.All(regle.Versions, v =>
        {
            Assert.Matches(@"art\.|code", v.Sources[0].Intitule);
            Assert.Equal(v.Du, v.Sources[0].EnVigueur);
            Assert.NotEmpty(v.Texte);
            Assert.True(v.Sources[0].VerifieLe >= new DateOnly(2026, 1, 1));
            Assert.True(v.Sources[0].Adresse.StartsWith("http", StringComparison.Ordinal) || v.Confiance == Confiance.Memoire, v.Sources[0].Intitule);
            Assert.DoesNotMatch("['\"]| [:;?!]", v.Texte + v.Reserve + regle.Libelle);
        });
    }

    [Theory]
    [MemberData(nameof(Toutes))]
    public void Ce_que_la_reserve_dit_de_memoire_attend_l_avocat(string id) => Assert.All(
        Regles.Trouver(id)!.Versions.Where(v => v.Reserve.Contains("de mémoire", StringComparison.Ordinal)),
        v => Assert.Contains(v.Sources, s => s.ARelire));

    [Theory]
    [InlineData("1996-02-01", true)] // la loi de 1998 a prolongé un fait antérieur, ce que la référence dit de mémoire
    [InlineData("1999-02-01", false)]
    public void Une_loi_de_memoire_traversee_par_le_calcul_attend_l_avocat(string faits, bool attend)
    {
        var echeance = Delai.Calculer("PEN-CRIME-MIN", new()
        {
            Dates = new Dictionary<Repere, DateOnly> { [Repere.DernierFait] = Cas.Jour(faits), [Repere.Naissance] = new(1990, 5, 1) },
            AutoriteDeLAuteur = false,
        }, new DateOnly(2026, 11, 25));

        Assert.Equal(attend, echeance.Sources.Any(s => s is { Doute: "application aux faits antérieurs", ARelire: true }));
    }

    [Theory]
    [MemberData(nameof(Toutes))]
    public void Sans_donnees_une_regle_dit_ce_qui_manque(string id)
    {
        var echeance = Delai.Calculer(id, new(), new DateOnly(2026, 11, 25));

        Assert.True(echeance.Statut is StatutDEcheance.Indetermine or StatutDEcheance.NonOuvert);
        Assert.NotEmpty(echeance.Motif);
        Assert.NotEmpty(echeance.Sources);
        Assert.Null(echeance.DernierJour);
    }

    [Fact]
    public void Chaque_qualification_a_sa_regle_de_prescription() => Assert.All(
        Qualifications.Toutes, q => Assert.NotNull(Regles.Trouver(Prescription.RegleDe(q.Id) ?? "")));

    [Fact]
    public void Une_regle_inconnue_est_une_faute_de_programme() =>
        Assert.Throws<ArgumentException>(() => Delai.Calculer("RIEN", new(), new DateOnly(2026, 11, 25)));

    [Theory]
    [MemberData(nameof(Toutes))]
    public void L_acte_qui_epuise_un_delai_existe(string id)
    {
        var genre = Regles.Trouver(id)!.AccompliPar;

        Assert.True(genre.Length == 0 || Enum.TryParse<GenreActe>(genre, ignoreCase: true, out _), genre);
    }
}
