using System.Net;
using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests.Features;

/// <summary>Les qualifications proposées sous un fait, et le geste de viser.</summary>
public sealed class QualificationsTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Cocher_une_forme_propose_des_qualifications_et_viser_garde_la_saisie()
    {
        var id = await application.CreerAsync(Caming());
        var formulaire = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/faits");
        var page = await Texte(id);
        Assert.Contains("Qualifications à chercher", page, StringComparison.Ordinal);
        Assert.Contains("pas de prostitution", page, StringComparison.Ordinal);
        Assert.Contains("non citée à 706-3", page, StringComparison.Ordinal);

        formulaire["Dossier.Faits[0].Lieu"] = "en ligne, saisi avant de viser";
        var debut = page.IndexOf("value=\"viser:f1/", StringComparison.Ordinal) + "value=\"".Length;
        var geste = page[debut..page.IndexOf('"', debut)];
        var infraction = geste.Split('/')[1];
        var reponse = await formulaire.EnvoyerAsync(geste);

        Assert.Equal($"/dossiers/{id}/faits#qualifications-f1", reponse.Headers.Location!.OriginalString);
        var fait = (await Lire(id)).Faits[0];
        Assert.Equal([infraction], fait.Qualifications);
        Assert.Equal("en ligne, saisi avant de viser", fait.Lieu);
        Assert.Equal([Technique.Caming], fait.Techniques);

        var retour = await Formulaire.OuvrirAsync(application.Alice, $"/dossiers/{id}/faits");
        await retour.EnvoyerAsync($"ne-plus-viser:f1/{infraction}");
        Assert.Empty((await Lire(id)).Faits[0].Qualifications);
    }

    [Fact]
    public async Task Une_forme_inconnue_est_refusee_et_les_autres_cases_restent()
    {
        var id = await application.CreerAsync(Caming());
        var jeton = await application.Alice.JetonAsync($"/dossiers/{id}/faits");
        using var contenu = new FormUrlEncodedContent(
        [
            new("version", "1"), new("__RequestVerificationToken", jeton), new("action", "enregistrer"),
            new("Dossier.Faits.Index", "0"), new("Dossier.Faits[0].Id", "f1"),
            new("Dossier.Faits[0].Techniques", "Caming"), new("Dossier.Faits[0].Techniques", "Inventee"),
        ]);

        var reponse = await application.Alice.PostAsync(new Uri($"/dossiers/{id}/faits", UriKind.Relative), contenu);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.StatusCode);
        Assert.Equal([Technique.Caming], (await Lire(id)).Faits[0].Techniques);
    }

    private static Dossier Caming() => DossierDEssai.Neuf() with
    {
        Faits = [new() { Id = "f1", Du = new(2025, 3, 1), Techniques = [Technique.Caming], ParReseau = Reponse.Oui }],
    };

    private async Task<string> Texte(Guid id) =>
        WebUtility.HtmlDecode(await (await application.Alice.OuvrirAsync($"/dossiers/{id}/faits")).Content.ReadAsStringAsync());

    private async Task<Dossier> Lire(Guid id) =>
        (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!.Dossier;
}
