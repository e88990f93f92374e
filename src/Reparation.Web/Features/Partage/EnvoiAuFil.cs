using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Reparation.Web.Features.Partage;

/// <summary>
/// Un formulaire à fichiers, lu au fil de l'eau : aucun fichier temporaire. Le jeton doit précéder les fichiers, rien n'étant reçu d'une
/// page étrangère.
/// </summary>
public sealed class EnvoiAuFil(HttpContext contexte, IAntiforgery jetons)
{
    private const int TexteMaximal = 4_096;
    private const string EnTeteDuJeton = "RequestVerificationToken";

    private readonly Dictionary<string, string> champs = new(StringComparer.Ordinal);

    /// <summary>Valeur d'un champ déjà lu ; vide sinon.</summary>
    public string this[string nom] => champs.GetValueOrDefault(nom, "");

    /// <summary>Les fichiers choisis, chacun à lire avant de demander le suivant.</summary>
    /// <exception cref="InvalidDataException">Envoi mal formé, ou jeton absent ou faux.</exception>
    public async IAsyncEnumerable<(string Nom, Stream Corps)> LireAsync([EnumeratorCancellation] CancellationToken annulation)
    {
        if (!MediaTypeHeaderValue.TryParse(contexte.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } frontiere)
        {
            throw new InvalidDataException();
        }

        var lecteur = new MultipartReader(frontiere, contexte.Request.Body);
        while (await lecteur.ReadNextSectionAsync(annulation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var quoi) || quoi is null)
            {
                throw new InvalidDataException();
            }

            if (quoi.FileName.Value is not { } nom)
            {
                champs[HeaderUtilities.RemoveQuotes(quoi.Name).Value ?? ""] = await TexteAsync(section.Body, annulation);
                continue;
            }

            contexte.Request.Headers[EnTeteDuJeton] = this["__RequestVerificationToken"];
            if (!await jetons.IsRequestValidAsync(contexte))
            {
                throw new InvalidDataException();
            }

            if (HeaderUtilities.RemoveQuotes(nom).Value is { Length: > 0 } fichier)
            {
                yield return (fichier, section.Body);
            }
        }
    }

    private static async Task<string> TexteAsync(Stream corps, CancellationToken annulation)
    {
        using var lecteur = new StreamReader(corps);
        var texte = new char[TexteMaximal];
        return new(texte, 0, await lecteur.ReadBlockAsync(texte, annulation));
    }
}
