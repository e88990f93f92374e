using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Domain.Tests.Plan;

public sealed class LisibiliteTests
{
    [Fact]
    public void Le_lix_est_la_longueur_des_phrases_plus_la_part_des_mots_longs()
    {
        // Dix mots, deux phrases, un mot long (« médecin », sept lettres ; « l’argent » n'en a que six) : 5 + 10.
        var mesure = Lisibilite.Mesurer([.. Lisibilite.Couper("Tu vois un médecin ici. Il garde l’argent sur place.")]);

        Assert.Equal(new(2, 10, 1), mesure);
        Assert.Equal(15m, mesure.Lix);
        Assert.Equal(5m, mesure.MotsParPhrase);
        Assert.Equal(0, Lisibilite.Mesurer([]).Lix);
    }

    [Theory]
    [InlineData("Je dis non. Tu dis oui !", 2)]
    [InlineData("Tu dis\u00A0: «\u00A0Je ne sais pas.\u00A0»", 1)]
    [InlineData("17", 0)]
    [InlineData("Un ; deux : trois", 1)]
    public void Une_phrase_finit_par_un_point(string texte, int phrases) => Assert.Equal(phrases, Lisibilite.Couper(texte).Count());

    [Fact]
    public void Chaque_forme_a_sa_limite_et_dit_d_ou_elle_vient()
    {
        Assert.Equal(
            [12, 15, 20, 10],
            Enum.GetValues<FormeDeLivret>().Select(f => FormesDuLivret.Limites[f].Mots));
        Assert.All(FormesDuLivret.Limites.Values, l => Assert.NotEmpty(l.Source.Intitule));
    }

    [Theory]
    [InlineData("2016-11-25", FormeDeLivret.De7A10)]
    [InlineData("2015-11-24", FormeDeLivret.De11A14)]
    [InlineData("2011-11-24", FormeDeLivret.De15A17)]
    [InlineData("2008-11-24", null)]
    public void La_forme_suit_l_age_sauf_si_on_en_choisit_une(string naissance, FormeDeLivret? attendue)
    {
        var dossier = new Dossier { Reference = "-", Pseudonyme = "-", Enfant = new() { DateDeNaissance = Cas.Jour(naissance) } };

        Assert.Equal(attendue, FormesDuLivret.De(dossier, new(2026, 11, 24)));
        Assert.Equal(FormeDeLivret.FacileALire, FormesDuLivret.De(dossier with { Livret = new() { Forme = FormeDeLivret.FacileALire } }, new(2026, 11, 24)));
    }
}
