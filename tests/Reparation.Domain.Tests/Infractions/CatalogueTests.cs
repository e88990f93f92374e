using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Infractions;

public sealed class CatalogueTests
{
    // Relevé à la main dans la fiche des délais : une infraction ne peut renvoyer qu'à une règle qui existe.
    private static readonly string[] Regles = ["PEN-CRIME-MIN", "PEN-DELIT-706-47-10", "PEN-DELIT-20", "PEN-DELIT-6", "PEN-SELON-ACTE", "PEN-434-3"];

    [Fact]
    public void Les_43_infractions_sont_la_et_chacune_se_cherche_par_une_technique()
    {
        Assert.Equal(43, Catalogue.Toutes.Count);
        Assert.Equal(43, Catalogue.Toutes.Select(i => i.Id).Distinct().Count());
        Assert.All(Catalogue.Toutes, i => Assert.NotEmpty(i.Techniques));
        Assert.All(Enum.GetValues<Technique>(), t => Assert.NotEmpty(Catalogue.Pour(t)));
        Assert.Null(Catalogue.Trouver("inconnue"));
    }

    [Fact]
    public void Toute_infraction_cite_ses_articles_dans_une_version_et_avec_un_credit() => Assert.All(Catalogue.Toutes, i =>
    {
        Assert.NotEmpty(i.Materiel);
        Assert.NotEmpty(i.Juridictions);
        Assert.All(i.Juridictions, j => Assert.Contains(j, Textes.Identifiants));
        Assert.Contains(i.Prescription, Regles);
        Assert.True(i.CiteeA7063 == Appartenance.Oui || i.Condition.Length > 0, i.Id);
        Assert.NotEmpty(i.Versions);
        Assert.All(i.Versions, v =>
        {
            var source = i.Citer(v);
            Assert.Contains(i.Articles[0], source.Intitule, StringComparison.Ordinal);
            Assert.Equal(v.Du, source.EnVigueur);
            Assert.NotEmpty(source.Page);
            Assert.NotEmpty(v.Sources);
            Assert.True(v.Peines.Count > 0 || v.Reserve.Length > 0, $"{i.Id} {v.Du} : ni peine ni réserve");
            Assert.True(v.Peines.Count > 0 || v.Confiance == Confiance.Memoire, i.Id);
        });
    });

    [Fact]
    public void Une_date_de_memoire_le_dit_dans_ses_sources() => Assert.All(
        Catalogue.Toutes.SelectMany(i => i.Versions).Where(v => v.ConfianceDesDates == Confiance.Memoire),
        v => Assert.Contains(v.Sources, s => s.Confiance == Confiance.Memoire));

    [Fact]
    public void Au_premier_janvier_de_chaque_annee_une_redaction_et_une_seule() => Assert.All(Catalogue.Toutes, i =>
    {
        for (var jour = new DateOnly(1994, 1, 1); jour.Year <= 2035; jour = jour.AddYears(1))
        {
            Assert.Equal(jour < i.Versions[0].Du ? 0 : 1, i.EnVigueurEntre(jour, jour).Count);
            Assert.Equal(jour >= i.Versions[0].Du, i.EnVigueurLe(jour) is not null);
        }

        Assert.Null(i.Versions[^1].Au);
        Assert.All(i.Versions.Zip(i.Versions.Skip(1)), p => Assert.Equal(p.First.Au!.Value.AddDays(1), p.Second.Du));
    });

    [Theory]
    [InlineData("viol_simple", "2025-11-07", ElementLegal.Moyen)]
    [InlineData("viol_simple", "2025-11-08", ElementLegal.NonConsentement)]
    [InlineData("viol_aggrave", "2025-11-08", ElementLegal.NonConsentement)]
    [InlineData("agression_simple", "2025-11-07", ElementLegal.Moyen)]
    public void La_definition_suit_le_jour_des_faits(string id, string jour, ElementLegal element) =>
        Assert.Contains(element, Catalogue.Trouver(id)!.EnVigueurLe(Cas.Jour(jour))!.Elements);

    [Theory]
    [InlineData("viol_15", "2021-04-22")]
    [InlineData("incitation", "2021-04-22")]
    [InlineData("montage_ia", "2024-05-22")]
    public void Un_texte_n_existe_pas_avant_sa_creation_et_dit_ou_chercher(string id, string veille)
    {
        var infraction = Catalogue.Trouver(id)!;

        Assert.Null(infraction.EnVigueurLe(Cas.Jour(veille)));
        Assert.NotNull(infraction.EnVigueurLe(Cas.Jour(veille).AddDays(1)));
        Assert.NotEmpty(infraction.Avant);
    }

    [Theory]
    [InlineData("proxenetisme_min", Appartenance.Oui)]
    [InlineData("recours", Appartenance.Non)]
    [InlineData("violences_min", Appartenance.SousCondition)]
    [InlineData("soumission_chimique", Appartenance.Non)]
    [InlineData("images", Appartenance.Non)]
    [InlineData("agression_imposee_tiers_soi", Appartenance.Oui)]
    public void La_liste_de_706_3_est_fermee(string id, Appartenance attendue) => Assert.Equal(attendue, Catalogue.Trouver(id)!.CiteeA7063);

    [Fact]
    public void Les_faits_publies_sont_repris_sans_ecart()
    {
        Assert.Equal(["7 ans d’emprisonnement et 100 000 € d’amende", "10 ans d’emprisonnement et 150 000 € d’amende (mineur de 15 ans)", "10 ans d’emprisonnement et 1 000 000 € d’amende (bande organisée)"],
            Catalogue.Trouver("incitation")!.Versions[^1].Peines.Select(p => p.ToString().Replace('\u202f', ' ').Replace('\u00a0', ' ')));
        Assert.Equal("PEN-DELIT-706-47-10", Catalogue.Trouver("agression_15_age")!.Prescription);
        Assert.Equal("PEN-DELIT-20", Catalogue.Trouver("agression_15_violence")!.Prescription);
    }

    [Fact]
    public void Aucune_faute_de_typographie_dans_les_donnees_du_droit() => Assert.All(
        SourcesDuDroit.Toutes.Values.SelectMany(s => new[] { s.Intitule, s.Page })
            .Concat(TextesLivres()),
        t => Assert.DoesNotMatch("['\"]| [:;?!€%»]|« ", t));

    [Fact]
    public void Toute_source_du_droit_a_sa_version_sa_date_de_lecture_et_son_adresse_ou_son_aveu() => Assert.All(SourcesDuDroit.Toutes, s =>
    {
        Assert.NotEmpty(s.Value.Intitule);
        Assert.NotEmpty(s.Value.Page);
        Assert.Equal(new DateOnly(2026, 11, 24), s.Value.VerifieLe);
        Assert.True(s.Value.Adresse.Length > 0 || s.Value.Confiance == Confiance.Memoire, s.Key);
    });

    private static IEnumerable<string> TextesLivres()
    {
        string[] dossiers = ["infractions/", "voies/", "textes/noms", "reperage/"];
        return Editions.FichiersEmbarques().Where(f => dossiers.Any(d => f.Key.StartsWith(d, StringComparison.Ordinal)))
            .SelectMany(f => Feuilles(JsonDocument.Parse(f.Value).RootElement));
    }

    private static IEnumerable<string> Feuilles(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Feuilles),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Feuilles(p.Value)),
        _ => [],
    };
}
