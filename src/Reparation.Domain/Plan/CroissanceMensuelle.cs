namespace Reparation.Domain.Plan;

/// <summary>D'un taux annuel à un mois, en décimal.</summary>
internal static class CroissanceMensuelle
{
    private const int Precision = 10;

    /// <summary>(1 + taux)^(1/12) − 1, arrondi à dix décimales ; le taux est en pour cent par an.</summary>
    public static decimal Du(decimal taux)
    {
        var annuel = 1 + (taux / 100);
        var racine = 1m;

        // Newton sur x^12 = annuel : huit pas suffisent de −2 à 15 %, la précision double à chacun.
        for (var pas = 0; pas < 8; pas++)
        {
            var x11 = Puissance(racine, 11);
            racine -= ((x11 * racine) - annuel) / (12 * x11);
        }

        return decimal.Round(racine - 1, Precision);
    }

    /// <summary>Puissance entière.</summary>
    public static decimal Puissance(decimal x, int n)
    {
        var produit = 1m;
        for (var i = 0; i < n; i++)
        {
            produit *= x;
        }

        return produit;
    }
}
