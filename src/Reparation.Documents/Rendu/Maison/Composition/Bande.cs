namespace Reparation.Documents.Rendu.Maison;

/// <summary>Cadre qui entoure des bandes ; il s'ouvre et se ferme sur chaque page qu'il traverse.</summary>
internal sealed record Cadre(double X, double Largeur)
{
    public const double Marge = 10;
    public const double Retrait = 12;
    public const double Dedans = 9;
}

/// <summary>En-têtes d'un tableau, redessinés en décor en haut de chaque page qu'il traverse.</summary>
internal sealed record Entete(double Hauteur, Action<Page, double, Element?> Dessiner);

/// <summary>
/// Tranche horizontale insécable : une ligne de texte, une rangée, un titre. Un acte est une suite de bandes.
/// </summary>
internal sealed class Bande
{
    public required double Hauteur { get; init; }

    /// <summary>Dessine la bande, son bord haut étant à l'ordonnée donnée.</summary>
    public required Action<Page, double> Dessiner { get; set; }

    public double Avant { get; set; }

    public double Apres { get; set; }

    /// <summary>Vrai si la bande ne peut pas être la dernière de sa page.</summary>
    public bool Solidaire { get; set; }

    /// <summary>Vrai si la bande commence une page.</summary>
    public bool NouvellePage { get; set; }

    /// <summary>Cadres ouverts, du plus large au plus étroit.</summary>
    public IReadOnlyList<Cadre> Cadres { get; set; } = [];

    public Entete? Entete { get; init; }

    /// <summary>Lignes des notes que la bande appelle : elles vont au pied de sa page.</summary>
    public IReadOnlyList<Bande> Notes { get; init; } = [];

    /// <summary>Première ligne de base, pour y poser une puce.</summary>
    public double Base { get; init; }

    /// <summary>Titres que la bande contient, avec leur distance au bord haut.</summary>
    public IReadOnlyList<(Repere Repere, double Ecart)> Reperes { get; init; } = [];
}

/// <summary>Bande à sa place dans une page.</summary>
internal readonly record struct Place(Bande Bande, double Haut, double? HautEntete);

/// <summary>Portion de cadre sur une page ; ouverte là où le cadre se poursuit.</summary>
internal readonly record struct PortionCadre(Cadre Cadre, double Haut, double Bas, bool SuiteDeAvant, bool SuiteApres);

/// <summary>Pose des bandes l'une sous l'autre.</summary>
internal struct Pile(double haut)
{
    private double _bas = haut;
    private double _apres;
    private IReadOnlyList<Cadre> _cadres = [];
    private bool _occupee;

    public readonly bool Occupee => _occupee;

    /// <summary>Bas de la pile, cadres refermés.</summary>
    public readonly double Bas => _bas + _cadres.Count * Cadre.Dedans;

    public Place Poser(Bande bande, List<(Cadre Cadre, double Haut)>? ouverts = null, List<PortionCadre>? fermes = null)
    {
        var communs = 0;
        while (communs < _cadres.Count && communs < bande.Cadres.Count && ReferenceEquals(_cadres[communs], bande.Cadres[communs]))
        {
            communs++;
        }

        var (ferme, ouvre) = (_cadres.Count > communs, bande.Cadres.Count > communs);
        for (var i = _cadres.Count - 1; i >= communs; i--)
        {
            _bas += Cadre.Dedans;
            if (ouverts is not null)
            {
                fermes!.Add(new PortionCadre(ouverts[i].Cadre, ouverts[i].Haut, _bas, false, false));
                ouverts.RemoveAt(i);
            }
        }

        if (_occupee)
        {
            _bas += Math.Max(ferme ? Cadre.Marge : _apres, ouvre ? Cadre.Marge : bande.Avant);
        }

        for (var i = communs; i < bande.Cadres.Count; i++)
        {
            ouverts?.Add((bande.Cadres[i], _bas));
            _bas += Cadre.Dedans;
        }

        double? entete = null;
        if (!_occupee && bande.Entete is not null)
        {
            entete = _bas;
            _bas += bande.Entete.Hauteur;
        }

        var place = new Place(bande, _bas, entete);
        _bas += bande.Hauteur;
        (_apres, _cadres, _occupee) = (bande.Apres, bande.Cadres, true);
        return place;
    }
}
