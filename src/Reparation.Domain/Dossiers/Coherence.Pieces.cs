using System.Text.RegularExpressions;
using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Pièces : un intitulé qui ne nomme pas l'enfant, un fichier désigné par une empreinte entière.</summary>
public static partial class Coherence
{
    private const int LettresDUnNom = 3;

    private static readonly string[] Particules = ["des", "les", "del", "der", "dos", "van", "von"];

    /// <summary>Vrai si un intitulé porte le nom ou l'un des prénoms de l'enfant, accents et majuscules mis à part.</summary>
    public static bool NommeLEnfant(string intitule, Enfant enfant)
    {
        ArgumentNullException.ThrowIfNull(intitule);
        ArgumentNullException.ThrowIfNull(enfant);
        var noms = Mots($"{enfant.Nom} {enfant.Prenoms}").Where(m => m.Length >= LettresDUnNom && !Particules.Contains(m)).ToHashSet(StringComparer.Ordinal);
        return Mots(intitule).Any(noms.Contains);
    }

    private static void Pieces(Dossier dossier, List<Anomalie> anomalies)
    {
        for (var i = 0; i < dossier.Pieces.Count; i++)
        {
            var piece = dossier.Pieces[i];
            if (NommeLEnfant(piece.Titre, dossier.Enfant))
            {
                anomalies.Add(new(
                    $"pieces[{Rang(i)}].titre",
                    "Cet intitulé porte le nom ou un prénom de l’enfant, et il paraît dans le bordereau, les signets et les listes. "
                    + "Désignez la personne par son rôle\u202F: « attestation de la mère », « certificat médical initial »."));
            }

            if (piece.Fichier is { } fichier && !Empreinte().IsMatch(fichier.Sha256))
            {
                anomalies.Add(new($"pieces[{Rang(i)}].fichier.sha256", "Une empreinte SHA-256 s’écrit en 64 chiffres hexadécimaux minuscules."));
            }
        }
    }

    private static IEnumerable<string> Mots(string texte) => Mot()
        .Matches(Francais.SansAccents(texte)).Select(m => m.Value.ToLowerInvariant());

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Mot();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Empreinte();
}
