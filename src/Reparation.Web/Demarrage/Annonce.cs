using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Reparation.Web.Features.Comptes;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Demarrage;

/// <summary>Ce que l'application dit dans le terminal quand elle est prête.</summary>
internal static class Annonce
{
    public static async Task DireAsync(WebApplication app, Installation installation, ModeDemonstration demonstration)
    {
        var adresse = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? Adresses.ParDefaut;
        var sortie = Console.Out;
        if (demonstration.Active)
        {
            await sortie.WriteLineAsync($"Démonstration prête, sur des dossiers inventés, effacés à l’arrêt. Ouvrez {adresse}");
            return;
        }

        await sortie.WriteLineAsync($"Reparation est prête. Ouvrez {adresse}");
        await sortie.WriteLineAsync($"Données : {installation.Donnees}");
        await sortie.WriteLineAsync($"Clé d’instance : {installation.FichierDeCle} (sauvegardez-la à part : sans elle, les données sont illisibles)");
        if (installation.VersionDApres is { } apres)
        {
            await sortie.WriteLineAsync(
                $"L’horloge de cette machine retarde : une version est datée du {Horloges.EnClair(apres)}. Rien n’est perdu, mais les délais se comptent "
                + "depuis le jour affiché. Réglez-la sur un serveur de temps, puis relancez.");
        }

        var premier = app.Services.GetRequiredService<PremierCompte>();
        await using var portee = app.Services.CreateAsyncScope();
        if (await premier.ManqueAsync(portee.ServiceProvider.GetRequiredService<Annuaire>(), CancellationToken.None))
        {
            await sortie.WriteLineAsync($"Aucun compte encore. Depuis une autre machine, le code du premier compte est {premier.Code}");
        }
    }
}
