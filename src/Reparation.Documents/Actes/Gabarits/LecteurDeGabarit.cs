using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Reparation.Documents.Actes.Langues;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>
/// Lit un modèle et le vérifie entièrement avant tout dossier : balises appariées, champs connus, boucles bornées.
/// Les inclusions sont dépliées ici, si bien que chaque valeur sait de quel fichier et de quelle ligne elle vient.
/// </summary>
internal sealed partial class LecteurDeGabarit
{
    private const int InclusionsAuPlus = 5;
    private const int BlocsAuPlus = 40;
    private const int CaracteresDeBalise = 1_000;
    private const int CaracteresDeplies = 2_000_000;
    private static readonly FluidParser Analyseur = new();
    private static readonly string[] MotsDeCondition = ["and", "or", "contains", "true", "false", "nil", "empty", "blank"];
    internal static readonly string[] Balises = ["if", "elsif", "else", "unless", "for", "exige", "cite", "texte", "include"];
    internal static readonly string[] Filtres = ["facultatif", "paragraphes", "majuscule", "minuscule", "de"];

    private readonly IReadOnlyDictionary<string, string> _fichiers;
    private readonly StringBuilder _sortie = new();
    private readonly List<Emplacement> _emplacements = [];
    private readonly SortedSet<string> _textes = new(StringComparer.Ordinal);
    private readonly Stack<(string Balise, string Fichier, int Ligne)> _ouvertes = new();
    private readonly Dictionary<string, Type> _variables = [];
    private readonly Stack<string> _boucles = new();

    private readonly Traduction? _traduction;
    private readonly SortedSet<string> _nonTraduites = new(StringComparer.Ordinal);

    private LecteurDeGabarit(IReadOnlyDictionary<string, string> fichiers, Traduction? traduction) => (_fichiers, _traduction) = (fichiers, traduction);

    /// <param name="fichier">Modèle.</param>
    /// <param name="fichiers">Textes de tous les modèles, par chemin.</param>
    /// <param name="traduction">Langue du livret ; rien pour le français, et pour tout ce qui n'est pas un livret.</param>
    public static Gabarit Lire(string fichier, IReadOnlyDictionary<string, string> fichiers, Traduction? traduction = null)
    {
        var (entete, corps, ligne) = Entete.Lire(fichier, fichiers[fichier]);
        var lecteur = new LecteurDeGabarit(fichiers, traduction);
        (entete.Titre, entete.Pied) = (lecteur.Traduire(entete.Titre), lecteur.Traduire(entete.Pied));
        lecteur.Deplier(fichier, corps, ligne, 0);
        var deplie = lecteur._sortie.ToString();
        return Analyseur.TryParse(deplie, out var modele, out var erreur)
            ? new Gabarit(entete, fichier, deplie, modele, lecteur._emplacements, lecteur._textes) { Traduction = traduction, NonTraduites = lecteur._nonTraduites }
            : throw new ModeleException(fichier, 1, $"le modèle ne se lit pas ({erreur}).");
    }

