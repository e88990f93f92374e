using System.Net;
using System.Text.RegularExpressions;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Demarrage;

namespace Reparation.Web.Tests.Features;

/// <summary>
/// Ce que les pages du droit disent de chaque exemple, les trois complets et les six courts : qualifications, voies, délais,
/// étapes, relus comme un texte.
/// </summary>
public sealed partial class PagesDuDroitTests : IAsyncLifetime
{
    private static readonly string[] Pages = ["faits", "procedure/voies", "procedure/delais", "procedure/etapes"];

    private readonly Application application = new() { Maintenant = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero) };

    public static TheoryData<string> References() =>
        [.. Exemples().Select(e => e.Reference)];

    public Task InitializeAsync() => application.InitializeAsync();

    public Task DisposeAsync() => application.DisposeAsync();

    [Theory]
    [MemberData(nameof(References))]
    public async Task Les_pages_disent_ce_qu_un_juriste_a_approuve(string reference)
    {
        var id = await application.CreerAsync(Exemples().Single(e => e.Reference == reference));
        var textes = new List<string>();
        foreach (var page in Pages)
        {
            var reponse = await application.Alice.OuvrirAsync($"/dossiers/{id}/{page}");
            Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
            textes.Add($"# {page}\n\n{Texte(await reponse.Content.ReadAsStringAsync())}\n");
        }

        Approbation.Verifier($"pages-du-droit.{reference}", string.Join('\n', textes));
    }

    [Fact]
    public void Les_neuf_exemples_sont_la() => Assert.Equal(9, Exemples().Count());

    private static IEnumerable<Dossier> Exemples() =>
        Demonstration.Lire(Editions.Embarquees).Concat(Demonstration.Lire(Editions.Embarquees, "templates/exemples-courts/"));

    // Le texte d'un <main>, un bloc par ligne : les champs et leurs choix n'y sont pas, ce sont les réponses qu'on relit.
    private static string Texte(string html)
    {
        var principal = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
        var sansChamps = Champs().Replace(principal, "");
        var lignes = WebUtility.HtmlDecode(Balises().Replace(FinsDeBloc().Replace(sansChamps, "\n"), ""))
            .Split('\n').Select(l => Blancs().Replace(l, " ").Trim()).Where(l => l.Length > 0);
        return string.Join('\n', lignes);
    }

    [GeneratedRegex("<(select|textarea|template|button|svg)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Champs();

    [GeneratedRegex("</?(p|li|h[1-6]|tr|div|summary|dt|dd|section|legend|label|td|th|fieldset|span class=\"titre\")[^>]*>")]
    private static partial Regex FinsDeBloc();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Balises();

    [GeneratedRegex("[ \\t\\r]+")]
    private static partial Regex Blancs();
}
