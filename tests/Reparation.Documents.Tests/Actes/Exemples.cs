using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Les trois dossiers fictifs livrés avec l'application, et de quoi les rédiger.</summary>
internal static class Exemples
{
    public static readonly DateOnly Jour = new(2026, 11, 24);

    private const string Prefixe = "templates/exemples/";

    public static IReadOnlyList<string> Noms { get; } =
    [
        .. typeof(Modeles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefixe, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal))
            .Select(n => n[Prefixe.Length..^5]).Order(StringComparer.Ordinal),
    ];

    public static Dossier Lire(string nom)
    {
        using var flux = typeof(Modeles).Assembly.GetManifestResourceStream($"{Prefixe}{nom}.json")!;
        using var memoire = new MemoryStream();
        flux.CopyTo(memoire);
        return Assert.IsType<Lecture.Reussie>(DossierJson.Lire(memoire.ToArray(), Editions.Embarquees)).Dossier;
    }

    public static Bilan Bilan(Dossier dossier) => Chiffreur.Evaluer(dossier, Editions.Embarquees);

    /// <summary>Vrai si l'exemple donne de quoi écrire ce document : une offre à qui répondre, un livret de son âge.</summary>
    public static bool Convient(Modele modele, Dossier dossier) => modele.Id switch
    {
        "chiffrage/offre" => dossier.Chiffrage.Offres.Count > 0,
        "livret/7-10" or "livret/11-14" => Ages.Le(dossier.Enfant.DateDeNaissance!.Value, Jour) < 15,
        "livret/15-17" => Ages.Le(dossier.Enfant.DateDeNaissance!.Value, Jour) >= 15,
        _ => true,
    };

    public static Composition Composer(string modele, Dossier dossier) =>
        Redaction.Composer(Modeles.Embarques.Trouver(modele)!, dossier, Bilan(dossier), Jour);

    public static Acte Acte(string modele, Dossier dossier) => Composer(modele, dossier) switch
    {
        Composition.Prete prete => prete.Acte,
        Composition.Incomplete incomplete => throw new InvalidOperationException(
            string.Join('\n', incomplete.Manques.Select(m => $"{m.Fichier}:{m.Ligne} {m.Champ} {m.Message}"))),
        _ => throw new InvalidOperationException(),
    };

    public static string Texte(string modele, Dossier dossier) => ActeTexte.Ecrire(Acte(modele, dossier));

    /// <summary>Le dossier, une fois relus les textes de mémoire que cet acte cite.</summary>
    public static Dossier Relu(string modele, Dossier dossier) => dossier with
    {
        Confirmations = [.. Composer(modele, dossier).ARelire.Select(s => new ConfirmationDeTexte { Texte = s.Cle, Motif = "Relu pour l’essai.", Le = Jour })],
    };

    /// <summary>Rédige un modèle écrit pour l'essai.</summary>
    public static Acte Essayer(string corps, Dossier dossier)
    {
        var modele = Assert.Single(Modele(corps).Tous);
        return Assert.IsType<Composition.Prete>(Redaction.Composer(modele, dossier, Bilan(dossier), Jour)).Acte;
    }

    public static Modeles Modele(string corps, params (string Fichier, string Texte)[] autres)
    {
        var fichiers = autres.ToDictionary(a => a.Fichier, a => a.Texte);
        fichiers["essai/essai.md"] = "---\ntitre: Essai\ndestinataire: personne\ncharte: acte\nfichier: Essai\npied: Essai\n---\n" + corps;
        return Modeles.Depuis(fichiers);
    }
}
