using System.CommandLine;
using System.Reflection;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>exemples</c> : les trois dossiers fictifs livrés avec le programme.</summary>
internal static class Exemples
{
    private const string Prefixe = "exemples/";

    public static Command Commande(TextWriter sortie, OptionEditions editions)
    {
        var dossier = new Option<DirectoryInfo?>("--sortie", "-o") { Description = "Dossier où écrire les trois fichiers.", HelpName = "DIR" };
        var json = Programme.OptionJson();
        var commande = new Command("exemples", "Lister ou écrire les trois dossiers fictifs.") { dossier, json };
        commande.SetAction(lecture =>
        {
            var exemples = Tous();
            var vers = lecture.GetValue(dossier);
            if (vers is not null)
            {
                Ecrire(exemples, vers);
            }

            Dire(exemples, vers, lecture.GetValue(json), editions.Lire(lecture), sortie);
            return Programme.Reussite;
        });
        return commande;
    }

    /// <summary>Nom de fichier et octets de chaque exemple.</summary>
    internal static IReadOnlyList<(string Nom, byte[] Octets)> Tous()
    {
        var assemblage = Assembly.GetExecutingAssembly();
        return
        [
            .. assemblage.GetManifestResourceNames().Where(n => n.StartsWith(Prefixe, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n =>
                {
                    using var flux = assemblage.GetManifestResourceStream(n)!;
                    using var memoire = new MemoryStream();
                    flux.CopyTo(memoire);
                    return (n[Prefixe.Length..], memoire.ToArray());
                }),
        ];
    }

    private static void Ecrire(IReadOnlyList<(string Nom, byte[] Octets)> exemples, DirectoryInfo vers)
    {
        foreach (var (nom, _) in exemples)
        {
            if (File.Exists(Path.Combine(vers.FullName, nom)))
            {
                throw new RefusException($"{Path.Combine(vers.ToString(), nom)}\u00A0: ce fichier existe déjà. Déplacez-le, ou choisissez un autre dossier.");
            }
        }

        vers.Create();
        foreach (var (nom, octets) in exemples)
        {
            File.WriteAllBytes(Path.Combine(vers.FullName, nom), octets);
        }
    }

    private static void Dire(
        IReadOnlyList<(string Nom, byte[] Octets)> exemples, DirectoryInfo? vers, bool json, Editions editions, TextWriter sortie)
    {
        var lignes = exemples.Select(e =>
        {
            var dossier = ((Lecture.Reussie)DossierJson.Lire(e.Octets, editions)).Dossier;
            return new
            {
                Fichier = vers is null ? e.Nom : Path.Combine(vers.ToString(), e.Nom),
                dossier.Reference,
                Resume = Resumer(dossier),
            };
        }).ToList();
        if (json)
        {
            Programme.EcrireJson(sortie, lignes);
            return;
        }

        foreach (var ligne in lignes)
        {
            sortie.WriteLine($"{ligne.Fichier}\u00A0: {ligne.Reference}, {ligne.Resume}");
        }

        sortie.WriteLine(vers is null
            ? "Ces dossiers sont inventés. Pour les écrire sur le disque\u00A0: reparation exemples -o DIR"
            : "Ces dossiers sont inventés.");
    }

    private static string Resumer(Dossier dossier)
    {
        var (enfant, chiffrage) = (dossier.Enfant, dossier.Chiffrage);
        var qui = enfant.Sexe == Sexe.Masculin ? "un garçon" : "une fille";
        var age = Francais.Ans(Ages.Le(enfant.DateDeNaissance!.Value, dossier.Faits[0].Du!.Value));
        var demandes = chiffrage.Postes.Count(p => p.Choix == ChoixPoste.Demander);
        return $"{qui} de {age} aux faits, {(chiffrage.Consolidation is null ? "état non consolidé" : "état consolidé")}, "
            + $"{Francais.Compte(demandes, "poste demandé", "postes demandés")}, "
            + $"{Francais.Compte(dossier.Pieces.Count, "pièce", "pièces")}, "
            + $"{Francais.Compte(dossier.Plan.Actions.Count, "action", "actions")} au plan";
    }
}
