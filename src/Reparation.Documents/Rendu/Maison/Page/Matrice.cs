namespace Reparation.Documents.Rendu.Maison;

/// <summary>Transformation affine, dans l'ordre où un PDF l'écrit : x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
internal readonly record struct Matrice(double A, double B, double C, double D, double E, double F)
{
    public static Matrice Identite { get; } = new(1, 0, 0, 1, 0, 0);

    public static Matrice Decaler(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>Celle-ci d'abord, l'autre ensuite.</summary>
    public Matrice Puis(Matrice suite) => new(
        A * suite.A + B * suite.C, A * suite.B + B * suite.D,
        C * suite.A + D * suite.C, C * suite.B + D * suite.D,
        E * suite.A + F * suite.C + suite.E, E * suite.B + F * suite.D + suite.F);

    /// <summary>Les six nombres, comme un flux de page les attend.</summary>
    public override string ToString() => string.Join(' ', new[] { A, B, C, D, E, F }.Select(Ecriture.Precis));

    public (double X, double Y) Porter(double x, double y) => (A * x + C * y + E, B * x + D * y + F);
}
