using System.Security.Cryptography;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;

namespace Reparation.Web.Transferts;

/// <summary>Issue de la lecture d'un dossier venu d'ailleurs.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    /// <summary>Le dossier est là.</summary>
    /// <param name="Absents">Fichiers que le dossier cite et qui ne sont pas venus.</param>
    /// <param name="Voisin">Vrai si un autre dossier du compte porte la même référence.</param>
    public sealed record Faite(Guid Dossier, int Absents, bool Voisin) : Reception;

    /// <summary>Il y était déjà, à l'identique ; rien n'a été créé.</summary>
    public sealed record Deja(Guid Dossier) : Reception;

    /// <summary>Rien n'a été gardé ; les raisons.</summary>
    public sealed record Refusee(IReadOnlyList<Anomalie> Anomalies) : Reception;
}

/// <summary>
/// Un dossier et ses pièces en un fichier, sans compression : manifeste d'empreintes, dossier, contenus. L'import lit au fil de l'eau,
/// scelle aussitôt, et ne publie le dossier qu'une fois tout reçu et contrôlé : une archive refusée, ou coupée, ne laisse rien.
/// </summary>
public sealed class Transfert(Archives archives, CoffreDePieces pieces, Editions editions, ReglagesDesPieces reglages)
{
    private const string Fichier = "(fichier)";

    /// <summary>Prépare l'archive d'un dossier ; rien s'il n'existe pas pour ce compte.</summary>
    /// <returns>La taille exacte, et de quoi l'écrire.</returns>
    public async Task<(string Nom, long Octets, Func<Stream, CancellationToken, Task> Ecrire)?> ExporterAsync(Guid id, CancellationToken annulation)
    {
        if (await archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return null;
        }

        var json = DossierJson.Ecrire(ouvert.Dossier);
        var (parties, flux, absents) = (new List<Partie>(), new List<Func<Stream>>(), new List<string>());
        foreach (var fichier in ouvert.Dossier.Pieces.Select(p => p.Fichier).OfType<FichierDePiece>().DistinctBy(f => f.Sha256))
        {
            if (await pieces.TrouverAsync(id, fichier.Sha256, annulation) is { } ouvrir)
            {
                parties.Add(new($"pieces/{fichier.Sha256}.{fichier.Type.ToString().ToLowerInvariant()}", fichier.Sha256, fichier.Octets));
                flux.Add(ouvrir);
            }
            else
            {
                absents.Add(fichier.Sha256);
            }
        }

        var dossier = new Partie(Manifeste.FichierDuDossier, Convert.ToHexStringLower(SHA256.HashData(json)), json.Length);
        var manifeste = new Manifeste(Manifeste.FormatCourant, ouvert.Le, dossier, parties, absents).Ecrire();
        var taille = Tar.Fin.Length + ((long[])[manifeste.Length, json.Length, .. parties.Select(p => p.Octets)]).Sum(o => Tar.Bloc + o + Tar.Complement(o));
        return ($"dossier-{ouvert.Dossier.Reference}.tar", taille, EcrireAsync);

        async Task EcrireAsync(Stream vers, CancellationToken arret)
        {
            await AjouterAsync(vers, Manifeste.Fichier, new MemoryStream(manifeste), ouvert.Le, arret);
            await AjouterAsync(vers, dossier.Nom, new MemoryStream(json), ouvert.Le, arret);
            foreach (var (partie, ouvrir) in parties.Zip(flux))
            {
                await AjouterAsync(vers, partie.Nom, ouvrir(), ouvert.Le, arret);
            }

            await vers.WriteAsync(Tar.Fin, arret);
        }
    }

    /// <summary>Reçoit un dossier seul (.json) ou avec ses pièces (.tar) ; le contenu décide, non le nom.</summary>
    /// <param name="numerisation">La personne a confirmé que les images sont des numérisations, où personne ne paraît.</param>
    public async Task<Reception> RecevoirAsync(Stream flux, bool numerisation, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(flux);
        var debut = new byte[Tar.Bloc];
        var lus = await flux.ReadAtLeastAsync(debut, debut.Length, throwOnEndOfStream: false, annulation);
        if (lus == 0)
        {
            return Refuser("Ce fichier est vide. Choisissez l’export d’un dossier.");
        }

        return lus == Tar.Bloc && Tar.Lire(debut) is { } entete
            ? await RecevoirLArchiveAsync(entete, flux, numerisation, annulation)
            : await RecevoirLeJsonAsync(debut.AsMemory(0, lus), flux, annulation);
    }

