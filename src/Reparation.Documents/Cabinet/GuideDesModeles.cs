using System.Reflection;
using System.Text;
using System.Text.Json;
using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Francais;

namespace Reparation.Documents.Cabinet;

/// <summary>Champ qu'un modèle peut citer.</summary>
/// <param name="Nom">Nom, tel qu'il s'écrit.</param>
/// <param name="Nature">« texte », « nombre », « oui ou non », « liste » ou « groupe ».</param>
/// <param name="De">Groupe que la liste répète, ou où le champ mène ; rien pour une valeur.</param>
/// <param name="PeutManquer">Vrai s'il peut être vide : l'acte le réclame alors, sauf « facultatif ».</param>
/// <param name="Sens">Ce qu'il veut dire.</param>
public sealed record ChampDuGuide(string Nom, string Nature, string? De, bool PeutManquer, string Sens);

/// <summary>Champs qui vont ensemble.</summary>
/// <param name="Nom">Identifiant du groupe.</param>
/// <param name="Titre">Titre.</param>
/// <param name="Chemins">D'où on l'atteint, depuis l'acte ; vide pour l'acte lui-même.</param>
/// <param name="Champs">Ses champs.</param>
public sealed record GroupeDuGuide(string Nom, string Titre, IReadOnlyList<string> Chemins, IReadOnlyList<ChampDuGuide> Champs);

/// <summary>Une façon d'écrire dans un modèle.</summary>
/// <param name="Genre">« filtre », « balise » ou « bloc ».</param>
/// <param name="Nom">Nom.</param>
/// <param name="Exemple">Exemple entier, qui se lit tel quel.</param>
/// <param name="Effet">Ce que l'on obtient.</param>
public sealed record EcritureDuGuide(string Genre, string Nom, string Exemple, string Effet);

/// <summary>Ce qu'un auteur de modèle peut écrire : les champs, tirés des types que les modèles lisent, et les écritures.</summary>
public static class GuideDesModeles
{
    private const string Prefixe = "Champs";
    private const string Partout = "*";

    private static readonly Lazy<IReadOnlyList<GroupeDuGuide>> Tous = new(Etablir);

    /// <summary>Tous les champs, par groupe ; l'acte d'abord.</summary>
    public static IReadOnlyList<GroupeDuGuide> Champs => Tous.Value;

    /// <summary>Filtres, balises et blocs, chacun avec un exemple.</summary>
    public static IReadOnlyList<EcritureDuGuide> Ecritures { get; } =
    [
        new("filtre", "facultatif", "{{ enfant.scolarite | facultatif }}", "peut être vide ; sans lui, l’acte réclame la donnée"),
        new("filtre", "paragraphes", "{{ enfant.cadreDeVie | paragraphes }}", "garde les paragraphes d’un récit"),
        new("filtre", "majuscule", "{{ procedure.stade | majuscule }}", "première lettre en majuscule"),
        new("filtre", "minuscule", "{{ procedure.stade | minuscule }}", "première lettre en minuscule"),
        new("filtre", "de", "tribunal judiciaire {{ procedure.commission | de }}", "« de Nanterre », « d’Évry », « du Havre »"),
        new("balise", "if", "{% if enfant.majeur %}Texte.{% endif %}", "selon que la donnée existe, ou qu’elle est vraie"),
        new("balise", "elsif", "{% if enfant.majeur %}Un.{% elsif proches %}Deux.{% endif %}", "sinon, selon une autre donnée"),
        new("balise", "else", "{% if enfant.majeur %}Un.{% else %}Deux.{% endif %}", "dans tous les autres cas"),
        new("balise", "unless", "{% unless enfant.majeur %}Texte.{% endunless %}", "le contraire de « if »"),
        new("balise", "for", "{% for poste in demandes %}\n- {{ poste.nom }} : {{ poste.demande }}\n{% endfor %}", "pour chaque élément d’une liste du dossier"),
        new("balise", "exige", "{% exige faits %}", "n’imprime rien, mais refuse l’acte si la liste ou la donnée est vide"),
        new("balise", "cite", "{% cite 'css-376-1' %}", "n’imprime rien, mais déclare le texte de loi que la phrase nomme ; à relire, il retient la version à signer"),
        new("balise", "texte", "{% texte 'cpp-706-3' %}", "numéro d’un article, ou nom d’une juridiction, au jour de l’acte"),
        new("balise", "include", "{% include 'commun/pieces.md' %}", "insère un autre fichier de modèles"),
        new("bloc", "encadre", "::: encadre\nTexte.\n:::", "cadre"),
        new("bloc", "cote-a-cote", "::: cote-a-cote\nÀ gauche.\n+++\nÀ droite.\n:::", "colonnes"),
        new("bloc", "titre-document", "::: titre-document\nREQUÊTE\n:::", "titre de l’acte"),
        new("bloc", "sous-titre", "::: sous-titre\ndevant la commission\n:::", "sous-titre de l’acte"),
        new("bloc", "centre", "::: centre\nTexte.\n:::", "paragraphe centré"),
        new("bloc", "droite", "::: droite\nFait à Villefictive\n:::", "paragraphe à droite"),
        new("bloc", "note", "::: note\nTexte.\n:::", "petit texte"),
        new("bloc", "signature", "::: signature\nL’avocat\n:::", "emplacement de signature"),
        new("bloc", "tableau", "::: tableau Postes demandés | 3 1\n| Poste | Somme |\n|---|---:|\n{% for poste in demandes %}\n| {{ poste.nom }} | {{ poste.demande }} |\n{% endfor %}\n:::",
            "résumé pour un lecteur d’écran et largeurs relatives du tableau ; « ---: » aligne à droite"),
        new("bloc", "formulaire", "::: formulaire\n- Nom\n- Prénoms\n:::", "lignes à remplir à la plume"),
        new("bloc", "lignes", "::: lignes 3", "autant de lignes à remplir à la plume ; se ferme seul"),
        new("bloc", "chemin", "::: chemin\n- **Maintenant**\n- Ensuite\n:::", "étapes d’un chemin ; celle en gras est l’étape du moment"),
        new("bloc", "idee", "::: idee maison Une maison.\nTu es en sécurité ici.\n:::", "un dessin du livret et, à côté, ce qu’il redit ; le texte qui suit son nom le décrit à qui ne le voit pas"),
        new("bloc", "figure", "::: figure sensibilite", "« sensibilite » : ce qui fait bouger le total ; « frise » : faits, actes, âges et délais ; « suivi » : notes des revues du plan ; « mesures » : totaux des questionnaires ; se ferme seul"),
        new("bloc", "sommaire", "::: sommaire 2", "table des matières sur deux niveaux ; se ferme seul"),
        new("bloc", "saut-de-page", "::: saut-de-page", "page suivante ; se ferme seul"),
    ];

