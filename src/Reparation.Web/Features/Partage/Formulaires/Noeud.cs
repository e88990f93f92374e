using Microsoft.Extensions.Primitives;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>
/// Ce que la personne a tapé, tel quel, rangé en arbre : <c>Dossier.Faits[3].Du</c>. Ajouter ou retirer une ligne se fait
/// ici, sur les textes, avant toute lecture : une date mal tapée survit à l'ajout d'une ligne.
/// </summary>
public sealed class Noeud
{
    private readonly Dictionary<string, Noeud> _membres = new(StringComparer.OrdinalIgnoreCase);
    private List<(string Jeton, Noeud Ligne)>? _lignes;

    /// <summary>Textes tapés ; rien pour un nœud qui n'est pas une feuille.</summary>
    public StringValues? Textes { get; private set; }

    /// <summary>Lignes d'une liste, dans l'ordre de la page ; rien si ce n'est pas une liste de lignes.</summary>
    public IReadOnlyList<Noeud>? Lignes => _lignes?.ConvertAll(l => l.Ligne);

    /// <summary>Les réponses d'un formulaire envoyé dans l'adresse.</summary>
    public static Noeud Lire(IQueryCollection adresse) =>
        Lire(new FormCollection(adresse.ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal)));

    public static Noeud Lire(IFormCollection formulaire)
    {
        ArgumentNullException.ThrowIfNull(formulaire);
        var racine = new Noeud();
        foreach (var (nom, textes) in formulaire)
        {
            // Le champ « …Index » annonce les lignes et leur ordre, même celles dont aucune case n'est envoyée.
            if (nom.EndsWith(".Index", StringComparison.Ordinal))
            {
                var liste = racine.Atteindre(nom[..^".Index".Length]);
                liste._lignes ??= [];
                foreach (var jeton in textes.Where(j => !string.IsNullOrEmpty(j)))
                {
                    liste.Ligne(jeton!);
                }
            }
        }

        foreach (var (nom, textes) in formulaire.Where(c => !c.Key.EndsWith(".Index", StringComparison.Ordinal)))
        {
            racine.Atteindre(nom).Textes = textes;
        }

        return racine;
    }

    public Noeud? Membre(string nom) => _membres.GetValueOrDefault(nom);

    /// <summary>Applique « ajouter:chemin », « retirer:chemin[jeton] », « monter:… » ou « descendre:… ».</summary>
    /// <returns>Vrai si l'action était l'une de celles-là.</returns>
    public bool Appliquer(string? action)
    {
        var coupe = action?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (action is null || coupe < 0)
        {
            return false;
        }

        var (verbe, chemin) = (action[..coupe], action[(coupe + 1)..]);
        if (verbe == "ajouter")
        {
            var liste = Atteindre(chemin);
            liste._lignes ??= [];
            liste._lignes.Add(("n" + liste._lignes.Count, new Noeud()));
            return true;
        }

        var crochet = chemin.LastIndexOf('[');
        if (crochet < 0 || Atteindre(chemin[..crochet]) is not { _lignes: { } lignes })
        {
            return verbe is "retirer" or "monter" or "descendre";
        }

        var rang = lignes.FindIndex(l => l.Jeton == chemin[(crochet + 1)..].TrimEnd(']'));
        var cible = verbe switch { "monter" => rang - 1, "descendre" => rang + 1, _ => rang };
        if (rang < 0 || cible < 0 || cible >= lignes.Count)
        {
            return verbe is "retirer" or "monter" or "descendre";
        }

        var ligne = lignes[rang];
        lignes.RemoveAt(rang);
        if (verbe != "retirer")
        {
            lignes.Insert(cible, ligne);
        }

        return true;
    }

    /// <summary>Retire les lignes pour lesquelles <paramref name="estVierge"/> répond vrai.</summary>
    public void RetirerLignes(Func<Noeud, bool> estVierge) => _lignes?.RemoveAll(l => estVierge(l.Ligne));

    private Noeud Atteindre(string chemin)
    {
        var noeud = this;
        foreach (var partie in chemin.Split('.'))
        {
            var crochet = partie.IndexOf('[', StringComparison.Ordinal);
            noeud = noeud.Enfant(crochet < 0 ? partie : partie[..crochet]);
            if (crochet >= 0)
            {
                noeud = noeud.Ligne(partie[(crochet + 1)..].TrimEnd(']'));
            }
        }

        return noeud;
    }

    private Noeud Enfant(string nom)
    {
        if (!_membres.TryGetValue(nom, out var enfant))
        {
            _membres[nom] = enfant = new();
        }

        return enfant;
    }

    private Noeud Ligne(string jeton)
    {
        _lignes ??= [];
        var rang = _lignes.FindIndex(l => l.Jeton == jeton);
        if (rang < 0)
        {
            _lignes.Add((jeton, new()));
            rang = _lignes.Count - 1;
        }

        return _lignes[rang].Ligne;
    }
}
