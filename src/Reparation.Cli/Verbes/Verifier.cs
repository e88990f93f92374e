using System.CommandLine;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Commun;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>verifier</c> : un PDF est-il intact, de qui vient-il, ses sommes se refont-elles.</summary>
internal static class Verifier
{
    // Une liasse de mille pages numérisées tient dessous.
    private const long TailleMaximale = 400L * 1024 * 1024;

    public static Command Commande(TextWriter sortie)
    {
        var fichier = new Argument<string>("FICHIER.pdf") { Description = "Document à vérifier\u202F; rien n’en est gardé." };
        var cles = new Option<string[]>("--cle")
        {
            Description = "Clé publique de confiance, au format PEM (à répéter)\u202F; le document doit alors être scellé par l’une d’elles.",
            HelpName = "CLE.pem",
        };
        var json = Programme.OptionJson();
        var commande = new Command("verifier", "Dire si un document scellé est intact, par qui il l’a été, et si ses sommes se refont.") { fichier, cles, json };
        commande.SetAction(l => Executer(l.GetRequiredValue(fichier), l.GetValue(cles) ?? [], l.GetValue(json), sortie));
        return commande;
    }

    private static int Executer(string chemin, string[] cles, bool enJson, TextWriter sortie)
    {
        var fichier = new FileInfo(chemin);
        if (!fichier.Exists)
        {
            throw new RefusException($"{chemin}\u00A0: ce fichier n’existe pas. Vérifiez le chemin.");
        }

        if (fichier.Length > TailleMaximale)
        {
            throw new RefusException($"{chemin}\u00A0: ce fichier dépasse {Francais.Nombre(TailleMaximale / 1024 / 1024)} Mo. Vérifiez le fichier choisi.");
        }

        var connues = cles.Select(c => (Path.GetFileNameWithoutExtension(c), Lire(c))).ToList();
        var verification = Verification.Examiner(File.ReadAllBytes(chemin), connues);
        if (enJson)
        {
            Programme.EcrireJson(sortie, Decrire(verification));
        }
        else
        {
            sortie.WriteLine(ConstatsDeVerification.Conclure(verification));
            foreach (var constat in ConstatsDeVerification.Dire(verification))
            {
                sortie.WriteLine($"- {constat.Texte} {constat.Sens}");
            }
        }

        return verification.ToutConcorde && (cles.Length == 0 || verification.Origine == OrigineDuSceau.CleConnue)
            ? Programme.Reussite
            : Programme.Echec;
    }

    private static ClePublique Lire(string chemin) => ClePublique.LirePem(Fichiers.Texte(Fichiers.Lire(chemin)))
        ?? throw new RefusException($"--cle\u00A0: {chemin} n’est pas une clé publique PEM de Reparation. Prenez celle que l’émetteur publie à l’adresse /verifier/cle.pem.");

    private static object Decrire(Verification v) => new
    {
        v.Verdict,
        Conclusion = ConstatsDeVerification.Conclure(v),
        v.Fiche,
        Cle = v.Cle?.Identifiant,
        Origine = v.Cle is null ? (OrigineDuSceau?)null : v.Origine,
        v.PartiesChangees,
        v.OctetsAjoutes,
        v.PagesChangees,
        v.Sommes,
        v.JointesChangees,
        Recalcul = v.Recalcul is { } r ? new { r.Etapes, r.Refaites, r.Ecarts } : null,
        v.SommesAbsentes,
        Constats = ConstatsDeVerification.Dire(v),
    };
}
