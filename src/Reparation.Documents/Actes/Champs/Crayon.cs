using System.Text.RegularExpressions;
using Reparation.Domain.Commun;

namespace Reparation.Documents.Actes.Champs;

/// <summary>
/// Met un calcul en lignes numérotées, à refaire au crayon : une somme cite les lignes qu'elle additionne, et rien d'autre
/// qu'une opération ne tient dans la colonne des opérations.
/// </summary>
internal static partial class Crayon
{
    // Au-delà, « somme de [3.1] à [3.9] » se lit mieux que neuf termes.
    private const int TermesEcrits = 4;

    /// <summary>Toutes les lignes d'un calcul, la racine d'abord.</summary>
    public static IEnumerable<ChampsEtape> Lignes(Etape racine, string numero, Citations citations) => Lignes(racine, numero, 0, citations);

    /// <summary>« [3.1] + [3.2] », ou « somme de [3.1] à [3.9] ».</summary>
    public static string Somme(IReadOnlyList<string> numeros) => numeros.Count > TermesEcrits
        ? $"somme de {Citer(numeros[0])} à {Citer(numeros[^1])}"
        : string.Join(" + ", numeros.Select(Citer));

    /// <summary>Renvoi à une ligne.</summary>
    public static string Citer(string numero) => $"[{numero}]";

    /// <summary>L'opération d'une formule, et ce qui la suit après un point-virgule.</summary>
    public static (string Operation, string? Precision) Separer(string formule)
    {
        var coupe = DebutDeLaPrecision().Match(formule);
        return coupe.Success ? (formule[..coupe.Index], formule[(coupe.Index + coupe.Length)..]) : (formule, null);
    }

    private static IEnumerable<ChampsEtape> Lignes(Etape etape, string numero, int profondeur, Citations citations)
    {
        var (formule, precision) = Separer(etape.Formule);
        var enfants = etape.Details.Select((_, i) => $"{numero}.{RemplirLesChamps.Nombre(i + 1)}").ToList();
        var somme = enfants.Count > 0 && !formule.Any(char.IsDigit);
        yield return new()
        {
            Retrait = profondeur < 2 ? null : string.Concat(Enumerable.Repeat("–" + Domain.Commun.Francais.Insecable, profondeur - 1)),
            Numero = numero,
            // Le signe égal n'a qu'une place dans l'annexe : devant le résultat d'une ligne.
            Libelle = etape.Libelle.Replace(" = ", ", soit ", StringComparison.Ordinal),
            Formule = formule,
            Operation = somme ? Somme(enfants) : formule,
            Precision = precision,
            Resultat = etape.Resultat.ToString(),
            Pieces = citations.Citer(etape.Pieces),
            Racine = profondeur == 0,
        };
        for (var i = 0; i < enfants.Count; i++)
        {
            foreach (var ligne in Lignes(etape.Details[i], enfants[i], profondeur + 1, citations))
            {
                yield return ligne;
            }
        }
    }

    [GeneratedRegex(@"[ \u00A0\u202F]; ")]
    private static partial Regex DebutDeLaPrecision();
}