    private void Deplier(string fichier, string texte, int premiereLigne, int profondeur)
    {
        texte = _traduction is null ? texte : LignesATraduire.Remplacer(fichier, texte, Traduire);
        Conteneurs.Verifier(fichier, texte, premiereLigne);
        var niveau = _ouvertes.Count;
        var position = 0;
        foreach (Match balise in Balise().Matches(texte))
        {
            var ligne = premiereLigne + texte.AsSpan(0, balise.Index).Count('\n');
            Copier(texte[position..balise.Index], fichier, premiereLigne + texte.AsSpan(0, position).Count('\n'));
            position = balise.Index + balise.Length;
            if (balise.Length > CaracteresDeBalise)
            {
                throw new ModeleException(fichier, ligne, $"cette balise dépasse {CaracteresDeBalise} caractères ; coupez-la en plusieurs.");
            }

            if (_ouvertes.Count > BlocsAuPlus)
            {
                throw new ModeleException(fichier, ligne, $"plus de {BlocsAuPlus} « if » et « for » sont ouverts l’un dans l’autre ; fermez-en.");
            }

            if (balise.Groups["valeur"].Success)
            {
                Valeur(balise.Groups["valeur"].Value.Trim(), fichier, ligne);
                continue;
            }

            // Une balise seule sur sa ligne ne laisse pas de ligne vide : un tableau bouclé reste d'un seul tenant.
            if (SeuleSurSaLigne(texte, balise))
            {
                while (_sortie.Length > 0 && _sortie[^1] is ' ' or '\t')
                {
                    _sortie.Length--;
                }

                position = texte.IndexOf('\n', position) is var saut && saut < 0 ? texte.Length : saut + 1;
            }

            Instruction(balise.Groups["balise"].Value.Trim(), fichier, ligne, profondeur);
        }

        Copier(texte[position..], fichier, premiereLigne + texte.AsSpan(0, position).Count('\n'));
        if (_ouvertes.Count > niveau)
        {
            var (nom, ou, l) = _ouvertes.Peek();
            throw new ModeleException(ou, l, $"« {nom} » n’est pas fermé ; ajoutez {{% end{nom} %}}.");
        }
    }

    private string Traduire(string ligne)
    {
        if (_traduction is null)
        {
            return ligne;
        }

        if (_traduction.Trouver(ligne) is { } traduite)
        {
            return traduite;
        }

        _nonTraduites.Add(ligne);
        return ligne;
    }

    private void Copier(string texte, string fichier, int ligne)
    {
        if (BaliseOuverte().Match(texte) is { Success: true } reste)
        {
            throw new ModeleException(
                fichier, ligne + texte.AsSpan(0, reste.Index).Count('\n'), "une balise n’est pas fermée, ou fermée sans être ouverte.");
        }

        if (_sortie.Length + texte.Length > CaracteresDeplies)
        {
            throw new ModeleException(fichier, ligne, "le modèle et ce qu’il inclut sont trop longs.");
        }

        _sortie.Append(texte);
    }

    private void Valeur(string expression, string fichier, int ligne)
    {
        var morceaux = expression.Split('|', StringSplitOptions.TrimEntries);
        var chemin = morceaux[0];
        if (!Chemin().IsMatch(chemin))
        {
            throw new ModeleException(fichier, ligne, $"« {expression} » n’est pas un nom de champ.");
        }

        var champ = Trouver(chemin, fichier, ligne);
        if (champ.Type != typeof(string) && champ.Type != typeof(int))
        {
            throw new ModeleException(fichier, ligne, $"« {chemin} » n’est pas un texte : parcourez-le avec « for », ou testez-le avec « if ».");
        }

        foreach (var filtre in morceaux.Skip(1).Where(f => !Filtres.Contains(f)))
        {
            throw new ModeleException(fichier, ligne, $"« {filtre} » n’est pas un filtre connu ; filtres possibles : {string.Join(", ", Filtres)}.");
        }

        var tournures = morceaux.Skip(1).Where(f => f is not ("facultatif" or "paragraphes")).Select(f => " | " + f);
        Ecrire(
            chemin + string.Concat(tournures),
            new(fichier, ligne, chemin, champ.Libelle, morceaux.Contains("facultatif"), morceaux.Contains("paragraphes"), Muet: false));
    }

