using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Ce qu'un dossier ne peut pas contredire : renvois à des choses qui existent, dates dans l'ordre, champs permis à chaque
/// poste. Le fichier lu et le formulaire enregistré passent par ici.
/// </summary>
public static partial class Coherence
{
    /// <summary>Nombre d'éléments qu'une liste du dossier ne dépasse pas.</summary>
    public const int ElementsMaximaux = 2_000;

    /// <summary>Vrai pour une date plausible : au-delà de 1900 à 2200, c'est une faute de frappe.</summary>
    public static bool EstUneDate(DateOnly date) => date.Year is >= 1900 and <= 2200;

    /// <summary>Toutes les anomalies, chacune avec le chemin JSON de l'endroit ; aucune si le dossier est cohérent.</summary>
    public static IReadOnlyList<Anomalie> Verifier(Dossier dossier, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(editions);
        var anomalies = new List<Anomalie>();
        if (dossier.Format != Dossier.FormatCourant)
        {
            anomalies.Add(new("format", $"Ce fichier n’est pas au format {Dossier.FormatCourant}, le seul que cette version lise."));
        }

        if (string.IsNullOrWhiteSpace(dossier.Reference) || !ReferenceNeutre().IsMatch(dossier.Reference))
        {
            anomalies.Add(new("reference", "La référence paraît dans les noms de fichiers : lettres sans accent, chiffres, points et tirets seulement, par exemple 2026-014."));
        }

        else if ($"{dossier.Enfant.Prenoms} {dossier.Enfant.Nom}".Split([' ', ',', '-', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n.Length > 2).Intersect(dossier.Reference.Split('.', '-'), SansAccentNiCasse.Instance).Any())
        {
            anomalies.Add(new("reference", "La référence porte un nom ou un prénom de l’enfant, et elle paraît dans les noms de fichiers. Choisissez-en une neutre, par exemple 2026-014."));
        }

        if (string.IsNullOrWhiteSpace(dossier.Pseudonyme))
        {
            anomalies.Add(new("pseudonyme", "Un prénom d’emprunt est nécessaire : il évite d’écrire le vrai prénom dans les listes et le plan."));
        }
        else if (dossier.Enfant.Prenoms.Length > 0
            && dossier.Enfant.Prenoms.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Contains(dossier.Pseudonyme.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            anomalies.Add(new("pseudonyme", "Le prénom d’emprunt est l’un des prénoms de l’enfant. Choisissez-en un autre avec elle ou lui."));
        }

        Unicite(dossier, anomalies);
        Pieces(dossier, anomalies);
        Droit(dossier, anomalies);
        Renvois(dossier, anomalies);
        Suivi(dossier, anomalies);
        Dates(dossier, anomalies);
        for (var i = 0; i < dossier.Chiffrage.Postes.Count; i++)
        {
            Poste(dossier.Chiffrage.Postes[i], $"chiffrage.postes[{Rang(i)}]", proche: false, dossier, anomalies);
        }

        for (var i = 0; i < dossier.Proches.Count; i++)
        {
            for (var j = 0; j < dossier.Proches[i].Postes.Count; j++)
            {
                Poste(dossier.Proches[i].Postes[j], $"proches[{Rang(i)}].postes[{Rang(j)}]", proche: true, dossier, anomalies);
            }

            Doublons(dossier.Proches[i].Postes.Select(p => p.Code), $"proches[{Rang(i)}].postes", "Ce poste est saisi deux fois pour ce proche.", anomalies);
        }

        Doublons(dossier.Chiffrage.Postes.Select(p => p.Code), "chiffrage.postes", "Ce poste est saisi deux fois. Réunissez les deux saisies.", anomalies);
        ChoixDesEditions(dossier.Chiffrage, editions, anomalies);
        Affections(dossier, editions.TrouverIndemnisation(dossier.Chiffrage.Referentiel), anomalies);
        return anomalies;
    }

    private static void ChoixDesEditions(Chiffrage chiffrage, Editions editions, List<Anomalie> anomalies)
    {
        if (editions.Indemnisation.All(e => e.Id != chiffrage.Referentiel))
        {
            anomalies.Add(new("chiffrage.referentiel", $"Édition inconnue. Éditions connues{Francais.Insecable}: {string.Join(", ", editions.Indemnisation.Select(e => e.Id))}."));
        }

        var bareme = editions.Capitalisation.FirstOrDefault(e => e.Id == chiffrage.Bareme);
        if (bareme is null)
        {
            anomalies.Add(new("chiffrage.bareme", $"Barème inconnu. Barèmes connus{Francais.Insecable}: {string.Join(", ", editions.Capitalisation.Where(e => !e.ComparaisonSeulement).Select(e => e.Id))}."));
        }
        else if (bareme.ComparaisonSeulement)
        {
            anomalies.Add(new("chiffrage.bareme", "Ce barème ne sert qu’à comparer : il n’est pas fait pour réparer un dommage. Choisissez un barème publié, ou une table à taux plaidé."));
        }
        else if (chiffrage is { Methode: MethodeDeCapitalisation.Edition, Taux: { } taux } && !bareme.TauxLibre && !bareme.Taux.Contains(taux))
        {
            anomalies.Add(new("chiffrage.taux", $"Ce barème n’a pas ce taux. Taux admis{Francais.Insecable}: {Francais.Liste([.. bareme.Taux.Select(Francais.Pourcent)])}."));
        }
    }

    private static void Ordre(DateOnly? du, DateOnly? au, string chemin, List<Anomalie> anomalies)
    {
        if (du is { } debut && au is { } fin && fin < debut)
        {
            anomalies.Add(new(chemin, $"La période se termine le {Francais.Date(fin)}, avant son début le {Francais.Date(debut)}. Corrigez l’une des deux dates."));
        }
    }

    private static void Doublons(IEnumerable<string> valeurs, string chemin, string message, List<Anomalie> anomalies)
    {
        var vues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (valeur, rang) in valeurs.Select((v, i) => (v, i)))
        {
            if (!vues.Add(valeur))
            {
                anomalies.Add(new($"{chemin}[{Rang(rang)}]", message));
            }
        }
    }

    private static string Rang(int i) => i.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,59}\z")]
    private static partial Regex ReferenceNeutre();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9\-]{0,59}\z")]
    private static partial Regex Identifiant();

    private sealed class SansAccentNiCasse : IEqualityComparer<string>
    {
        private const CompareOptions Options = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        private static readonly CompareInfo Comparaison = CultureInfo.InvariantCulture.CompareInfo;

        public static SansAccentNiCasse Instance { get; } = new();

        public bool Equals(string? x, string? y) => Comparaison.Compare(x, y, Options) == 0;

        public int GetHashCode(string obj) => Comparaison.GetHashCode(obj, Options);
    }
}
