namespace Reparation.Documents.Actes;

/// <summary>Sort d'une ligne entre deux textes.</summary>
public enum GenreDeDifference
{
    /// <summary>Dans les deux.</summary>
    Gardee,

    /// <summary>Dans le premier seulement.</summary>
    Otee,

    /// <summary>Dans le second seulement.</summary>
    Ajoutee,
}

/// <summary>Une ligne et son sort.</summary>
public sealed record Difference(GenreDeDifference Genre, string Ligne);

/// <summary>Compare deux textes ligne à ligne : la plus longue suite commune, et ce qui s'en écarte.</summary>
public static class Differences
{
    // Au-delà, comparer coûterait plus que lire : tout le texte est dit changé.
    private const long CasesAuPlus = 4_000_000;

    /// <summary>Toutes les lignes non vides, dans l'ordre ; ce qui est ôté précède ce qui le remplace.</summary>
    public static IReadOnlyList<Difference> Comparer(string avant, string apres)
    {
        var (a, b) = (Lignes(avant), Lignes(apres));
        if ((long)a.Length * b.Length > CasesAuPlus)
        {
            return [.. a.Select(l => new Difference(GenreDeDifference.Otee, l)), .. b.Select(l => new Difference(GenreDeDifference.Ajoutee, l))];
        }

        var communes = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                communes[i, j] = a[i] == b[j] ? communes[i + 1, j + 1] + 1 : Math.Max(communes[i + 1, j], communes[i, j + 1]);
            }
        }

        var sortie = new List<Difference>();
        var (x, y) = (0, 0);
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                sortie.Add(new(GenreDeDifference.Gardee, a[x++]));
                y++;
            }
            else if (x < a.Length && (y == b.Length || communes[x + 1, y] >= communes[x, y + 1]))
            {
                sortie.Add(new(GenreDeDifference.Otee, a[x++]));
            }
            else
            {
                sortie.Add(new(GenreDeDifference.Ajoutee, b[y++]));
            }
        }

        return sortie;
    }

    private static string[] Lignes(string texte) =>
        texte.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
