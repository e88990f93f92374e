using System.Text;
using System.Text.Json.Nodes;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Securite;

/// <summary>
/// La section de chaque membre du dossier. Un formulaire peut nommer n'importe quel champ : ce qui n'est pas de la personne
/// reste tel que la dernière version le dit.
/// </summary>
public static class PartiesDuDossier
{
    // Clés de « reparation/dossier@1 ». Un membre nouveau se range ici ; d'ici là, personne d'autre que qui écrit tout ne le change.
    private static readonly Dictionary<string, Section> Sections = new()
    {
        ["format"] = Section.Enfant,
        ["reference"] = Section.Enfant,
        ["pseudonyme"] = Section.Enfant,
        ["fictif"] = Section.Enfant,
        ["enfant"] = Section.Enfant,
        ["representants"] = Section.Enfant,
        ["avocat"] = Section.Enfant,
        ["proches"] = Section.Enfant,
        ["organismes"] = Section.Procedure,
        ["misEnCause"] = Section.Procedure,
        ["faits"] = Section.Faits,
        ["retraits"] = Section.Procedure,
        ["droits"] = Section.Procedure,
        ["etapes"] = Section.Procedure,
        ["confirmations"] = Section.Procedure,
        ["procedure"] = Section.Procedure,
        ["versements"] = Section.Procedure,
        ["argent"] = Section.Procedure,
        ["pieces"] = Section.Pieces,
        ["adaptations"] = Section.Actes,
        ["retentissements"] = Section.Retentissements,
        ["chiffrage"] = Section.Chiffrage,
        ["plan"] = Section.Plan,
        ["livret"] = Section.Plan,
    };

    /// <summary>Section d'un membre, ou rien s'il n'est rangé nulle part.</summary>
    public static Section? De(string cle) => Sections.TryGetValue(cle, out var section) ? section : null;

    /// <summary>Le dossier envoyé, où ce que la personne ne peut pas changer est repris de <paramref name="garde"/>.</summary>
    public static Dossier Limiter(Dossier garde, Dossier envoye, Droits droits)
    {
        ArgumentNullException.ThrowIfNull(droits);
        return EcritTout(droits) ? envoye : DossierJson.Relire(Octets(Completer(garde, Arbre(envoye), droits)));
    }

    /// <summary>Le dossier en JSON, réduit à ce que la personne peut changer : ce qui part dans une page et en revient.</summary>
    public static string Reduire(Dossier dossier, Droits droits)
    {
        ArgumentNullException.ThrowIfNull(droits);
        var arbre = Arbre(dossier);
        foreach (var cle in arbre.Select(m => m.Key).Where(cle => !Change(droits, cle)).ToList())
        {
            arbre.Remove(cle);
        }

        return arbre.ToJsonString();
    }

    /// <summary>Relit ce que <see cref="Reduire"/> a écrit, complété par <paramref name="garde"/>.</summary>
    public static Lecture Lire(string json, Dossier garde, Droits droits, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(droits);
        try
        {
            return JsonNode.Parse(json) is JsonObject arbre
                ? DossierJson.Lire(Octets(Completer(garde, arbre, droits)), editions)
                : new Lecture.Refusee([]);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return new Lecture.Refusee([]);
        }
    }

    private static bool EcritTout(Droits droits) => Sections.Values.All(droits.Ecrit);

    private static bool Change(Droits droits, string cle) => EcritTout(droits) || (De(cle) is { } section && droits.Ecrit(section));

    private static JsonObject Completer(Dossier garde, JsonObject envoye, Droits droits)
    {
        var complet = Arbre(garde);
        foreach (var cle in complet.Select(m => m.Key).Union(envoye.Select(m => m.Key)).Where(cle => Change(droits, cle)).ToList())
        {
            complet[cle] = envoye[cle]?.DeepClone();
        }

        return complet;
    }

    private static JsonObject Arbre(Dossier dossier) => (JsonObject)JsonNode.Parse(DossierJson.Ecrire(dossier))!;

    private static byte[] Octets(JsonObject arbre) => Encoding.UTF8.GetBytes(arbre.ToJsonString());
}
