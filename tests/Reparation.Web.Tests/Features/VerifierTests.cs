using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Features;

public sealed class VerifierTests(Application application) : IClassFixture<Application>
{
    [Fact]
    public async Task Sans_compte_un_document_d_ici_est_reconnu_et_un_octet_change_est_nomme()
    {
        using var anonyme = application.Anonyme();
        var octets = Sceller();
        var intact = await LireAsync(await EnvoyerAsync(anonyme, octets));
        var lieu = octets.AsSpan().IndexOf("stream\n"u8) + 12;
        octets[lieu] ^= 1;
        var change = await LireAsync(await EnvoyerAsync(anonyme, octets));

        Assert.Contains("Le fichier est intact", intact, StringComparison.Ordinal);
        Assert.Contains("La clé est la nôtre", intact, StringComparison.Ordinal);
        Assert.Contains("essai-vérifié", intact, StringComparison.Ordinal);
        Assert.Contains("Partie changée", change, StringComparison.Ordinal);
        Assert.DoesNotContain("Le fichier est intact", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_cle_publiee_verifie_hors_de_l_application()
    {
        using var anonyme = application.Anonyme();
        var cle = ClePublique.LirePem(await anonyme.GetStringAsync(new Uri("/verifier/cle.pem", UriKind.Relative)))!;
        var lue = Verification.Examiner(Sceller(), [("installation", cle)]);

        Assert.Equal((Verdict.Intact, OrigineDuSceau.CleConnue), (lue.Verdict, lue.Origine));
        Assert.Contains(cle.Identifiant, await (await anonyme.OuvrirAsync("/verifier")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_envoi_vide_sans_jeton_ou_quelconque_est_refuse_sans_panne()
    {
        using var anonyme = application.Anonyme();
        using var sansJeton = new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "fichier", "a.pdf" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await anonyme.PostAsync(new Uri("/verifier", UriKind.Relative), sansJeton)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await EnvoyerAsync(anonyme, [])).StatusCode);
        Assert.Contains("n’est pas un PDF", await LireAsync(await EnvoyerAsync(anonyme, "Bonjour"u8.ToArray())), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> EnvoyerAsync(HttpClient client, byte[] octets)
    {
        var fichier = new ByteArrayContent(octets);
        fichier.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(await client.JetonAsync("/verifier")), "__RequestVerificationToken" },
            { fichier, "fichier", "document.pdf" },
        };
        return await client.PostAsync(new Uri("/verifier", UriKind.Relative), contenu);
    }

    private static async Task<string> LireAsync(HttpResponseMessage reponse)
    {
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }

    private byte[] Sceller()
    {
        var acte = new Acte(
            new("Essai", "Cabinet", "Essai", new(2026, 11, 24), "essai-vérifié", "Essai"),
            [new Bloc.Paragraphe([new Inline.Texte("Il est demandé 12\u202F500,00\u00A0€.")])],
            []);
        return Sceau.Apposer(
            new MoteurMaison().Composer(Sceau.Reserver(acte), Charte.Acte),
            new("essai/essai", "Essai", "0", "essai-vérifié", new(2026, 11, 24), "Cabinet", []),
            application.Services.GetRequiredService<SceauDeLInstallation>().Cle,
            acte.Jointes);
    }
}
