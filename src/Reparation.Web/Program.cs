using Reparation.Web.Demarrage;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var demonstration = new ModeDemonstration(false);
    var donnees = builder.Configuration["Reparation:Donnees"] is { Length: > 0 } choisi ? choisi : Installation.DonneesParDefaut;
    var cle = builder.Configuration["Reparation:CleInstance"] is { Length: > 0 } autre ? autre : Installation.CleParDefaut(donnees);
    var installation = await Installation.PreparerAsync(donnees, cle, CancellationToken.None);
    Lancement.Enregistrer(builder, installation, demonstration);
    var app = builder.Build();
    Lancement.Composer(app);
    await app.RunAsync();
    return 0;
}
catch (DemarrageRefuseException refus)
{
    await Console.Error.WriteLineAsync(refus.Message);
    return 2;
}
