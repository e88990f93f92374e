using Reparation.Documents.Actes;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Cabinet;

/// <summary>Faute d'un modèle du cabinet ; le nôtre sert à sa place.</summary>
/// <param name="Fichier">Fichier, relatif au dossier du cabinet.</param>
/// <param name="Ligne">Ligne, à partir de 1.</param>
/// <param name="Message">Ce qui ne va pas, avec le fichier et la ligne.</param>
public sealed record FauteDeModele(string Fichier, int Ligne, string Message);

/// <summary>
/// Modèles de l'application, remplacés fichier par fichier par ceux d'un dossier du cabinet, et l'annuaire qu'il y complète. Une faute n'arrête rien : le
/// modèle livré sert, et la faute se montre.
/// </summary>
public sealed class ModelesDuCabinet
{
    /// <summary>Taille maximale d'un fichier, en octets.</summary>
    public const int TailleMaximale = 512 * 1024;

    /// <summary>Nombre maximal de fichiers.</summary>
    public const int FichiersMaximaux = 200;

    private const string DossierDExemples = "templates/exemples/";

    private ModelesDuCabinet(Modeles modeles, IReadOnlySet<string> duCabinet, IReadOnlyList<FauteDeModele> fautes) =>
        (Modeles, DuCabinet, Fautes) = (modeles, duCabinet, fautes);

    /// <summary>Modèles livrés, sans dossier du cabinet.</summary>
    public static ModelesDuCabinet Livres { get; } = new(Modeles.Embarques, new HashSet<string>(), []);

    /// <summary>Modèles à employer.</summary>
    public Modeles Modeles { get; }

    /// <summary>Services proposés au plan : ceux livrés, et ceux du cabinet.</summary>
    public AnnuaireDesServices Annuaire { get; private init; } = AnnuaireDesServices.Livre;

    /// <summary>Fichiers du cabinet qui servent, par leur chemin.</summary>
    public IReadOnlySet<string> DuCabinet { get; }

    /// <summary>Dossier du cabinet ; rien s'il n'en a pas donné.</summary>
    public string? Dossier { get; private init; }

    /// <summary>Toutes les fautes trouvées, une par fichier au plus.</summary>
    public IReadOnlyList<FauteDeModele> Fautes { get; }

    /// <summary>Lit le dossier du cabinet ; les modèles livrés seuls si aucun n'est donné.</summary>
    /// <exception cref="InvalidDataException">Le dossier n'existe pas, ou ne peut pas être lu.</exception>
    public static ModelesDuCabinet Lire(string? dossier)
    {
        if (string.IsNullOrWhiteSpace(dossier))
        {
            return Livres;
        }

        return DossierDuCabinet.Lire(dossier, "vos modèles", racine =>
        {
            var fautes = new List<FauteDeModele>();
            var fichiers = Fichiers(racine, fautes);
            return Assembler(fichiers, fautes, dossier, Services(racine, fautes));
        });
    }

    /// <summary>Relit le dossier du cabinet tel qu'il est à présent, sans rien changer à ceux qui servent.</summary>
    /// <exception cref="InvalidDataException">Le dossier n'existe plus, ou ne peut pas être lu.</exception>
    public ModelesDuCabinet Relire() => Lire(Dossier);