    private static async Task AjouterAsync(Stream vers, string nom, Stream contenu, DateTimeOffset le, CancellationToken annulation)
    {
        await using (contenu)
        {
            await vers.WriteAsync(Tar.EnTete(nom, contenu.Length, le), annulation);
            await contenu.CopyToAsync(vers, annulation);
            await vers.WriteAsync(new byte[Tar.Complement(contenu.Length)], annulation);
        }
    }

    private static Reception.Refusee Refuser(string message, string ou = Fichier) => new([new(ou, message)]);

    private async Task<Reception> RecevoirLeJsonAsync(ReadOnlyMemory<byte> debut, Stream flux, CancellationToken annulation)
    {
        // Un octet de plus que permis suffit à le refuser : le reste n'est pas lu.
        var octets = new byte[DossierJson.TailleMaximale + 1];
        debut.CopyTo(octets);
        var lus = debut.Length + await flux.ReadAtLeastAsync(octets.AsMemory(debut.Length), octets.Length - debut.Length, throwOnEndOfStream: false, annulation);
        var lecture = DossierJson.Lire(octets.AsMemory(0, lus), editions);
        if (lecture is Lecture.Refusee refus)
        {
            return new Reception.Refusee(refus.Anomalies);
        }

        var dossier = ((Lecture.Reussie)lecture).Dossier;
        if (await archives.TrouverIdentiqueAsync(dossier, annulation) is { } deja)
        {
            return new Reception.Deja(deja);
        }

        var voisin = await VoisinAsync(dossier, annulation);
        var id = await archives.CreerAsync(dossier, "Import d’un fichier", annulation);
        return new Reception.Faite(id, dossier.Pieces.Count(p => p.Fichier is not null), voisin);
    }

