using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Sceaux;

/// <summary>Un constat, dit calmement : ce qui est, et ce que cela veut dire.</summary>
/// <param name="Rassurant">Vrai si rien n'est à faire.</param>
/// <param name="Texte">Le constat.</param>
/// <param name="Sens">Ce qu'il veut dire, ou ce qu'il faut faire.</param>
public sealed record Constat(bool Rassurant, string Texte, string Sens);

/// <summary>Met une vérification en phrases : les mêmes à l'écran et au terminal.</summary>
public static class ConstatsDeVerification
{
    private const int ExemplesAuPlus = 20;

    /// <summary>La conclusion, en une phrase.</summary>
    public static string Conclure(Verification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        return verification.Verdict switch
        {
            Verdict.Intact => "Le fichier est intact\u00A0: chaque octet est celui qui a été scellé.",
            Verdict.Reenregistre => "Le fichier a été réenregistré par un autre logiciel\u00A0; son texte, ses sommes et ses données jointes n’ont pas changé.",
            Verdict.Modifie => "Le fichier a changé depuis qu’il a été scellé.",
            Verdict.SceauAltere => "Le sceau a été altéré\u00A0: il ne prouve plus rien.",
            Verdict.SansSceau => "Ce PDF ne porte pas de sceau de Reparation.",
            _ => "Ce fichier n’est pas un PDF que l’on puisse lire.",
        };
    }

    /// <summary>Tous les constats, du plus général au plus précis.</summary>
    public static IReadOnlyList<Constat> Dire(Verification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        return [.. Sens(verification), .. Origine(verification), .. Changements(verification), .. Donnees(verification)];
    }

    private static IEnumerable<Constat> Sens(Verification v) => v.Verdict switch
    {
        Verdict.Reenregistre =>
        [
            new(false, "Les octets ne sont plus ceux du sceau.",
                "Un lecteur de PDF qui réenregistre, une messagerie qui compresse font cela. Les images, les liens et les annotations n’ont pas été comparés\u00A0: demandez l’original si l’affaire l’exige."),
        ],
        Verdict.SceauAltere =>
        [
            new(false, "Le manifeste joint au fichier (manifeste.json) ne répond plus à sa signature.",
                "Rien de ce qu’il dit ne peut être cru. Demandez le fichier d’origine à qui l’a émis."),
        ],
        Verdict.SansSceau =>
        [
            new(false, "Aucun manifeste n’y est joint.",
                "Un projet, un document d’un autre logiciel ou un PDF imprimé à nouveau n’en portent pas. Rien ne dit qu’il soit faux\u00A0; rien ne permet de dire qu’il est d’origine."),
        ],
        Verdict.Illisible =>
        [
            new(false, "Le fichier est vide, tronqué, protégé par un mot de passe, ou n’est pas un PDF.",
                "Reprenez le fichier tel qu’il a été reçu, sans l’ouvrir ni le réenregistrer."),
        ],
        _ => [],
    };

    private static IEnumerable<Constat> Origine(Verification v)
    {
        if (v.Cle is not { } cle || v.Fiche is not { } fiche)
        {
            yield break;
        }

        var emetteur = fiche.Emetteur.Length > 0 ? $"«\u00A0{fiche.Emetteur}\u00A0»" : "un émetteur qui ne se nomme pas";
        yield return v.Origine switch
        {
            OrigineDuSceau.CetteInstallation => new(true, $"Scellé par cette installation, pour {emetteur} (clé {cle.Identifiant}).", "La clé est la nôtre."),
            OrigineDuSceau.CleConnue => new(true, $"Scellé par la clé connue sous le nom «\u00A0{v.NomDeLaCle}\u00A0», pour {emetteur} (clé {cle.Identifiant}).", "Cette clé nous a été confiée."),
            _ => new(false, $"Scellé par une clé inconnue ici, qui se dit {emetteur} (clé {cle.Identifiant}).",
                "Le nom n’est que déclaré\u00A0: rapprochez ces quatre groupes de ceux que l’émetteur publie ou vous lit au téléphone."),
        };
    }

