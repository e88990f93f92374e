using System.Net;
using Reparation.Documents.Actes;

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
}
