using Reparation.Documents.Pieces;

namespace Reparation.Documents.Sceaux;

/// <summary>Ce qu'on peut dire d'un fichier présenté comme un document scellé.</summary>
public enum Verdict
{
    /// <summary>Chaque octet est celui qui a été scellé.</summary>
    Intact,

    /// <summary>Réenregistré par un autre logiciel : les octets ont changé, le texte, les sommes et les données jointes non.</summary>
    Reenregistre,

    /// <summary>Le fichier a changé depuis le sceau.</summary>
    Modifie,

    /// <summary>Le sceau lui-même a été altéré : il ne prouve plus rien.</summary>
    SceauAltere,

    /// <summary>PDF lisible, sans sceau de ce logiciel.</summary>
    SansSceau,

    /// <summary>Ce n'est pas un PDF lisible.</summary>
    Illisible,
}

/// <summary>D'où vient la clé d'un sceau.</summary>
public enum OrigineDuSceau
{
    /// <summary>Clé de cette installation.</summary>
    CetteInstallation,

    /// <summary>Clé que l'on nous a confiée, sous un nom.</summary>
    CleConnue,

    /// <summary>Clé inconnue ici : le fichier est entier, son auteur reste à confirmer.</summary>
    CleInconnue,
}

/// <summary>Une somme imprimée qui n'est plus celle du sceau.</summary>
/// <param name="Page">Page, à partir de 1.</param>
/// <param name="Scellee">Somme scellée ; rien si elle a été ajoutée.</param>
/// <param name="Imprimee">Somme lue à présent ; rien si elle a disparu.</param>
public sealed record SommeChangee(int Page, decimal? Scellee, decimal? Imprimee);

/// <summary>Résultat d'une vérification. Rien du fichier n'est gardé.</summary>
public sealed record Verification
{
    private Verification(Verdict verdict) => Verdict = verdict;

    /// <summary>Conclusion.</summary>
    public Verdict Verdict { get; private init; }

    /// <summary>Ce que le sceau dit du document ; rien sans sceau authentique.</summary>
    public FicheDuSceau? Fiche { get; private init; }

    /// <summary>Clé du sceau ; rien sans sceau authentique.</summary>
    public ClePublique? Cle { get; private init; }

    /// <summary>D'où vient la clé.</summary>
    public OrigineDuSceau Origine { get; private init; } = OrigineDuSceau.CleInconnue;

    /// <summary>Nom sous lequel la clé est connue ; vide sinon.</summary>
    public string NomDeLaCle { get; private init; } = "";

    /// <summary>Parties dont les octets ont changé, dans l'ordre du fichier.</summary>
    public IReadOnlyList<string> PartiesChangees { get; private init; } = [];

    /// <summary>Octets ajoutés après la fin du document scellé, comme le fait une signature ou une annotation.</summary>
    public int OctetsAjoutes { get; private init; }

    /// <summary>Pages dont le texte imprimé a changé, à partir de 1.</summary>
    public IReadOnlyList<int> PagesChangees { get; private init; } = [];

    /// <summary>Sommes imprimées qui ne sont plus celles du sceau.</summary>
    public IReadOnlyList<SommeChangee> Sommes { get; private init; } = [];

    /// <summary>
    /// Premières pages d'une liasse réenregistrée, seules comparées ; rien si tout l'a été. Ses pièces ne sont pas relues : sans
    /// leurs octets d'origine, rien ne répond d'elles.
    /// </summary>
    public int? PagesComparees { get; private init; }

    /// <summary>Fichiers joints absents ou changés.</summary>
    public IReadOnlyList<string> JointesChangees { get; private init; } = [];

    /// <summary>Chiffrage joint, refait ; rien si le document n'en porte pas.</summary>
    public RecalculDuChiffrage? Recalcul { get; private init; }

    /// <summary>Demandes du chiffrage joint que le document n'imprime nulle part ; à regarder quand aucun sceau ne répond du texte.</summary>
    public IReadOnlyList<decimal> SommesAbsentes { get; private init; } = [];

    /// <summary>Nombre de sommes imprimées dans les pages lues.</summary>
    public int SommesLues { get; private init; }

    /// <summary>Vrai si le fichier est intact et que ses données retombent juste.</summary>
    public bool ToutConcorde => Verdict == Verdict.Intact && Sommes.Count == 0 && JointesChangees.Count == 0
        && Recalcul is null or { Ecarts.Count: 0 };

    /// <summary>Examine un fichier, lu jusqu'au bout et tenu en mémoire seulement.</summary>
    /// <param name="flux">Le fichier.</param>
    /// <param name="connues">Clés reconnues, avec leur nom ; un nom vide désigne cette installation.</param>
    public static Verification Examiner(Stream flux, IReadOnlyList<(string Nom, ClePublique Cle)> connues)
    {
        ArgumentNullException.ThrowIfNull(flux);
        using var memoire = new MemoryStream();
        flux.CopyTo(memoire);
        return Examiner(memoire.ToArray(), connues);
    }

