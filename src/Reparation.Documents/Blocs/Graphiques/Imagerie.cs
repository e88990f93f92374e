namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Petits dessins du livret : des objets simples et calmes, jamais une scène. Ils redisent le texte, ils ne le remplacent pas.</summary>
public static class Imagerie
{
    /// <summary>Côté d'un dessin, en points.</summary>
    public const decimal Cote = 60;

    private static readonly Dictionary<string, IReadOnlyList<Trait>> Tous = new(StringComparer.Ordinal)
    {
        ["maison"] = [R(14, 28, 32, 26, Teinte.Claire), L(8, 30, 30, 10), L(30, 10, 52, 30), R(26, 38, 9, 16, Teinte.Foncee)],
        ["telephone"] = [R(18, 6, 24, 48, Teinte.Foncee), R(21, 12, 18, 32, Teinte.Fond), D(30, 49, 2.5m, Teinte.Fond)],
        ["bulle"] = [R(8, 10, 44, 28, Teinte.Claire), L(18, 36, 14, 50), L(14, 50, 28, 37), D(20, 24, 3, Teinte.Foncee), D(30, 24, 3, Teinte.Foncee), D(40, 24, 3, Teinte.Foncee)],
        ["balance"] = [L(30, 8, 30, 50), L(10, 16, 50, 16), L(18, 52, 42, 52), D(12, 34, 8, Teinte.Claire), D(48, 34, 8, Teinte.Claire), L(12, 16, 12, 27), L(48, 16, 48, 27)],
        ["horloge"] = [D(30, 30, 24, Teinte.Foncee), D(30, 30, 20, Teinte.Fond), L(30, 30, 30, 16), L(30, 30, 40, 34), D(30, 30, 2.5m, Teinte.Foncee)],
        ["livre"] = [R(8, 14, 21, 34, Teinte.Claire), R(31, 14, 21, 34, Teinte.Claire), L(30, 12, 30, 50), L(12, 22, 25, 22, Teinte.Fond), L(12, 30, 25, 30, Teinte.Fond), L(35, 22, 48, 22, Teinte.Fond), L(35, 30, 48, 30, Teinte.Fond)],
        ["cle"] = [D(18, 30, 12, Teinte.Foncee), D(18, 30, 6, Teinte.Fond), L(29, 30, 54, 30), L(46, 30, 46, 40), L(53, 30, 53, 38)],
        ["feuille"] = [R(12, 6, 36, 48, Teinte.Fond), R(18, 14, 7, 7, Teinte.Foncee), R(18, 27, 7, 7, Teinte.Foncee), R(18, 40, 7, 7, Teinte.Claire), L(29, 18, 43, 18), L(29, 31, 43, 31), L(29, 44, 43, 44)],
        ["deux"] = [D(19, 18, 8, Teinte.Foncee), R(11, 29, 16, 24, Teinte.Foncee), D(41, 22, 7, Teinte.Claire), R(34, 32, 14, 21, Teinte.Claire)],
        ["loupe"] = [L(38, 38, 52, 52), D(25, 25, 18, Teinte.Foncee), D(25, 25, 13, Teinte.Fond)],
        ["porte"] = [R(16, 6, 28, 48, Teinte.Claire), R(20, 10, 14, 44, Teinte.Fond), D(38, 31, 2.5m, Teinte.Foncee), L(8, 54, 52, 54)],
        ["soleil"] = [D(30, 30, 12, Teinte.Foncee), L(30, 4, 30, 12), L(30, 48, 30, 56), L(4, 30, 12, 30), L(48, 30, 56, 30), L(12, 12, 17, 17), L(43, 43, 48, 48), L(12, 48, 17, 43), L(43, 17, 48, 12)],
    };

    /// <summary>Noms des dessins.</summary>
    public static IReadOnlyCollection<string> Noms => Tous.Keys;

    /// <summary>Un dessin, dit à qui ne le voit pas ; rien si le nom est inconnu.</summary>
    public static Bloc.Figure? Dessiner(string nom, string alternative) =>
        Tous.TryGetValue(nom, out var traits) ? new(alternative, [], new(Cote, Cote, traits)) : null;

    private static Trait.Rectangle R(decimal x, decimal y, decimal largeur, decimal hauteur, Teinte teinte) => new(x, y, largeur, hauteur) { Teinte = teinte };

    private static Trait.Disque D(decimal x, decimal y, decimal rayon, Teinte teinte) => new(x, y, rayon) { Teinte = teinte };

    private static Trait.Ligne L(decimal x1, decimal y1, decimal x2, decimal y2, Teinte teinte = Teinte.Foncee) => new(x1, y1, x2, y2, 3) { Teinte = teinte };
}
