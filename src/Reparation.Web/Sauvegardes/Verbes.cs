using System.Text.Encodings.Web;
using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Web.Data;
using Reparation.Web.Features.Erreurs;
using Reparation.Web.Transferts;

namespace Reparation.Web.Sauvegardes;

/// <summary>
/// Les verbes d'exploitation du programme, sur les réglages mêmes du serveur : <c>sauvegarder VERS</c>, <c>restaurer FICHIER</c>, <c>controler</c>,
/// <c>exporter VERS</c> et <c>importer FICHIER</c>, ces deux-là au nom d'un compte et avec ses droits.
/// </summary>
internal static class Verbes
{
    private const int Reussite = 0;
    private const int Echec = 1;
    private const int MauvaisUsage = 2;
    private const int ConstatsMontres = 100;

    private static readonly JsonSerializerOptions EnJson = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Usage =
        "Usage\u00A0: sauvegarder VERS [--phrase=FICHIER] | restaurer FICHIER [--phrase=FICHIER] | controler | exporter VERS --dossier=ID --compte=COURRIEL | importer FICHIER --compte=COURRIEL [--numerisation=true]. Avec --json, la réponse est du JSON. "
        + "Les données et la clé sont celles du serveur\u00A0: --Reparation:Donnees=/chemin --Reparation:CleInstance=/chemin/instance.cle";

    /// <summary>Sépare le verbe, ce qu'il vise et les réglages ; rien si les arguments lancent le serveur.</summary>
    public static (string Verbe, string? Fichier, string[] Reglages)? Lire(string[] arguments)
    {
        if (arguments is not [("sauvegarder" or "restaurer" or "controler" or "exporter" or "importer") and var verbe, .. var suite])
        {
            return null;
        }

        // « --json » seul : sans cela, la configuration prendrait l'argument suivant pour sa valeur.
        suite = [.. suite.Select(a => a is "--json" ? "--json=true" : a)];
        return suite is [var fichier, .. var reste] && !fichier.StartsWith("--", StringComparison.Ordinal) ? (verbe, fichier, reste) : (verbe, null, suite);
    }

    public static async Task<int> ExecuterAsync(
        string verbe, string? fichier, string donnees, string cle, IConfiguration reglages, TextWriter sortie, TextWriter erreurs)
    {
        try
        {
            var enJson = reglages.GetValue<bool>("json");
            var phrase = LirePhrase(reglages["phrase"], verbe == "sauvegarder");
            return (verbe, fichier) switch
            {
                ("sauvegarder", { } vers) => await SauvegarderAsync(donnees, cle, vers, phrase, enJson, sortie),
                ("restaurer", { } depuis) => await RestaurerAsync(donnees, cle, depuis, phrase, enJson, sortie),
                ("controler", null) => Dire(await Controle.FaireAsync(await BaseEnPlace.OuvrirAsync(donnees, cle, default), default), enJson, sortie),
                ("exporter", { } vers) when reglages["compte"] is { Length: > 0 } compte && Guid.TryParse(reglages["dossier"], out var dossier) =>
                    await new VerbesDeTransfert(await BaseEnPlace.OuvrirAsync(donnees, cle, default), reglages).ExporterAsync(compte, dossier, vers, sortie),
                ("importer", { } depuis) when reglages["compte"] is { Length: > 0 } compte =>
                    await new VerbesDeTransfert(await BaseEnPlace.OuvrirAsync(donnees, cle, default), reglages).ImporterAsync(compte, depuis, sortie),
                _ => throw new RefusDeSauvegardeException(Usage),
            };
        }
        catch (RefusDeSauvegardeException refus)
        {
            await erreurs.WriteLineAsync(refus.Message);
            return MauvaisUsage;
        }
        catch (Exception e) when (PannesDeStockage.De(e) is { } panne)
        {
            var (titre, pourquoi, _) = MessagesDeStockage.De(panne);
            await erreurs.WriteLineAsync($"{titre}. {pourquoi} Réglez cela, puis recommencez\u202F; pour lire une base posée sur un disque en lecture seule, copiez d’abord tous ses fichiers ailleurs.");
            return MauvaisUsage;
        }
        catch (Exception panne) when (panne is IOException or UnauthorizedAccessException)
        {
            // Le message du système nomme le fichier choisi, rien d'un dossier.
            await erreurs.WriteLineAsync(
                $"Rien n’a été gardé\u00A0: le système refuse d’écrire ou de lire. {panne.Message} "
                + "Vérifiez la place qui reste et les droits sur ces répertoires, puis recommencez.");
            return MauvaisUsage;
        }
    }

