using System.Net;
using System.Text.RegularExpressions;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Tests.Features;

/// <summary>Un texte de mémoire se confirme à l'écran, avec sa raison ; la version à signer s'imprime alors, pas avant.</summary>
public sealed partial class TextesTests(Application application) : IClassFixture<Application>
{
    private const string Requete = "civi/requete";

    [Fact]
    public async Task La_version_a_signer_attend_que_chaque_texte_soit_confirme()
    {
        var id = await Ouvrir();
        var actes = await Texte(id, "actes");
        Assert.DoesNotContain($"{Requete}?definitif=true", actes, StringComparison.Ordinal);
        Assert.Contains("à relire.", actes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await application.Alice.OuvrirAsync($"/dossiers/{id}/actes/{Requete}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.OuvrirAsync($"/dossiers/{id}/actes/{Requete}?definitif=true")).StatusCode);
        Assert.Contains("ne s’imprime pas encore", await Texte(id, "actes"), StringComparison.Ordinal);

        Assert.Contains("texte à relire</span>", await Texte(id, "procedure/delais"), StringComparison.Ordinal);
        var textes = Cases(await Texte(id, "procedure/textes"));
        Assert.NotEmpty(textes);
        Assert.Equal(HttpStatusCode.Redirect, (await Confirmer(id, 1, textes, "Légifrance, lue ce jour.")).StatusCode);

        var confirmations = (await Lire(id)).Confirmations;
        Assert.Equal(textes, confirmations.Select(c => c.Texte));
        Assert.All(confirmations, c => Assert.Equal(("Légifrance, lue ce jour.", Application.CourrielDAlice), (c.Motif, c.Par)));
        Assert.All(confirmations, c => Assert.NotNull(c.Le));
        Assert.Contains("texte relu le ", await Texte(id, "procedure/delais"), StringComparison.Ordinal);
        Assert.Contains($"{Requete}?definitif=true", await Texte(id, "actes"), StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await application.Alice.OuvrirAsync($"/dossiers/{id}/actes/{Requete}?definitif=true")).Content.Headers.ContentType!.MediaType);

        Assert.Equal(HttpStatusCode.Redirect, (await application.Alice.EnvoyerAsync(
            $"/dossiers/{id}/procedure/textes/retirer", new() { ["version"] = "2", ["texte"] = textes[0] }, $"/dossiers/{id}/procedure/textes")).StatusCode);
        Assert.Equal(textes.Skip(1), (await Lire(id)).Confirmations.Select(c => c.Texte));
    }

    [Fact]
    public async Task Sans_raison_ou_sans_texte_rien_n_est_confirme_et_rien_n_est_perdu()
    {
        var id = await Ouvrir();
        var textes = Cases(await Texte(id, "procedure/textes"));

        var sansRaison = await Confirmer(id, 1, textes.Take(1), " ");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sansRaison.StatusCode);
        var page = WebUtility.HtmlDecode(await sansRaison.Content.ReadAsStringAsync());
        Assert.Contains("Dites où vous avez relu", page, StringComparison.Ordinal);
        Assert.Single(Cochees().Matches(page));

        var sansTexte = await Confirmer(id, 1, [], "Légifrance");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sansTexte.StatusCode);
        Assert.Contains(">Légifrance</textarea>", WebUtility.HtmlDecode(await sansTexte.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Confirmer(id, 1, ["art. inventé"], "Légifrance")).StatusCode);
        Assert.Empty((await Lire(id)).Confirmations);
    }

    private Task<Guid> Ouvrir() => application.CreerAsync(Demonstration.Lire(Editions.Embarquees).First());

    private async Task<HttpResponseMessage> Confirmer(Guid id, int version, IEnumerable<string> textes, string motif)
    {
        var page = $"/dossiers/{id}/procedure/textes";
        var jeton = await application.Alice.JetonAsync(page);
        using var contenu = new FormUrlEncodedContent(
        [
            new("version", $"{version}"), new("motif", motif), new("__RequestVerificationToken", jeton),
            .. textes.Select(t => KeyValuePair.Create("textes", t)),
        ]);
        return await application.Alice.PostAsync(new Uri(page, UriKind.Relative), contenu);
    }

    private static List<string> Cases(string page) => [.. CaseDeTexte().Matches(page).Select(m => m.Groups[1].Value)];

    private async Task<string> Texte(Guid id, string page) =>
        WebUtility.HtmlDecode(await (await application.Alice.OuvrirAsync($"/dossiers/{id}/{page}")).Content.ReadAsStringAsync());

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;

    [GeneratedRegex("name=\"textes\" value=\"([^\"]+)\"")]
    private static partial Regex CaseDeTexte();

    [GeneratedRegex("name=\"textes\" value=\"[^\"]+\" checked")]
    private static partial Regex Cochees();
}
