using System.Diagnostics;
using System.Text;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Sceaux;
using Reparation.Documents.Tests.Actes;

namespace Reparation.Documents.Tests.Sceaux;

/// <summary>Documents scellés pour les essais, et ce qu'en ferait un tiers.</summary>
internal static class Scelles
{
    public static readonly CleDeSceau Cle = CleDeSceau.Tirer();

    public static readonly FicheDuSceau Fiche = new("essai/essai", "Essai", "0", "essai-1", new(2026, 11, 24), "Cabinet d’essai", ["Barème d’essai"]);

    /// <summary>Deux pages, trois sommes, un fichier joint : assez pour chaque partie, assez peu pour en altérer chaque octet.</summary>
    public static Acte Petit(string somme = "12\u202F500,00\u00A0€") => new(
        new("Essai", "Cabinet d’essai", "Essai", new(2026, 11, 24), "essai-1", "Essai"),
        [
            new Bloc.Titre(1, [new Inline.Texte("Demande")], "section-1"),
            new Bloc.Paragraphe([new Inline.Texte($"Il est demandé {somme}, dont 500,00\u00A0€ de frais.")]),
            new Bloc.SautDePage(),
            new Bloc.Paragraphe([new Inline.Texte("Reste\u00A0: 1\u202F234\u202F567,89\u00A0€.")]),
        ],
        [new("donnees.json", "application/json", "Données", Encoding.ASCII.GetBytes("{\"a\":1}"))]);

    public static byte[] Sceller(Acte acte, Charte? charte = null)
    {
        var rendu = new MoteurMaison().Composer(Sceau.Reserver(acte), charte ?? Charte.Acte);
        return Sceau.Apposer(rendu, Fiche, Cle, acte.Jointes);
    }

    public static byte[] Sceller(string modele, string exemple) =>
        Sceller(Exemples.Acte(modele, Exemples.Lire(exemple)), Modeles.Embarques.Trouver(modele)!.Charte);

    public static Verification Examiner(byte[] octets) => Verification.Examiner(octets, [("", Cle.Publique)]);

    public static (int Debut, int Fin) Manifeste(byte[] octets)
    {
        var debut = octets.AsSpan().IndexOf("{\n\"format\":\"reparation/manifeste@1\""u8);
        return (debut, debut + octets.AsSpan(debut).IndexOf("\nendstream"u8));
    }

    /// <summary>Le même texte qu'un document scellé, à une somme près, sous le manifeste d'origine.</summary>
    public static byte[] Recomposer(byte[] scelle, Acte autre)
    {
        var (debut, fin) = Manifeste(scelle);
        var joint = new PieceJointe("manifeste.json", "application/json", "Manifeste d’origine", scelle[debut..fin]);
        return new MoteurMaison().Composer(autre with { Jointes = [.. autre.Jointes, joint] }, Charte.Acte).Octets;
    }

    public static byte[] Qpdf(byte[] octets, params string[] options)
    {
        var dossier = Directory.CreateTempSubdirectory("reparation-qpdf-");
        try
        {
            var (avant, apres) = (Path.Combine(dossier.FullName, "a.pdf"), Path.Combine(dossier.FullName, "b.pdf"));
            File.WriteAllBytes(avant, octets);
            using var processus = Process.Start(new ProcessStartInfo("qpdf", [.. options, avant, apres]) { RedirectStandardError = true })!;
            Assert.Equal("", processus.StandardError.ReadToEnd());
            processus.WaitForExit();
            return File.ReadAllBytes(apres);
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }
}
