using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Reparation.Documents.Actes;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Demarrage;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Features;

public sealed partial class EmissionsTests(Application application) : IClassFixture<Application>
{
    private const string Modele = "chiffrage/note";

    [Fact]
    public async Task Un_acte_emis_se_telecharge_a_l_identique_meme_quand_le_dossier_change()
    {
        var id = await CreerAsync();
        var adresse = await EmettreAsync(id);
        var premiers = await OctetsAsync(application.Alice, adresse);
        var intact = await LireAsync(adresse);
        var ouvert = (await application.AuNomDe(Application.CourrielDAlice, a => a.OuvrirAsync(id, default)))!;
        var poste = ouvert.Dossier.Chiffrage.Postes.First(p => p.Montant is { Euros: > 0 });
        await application.AuNomDe(Application.CourrielDAlice, a => a.EnregistrerAsync(
            id,
            ouvert.Version,
            ouvert.Dossier with
            {
                Chiffrage = ouvert.Dossier.Chiffrage with
                {
                    Postes = [.. ouvert.Dossier.Chiffrage.Postes.Select(p => p == poste ? p with { Montant = p.Montant!.Value + Montant.DeEuros(1000) } : p)],
                },
            },
            "Somme relevée",
            default));
        var change = await LireAsync(adresse);

        Assert.Equal(premiers, await OctetsAsync(application.Alice, adresse));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(premiers)), change, StringComparison.Ordinal);
        Assert.Contains("donnerait aujourd’hui le même acte", intact, StringComparison.Ordinal);
        Assert.Contains("Sommes qui ont bougé", change, StringComparison.Ordinal);
        Assert.Contains("Total demandé", change, StringComparison.Ordinal);
        Assert.Contains("class=\"ajoutee\"", change, StringComparison.Ordinal);
        var lue = Verification.Examiner(premiers, application.Services.GetRequiredService<SceauDeLInstallation>().Connues);
        Assert.Equal((Verdict.Intact, OrigineDuSceau.CetteInstallation, Modele), (lue.Verdict, lue.Origine, lue.Fiche!.Modele));
    }

    [Fact]
    public async Task Une_remise_se_note_et_une_saisie_fautive_se_garde()
    {
        var adresse = await EmettreAsync(await CreerAsync());
        var refuse = await application.Alice.EnvoyerAsync(adresse, new() { ["A"] = "", ["Le"] = "31/02/2026", ["Canal"] = "RPVA", ["Accuse"] = "R-1" });
        var note = await application.Alice.EnvoyerAsync(adresse, new() { ["A"] = "tribunal d’essai", ["Le"] = "03/03/2026", ["Canal"] = "RPVA", ["Accuse"] = "R-1" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refuse.StatusCode);
        Assert.Contains("value=\"R-1\"", await refuse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, note.StatusCode);
        Assert.Contains("tribunal d’essai, le 3\u00A0mars 2026, par RPVA (accusé : R-1)", await LireAsync(adresse), StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_acte_d_un_autre_compte_n_existe_pas()
    {
        var id = await CreerAsync();
        var adresse = await EmettreAsync(id);
        var ailleurs = adresse.Replace(id.ToString(), (await CreerAsync()).ToString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(adresse)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Bruno.OuvrirAsync(adresse + "/acte.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync(ailleurs)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await application.Alice.OuvrirAsync(ailleurs + "/acte.pdf")).StatusCode);
    }

    [Fact]
    public async Task Un_acte_incomplet_ou_un_dossier_qui_a_bouge_ne_s_emet_pas()
    {
        var vide = await application.CreerAsync(DossierDEssai.Neuf());
        var page = $"/dossiers/{vide}/actes";
        await application.Alice.EnvoyerAsync($"/dossiers/{vide}/emissions", new() { ["modele"] = "civi/requete", ["version"] = "1" }, page);
        await application.Alice.EnvoyerAsync($"/dossiers/{vide}/emissions", new() { ["modele"] = Modele, ["version"] = "7" }, page);

        Assert.Contains("Aucun acte n’a encore été émis", await LireAsync($"/dossiers/{vide}/emissions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rien_d_un_acte_emis_ne_se_lit_dans_la_base()
    {
        await EmettreAsync(await CreerAsync());
        foreach (var fichier in Directory.EnumerateFiles(application.Donnees))
        {
            await using var flux = new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memoire = new MemoryStream();
            await flux.CopyToAsync(memoire);
            Assert.True(memoire.ToArray().AsSpan().IndexOf("reparation/manifeste"u8) < 0, fichier);
            Assert.True(memoire.ToArray().AsSpan().IndexOf("%PDF-1.7"u8) < 0, fichier);
        }
    }

    // Un exemple dont les textes cités sont confirmés : la version à signer s'en émet.
    private Task<Guid> CreerAsync() => application.CreerAsync(Confirmer(Demonstration.Lire(Editions.Embarquees).ElementAt(1)));

    private static Dossier Confirmer(Dossier dossier) => dossier with
    {
        Confirmations = [.. Redaction.Composer(
            Modeles.Embarques.Trouver(Modele)!, dossier, Domain.Postes.Chiffreur.Evaluer(dossier, Editions.Embarquees), new(2026, 11, 24)).ARelire
            .Select(s => new ConfirmationDeTexte { Texte = s.Cle, Motif = "Relu pour l’essai.", Le = new(2026, 11, 24) })],
    };

    private async Task<string> EmettreAsync(Guid id)
    {
        var reponse = await application.Alice.EnvoyerAsync($"/dossiers/{id}/emissions", new() { ["modele"] = Modele, ["version"] = "1" }, $"/dossiers/{id}/actes");
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var adresse = reponse.Headers.Location!.OriginalString;
        Assert.Matches(Adresse(), adresse);
        return adresse;
    }

    private async Task<string> LireAsync(string adresse)
    {
        var reponse = await application.Alice.OuvrirAsync(adresse);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }

    private static async Task<byte[]> OctetsAsync(HttpClient client, string adresse) =>
        await client.GetByteArrayAsync(new Uri(adresse + "/acte.pdf", UriKind.Relative));

    [GeneratedRegex("/emissions/[0-9a-f-]{36}$")]
    private static partial Regex Adresse();
}
