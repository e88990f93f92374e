using System.Reflection;
using System.Text;
using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Actes.Langues;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Actes;

/// <summary>Les modèles connus, chacun lu et vérifié une fois.</summary>
public sealed class Modeles
{
    private const string Prefixe = "templates/";

    private readonly Dictionary<string, Lazy<Modele>> _parIdentifiant;
    private readonly Lazy<IReadOnlyList<Modele>> _tous;

    private Modeles(IEnumerable<KeyValuePair<string, Lazy<Modele>>> modeles)
    {
        _parIdentifiant = new(modeles, StringComparer.Ordinal);
        _tous = new(() => [.. _parIdentifiant.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value.Value)]);
    }

    /// <summary>Les modèles livrés avec l'application ; chacun se lit quand on le demande, car qui imprime un acte n'attend pas les autres.</summary>
    public static Modeles Embarques { get; } = Livrer();

    /// <summary>Identifiants des modèles livrés, sans en lire un seul : une aide les nomme, elle ne rédige pas.</summary>
    public static IReadOnlyList<string> Identifiants =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefixe, StringComparison.Ordinal))
            .Select(n => n[Prefixe.Length..].Replace('\\', '/'))
            .Where(EstUnModele).Order(StringComparer.Ordinal).Select(Identifiant),
    ];

    /// <summary>Tous, triés par identifiant.</summary>
    public IReadOnlyList<Modele> Tous => _tous.Value;

    /// <summary>Modèle de cet identifiant, ou rien.</summary>
    public Modele? Trouver(string id) => _parIdentifiant.GetValueOrDefault(id)?.Value;

    /// <summary>
    /// Lit des modèles : chemin sous <c>templates/</c> (barres obliques) et texte. Un cabinet remplace ainsi une
    /// rédaction en donnant son propre fichier sous le même chemin. Les fichiers de <c>commun/</c> ne sont qu'inclus.
    /// </summary>
    /// <exception cref="ModeleException">Un modèle est mal écrit ; le message donne le fichier et la ligne.</exception>
    public static Modeles Depuis(IReadOnlyDictionary<string, string> fichiers)
    {
        ArgumentNullException.ThrowIfNull(fichiers);
        return De(fichiers.Keys.Where(EstUnModele).Order(StringComparer.Ordinal).Select(f => Lire(f, fichiers)));
    }

    /// <summary>Textes des modèles livrés, par chemin : le point de départ d'un cabinet qui veut les adapter.</summary>
    public static IReadOnlyDictionary<string, string> LireLesRessources()
    {
        var assemblage = Assembly.GetExecutingAssembly();
        return assemblage.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefixe, StringComparison.Ordinal) && n.EndsWith(".md", StringComparison.Ordinal))
            .ToDictionary(
                n => n[Prefixe.Length..].Replace('\\', '/'),
                n =>
                {
                    using var lecteur = new StreamReader(assemblage.GetManifestResourceStream(n)!, Encoding.UTF8);
                    return lecteur.ReadToEnd();
                },
                StringComparer.Ordinal);
    }

    /// <summary>Modèles déjà lus.</summary>
    internal static Modeles De(IEnumerable<Modele> modeles) => new(modeles.Select(m => KeyValuePair.Create(m.Id, new Lazy<Modele>(m))));

    /// <summary>Vrai si ce fichier est un modèle, et non un passage inclus.</summary>
    internal static bool EstUnModele(string fichier) => fichier.EndsWith(".md", StringComparison.Ordinal)
        && fichier.Contains('/', StringComparison.Ordinal) && !fichier.StartsWith("commun/", StringComparison.Ordinal);

    private static string Identifiant(string fichier) => fichier[..^3];

    /// <summary>Lit un modèle et ce qu'il inclut.</summary>
    internal static Modele Lire(string chemin, IReadOnlyDictionary<string, string> fichiers)
    {
        var gabarit = LecteurDeGabarit.Lire(chemin, fichiers);
        return new(Identifiant(chemin), gabarit.Entete.Titre, gabarit.Entete.Destinataire, gabarit.Entete.Fichier, gabarit.Entete.Apparence)
        {
            Gabarit = gabarit,
            Traduits = (gabarit.Entete.FormeDuLivret is null ? [] : Enum.GetValues<LangueDuLivret>()).Where(l => l != LangueDuLivret.Francais)
                .ToDictionary(l => l, l => new Lazy<Gabarit>(() => LecteurDeGabarit.Lire(chemin, fichiers, Traduction.Vers(l)))),
        };
    }

    private static Modeles Livrer()
    {
        var fichiers = new Lazy<IReadOnlyDictionary<string, string>>(LireLesRessources);
        return new(Identifiants.Select(id => KeyValuePair.Create(id, new Lazy<Modele>(() => Lire(id + ".md", fichiers.Value)))));
    }
}
