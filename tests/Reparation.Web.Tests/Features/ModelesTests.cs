using System.Net;
using Reparation.Documents.Actes;
using Reparation.Documents.Cabinet;

namespace Reparation.Web.Tests.Features;

/// <summary>La page des modèles : d'où vient chacun, et ce qu'il donne sur un dossier fictif.</summary>
public sealed class ModelesTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Chaque_modele_dit_d_ou_il_vient_et_s_essaie()
    {
        var reponse = await application.Alice.OuvrirAsync("/modeles");
        var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.All(Modeles.Embarques.Tous, m => Assert.Contains($"/modeles/apercu/{m.Id}", page, StringComparison.Ordinal));
        Assert.DoesNotContain("du cabinet</td>", page, StringComparison.Ordinal);
        var apercu = await application.Alice.OuvrirAsync("/modeles/apercu/plan/plan");
        Assert.StartsWith("%PDF-", await apercu.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync("/modeles/apercu/plan/inconnu")).StatusCode);
    }

    [Fact]
    public async Task Un_modele_s_essaie_sur_le_dossier_fictif_que_l_on_choisit_ou_dit_ce_qui_y_manque()
    {
        var essais = new List<string>();
        foreach (var exemple in ModelesDuCabinet.Exemples)
        {
            Assert.Contains($"/modeles/apercu/plan/plan?exemple={exemple}", await Lire($"/modeles?exemple={exemple}"), StringComparison.Ordinal);
            foreach (var modele in Modeles.Embarques.Tous)
            {
                var reponse = await application.Alice.OuvrirAsync($"/modeles/apercu/{modele.Id}?exemple={exemple}");
                Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
                essais.Add(reponse.Content.Headers.ContentType!.MediaType!);
            }
        }

        Assert.Equal(["application/pdf", "text/html"], essais.Distinct().Order());
    }

    [Fact]
    public async Task Le_guide_des_auteurs_montre_chaque_champ_et_chaque_ecriture()
    {
        var page = WebUtility.HtmlDecode(await Lire("/modeles/champs"));

        Assert.All(GuideDesModeles.Champs.SelectMany(g => g.Champs), c => Assert.Contains(c.Sens, page, StringComparison.Ordinal));
        Assert.All(GuideDesModeles.Ecritures, e => Assert.Contains(e.Exemple, page.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    private async Task<string> Lire(string adresse) => await (await application.Alice.OuvrirAsync(adresse)).Content.ReadAsStringAsync();
}
