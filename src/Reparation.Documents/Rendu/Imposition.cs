namespace Reparation.Documents.Rendu;

/// <summary>Une face de feuille : la page de gauche et celle de droite, à partir de 1 ; 0 pour une page blanche.</summary>
public readonly record struct FaceDeFeuille(int Gauche, int Droite);

/// <summary>Range les pages d'un cahier piqué à cheval : imprimées recto verso, retournées sur le petit côté, pliées, elles se suivent.</summary>
public static class Imposition
{
    private const int PagesParFeuille = 4;

    /// <summary>Faces à imprimer, dans l'ordre : recto puis verso de chaque feuille, la feuille du dehors d'abord.</summary>
    /// <param name="pages">Nombre de pages ; complété de pages blanches jusqu'au multiple de quatre.</param>
    /// <exception cref="ArgumentOutOfRangeException">Aucune page.</exception>
    public static IReadOnlyList<FaceDeFeuille> EnCahier(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        var feuilles = (pages + PagesParFeuille - 1) / PagesParFeuille;
        var total = feuilles * PagesParFeuille;
        return
        [
            .. Enumerable.Range(0, feuilles).SelectMany(f => new FaceDeFeuille[]
            {
                new(Ou(total - 2 * f), Ou(2 * f + 1)),
                new(Ou(2 * f + 2), Ou(total - 2 * f - 1)),
            }),
        ];

        int Ou(int page) => page <= pages ? page : 0;
    }
}
