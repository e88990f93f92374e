using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Reparation.Web.Data;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Features.Pieces;
using Reparation.Web.Features.Verifier;
using Reparation.Web.Securite;
using Reparation.Web.Transferts;

namespace Reparation.Web.Demarrage;

/// <summary>Ce que l'application enregistre, et l'ordre de sa chaîne de traitement.</summary>
internal static class Lancement
{
    private const int TailleMaximale = 5 * 1024 * 1024;

    public static void Enregistrer(WebApplicationBuilder builder, Installation installation, ModeDemonstration demonstration)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = TailleMaximale;
        });
        if (demonstration.Active)
        {
            // Un site qui se ferait passer pour cette machine (DNS) serait sinon connecté d'office.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(demonstration);
        services.AddSingleton(installation.Coffre);
        services.AddSingleton(installation.Editions);
        var modeles = ReglagesDuCabinet.Modeles(builder.Configuration["Reparation:Modeles"]);
        services.AddSingleton(modeles);
        services.AddSingleton(modeles.Modeles);
        services.AddSingleton(new SceauDeLInstallation(installation.CleDeSceau, builder.Configuration["Reparation:ClesDeSceau"]));
        services.AddSingleton<FreinDesVerifications>();
        services.AddDbContextPool<DossiersDb>(o => BaseSqlite.Configurer(o, installation.Base));
        services.AddScoped<CompteCourant>();
        services.AddScoped<AccesCourant>();
        services.AddScoped<Acces>();
        services.AddScoped<Consultations>();
        services.AddScoped<Archives>();
        services.AddScoped<Emissions>();
        services.AddScoped<Brouillons>();
        services.AddSingleton(builder.Configuration.GetSection("Reparation:Pieces").Get<ReglagesDesPieces>() ?? new());
        services.AddScoped<CoffreDePieces>();
        services.AddScoped<Rattachement>();
        services.AddScoped<Transfert>();
        services.AddScoped<Annuaire>();
        services.AddSingleton(ReglagesDesSessions.Lire(builder.Configuration));
        services.AddScoped<Sessions>();
        services.AddScoped<SecondFacteur>();
        services.AddScoped<Invitations>();
        services.AddScoped<Attente>();
        services.AddSingleton<PremierCompte>();
        services.AddSingleton<FreinDesEssais>();
        services.AddExceptionHandler<JournalDesPannes>();
        Proteger(services);
        Authentifier(services, demonstration);
        Pages(services);
    }

    public static void Composer(WebApplication app)
    {
        app.Use((contexte, suite) => EnTetes.PoserAsync(contexte, suite));
        // Le journal des pannes suffit : celui du cadre citerait le message de l'exception, donc parfois une saisie.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/erreur/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = reponse => EnTetes.Garder(reponse.Context) });
        app.UseRouting();
        app.Use((contexte, suite) => PremierCompte.RedirigerAsync(contexte, suite));
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
    }

    private static void Proteger(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Reparation");
        services.AddSingleton<ClesDeProtection>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(
            o => o.XmlRepository = s.GetRequiredService<ClesDeProtection>()));
    }

    private static void Authentifier(IServiceCollection services, ModeDemonstration demonstration)
    {
        if (demonstration.Active)
        {
            services.AddSingleton<Demonstration.ComptesDeDemonstration>();
            services.AddAuthentication(Demonstration.Schema)
                .AddScheme<AuthenticationSchemeOptions, Demonstration.Connexion>(Demonstration.Schema, _ => { });
        }
        else
        {
            services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Session.Configurer);
        }

        services.AddIdentityCore<Compte>().AddUserStore<ClesDAcces>();
        services.AddScoped<ClesDAcces>();
        services.AddScoped<IPasskeyHandler<Compte>, PasskeyHandler<Compte>>();
        services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required"));
        var connecte = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(connecte).SetFallbackPolicy(connecte);
    }

    private static void Pages(IServiceCollection services)
    {
        services.Configure<FormOptions>(f =>
        {
            f.ValueCountLimit = 20_000;
            f.MultipartBodyLengthLimit = TailleMaximale;
        });
        services.AddAntiforgery(a =>
        {
            a.Cookie.Name = "reparation-formulaire";
            a.Cookie.SameSite = SameSiteMode.Strict;
            a.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(t =>
        {
            t.Cookie.Name = "reparation-avis";
            t.Cookie.SameSite = SameSiteMode.Strict;
            t.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddControllersWithViews(o =>
        {
            // Avant le contrôle du jeton : ce qui n’existe pas répond 404, que le formulaire soit bon ou non.
            o.Filters.Add<Gardien>(int.MinValue);
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            MessagesDeLiaison.Configurer(o.ModelBindingMessageProvider);
            o.ModelMetadataDetailsProviders.Add(new TexteVide());
        });
        services.Configure<RazorViewEngineOptions>(Vues.Configurer);
        // Les accents restent des lettres dans la page ; les caractères de balisage, eux, sont toujours échappés.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
    }
}
