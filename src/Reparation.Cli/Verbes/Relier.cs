using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Pieces;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>liasse</c> : les pièces d'un dossier deviennent des fichiers tamponnés, liés, sous la limite du canal.</summary>
internal static partial class Relier
{
    private const string SansLimite = "aucun";

    public static Command Commande(TextWriter sortie, TextWriter erreurs, TimeProvider horloge, OptionEditions editions)
    {
        var fichier = new Argument<string>("DOSSIER") { Description = "Fichier JSON au format reparation/dossier@1." };
        var pieces = new Option<string>("--pieces")
        {
            Description = "Dossier des originaux. Celui de la pièce n° 7 commence par son numéro («\u00A0Piece-07…\u00A0», «\u00A007 …\u00A0»)\u202F; à défaut, il porte son intitulé.",
            HelpName = "DIR",
            Required = true,
        };
        var canal = new Option<string>("--canal")
        {
            Description = "Canal, qui donne la taille des volumes\u00A0: "
                + string.Join(", ", Envois.Limites.Select(l => $"{Nom(l.Canal)} ({l.Megaoctets}\u00A0Mo)")) + $", ou {SansLimite}.",
            HelpName = "CANAL",
            DefaultValueFactory = _ => SansLimite,
        };
        var acte = new Option<string[]>("--acte") { Description = "Modèle d’un acte à mettre en tête\u202F; l’option se répète.", HelpName = "MODELE" };
        var vers = new Option<string>("--sortie", "-o") { Description = "Dossier où écrire.", HelpName = "DIR", Required = true };
        var separees = new Option<bool>("--une-par-piece") { Description = "Écrire un fichier par pièce." };
        var archive = new Option<bool>("--archive") { Description = "Joindre les originaux, intacts, au PDF/A-3 des actes et du bordereau." };
        var premiere = new Option<bool>("--premiere-page") { Description = "Ne tamponner que la première page de chaque pièce." };
        var date = new Option<string?>("--date") { Description = "Date portée par la liasse\u202F; aujourd’hui sinon.", HelpName = "AAAA-MM-JJ" };
        var definitif = new Option<bool>("--definitif") { Description = "Retirer la mention «\u00A0Projet\u00A0» des actes\u00A0: l’avocat a validé." };
        var cabinet = new OptionModeles();
        var json = Programme.OptionJson();
        var commande = new Command("liasse", "Relier actes et pièces\u00A0: bordereau, tampons, liens, volumes.")
        {
            fichier, pieces, canal, acte, vers, separees, archive, premiere, date, definitif, cabinet.Option, json,
        };
        var sceau = new OptionSceau();
        sceau.Ajouter(commande);
        commande.SetAction(l =>
        {
            using var cle = sceau.Lire(l, l.GetValue(definitif));
            return Executer(
            new(
                l.GetRequiredValue(fichier), l.GetRequiredValue(pieces), Limiter(l.GetRequiredValue(canal)), l.GetValue(acte) ?? [],
                l.GetRequiredValue(vers), Former(l.GetValue(separees), l.GetValue(archive)), l.GetValue(premiere), Rediger.Dater(l.GetValue(date), horloge),
                !l.GetValue(definitif), cle, l.GetValue(json), editions.Lire(l), cabinet.Lire(l, erreurs)),
            sortie, erreurs);
        });
        return commande;
    }