    private static IEnumerable<Constat> Changements(Verification v)
    {
        if (v.PartiesChangees.Count > 0 && v.Verdict == Verdict.Modifie)
        {
            yield return new(false, $"{(v.PartiesChangees.Count == 1 ? "Partie changée" : "Parties changées")}\u00A0: {Liste(v.PartiesChangees)}.",
                "Les autres parties sont, octet pour octet, celles d’origine.");
        }

        if (v.OctetsAjoutes > 0)
        {
            yield return new(false, $"{Langue.Compte(v.OctetsAjoutes, "octet ajouté", "octets ajoutés")} après la fin du document scellé.",
                "Une signature électronique ou une annotation s’ajoutent ainsi. Ce qui s’affiche peut en être changé\u00A0: comparez à l’original.");
        }

        foreach (var somme in v.Sommes.Take(ExemplesAuPlus))
        {
            yield return new(false, Dire(somme), "Cette somme n’est pas celle que l’émetteur a scellée.");
        }

        if (v.Sommes.Count > ExemplesAuPlus)
        {
            yield return new(false, $"Et {Langue.Nombre(v.Sommes.Count - ExemplesAuPlus)} autres sommes.", "Le document a été refait en profondeur.");
        }

        if (v.PagesChangees.Count > 0 && v.Verdict == Verdict.Modifie)
        {
            yield return new(false, $"Texte changé\u00A0: {(v.PagesChangees.Count == 1 ? "page" : "pages")} {Liste([.. v.PagesChangees.Select(p => Langue.Nombre(p, 0))])}.",
                "Relisez ces pages à côté de l’original.");
        }

        if (v.PagesComparees is { } comparees)
        {
            yield return new(false, $"Réenregistré par un autre logiciel\u00A0: seules les pages de 1 à {Langue.Nombre(comparees, 0)}, qui précèdent les pièces, ont été comparées.",
                "Rien ne répond plus des pièces elles-mêmes\u00A0: demandez le fichier d’origine, ou comparez-les une à une.");
        }

        if (v.JointesChangees.Count > 0)
        {
            yield return new(false, $"Données jointes absentes ou changées\u00A0: {Liste(v.JointesChangees)}.", "Elles ne permettent plus de refaire les sommes d’origine.");
        }
    }

    private static IEnumerable<Constat> Donnees(Verification v)
    {
        if (v.Recalcul is not { } recalcul)
        {
            yield break;
        }

        yield return recalcul.Ecarts.Count == 0
            ? new(true, $"Le chiffrage joint retombe juste\u00A0: {Langue.Compte(recalcul.Refaites, "opération refaite", "opérations refaites")}.",
                "Les sommes de lignes, les produits écrits et les totaux ont été refaits depuis les données jointes. Les choix qu’ils portent ne sont pas jugés.")
            : new(false, $"Le chiffrage joint ne retombe pas juste\u00A0: {Liste(recalcul.Ecarts)}", "Demandez d’où vient l’écart.");
        if (v.SommesAbsentes.Count > 0 && v.Verdict != Verdict.Intact)
        {
            yield return new(false, $"Demandes du chiffrage joint qui ne sont imprimées nulle part\u00A0: {Liste([.. v.SommesAbsentes.Select(Langue.Euros)])}.",
                "Le texte et les données jointes ne disent pas la même chose, ou le document n’imprime qu’une partie des postes.");
        }
    }

    private static string Dire(SommeChangee somme) => somme switch
    {
        { Scellee: { } scellee, Imprimee: { } imprimee } => $"Page {somme.Page}\u00A0: {Langue.Euros(imprimee)} imprimés, {Langue.Euros(scellee)} scellés.",
        { Scellee: { } scellee } => $"Page {somme.Page}\u00A0: {Langue.Euros(scellee)} scellés, qui n’y sont plus.",
        _ => $"Page {somme.Page}\u00A0: {Langue.Euros(somme.Imprimee ?? 0)} imprimés, qui n’y étaient pas.",
    };

    private static string Liste(IReadOnlyList<string> elements) => elements.Count > ExemplesAuPlus
        ? Langue.Liste([.. elements.Take(ExemplesAuPlus), Langue.Compte(elements.Count - ExemplesAuPlus, "autre", "autres")])
        : Langue.Liste(elements);
}