    /// <summary>Assemble des fichiers déjà lus, par chemin.</summary>
    internal static ModelesDuCabinet Assembler(IReadOnlyDictionary<string, string> cabinet, List<FauteDeModele> fautes, string? dossier = null, IReadOnlyList<ServiceDAide>? services = null)
    {
        var annuaire = AnnuaireDesServices.Livre.Avec(services ?? []);
        var livres = Modeles.LireLesRessources();
        var tous = livres.Concat(cabinet).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        var exemple = LireLExemple(Exemples[0])!;
        var bilan = Chiffreur.Evaluer(exemple, Editions.Embarquees);
        var (modeles, rejetes) = (new List<Modele>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var chemin in tous.Keys.Where(Modeles.EstUnModele).Order(StringComparer.Ordinal))
        {
            try
            {
                modeles.Add(Essayer(Modeles.Lire(chemin, tous), exemple, bilan));
            }
            catch (Exception refus) when (refus is ModeleException or RenduException)
            {
                var faute = refus is ModeleException m ? new FauteDeModele(m.Fichier, m.Ligne, m.Message) : new(chemin, 1, $"{chemin}, ligne 1 : {refus.Message}");
                rejetes.Add(faute.Fichier);
                rejetes.Add(chemin);
                if (!fautes.Contains(faute))
                {
                    fautes.Add(faute);
                }

                if (livres.ContainsKey(chemin))
                {
                    modeles.Add(Modeles.Lire(chemin, livres));
                }
            }
        }

        return new(Modeles.De(modeles.Select(m => m with { Annuaire = annuaire })), cabinet.Keys.Where(f => !rejetes.Contains(f)).ToHashSet(StringComparer.Ordinal), fautes)
        {
            Annuaire = annuaire,
            Dossier = dossier,
        };
    }

    /// <summary>Noms des dossiers fictifs sur lesquels un modèle s'essaie ; le premier sert au chargement.</summary>
    public static IReadOnlyList<string> Exemples { get; } =
    [
        .. typeof(ModelesDuCabinet).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(DossierDExemples, StringComparison.Ordinal))
            .Select(n => Path.GetFileNameWithoutExtension(n[DossierDExemples.Length..])).Order(StringComparer.Ordinal),
    ];

    /// <summary>Dossier fictif de ce nom, ou rien.</summary>
    public static Domain.Dossiers.Dossier? LireLExemple(string nom)
    {
        if (!Exemples.Contains(nom))
        {
            return null;
        }

        using var flux = typeof(ModelesDuCabinet).Assembly.GetManifestResourceStream($"{DossierDExemples}{nom}.json")!;
        using var memoire = new MemoryStream();
        flux.CopyTo(memoire);
        return ((Lecture.Reussie)DossierJson.Lire(memoire.ToArray(), Editions.Embarquees)).Dossier;
    }

    // Une boucle sans fin, un titre qui saute un niveau ne se voient qu'en rédigeant : on rédige une fois, au chargement.
    private static Modele Essayer(Modele modele, Domain.Dossiers.Dossier exemple, Bilan bilan)
    {
        if (Redaction.Composer(modele, exemple, bilan, new DateOnly(2026, 1, 1)) is Composition.Prete prete)
        {
            new MoteurMaison().Composer(prete.Acte, modele.Charte);
        }

        return modele;
    }

    private static IReadOnlyList<ServiceDAide> Services(DirectoryInfo racine, List<FauteDeModele> fautes)
    {
        var fichier = new FileInfo(Path.Combine(racine.FullName, AnnuaireDuCabinet.Fichier));
        if (!fichier.Exists)
        {
            return [];
        }

        try
        {
            var (services, lues) = AnnuaireDuCabinet.Lire(DossierDuCabinet.Texte(fichier, AnnuaireDuCabinet.Fichier, TailleMaximale));
            fautes.AddRange(lues);
            return services;
        }
        catch (InvalidDataException faute)
        {
            fautes.Add(new(AnnuaireDuCabinet.Fichier, 1, faute.Message));
            return [];
        }
    }

    private static Dictionary<string, string> Fichiers(DirectoryInfo racine, List<FauteDeModele> fautes)
    {
        var lus = new Dictionary<string, string>(StringComparer.Ordinal);
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var fichier in racine.EnumerateFiles("*.md", options).OrderBy(f => f.FullName, StringComparer.Ordinal).Take(FichiersMaximaux))
        {
            var nom = Path.GetRelativePath(racine.FullName, fichier.FullName).Replace('\\', '/');
            try
            {
                lus[nom] = DossierDuCabinet.Texte(fichier, nom, TailleMaximale);
            }
            catch (InvalidDataException faute)
            {
                fautes.Add(new(nom, 1, faute.Message));
            }
        }

        return lus;
    }
}