    /// <inheritdoc cref="Examiner(Stream, IReadOnlyList{ValueTuple{string, ClePublique}})"/>
    public static Verification Examiner(byte[] octets, IReadOnlyList<(string Nom, ClePublique Cle)> connues)
    {
        ArgumentNullException.ThrowIfNull(octets);
        ArgumentNullException.ThrowIfNull(connues);
        using var contenu = ContenuPdf.Ouvrir(octets);
        var (manifeste, altere) = Chercher(octets, contenu);
        if (manifeste is null)
        {
            return altere ? new(Verdict.SceauAltere) { PartiesChangees = [Sceau.NomDuManifeste] }
                : contenu is null ? new(Verdict.Illisible)
                : Relire(new(Verdict.SansSceau), contenu, int.MaxValue);
        }

        var connue = connues.FirstOrDefault(c => c.Cle.Est(manifeste.Cle));
        var comparaison = Comparer(manifeste, octets);
        var resultat = Relire(
            new(Verdict.Modifie)
            {
                Fiche = manifeste.Fiche,
                Cle = manifeste.Cle,
                NomDeLaCle = connue.Nom ?? "",
                Origine = connue.Nom switch { null => OrigineDuSceau.CleInconnue, "" => OrigineDuSceau.CetteInstallation, _ => OrigineDuSceau.CleConnue },
                PartiesChangees = comparaison?.Parties ?? [],
                OctetsAjoutes = comparaison?.Ajoutes ?? 0,
            },
            contenu,
            manifeste.Pages.Count,
            manifeste);
        return resultat with
        {
            PagesComparees = comparaison is null && contenu?.Pages > manifeste.Pages.Count ? manifeste.Pages.Count : null,
            Verdict = comparaison switch
            {
                ({ Count: 0 }, 0) => Verdict.Intact,
                // Les pièces d'une liasse ne sont pas relues : l'accord des autres pages ne dirait rien d'elles.
                null when contenu?.Pages == manifeste.Pages.Count && resultat is { PagesChangees.Count: 0, Sommes.Count: 0, JointesChangees.Count: 0 } =>
                    Verdict.Reenregistre,
                _ => Verdict.Modifie,
            },
        };
    }

    // Le manifeste se trouve d'abord par sa marque, à la place qu'il dit : la table du fichier peut être abîmée.
    private static (Manifeste? Manifeste, bool Altere) Chercher(byte[] octets, ContenuPdf? contenu)
    {
        var vu = false;
        var place = octets.AsSpan().LastIndexOf(Manifeste.Marque);
        for (var essais = 0; place >= 0 && essais < 8; essais++)
        {
            vu = true;
            var reste = octets.AsSpan(place);
            var fin = reste.IndexOf("\nendstream"u8);
            if (fin > 0 && Manifeste.Lire(reste[..fin]) is { Authentique: true } lu && lu.Manifeste.Debut == place)
            {
                return (lu.Manifeste, false);
            }

            place = octets.AsSpan(0, place).LastIndexOf(Manifeste.Marque);
        }

        var joint = contenu?.Joint(Sceau.NomDuManifeste);
        return joint is not null && Manifeste.Lire(joint) is { Authentique: true } relu ? (relu.Manifeste, false) : (null, vu || joint is not null);
    }

    // Rien si le manifeste n'est pas à la place qu'il dit : il décrit un autre fichier que celui-ci, qu'on a réécrit.
    private static (IReadOnlyList<string> Parties, int Ajoutes)? Comparer(Manifeste manifeste, byte[] octets) =>
        manifeste.Couvre() && octets.Length >= manifeste.Debut + manifeste.Longueur
            && Manifeste.Lire(octets.AsSpan((int)manifeste.Debut, manifeste.Longueur)) is { Authentique: true }
            ? (
                [.. manifeste.Parties.Where(p => Empreinte(octets, p) != p.Empreinte).Select(p => p.Nom).Distinct()],
                (int)Math.Max(0, octets.Length - manifeste.Octets))
            : null;

    private static string Empreinte(byte[] octets, Rendu.Partie partie) => partie.Debut + partie.Longueur <= octets.Length
        ? Manifeste.Empreinte(octets.AsSpan((int)partie.Debut, (int)partie.Longueur))
        : "";

    private static Verification Relire(Verification verification, ContenuPdf? contenu, int nombre, Manifeste? manifeste = null)
    {
        if (contenu is null)
        {
            return verification;
        }

        var pages = PageImprimee.Lire(contenu, nombre);
        var sommes = pages.SelectMany(p => p.Sommes).ToHashSet();
        var chiffrage = contenu.Joint(Actes.ChiffrageJson.Nom);
        var recalcul = chiffrage is null ? null : RecalculDuChiffrage.Lire(chiffrage);
        var lue = verification with
        {
            SommesLues = pages.Sum(p => p.Sommes.Count),
            Recalcul = recalcul,
            SommesAbsentes = [.. (recalcul?.Demandes ?? []).Where(d => !sommes.Contains(d))],
        };
        return manifeste is null ? lue : lue with
        {
            PagesChangees = [.. manifeste.Pages.Index().Where(p => p.Index >= pages.Count || !pages[p.Index].Egale(p.Item)).Select(p => p.Index + 1)],
            Sommes = [.. manifeste.Pages.Index().SelectMany(p => Ecarts(p.Index + 1, p.Item.Sommes, p.Index < pages.Count ? pages[p.Index].Sommes : []))],
            JointesChangees = [.. manifeste.Jointes.Where(j => contenu.Joint(j.Key) is not { } joint || Manifeste.Empreinte(joint) != j.Value).Select(j => j.Key)],
        };
    }

    // Autant de sommes qu'avant : elles se comparent une à une. Sinon, on dit lesquelles manquent et lesquelles sont venues.
    private static IEnumerable<SommeChangee> Ecarts(int page, IReadOnlyList<decimal> scellees, IReadOnlyList<decimal> imprimees) =>
        scellees.Count == imprimees.Count
            ? scellees.Zip(imprimees).Where(s => s.First != s.Second).Select(s => new SommeChangee(page, s.First, s.Second))
            : [
                .. scellees.Except(imprimees).Select(s => new SommeChangee(page, s, null)),
                .. imprimees.Except(scellees).Select(s => new SommeChangee(page, null, s)),
            ];
}
