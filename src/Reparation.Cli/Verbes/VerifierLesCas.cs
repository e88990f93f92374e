using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Reparation.Cli.Cas;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>cas</c> : rejoue des cas résolus et dit lesquels échouent.</summary>
internal static class VerifierLesCas
{
    public static Command Commande(TextWriter sortie, OptionEditions editions)
    {
        var fichiers = new Argument<string[]>("FICHIER")
        {
            Description = $"Fichiers de cas\u00A0: {CasDePostes.Format}, {CasDeDelais.Format}, {CasDeTemps.Format}, exemples résolus, ou prix de capitalisation (CSV).",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Programme.OptionJson();
        var commande = new Command("cas", "Rejouer des cas résolus\u202F; code 1 si l’un d’eux échoue.") { fichiers, json };
        commande.SetAction(lecture =>
        {
            var choisies = editions.Lire(lecture);
            var resultats = lecture.GetRequiredValue(fichiers).SelectMany(f => Rejouer(f, choisies)).ToList();
            var (reussis, echoues) = (resultats.Count(r => r.Issue == Issue.Reussi), resultats.Count(r => r.Echoue));
            if (lecture.GetValue(json))
            {
                Programme.EcrireJson(sortie, new
                {
                    Reussis = reussis,
                    Echoues = echoues,
                    Ignores = resultats.Count(r => r.Issue == Issue.Ignore),
                    Resultats = resultats,
                });
            }
            else
            {
                Ecrire(resultats, sortie);

                // Phrase fixée par le contrat de la commande : les outils d'intégration la lisent.
                sortie.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reussis} passed, {echoues} failed"));
            }

            return echoues == 0 ? Programme.Reussite : Programme.Echec;
        });
        return commande;
    }

    private static IReadOnlyList<Resultat> Rejouer(string chemin, Editions editions)
    {
        var octets = Fichiers.Lire(chemin);
        var texte = Fichiers.Texte(octets);
        if (texte.TrimStart() is not ['{', ..])
        {
            return CasDeCapitalisation.Rejouer(chemin, texte, editions);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(texte, new() { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new RefusException(
                $"{chemin}\u00A0: ligne {(e.LineNumber ?? 0) + 1}\u00A0: ce fichier n’est pas du JSON valide, ou un champ y est écrit deux fois.");
        }

        using (document)
        {
            var racine = document.RootElement;
            return racine.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String
                    && format.ValueEquals(CasDePostes.Format)
                ? CasDePostes.Rejouer(chemin, racine, editions)
                : format.ValueKind == JsonValueKind.String && format.ValueEquals(CasDeTemps.Format)
                    ? CasDeTemps.Rejouer(chemin, racine)
                : CasDeDelais.Reconnait(racine)
                    ? CasDeDelais.Rejouer(chemin, racine)
                : ExemplesResolus.Reconnait(racine)
                    ? ExemplesResolus.Rejouer(chemin, racine, editions)
                    : throw new RefusException(
                        $"{chemin}\u00A0: format\u00A0: format inconnu. Formats lus\u00A0: {CasDePostes.Format}, {CasDeDelais.Format}, {CasDeTemps.Format}, exemples résolus (schemaVersion 1), "
                        + "prix de capitalisation (CSV).");
        }
    }

    private static void Ecrire(IReadOnlyList<Resultat> resultats, TextWriter sortie)
    {
        foreach (var echec in resultats.Where(r => r.Echoue))
        {
            sortie.WriteLine($"ÉCHEC {echec.Fichier}, {echec.Id}\u00A0: {echec.Message}");
        }

        foreach (var ignores in resultats.Where(r => r.Issue == Issue.Ignore).GroupBy(r => r.Message))
        {
            sortie.WriteLine($"{Francais.Compte(ignores.Count(), "ligne ignorée", "lignes ignorées")}\u00A0: {ignores.Key}");
        }
    }
}
