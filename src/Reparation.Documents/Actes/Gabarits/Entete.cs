using Reparation.Documents.Rendu;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>En-tête d'un modèle, entre deux lignes « --- ».</summary>
internal sealed class Entete
{
    public string Titre { get; set; } = "";

    public string Destinataire { get; set; } = "";

    public string Charte { get; set; } = "";

    public string Fichier { get; set; } = "";

    public string Pied { get; set; } = "";

    public string Profil { get; set; } = "nominatif";

    public bool Numerotation { get; set; }

    public bool Joindre { get; set; }

    public Charte Apparence => Charte == "acte" ? Rendu.Charte.Acte : Rendu.Charte.Plan;

    /// <summary>Lit l'en-tête ; rend aussi le corps et le numéro de sa première ligne.</summary>
    public static (Entete Entete, string Corps, int Ligne) Lire(string fichier, string texte)
    {
        var lignes = texte.ReplaceLineEndings("\n").Split('\n');
        var fin = lignes[0].Trim() == "---" ? Array.FindIndex(lignes, 1, l => l.Trim() == "---") : -1;
        if (fin < 0)
        {
            throw new ModeleException(fichier, 1, "le modèle doit commencer par un en-tête entre deux lignes « --- ».");
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
            { Charte: not ("acte" or "plan") } => "la charte est « acte » ou « plan ».",
            { Profil: not ("nominatif" or "initiales" or "pseudonyme") } => "le profil est « nominatif », « initiales » ou « pseudonyme ».",
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