    private void Instruction(string texte, string fichier, int ligne, int profondeur)
    {
        var nom = texte.Split(' ', 2)[0];
        var suite = texte[nom.Length..].Trim();
        switch (nom)
        {
            case "if" or "unless":
                Condition(suite, fichier, ligne);
                _ouvertes.Push((nom, fichier, ligne));
                _sortie.Append(CultureInfo.InvariantCulture, $"{{% {nom} {suite} %}}");
                break;
            case "elsif":
                Condition(suite, fichier, ligne);
                Dans("if", nom, fichier, ligne);
                _sortie.Append(CultureInfo.InvariantCulture, $"{{% elsif {suite} %}}");
                break;
            case "else":
                Dans(null, nom, fichier, ligne);
                _sortie.Append("{% else %}");
                break;
            case "for":
                Boucle(suite, fichier, ligne);
                break;
            case "endif" or "endunless" or "endfor":
                Fermer(nom[3..], fichier, ligne);
                break;
            case "exige":
                Ecrire(suite, new(fichier, ligne, suite, Trouver(suite, fichier, ligne).Libelle, Facultatif: false, Paragraphes: false, Muet: true));
                break;
            case "cite":
                Citer(suite, fichier, ligne);
                break;
            case "texte":
                Nommer(suite.Trim('\'', '"'), fichier, ligne);
                break;
            case "include":
                Inclure(suite, fichier, ligne, profondeur);
                break;
            default:
                throw new ModeleException(fichier, ligne, $"« {nom} » n’est pas une balise connue ; balises possibles : {string.Join(", ", Balises)}.");
        }
    }

    // Un texte que la rédaction du modèle nomme elle-même : de mémoire, il demande la relecture comme ceux des champs.
    private void Citer(string suite, string fichier, int ligne)
    {
        var id = suite.Trim('\'', '"');
        var texte = SourcesDuDroit.Toutes.GetValueOrDefault(id)
            ?? throw new ModeleException(fichier, ligne, $"le texte « {id} » n’est pas dans la liste des sources (textes/sources.json).");
        Ecrire("'texte'", new(fichier, ligne, id, new("faits", "", ""), Facultatif: false, Paragraphes: false, Muet: true) { Texte = texte });
    }

    private void Ecrire(string expression, Emplacement emplacement)
    {
        _emplacements.Add(emplacement);
        var racine = emplacement.Champ.Split('.')[0];
        var repere = _variables.TryGetValue(racine, out var type) && Schema.Propriete(type, "repere") is not null
            ? racine + ".repere"
            : "''";
        _sortie.Append(CultureInfo.InvariantCulture, $"{{{{ {expression} | ecrire: {_emplacements.Count - 1}, {repere} }}}}");
    }

    private void Condition(string expression, string fichier, int ligne)
    {
        var sansTextes = TexteCite().Replace(expression, " ");
        foreach (Match nom in Nom().Matches(sansTextes))
        {
            var dansUneBoucle = _boucles.Count > 0 && nom.Value is "forloop.first" or "forloop.last";
            if (!dansUneBoucle && !MotsDeCondition.Contains(nom.Value))
            {
                Trouver(nom.Value, fichier, ligne);
            }
        }

        if (expression.Length == 0 || !Analyseur.TryParse($"{{% if {expression} %}}{{% endif %}}", out _, out _))
        {
            throw new ModeleException(fichier, ligne, $"la condition « {expression} » ne se lit pas.");
        }
    }

    private void Boucle(string suite, string fichier, int ligne)
    {
        var boucle = EnTeteDeBoucle().Match(suite);
        if (!boucle.Success)
        {
            throw new ModeleException(fichier, ligne, "une boucle s’écrit « for élément in liste », sur une liste du dossier ; un intervalle n’est pas admis.");
        }

        var (element, chemin) = (boucle.Groups[1].Value, boucle.Groups[2].Value);
        var liste = Trouver(chemin, fichier, ligne);
        if (_variables.ContainsKey(element) || Schema.Propriete(typeof(Champs.ChampsDeLActe), element) is not null)
        {
            throw new ModeleException(fichier, ligne, $"« {element} » désigne déjà autre chose ; choisissez un autre nom.");
        }

        _variables[element] = Schema.ElementDe(liste.Type)
            ?? throw new ModeleException(fichier, ligne, $"« {chemin} » n’est pas une liste.");
        _boucles.Push(element);
        _ouvertes.Push(("for", fichier, ligne));
        _sortie.Append(CultureInfo.InvariantCulture, $"{{% for {element} in {chemin} %}}");
    }