    private async Task<Reception> RecevoirLArchiveAsync((string Nom, long Octets) entete, Stream flux, bool numerisation, CancellationToken annulation)
    {
        var reserve = Guid.Empty;
        try
        {
            if (entete.Nom != Manifeste.Fichier || entete.Octets > Manifeste.TailleMaximale
                || Manifeste.Lire(await LireAsync(flux, entete.Octets, annulation)) is not { } manifeste)
            {
                return Refuser($"Le premier fichier de cette archive n’est pas un manifeste au format {Manifeste.FormatCourant}. Exportez de nouveau le dossier depuis son journal, sans rien y changer.");
            }

            if (manifeste.Dossier.Octets > DossierJson.TailleMaximale || manifeste.Pieces.Count > Coherence.ElementsMaximaux
                || manifeste.Pieces.Any(p => p.Octets > reglages.Limites.OctetsMaximaux) || manifeste.Pieces.Sum(p => (decimal)p.Octets) > reglages.OctetsParDossier)
            {
                return Refuser($"Cette archive dépasse ce que l’installation admet : {Francais.Nombre(reglages.MegaoctetsParPiece, 0)}\u00A0Mo par pièce, {Francais.Nombre(reglages.MegaoctetsParDossier, 0)}\u00A0Mo par dossier.");
            }

            if (!await AnnonceAsync(flux, manifeste.Dossier, annulation))
            {
                return Deplace(manifeste.Dossier);
            }

            var json = await LireAsync(flux, manifeste.Dossier.Octets, annulation);
            if (Convert.ToHexStringLower(SHA256.HashData(json)) != manifeste.Dossier.Sha256)
            {
                return Change(manifeste.Dossier);
            }

            var lecture = DossierJson.Lire(json, editions);
            if (lecture is Lecture.Refusee refusee)
            {
                return new Reception.Refusee(refusee.Anomalies);
            }

            var dossier = ((Lecture.Reussie)lecture).Dossier;

            var cites = dossier.Pieces.Select(p => p.Fichier?.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (!cites.SetEquals(manifeste.Pieces.Select(p => p.Sha256).Concat(manifeste.Absents)))
            {
                return Refuser("Les fichiers que cette archive annonce ne sont pas ceux que le dossier cite. Exportez de nouveau le dossier, sans rien y changer.");
            }

            if (await archives.TrouverIdentiqueAsync(dossier, annulation) is { } deja)
            {
                return new Reception.Deja(deja);
            }

            reserve = await archives.ReserverAsync(annulation);
            foreach (var partie in manifeste.Pieces)
            {
                if (await RangerAsync(reserve, flux, partie, numerisation, annulation) is { } refus)
                {
                    return refus;
                }
            }

            var fin = new byte[Tar.Bloc];
            if (await flux.ReadAtLeastAsync(fin, fin.Length, throwOnEndOfStream: false, annulation) != fin.Length || fin.AsSpan().ContainsAnyExcept((byte)0))
            {
                return Refuser("Cette archive contient autre chose que ce que son manifeste annonce. Exportez de nouveau le dossier, sans rien y changer.");
            }

            var voisin = await VoisinAsync(dossier, annulation);
            await archives.PublierAsync(reserve, dossier, "Import d’une archive", annulation);
            var publie = reserve;
            reserve = Guid.Empty;
            return new Reception.Faite(publie, manifeste.Absents.Count, voisin);
        }
        catch (EndOfStreamException)
        {
            return Refuser("Cette archive est incomplète : l’envoi ou la copie s’est arrêté avant la fin. Recommencez avec le fichier entier.");
        }
        finally
        {
            if (reserve != Guid.Empty)
            {
                await archives.AnnulerAsync(reserve, CancellationToken.None);
            }
        }
    }

    private static Reception.Refusee Deplace(Partie partie) =>
        Refuser("Ce fichier n’est pas à sa place dans l’archive, ou n’y est pas. Exportez de nouveau le dossier, sans rien y changer.", partie.Nom);

    private static Reception.Refusee Change(Partie partie) =>
        Refuser("Ce fichier n’est pas celui que le manifeste annonce : il a été changé ou abîmé. Reprenez l’archive d’origine.", partie.Nom);

    private static async Task<byte[]> LireAsync(Stream flux, long octets, CancellationToken annulation)
    {
        var lus = new byte[octets];
        await flux.ReadExactlyAsync(lus, annulation);
        await PasserAsync(flux, octets, annulation);
        return lus;
    }

    private static async Task PasserAsync(Stream flux, long octets, CancellationToken annulation) =>
        await flux.ReadExactlyAsync(new byte[Tar.Complement(octets)], annulation);

    private static async Task<bool> AnnonceAsync(Stream flux, Partie partie, CancellationToken annulation)
    {
        var bloc = new byte[Tar.Bloc];
        await flux.ReadExactlyAsync(bloc, annulation);
        return Tar.Lire(bloc) is { } lu && lu.Nom == partie.Nom && lu.Octets == partie.Octets;
    }

    private async Task<Reception.Refusee?> RangerAsync(Guid dossier, Stream flux, Partie partie, bool numerisation, CancellationToken annulation)
    {
        if (!await AnnonceAsync(flux, partie, annulation))
        {
            return Deplace(partie);
        }

        await using var contenu = new Portion(flux, partie.Octets);
        switch (await pieces.DeposerAsync(dossier, partie.Octets, contenu, numerisation, annulation))
        {
            case Terminaison.Rangee { Fichier: var fichier } when fichier.Sha256 == partie.Sha256 && fichier.Octets == partie.Octets:
                await PasserAsync(flux, partie.Octets, annulation);
                return null;
            case Terminaison.Refusee refus:
                return Refuser(refus.Message, partie.Nom);
            default:
                return Change(partie);
        }
    }

    private async Task<bool> VoisinAsync(Dossier dossier, CancellationToken annulation) =>
        (await archives.ListerAsync(annulation)).Any(f => f.Reference == dossier.Reference);
}
