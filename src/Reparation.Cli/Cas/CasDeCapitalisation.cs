using System.Globalization;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Cas;

/// <summary>Prix publiés d'un euro de rente, comparés à ceux que la formule donne.</summary>
internal static class CasDeCapitalisation
{
    /// <summary>Écart admis : les tables et les prix publiés sont eux-mêmes arrondis.</summary>
    private const decimal Tolerance = 0.0015m;

    private static readonly string[] Colonnes = ["edition", "sexe", "age", "jusqua", "taux_pct", "prix_publie"];

    // Noms donnés aux éditions par les tableaux de prix ; l'identifiant d'une édition est admis aussi.
    private static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["GP2011"] = "gp-2011",
        ["GP2013"] = "gp-2013",
        ["GP2022"] = "gp-2022",
        ["GP2025-stationnaire"] = "gp-2025",
        ["ARRETE-2023-03-21"] = "rentes-2023",
    };

    public static IReadOnlyList<Resultat> Rejouer(string fichier, string texte, Editions editions)
    {
        var lignes = texte.ReplaceLineEndings("\n").Split('\n');
        var entetes = Champs(lignes[0]);
        var rangs = Colonnes.ToDictionary(c => c, c => entetes.IndexOf(c), StringComparer.Ordinal);
        if (rangs.FirstOrDefault(r => r.Value < 0).Key is { } absente)
        {
            throw new RefusException(
                $"{fichier}\u00A0: ligne 1\u00A0: format inconnu. Pour un tableau de prix, la colonne {absente} est attendue\u202F; "
                + $"les colonnes sont {string.Join(", ", Colonnes)}.");
        }

        return
        [
            .. lignes.Select((ligne, i) => (Ligne: ligne, Rang: i + 1)).Skip(1)
                .Where(l => !string.IsNullOrWhiteSpace(l.Ligne))
                .Select(l => RejouerLigne(fichier, l.Rang, Champs(l.Ligne), rangs, editions)),
        ];
    }

    private static Resultat RejouerLigne(
        string fichier, int rang, List<string> champs, Dictionary<string, int> rangs, Editions editions)
    {
        string Lire(string colonne) => rangs[colonne] < champs.Count
            ? champs[rangs[colonne]].Trim()
            : throw Refuser(colonne, "la colonne manque");
        RefusException Refuser(string colonne, string raison) => new($"{fichier}\u00A0: ligne {rang}, {colonne}\u00A0: {raison}.");
        decimal Nombre(string colonne) =>
            decimal.TryParse(Lire(colonne), NumberStyles.Number, CultureInfo.InvariantCulture, out var lu)
                ? lu
                : throw Refuser(colonne, "un nombre est attendu, avec un point décimal");
        int Age(string colonne) => Nombre(colonne) is var lu && lu == decimal.Truncate(lu) && lu is >= 0 and <= 150
            ? (int)lu
            : throw Refuser(colonne, "un âge entier est attendu");

        var id = $"ligne {rang.ToString(CultureInfo.InvariantCulture)}";
        var nom = Lire("edition");
        if (editions.Capitalisation.FirstOrDefault(e => e.Id == Noms.GetValueOrDefault(nom, nom)) is not { } edition)
        {
            return new(fichier, id, Issue.Echoue, $"édition inconnue, {nom} : ce prix n’est pas vérifié");
        }

        var sexe = Lire("sexe").ToUpperInvariant() switch
        {
            "F" => Sexe.Feminin,
            "M" or "H" => Sexe.Masculin,
            "N" => Sexe.NonPrecise,
            _ => throw Refuser("sexe", "F, M ou N est attendu"),
        };
        int? fin = Lire("jusqua").Any(char.IsAsciiDigit) ? Age("jusqua") : null;

        // Un tableau qui n'énonce pas son taux se vérifie au taux de l'édition.
        decimal? taux = Lire("taux_pct").Any(char.IsAsciiDigit) ? Nombre("taux_pct") : null;
        var (age, publie) = (Age("age"), Nombre("prix_publie"));
        try
        {
            var prix = PrixDeRente.Calculer(edition, sexe, age, null, fin, taux);
            return Math.Abs(prix.Exact - publie) <= Tolerance
                ? new(fichier, id, Issue.Reussi)
                : new(fichier, id, Issue.Echoue, $"publié {Francais.NombreFixe(publie, 3)}, calculé {Francais.NombreFixe(prix.Exact, 5)}");
        }
        catch (ArgumentOutOfRangeException)
        {
            return new(fichier, id, Issue.Echoue, "âge, sexe ou taux hors de l’édition");
        }
    }

    // Guillemets admis autour d'un champ qui contient une virgule, doublés à l'intérieur.
    private static List<string> Champs(string ligne)
    {
        var champs = new List<string>();
        var champ = new System.Text.StringBuilder();
        var cite = false;
        for (var i = 0; i < ligne.Length; i++)
        {
            if (ligne[i] == '"' && cite && i + 1 < ligne.Length && ligne[i + 1] == '"')
            {
                champ.Append(ligne[++i]);
            }
            else if (ligne[i] == '"')
            {
                cite = !cite;
            }
            else if (ligne[i] == ',' && !cite)
            {
                champs.Add(champ.ToString());
                champ.Clear();
            }
            else
            {
                champ.Append(ligne[i]);
            }
        }

        champs.Add(champ.ToString());
        return champs;
    }
}
