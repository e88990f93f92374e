using System.Text.Json;
using Reparation.Documents.Rendu;
using Reparation.Domain.Dossiers;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>En-tête d'un modèle, entre deux lignes « --- ».</summary>
internal sealed class Entete
{
    private const int CaracteresAuPlus = 4_000;

    public string Titre { get; set; } = "";

    public string Destinataire { get; set; } = "";

    public string Charte { get; set; } = "";

    public string Fichier { get; set; } = "";

    public string Pied { get; set; } = "";

    public string Profil { get; set; } = "nominatif";

    public string Diffusion { get; set; } = "juridiction";

    public string Pour { get; set; } = "";

    public bool Numerotation { get; set; }

    public bool Joindre { get; set; }

    public string Objet { get; set; } = "";

    public string Groupe { get; set; } = "";

    public string Imputation { get; set; } = "";

    public string Livret { get; set; } = "";

    public List<string> Voies { get; set; } = [];

    public List<string> Sauf { get; set; } = [];

    public List<string> Controles { get; set; } = [];

    /// <summary>À qui il s'adresse ; un modèle de cabinet qui n'en dit rien va avec les documents du cabinet.</summary>
    public GroupeDActes PourQui => Groupe.Length == 0 ? GroupeDActes.Cabinet : Enum.Parse<GroupeDActes>(Groupe, ignoreCase: true);

    /// <summary>Règle d'imputation que l'acte impose au chiffrage ; rien s'il prend celle du dossier.</summary>
    public ModeDImputation? ImputationImposee => Imputation.Length == 0 ? null : Enum.Parse<ModeDImputation>(Imputation, ignoreCase: true);

    /// <summary>Forme du livret de l'enfant que ce modèle écrit ; rien s'il n'en est pas un.</summary>
    public FormeDeLivret? FormeDuLivret => Livret.Length == 0 ? null : Enum.Parse<FormeDeLivret>(Livret, ignoreCase: true);

    public Charte Apparence => Charte switch
    {
        "acte" => Rendu.Charte.Acte,
        "livret" => Rendu.Charte.Livret,
        "facile" => Rendu.Charte.Facile,
        _ => Rendu.Charte.Plan,
    };

    public Profil ProfilPrevu => Profil switch
    {
        "initiales" => Actes.Profil.Initiales,
        "pseudonyme" => Actes.Profil.Pseudonyme,
        _ => Actes.Profil.Nominatif,
    };

    public Diffusion Lecteur => Diffusion switch
    {
        "adversaire" => Actes.Diffusion.Adversaire,
        "tiers" => Actes.Diffusion.Tiers,
        _ => Actes.Diffusion.Juridiction,
    };

    /// <summary>Lit l'en-tête ; rend aussi le corps et le numéro de sa première ligne.</summary>
    public static (Entete Entete, string Corps, int Ligne) Lire(string fichier, string texte)
    {
        var lignes = texte.ReplaceLineEndings("\n").Split('\n');
        var fin = lignes[0].Trim() == "---" ? Array.FindIndex(lignes, 1, l => l.Trim() == "---") : -1;
        if (fin < 0)
        {
            throw new ModeleException(fichier, 1, "le modèle doit commencer par un en-tête entre deux lignes « --- ».");
        }

        // Un en-tête tient en quelques lignes ; au-delà, ce qui s'y imbriquerait épuiserait la lecture.
        if (lignes[1..fin].Sum(l => l.Length) > CaracteresAuPlus)
        {
            throw new ModeleException(fichier, 1, $"l'en-tête dépasse {CaracteresAuPlus} caractères.");
        }

        Entete entete;
        try
        {
            entete = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                .Deserialize<Entete?>(string.Join('\n', lignes[1..fin])) ?? new();
        }
        catch (YamlException erreur)
        {
            throw new ModeleException(fichier, (int)erreur.Start.Line + 1, "l'en-tête ne se lit pas : clé inconnue ou valeur mal écrite.");
        }

        entete.Verifier(fichier);
        return (entete, string.Join('\n', lignes[(fin + 1)..]), fin + 2);
    }

    private void Verifier(string fichier)
    {
        var faute = this switch
        {
            { Titre: "" } => "l'en-tête ne donne pas de titre.",
            { Destinataire: "" } => "l'en-tête ne donne pas de destinataire.",
            { Charte: not ("acte" or "plan" or "livret" or "facile") } => "la charte est « acte », « plan », « livret » ou « facile ».",
            { Profil: not ("nominatif" or "initiales" or "pseudonyme") } => "le profil est « nominatif », « initiales » ou « pseudonyme ».",
            { Diffusion: not ("juridiction" or "adversaire" or "tiers") } => "la diffusion est « juridiction », « adversaire » ou « tiers ».",
            { Pour: not ("" or "organismes") } => "un document se tire une fois, ou « pour: organismes », une fois par organisme.",
            _ when Groupe.Length > 0 && !Enum.GetNames<GroupeDActes>().Contains(Groupe, StringComparer.OrdinalIgnoreCase) =>
                $"ce groupe est inconnu ; groupes possibles : {string.Join(", ", Enum.GetNames<GroupeDActes>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.",
            _ when Livret.Length > 0 && !Enum.GetNames<FormeDeLivret>().Contains(Livret, StringComparer.OrdinalIgnoreCase) =>
                $"cette forme de livret est inconnue ; formes possibles : {string.Join(", ", Enum.GetNames<FormeDeLivret>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.",
            { Imputation: not ("" or "civi" or "auteur") } => "l’imputation est « civi » ou « auteur ».",
            _ when Voies.Find(v => !Convenance.ConnaitLaVoie(v)) is { } voie => $"la voie « {voie} » est inconnue.",
            _ when Sauf.Find(s => !Convenance.Connait(s)) is { } sauf => $"« sauf : {sauf} » est inconnu ; possibles : {Convenance.Noms}.",
            _ when Controles.Find(c => !Blocages.Connait(c)) is { } controle => $"le contrôle « {controle} » est inconnu ; possibles : {Blocages.Noms}.",
            { Pied: "" } => "l'en-tête ne donne pas de mention de pied de page.",
            _ when Fichier.Length is 0 or > 40 || !Fichier.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') =>
                "le nom de fichier s'écrit en lettres sans accent, chiffres et tirets, 40 au plus.",
            _ => null,
        };
        if (faute is not null)
        {
            throw new ModeleException(fichier, 1, faute);
        }
    }
}
