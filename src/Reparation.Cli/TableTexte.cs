namespace Reparation.Cli;

/// <summary>Tableau aligné en texte. La première colonne est un libellé, les autres des nombres calés à droite.</summary>
internal sealed class TableTexte(params IReadOnlyList<string> entetes)
{
    private readonly List<IReadOnlyList<string>?> _lignes = [entetes, null];

    public void Ajouter(params IReadOnlyList<string> cellules) => _lignes.Add(cellules);

    public void Trait() => _lignes.Add(null);

    public void Ecrire(TextWriter sortie)
    {
        // Une ligne d'une seule cellule est un intertitre : elle ne fixe pas la largeur.
        var largeurs = entetes.Select((_, i) => _lignes.Max(l => l is { Count: > 1 } ? l[i].Length : 0)).ToList();
        foreach (var ligne in _lignes)
        {
            sortie.WriteLine(ligne switch
            {
                null => new string('─', largeurs.Sum() + (2 * (largeurs.Count - 1))),
                { Count: 1 } => ligne[0],
                _ => string.Join("  ", ligne.Select((c, i) => i == 0 ? c.PadRight(largeurs[i]) : c.PadLeft(largeurs[i]))).TrimEnd(),
            });
        }
    }
}
