using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Reparation.Web.Demarrage;
using Reparation.Web.Sauvegardes;

// « --demonstration » seul : sans cela, la configuration prendrait l'argument suivant pour sa valeur.
var arguments = args.Select(a => a is "--demonstration" ? "--demonstration=true" : a).ToArray();
var verbe = Verbes.Lire(arguments);
RepertoireEphemere? ephemere = null;
try
{
    // Les pages et les réglages sont à côté du programme, d'où qu'on le lance.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verbe?.Reglages ?? arguments, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    var reglages = builder.Configuration;
    var demonstration = new ModeDemonstration(reglages.GetValue<bool>("demonstration"));
    var donnees = reglages["Reparation:Donnees"] is { Length: > 0 } choisi ? choisi : Installation.DonneesParDefaut;
    var cle = reglages["Reparation:CleInstance"] is { Length: > 0 } autre ? autre : Installation.CleParDefaut(donnees);
    if (verbe is var (nom, fichier, _))
    {
        return await Verbes.ExecuterAsync(nom, fichier, donnees, cle, reglages, Console.Out, Console.Error);
    }

    if (demonstration.Active)
    {
        Adresses.ExigerLaMachine(reglages);
        ephemere = new();
        donnees = Path.Combine(ephemere.Chemin, "donnees");
        cle = Path.Combine(ephemere.Chemin, "cle", "instance.cle");
    }

    var editions = ReglagesDuCabinet.Editions(reglages["Reparation:Editions"]);
    if (!Adresses.Choisies(reglages))
    {
        builder.WebHost.UseUrls(Adresses.ParDefaut);
    }

    var installation = await Installation.PreparerAsync(donnees, cle, editions, CancellationToken.None);
    Lancement.Enregistrer(builder, installation, demonstration);
    await using var app = builder.Build();
    Lancement.Composer(app);
    if (demonstration.Active)
    {
        await Demonstration.PreparerAsync(app.Services, CancellationToken.None);
    }

    await app.StartAsync();
    await Annonce.DireAsync(app, installation, demonstration);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (DemarrageRefuseException refus)
{
    await Console.Error.WriteLineAsync(refus.Message);
    return 2;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        "L’adresse demandée est déjà prise, peut-être par une autre fenêtre de Reparation. Fermez-la, ou choisissez un autre port : " +
        "--urls http://127.0.0.1:5081");
    return 2;
}
finally
{
    SqliteConnection.ClearAllPools();
    ephemere?.Dispose();
}
