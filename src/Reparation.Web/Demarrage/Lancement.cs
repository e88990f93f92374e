using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Demarrage;

/// <summary>Ce que l'application enregistre, et l'ordre de sa chaîne de traitement.</summary>
internal static class Lancement
{
    private const long TailleMaximale = 5 * 1024 * 1024;

    public static void Enregistrer(WebApplicationBuilder builder, Installation installation, ModeDemonstration demonstration)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = TailleMaximale;
        });
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(demonstration);
        services.AddSingleton(installation.Coffre);
        services.AddDbContextPool<DossiersDb>(o => BaseSqlite.Configurer(o, installation.Base));
        services.AddScoped<CompteCourant>();
        services.AddScoped<Archives>();
        services.AddScoped<Fiches>();
        services.AddScoped<Annuaire>();
        services.Configure<FormOptions>(f =>
        {
            f.ValueCountLimit = 10_000;
            f.MultipartBodyLengthLimit = TailleMaximale;
        });
        services.AddControllersWithViews(o =>
        {
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            MessagesDeLiaison.Configurer(o.ModelBindingMessageProvider);
            Saisies.Configurer(o);
        });
        services.Configure<RazorViewEngineOptions>(Vues.Configurer);
    }

    public static void Composer(WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthorization();
        app.MapControllers();
    }
}