    private static async Task<int> SauvegarderAsync(string donnees, string cle, string vers, string? phrase, bool enJson, TextWriter sortie)
    {
        var place = await BaseEnPlace.OuvrirAsync(donnees, cle, default);
        var (fichier, contenu) = await Sauvegarde.EcrireAsync(place, vers, phrase, TimeProvider.System.GetUtcNow(), default);
        if (enJson)
        {
            Ecrire(sortie, new { fichier, contenu.Le, contenu.Octets, contenu.Sha256, cle = place.Cle.Identifiant, parPhrase = phrase is not null });
            return Reussite;
        }

        await sortie.WriteLineAsync($"Sauvegarde écrite, relue en entier et comparée\u00A0: {fichier} ({Sauvegarde.Taille(contenu.Octets)}).");
        await sortie.WriteLineAsync(phrase is null
            ? $"Elle ne s’ouvre qu’avec la clé d’instance {place.Cle.Identifiant}\u00A0: gardez une copie de {cle} ailleurs que sur cette machine, et ailleurs que la sauvegarde."
            : "Elle contient la clé d’instance\u00A0: qui a le fichier et la phrase de passe lit tout. Gardez la phrase à part.");
        return Reussite;
    }

    private static async Task<int> RestaurerAsync(string donnees, string cle, string depuis, string? phrase, bool enJson, TextWriter sortie)
    {
        var (contenu, bilan) = await Restauration.RemettreAsync(depuis, donnees, cle, phrase, default);
        if (enJson)
        {
            Ecrire(sortie, new { contenu.Le, contenu.Octets, contenu.Sha256, bilan });
            return bilan.Sain ? Reussite : Echec;
        }

        await sortie.WriteLineAsync(
            $"Sauvegarde du {Francais.Date(DateOnly.FromDateTime(Features.Partage.Horloges.AParis(contenu.Le).DateTime))} remise dans {donnees}. "
            + "Ce qui a été écrit depuis n’y est pas. Démarrez l’application sur ce répertoire.");
        return Dire(bilan, enJson, sortie);
    }

    private static void Ecrire(TextWriter sortie, object valeur) => sortie.WriteLine(JsonSerializer.Serialize(valeur, EnJson));

    private static int Dire(BilanDuControle bilan, bool enJson, TextWriter sortie)
    {
        if (enJson)
        {
            Ecrire(sortie, bilan);
            return bilan.Sain ? Reussite : Echec;
        }

        sortie.WriteLine(
            $"Relu\u00A0: {Francais.Compte(bilan.Comptes, "compte", "comptes")}, {Francais.Compte(bilan.Dossiers, "dossier", "dossiers")}, "
            + $"{Francais.Compte(bilan.Versions, "version", "versions")}, {Francais.Compte(bilan.Actes, "acte émis", "actes émis")}, "
            + $"{Francais.Compte(bilan.Fichiers, "fichier de pièce", "fichiers de pièces")} ({Sauvegarde.Taille(bilan.Octets)}).");
        foreach (var constat in bilan.Constats.OrderByDescending(c => c.Grave).Take(ConstatsMontres))
        {
            sortie.WriteLine($"- {(constat.Grave ? "" : "Avis\u00A0: ")}{constat.Quoi} {constat.QueFaire}");
        }

        if (bilan.Constats.Count > ConstatsMontres)
        {
            sortie.WriteLine($"- et {Francais.Compte(bilan.Constats.Count - ConstatsMontres, "autre constat", "autres constats")}.");
        }

        if (bilan.Journal.Length > 0)
        {
            sortie.WriteLine($"Journal des consultations\u00A0: {bilan.Journal}. Notez-le ailleurs\u00A0: un contrôle futur qui en compte moins dira qu’on en a ôté.");
        }

        sortie.WriteLine(bilan.Sain ? "Tout est entier et s’ouvre." : "Des données sont abîmées. Ne remplacez pas vos sauvegardes avant d’avoir compris pourquoi.");
        return bilan.Sain ? Reussite : Echec;
    }

    private static string? LirePhrase(string? fichier, bool neuve)
    {
        if (string.IsNullOrEmpty(fichier))
        {
            return null;
        }

        var phrase = (File.ReadLines(fichier).FirstOrDefault() ?? "").Trim().Normalize();
        return !neuve || phrase.Length >= EnTeteDeSauvegarde.LongueurDePhrase ? phrase : throw new RefusDeSauvegardeException(
            $"La phrase de passe est trop courte\u00A0: {EnTeteDeSauvegarde.LongueurDePhrase} caractères au moins, sur la première ligne du fichier. "
            + "Le fichier de sauvegarde peut être attaqué loin d’ici, sans limite d’essais.");
    }
}