    private void Fermer(string nom, string fichier, int ligne)
    {
        Dans(nom, "end" + nom, fichier, ligne);
        _ouvertes.Pop();
        if (nom == "for")
        {
            _variables.Remove(_boucles.Pop());
        }

        _sortie.Append(CultureInfo.InvariantCulture, $"{{% end{nom} %}}");
    }

    // Le numéro d'un article, ou le nom d'une juridiction, est une donnée datée : le jour de l'acte la choisit.
    private void Nommer(string id, string fichier, int ligne)
    {
        if (!Textes.Identifiants.Contains(id))
        {
            throw new ModeleException(fichier, ligne, $"le texte « {id} » n’est pas dans textes/articles.json ni dans textes/noms.json.");
        }

        _textes.Add(id);
        _sortie.Append(CultureInfo.InvariantCulture, $"{{{{ '{id}' | texte }}}}");
    }

    private void Inclure(string suite, string fichier, int ligne, int profondeur)
    {
        var cible = suite.Trim('\'', '"');
        if (!_fichiers.TryGetValue(cible, out var texte) || cible.Contains("..", StringComparison.Ordinal))
        {
            throw new ModeleException(fichier, ligne, $"le fichier « {cible} » n’existe pas parmi les modèles.");
        }

        if (profondeur >= InclusionsAuPlus)
        {
            throw new ModeleException(fichier, ligne, "les inclusions s’appellent sans fin.");
        }

        var contenu = texte.ReplaceLineEndings("\n");
        Deplier(cible, contenu.EndsWith('\n') ? contenu : contenu + "\n", 1, profondeur + 1);
    }

    private Champ Trouver(string chemin, string fichier, int ligne) => Schema.Suivre(chemin, _variables)
        ?? throw new ModeleException(fichier, ligne, $"le champ « {chemin} » est inconnu.");

    private void Dans(string? attendue, string balise, string fichier, int ligne)
    {
        if (_ouvertes.Count == 0 || (attendue is not null && _ouvertes.Peek().Balise != attendue) || _ouvertes.Peek().Fichier != fichier)
        {
            throw new ModeleException(fichier, ligne, $"« {balise} » ne répond à aucune balise ouverte à cet endroit.");
        }
    }

    private static bool SeuleSurSaLigne(string texte, Match balise)
    {
        var debut = texte.LastIndexOf('\n', Math.Max(0, balise.Index - 1)) + 1;
        var apres = balise.Index + balise.Length;
        var fin = texte.IndexOf('\n', apres) is var saut && saut < 0 ? texte.Length : saut;
        return (balise.Index == 0 || texte.AsSpan(debut, Math.Max(0, balise.Index - debut)).IsWhiteSpace())
            && texte.AsSpan(apres, fin - apres).IsWhiteSpace();
    }

    [GeneratedRegex(@"\{\{-?(?<valeur>[^{}]*?)-?\}\}|\{%-?(?<balise>[^{}%]*?)-?%\}")]
    private static partial Regex Balise();

    [GeneratedRegex(@"\{\{|\}\}|\{%|%\}")]
    private static partial Regex BaliseOuverte();

    [GeneratedRegex(@"^[a-zA-Z]\w*(\.[a-zA-Z]\w*)*$")]
    private static partial Regex Chemin();

    [GeneratedRegex(@"[a-zA-Z]\w*(\.[a-zA-Z]\w*)*")]
    private static partial Regex Nom();

    [GeneratedRegex(@"'[^']*'|""[^""]*""")]
    private static partial Regex TexteCite();

    [GeneratedRegex(@"^([a-zA-Z]\w*) in ([a-zA-Z][\w.]*)$")]
    private static partial Regex EnTeteDeBoucle();
}