    private static int Executer(Demande demande, TextWriter sortie, TextWriter erreurs)
    {
        var dossier = Fichiers.LireDossier(demande.Fichier, demande.Editions);
        if (dossier.Pieces.Count == 0)
        {
            throw new RefusException($"{demande.Fichier}\u00A0: ce dossier n’a pas de pièce. Ajoutez-les au bordereau avant de les relier.");
        }

        if (!Directory.Exists(demande.Pieces))
        {
            throw new RefusException($"--pieces\u00A0: le dossier {demande.Pieces} n’existe pas. Vérifiez le chemin.");
        }

        // Relier des pièces ne demande aucune somme : seuls les actes et le sceau en citent.
        var bilan = new Lazy<Bilan>(() => Chiffreur.Evaluer(dossier, demande.Editions));
        var actes = new List<ActeALier>();
        foreach (var id in demande.Actes)
        {
            var modele = Rediger.Trouver(id, demande.Modeles);
            switch (Redaction.Composer(modele, dossier, bilan.Value, demande.Date, demande.Projet, demande.Editions))
            {
                case Composition.Prete prete:
                    actes.Add(new(prete.Acte, modele.Charte));
                    break;
                case Composition.Incomplete incomplet:
                    Rediger.DireLesManques(modele, incomplet.Manques, Convenance.Examiner(modele, dossier, demande.Date), demande.EnJson, sortie, erreurs);
                    return Programme.Echec;
                default:
                    throw new InvalidOperationException();
            }
        }

        var originaux = Directory.EnumerateFiles(demande.Pieces).Order(StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(demande.Vers);
        var liasse = Liasse.Composer(new(
            dossier, demande.Date, actes,
            [.. dossier.Pieces.Select(p => new PieceALier(p, () => Trouver(p, originaux) is { } chemin ? File.OpenRead(chemin) : null))],
            nom => File.Create(Path.Combine(demande.Vers, nom)))
        {
            Limite = demande.Limite,
            Forme = demande.Forme,
            PremierePageSeulement = demande.PremierePage,
            Sceau = demande.Cle is { } cle ? new(cle, [.. bilan.Value.Editions.Select(e => e.Intitule)]) : null,
        });
        Dire(demande, liasse, sortie, erreurs);
        return Programme.Reussite;
    }

    private static FormeDeLiasse Former(bool separees, bool archive) => (separees, archive) switch
    {
        (true, true) => throw new RefusException("--une-par-piece et --archive sont deux formes différentes. Choisissez l’une, ou lancez la commande deux fois."),
        (true, false) => FormeDeLiasse.UnFichierParPiece,
        (false, true) => FormeDeLiasse.Archive,
        _ => FormeDeLiasse.Reliee,
    };

    // Le numéro d'abord : c'est lui que le bordereau et l'avocat emploient. L'intitulé ensuite, ses accents et ses espaces à part.
    private static string? Trouver(Piece piece, List<string> originaux) =>
        originaux.Find(o => Numero().Match(Path.GetFileName(o)) is { Success: true } m
            && int.Parse(m.Groups["numero"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) == piece.Numero)
        ?? originaux.Find(o => piece.Titre.Trim().Length > 0 && !Numero().IsMatch(Path.GetFileName(o))
            && CultureInfo.InvariantCulture.CompareInfo.Compare(
                Path.GetFileNameWithoutExtension(o), piece.Titre.Trim(),
                CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols) == 0);

    private static void Dire(Demande demande, LiasseComposee liasse, TextWriter sortie, TextWriter erreurs)
    {
        if (demande.EnJson)
        {
            Programme.EcrireJson(sortie, new
            {
                demande.Date,
                Limite = demande.Limite is { } l ? new { Canal = Nom(l.Canal), l.Megaoctets, l.Source } : null,
                Fichiers = liasse.Fichiers.Select(f => new { f.Nom, f.Octets, f.Pages, f.Pieces, f.Norme, f.Scelle }),
                liasse.Incidents,
            });
            return;
        }

        foreach (var f in liasse.Fichiers)
        {
            sortie.WriteLine($"{f.Nom}\u00A0: {Francais.Compte(f.Pages, "page", "pages")}, {Francais.Compte(f.Pieces.Count, "pièce", "pièces")}, {Francais.Nombre(f.Octets / 1_000_000m, 2)}\u00A0Mo{(f.Scelle ? ", scellé" : "")}. {f.Norme}");
        }

        if (demande.Limite is { } limite)
        {
            sortie.WriteLine($"Limite de {limite.Megaoctets}\u00A0Mo relevée le {Francais.Date(limite.Source.VerifieLe)}\u00A0: {limite.Source.Intitule}.");
        }

        foreach (var incident in liasse.Incidents)
        {
            var ou = incident.Piece is { } numero ? $"pièce n°\u00A0{numero.ToString(CultureInfo.InvariantCulture)}" : "liasse";
            erreurs.WriteLine($"- {ou}\u00A0: {incident.Quoi} {incident.QueFaire}");
        }
    }

    private static string Nom(CanalDEnvoi canal) => canal.ToString().ToLowerInvariant();

    private static LimiteDEnvoi? Limiter(string canal) => canal == SansLimite
        ? null
        : Envois.Limites.FirstOrDefault(l => Nom(l.Canal) == canal) ?? throw new RefusException(
            $"--canal\u00A0: ce canal n’est pas connu. Canaux\u00A0: {string.Join(", ", Envois.Limites.Select(l => Nom(l.Canal)))}, {SansLimite}.");

    [GeneratedRegex(@"^(?:pi[eè]ce[ _\-n°.]*0*(?<numero>\d{1,4})|0*(?<numero>\d{1,3}))(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numero();

    private sealed record Demande(
        string Fichier, string Pieces, LimiteDEnvoi? Limite, IReadOnlyList<string> Actes, string Vers, FormeDeLiasse Forme, bool PremierePage,
        DateOnly Date, bool Projet, CleDeSceau? Cle, bool EnJson, Editions Editions, Modeles Modeles);
}