    private static List<GroupeDuGuide> Etablir()
    {
        var sens = Lire();
        var chemins = new Dictionary<Type, List<string>> { [typeof(ChampsDeLActe)] = [] };
        foreach (var type in Schema.Types)
        {
            var depuis = chemins[type] is [var premier, ..] ? premier + " › " : "";
            foreach (var propriete in Proprietes(type))
            {
                if (Groupe(propriete.PropertyType) is { } mene)
                {
                    chemins.TryAdd(mene, []);
                    chemins[mene].Add(depuis + Nom(propriete));
                }
            }
        }

        return [.. Schema.Types.Select(t => new GroupeDuGuide(
            Court(t), sens[(Court(t), "")], chemins[t], [.. Proprietes(t).Select(p => Champ(p, sens))]))];
    }

    private static ChampDuGuide Champ(PropertyInfo propriete, Dictionary<(string Groupe, string Champ), string> sens)
    {
        var type = Nullable.GetUnderlyingType(propriete.PropertyType) ?? propriete.PropertyType;
        var nature = Schema.ElementDe(type) is not null ? "liste" : type == typeof(string) ? "texte" : type == typeof(bool) ? "oui ou non" : type == typeof(int) ? "nombre" : "groupe";
        var nom = Nom(propriete);
        return new(
            nom, nature, Groupe(type) is { } mene ? Court(mene) : null,
            new NullabilityInfoContext().Create(propriete).ReadState == NullabilityState.Nullable,
            sens.GetValueOrDefault((Court(propriete.DeclaringType!), nom)) ?? sens.GetValueOrDefault((Partout, nom)) ?? "");
    }

    /// <summary>Sens écrits pour un champ qui n'existe pas, ou plus.</summary>
    internal static IReadOnlyList<string> Orphelins()
    {
        var connus = Schema.Types.SelectMany(t => Proprietes(t).Select(p => (Court(t), Nom(p))).Append((Court(t), ""))).ToHashSet();
        var partout = connus.Select(c => c.Item2).ToHashSet(StringComparer.Ordinal);
        return [.. Lire().Keys.Where(c => c.Groupe == Partout ? !partout.Contains(c.Champ) : !connus.Contains(c)).Select(c => $"{c.Groupe}.{c.Champ}")];
    }

    private static Dictionary<(string Groupe, string Champ), string> Lire()
    {
        using var lecteur = new StreamReader(typeof(GuideDesModeles).Assembly.GetManifestResourceStream("champs/sens.txt")!, Encoding.UTF8);
        var (lus, groupe) = (new Dictionary<(string, string), string>(), "");
        while (lecteur.ReadLine() is { } ligne)
        {
            if (ligne.StartsWith('['))
            {
                groupe = ligne[1..ligne.IndexOf(']', StringComparison.Ordinal)];
                lus.Add((groupe, ""), Typographie.Composer(ligne[(groupe.Length + 2)..].Trim()));
            }
            else if (ligne.Split(": ", 2) is [var champ, var sens] && !champ.StartsWith('#'))
            {
                lus.Add((groupe, champ), Typographie.Composer(sens));
            }
        }

        return lus;
    }

    private static IEnumerable<PropertyInfo> Proprietes(Type type) => type.GetProperties().Where(p => p.Name != "EqualityContract");

    private static Type? Groupe(Type type)
    {
        var mene = Schema.ElementDe(type) ?? type;
        return Schema.Types.Contains(mene) ? mene : null;
    }

    private static string Court(Type type) => type.Name[Prefixe.Length..];

    private static string Nom(PropertyInfo propriete) => JsonNamingPolicy.CamelCase.ConvertName(propriete.Name);
}
