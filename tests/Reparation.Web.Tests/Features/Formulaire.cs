using System.Net;
using System.Text.RegularExpressions;

namespace Reparation.Web.Tests.Features;

/// <summary>Un formulaire tel que le navigateur l'enverrait : ses champs, dans l'ordre, avec ce que la page y a mis.</summary>
public sealed partial class Formulaire
{
    private readonly HttpClient client;
    private readonly string adresse;

    private Formulaire(HttpClient client, string adresse, string html)
    {
        this.client = client;
        this.adresse = adresse;
        Html = html;
        // Le contenu d'un gabarit n'est pas envoyé.
        var nu = html;
        while (Gabarit().IsMatch(nu))
        {
            nu = Gabarit().Replace(nu, "");
        }

        var formulaire = Formulaires().Matches(nu).Single(m => m.Value.Contains("class=\"saisie", StringComparison.Ordinal)).Value;
        foreach (Match champ in Champ().Matches(formulaire))
        {
            Lire(champ);
        }
    }

    public List<KeyValuePair<string, string>> Champs { get; } = [];

    public string Html { get; }

    public static async Task<Formulaire> OuvrirAsync(HttpClient client, string adresse)
    {
        var reponse = await client.OuvrirAsync(adresse);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return new(client, adresse, await reponse.Content.ReadAsStringAsync());
    }

    /// <summary>Relit la page renvoyée après un envoi.</summary>
    public static async Task<Formulaire> RelireAsync(HttpClient client, string adresse, HttpResponseMessage reponse) =>
        new(client, adresse, await reponse.Content.ReadAsStringAsync());

    public string this[string nom]
    {
        get => Champs.First(c => c.Key == nom).Value;
        set
        {
            var rang = Champs.FindIndex(c => c.Key == nom);
            Assert.True(rang >= 0, $"La page n'a pas de champ {nom}.");
            Champs[rang] = new(nom, value);
        }
    }

    /// <summary>Coche une case d'une liste.</summary>
    public void Cocher(string nom, string valeur) => Champs.Add(new(nom, valeur));

    public async Task<HttpResponseMessage> EnvoyerAsync(string action = "enregistrer")
    {
        using var contenu = new FormUrlEncodedContent([.. Champs, new("action", action)]);
        return await client.PostAsync(new Uri(adresse, UriKind.Relative), contenu);
    }

    public async Task EnregistrerAsync()
    {
        var reponse = await EnvoyerAsync();
        var dit = Erreur().Matches(await reponse.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value);
        Assert.True(reponse.StatusCode == HttpStatusCode.Redirect, $"{reponse.StatusCode} {string.Join(" | ", dit)}");
    }

    private void Lire(Match champ)
    {
        var attributs = champ.Groups["attributs"].Value;
        if (Attribut(attributs, "name") is not { } nom)
        {
            return;
        }

        if (champ.Groups["select"].Success)
        {
            var choisie = Option().Matches(champ.Groups["select"].Value).FirstOrDefault(o => o.Value.Contains("selected", StringComparison.Ordinal));
            Champs.Add(new(nom, choisie is null ? "" : WebUtility.HtmlDecode(choisie.Groups[1].Value)));
        }
        else if (champ.Groups["texte"].Success)
        {
            var texte = WebUtility.HtmlDecode(champ.Groups["texte"].Value);
            Champs.Add(new(nom, (texte.StartsWith('\n') ? texte[1..] : texte).Replace("\n", "\r\n", StringComparison.Ordinal)));
        }
        else if (Attribut(attributs, "type") is not ("checkbox" or "radio") || attributs.Contains("checked", StringComparison.Ordinal))
        {
            Champs.Add(new(nom, Attribut(attributs, "value") ?? ""));
        }
    }

    private static string? Attribut(string attributs, string nom) =>
        Regex.Match(attributs, $"(?:^|\\s){nom}=\"([^\"]*)\"") is { Success: true } trouve ? WebUtility.HtmlDecode(trouve.Groups[1].Value) : null;

    [GeneratedRegex("<template>(?:(?!<template>).)*?</template>", RegexOptions.Singleline)]
    private static partial Regex Gabarit();

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Formulaires();

    [GeneratedRegex("<input(?<attributs>[^>]*?)/?>|<select(?<attributs>[^>]*)>(?<select>.*?)</select>|<textarea(?<attributs>[^>]*)>(?<texte>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Champ();

    [GeneratedRegex("<option[^>]*?value=\"([^\"]*)\"[^>]*>|<option[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("<li><a href=\"#[^\"]*\">([^<]+)</a>|<li>([^<]+)</li>")]
    private static partial Regex Erreur();
}
