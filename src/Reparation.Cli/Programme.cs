using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text.Json;
using Reparation.Cli.Verbes;
using Reparation.Documents.Rendu;

namespace Reparation.Cli;

/// <summary>La ligne de commande, appelable depuis un essai comme depuis un terminal.</summary>
public static class Programme
{
    public const int Reussite = 0;

    /// <summary>Un cas échoue, un acte est incomplet, ou un document n'est pas intact.</summary>
    public const int Echec = 1;

    /// <summary>Commande mal écrite, ou fichier illisible.</summary>
    public const int MauvaisUsage = 2;

    /// <summary>Exécute une commande ; rend le code de sortie.</summary>
    public static int Executer(IReadOnlyList<string> args, TextWriter sortie, TextWriter erreurs, TimeProvider horloge)
    {
        var avant = CultureInfo.CurrentUICulture;

        // Les phrases de System.CommandLine suivent la culture d'interface : elle est française ici, quelle que soit la machine.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        try
        {
            return Lancer(args, sortie, erreurs, horloge);
        }
        catch (RefusException refus)
        {
            erreurs.WriteLine(refus.Message);
            return MauvaisUsage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            erreurs.WriteLine(
                "Le système refuse la lecture ou l’écriture d’un fichier. Vérifiez que le dossier existe, qu’il reste de la place, "
                + "et que vous avez le droit d’y lire et d’y écrire.");
            return MauvaisUsage;
        }
        finally
        {
            CultureInfo.CurrentUICulture = avant;
        }
    }

    private static int Lancer(IReadOnlyList<string> args, TextWriter sortie, TextWriter erreurs, TimeProvider horloge)
    {
        var racine = Racine(sortie, erreurs, horloge);
        if (args.Count == 0)
        {
            Aider(racine.Parse(["--help"]), erreurs);
            return MauvaisUsage;
        }

        var lecture = racine.Parse(args);
        if (lecture.Action is HelpAction)
        {
            Aider(lecture, sortie);
            return Reussite;
        }

        if (lecture.Errors.Count > 0)
        {
            foreach (var erreur in lecture.Errors)
            {
                erreurs.WriteLine(erreur.Message);
            }

            var commande = lecture.CommandResult.Command;
            erreurs.WriteLine($"Aide\u00A0: reparation {(commande is RootCommand ? "" : commande.Name + " ")}--help");
            return MauvaisUsage;
        }

        try
        {
            return lecture.Invoke(new() { Output = sortie, Error = erreurs, EnableDefaultExceptionHandler = false });
        }
        catch (RenduException refus)
        {
            erreurs.WriteLine(refus.Message);
            return Echec;
        }
        catch (Exception panne) when (panne is IOException or UnauthorizedAccessException)
        {
            // Le message du système nomme le fichier choisi, rien du dossier.
            erreurs.WriteLine($"Le fichier ne peut pas être lu ou écrit\u00A0: {panne.Message}");
            return MauvaisUsage;
        }
    }

    // Ces mots-là manquent à la traduction livrée avec System.CommandLine.
    private static void Aider(ParseResult lecture, TextWriter sortie)
    {
        using var aide = new StringWriter();
        lecture.Invoke(new() { Output = aide, Error = aide });
        sortie.Write(aide.ToString().Replace("Description:", "Description\u00A0:", StringComparison.Ordinal)
            .Replace("[command]", "[commande]", StringComparison.Ordinal)
            .Replace("Show help and usage information", "Afficher l’aide.", StringComparison.Ordinal));
    }

    private static RootCommand Racine(TextWriter sortie, TextWriter erreurs, TimeProvider horloge)
    {
        var editions = new OptionEditions();
        var racine = new RootCommand(
            "Reparation\u00A0: chiffrer le préjudice d’un enfant, rédiger les actes, bâtir son plan. "
            + "Le logiciel informe et calcule\u202F; l’avocat décide.")
        {
            Capitaliser.Commande(sortie, editions),
            Chiffrer.Commande(sortie, horloge, editions),
            CalculerLesDelais.Commande(sortie, horloge, editions),
            Rediger.CommandeActe(sortie, erreurs, horloge, editions),
            Rediger.CommandePlan(sortie, erreurs, horloge, editions),
            ImprimerLeLivret.Commande(sortie, erreurs, horloge, editions),
            Verifier.Commande(sortie),
            Relier.Commande(sortie, erreurs, horloge, editions),
            VerifierLesCas.Commande(sortie, editions),
            Schema.Commande(sortie),
            ChampsDesModeles.Commande(sortie),
            Exemples.Commande(sortie, editions),
            Exploiter.Sauvegarder(sortie, erreurs),
            Exploiter.Restaurer(sortie, erreurs),
            Exploiter.Controler(sortie, erreurs),
            editions.Option,
        };
        return racine;
    }

    /// <summary>L'option <c>--json</c>, la même pour tous les verbes.</summary>
    internal static Option<bool> OptionJson() => new("--json") { Description = "Rendre du JSON au lieu d’un texte." };

    internal static void EcrireJson(TextWriter sortie, object valeur) =>
        sortie.WriteLine(JsonSerializer.Serialize(valeur, Json.Options));
}
