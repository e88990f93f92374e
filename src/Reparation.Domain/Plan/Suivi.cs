using Reparation.Domain.Commun;

namespace Reparation.Domain.Plan;

/// <summary>
/// La récurrence, mois par mois : les rentrées d'abord, le tirage ensuite, les intérêts sur ce qui reste. Rien n'est arrondi en
/// route ; seules les sommes lues le sont.
/// </summary>
internal sealed class Suivi
{
    private readonly VieAFinancer _vie;
    private readonly List<Poche> _poches;
    private readonly ILookup<int, RentreeDArgent> _arrivees;
    private readonly int _majorite;
    private readonly int _derniereArrivee;
    private readonly bool _sansSomme;
    private decimal _autorise;

    public Suivi(VieAFinancer vie)
    {
        _vie = vie;

        // La poche qui rapporte le moins se vide la première.
        _poches = [.. vie.Rentrees.Select(Taux).Distinct().Order().Select(t => new Poche(t, CroissanceMensuelle.Du(t)))];
        _arrivees = vie.Rentrees.ToLookup(r => vie.RangDuMois(r.Le));
        _majorite = vie.Majorite is { } majorite ? vie.RangDuMois(majorite) : 0;
        _derniereArrivee = _arrivees.Count == 0 ? 0 : _arrivees.Max(a => a.Key);
        _sansSomme = vie.Rentrees.All(r => r.Montant == Montant.Zero);
    }

    /// <summary>Indice des prix de chaque année du calcul, la première à 1.</summary>
    public static decimal[] Indices(VieAFinancer vie, int mois)
    {
        var indices = new decimal[(mois / 12) + 1];
        indices[0] = 1;
        for (var an = 1; an < indices.Length; an++)
        {
            indices[an] = indices[an - 1] * (1 + (vie.Inflation / 100));
        }

        return indices;
    }

    /// <summary>Besoin, revenus et écart d'un mois.</summary>
    public static (decimal Besoin, decimal Revenus, decimal Ecart) Ecart(VieAFinancer vie, DateOnly debut, decimal indice)
    {
        var (besoin, revenus) = (0m, 0m);
        foreach (var depense in vie.Depenses)
        {
            besoin += Court(depense.Du, depense.Avant, debut) ? depense.ParMois.Euros * (depense.Indexee ? indice : 1) : 0;
        }

        foreach (var revenu in vie.Revenus)
        {
            revenus += Court(revenu.Du, revenu.Avant, debut) ? revenu.ParMois.Euros * revenu.MoisParAn / 12 * (revenu.Indexe ? indice : 1) : 0;
        }

        return (besoin, revenus, Math.Max(0, besoin - revenus));
    }

    public TempsAchete Derouler()
    {
        var indices = Indices(_vie, VieAFinancer.HorizonEnMois);
        var mois = new List<MoisDeVie>();
        var (finances, attente, manque, tire, avant) = (0m, 0, 0m, 0m, Montant.Zero);
        DateOnly? premier = null;
        FinDuCapital? fin = null;
        for (var rang = 0; rang < VieAFinancer.HorizonEnMois && fin is null; rang++)
        {
            if (_sansSomme && rang >= _derniereArrivee)
            {
                fin = new FinDuCapital.SansSomme();
                break;
            }

            var debut = _vie.Mois(rang);
            var entrees = Encaisser(rang);
            var (besoin, revenus, ecart) = Ecart(_vie, debut, indices[rang / 12]);
            var prise = Tirer(ecart);
            if (prise > 0)
            {
                premier ??= debut;
            }

            if (ecart > 0)
            {
                (attente, manque) = premier is null ? (attente + 1, manque + ecart) : (attente, manque);
                finances += premier is null ? 0 : prise / ecart;
            }

            if (ecart > 0 && rang >= _derniereArrivee && _poches.TrueForAll(p => p.Bloque == 0))
            {
                fin = Epuisement(rang, prise, ecart);
            }

            _poches.ForEach(p => p.Placer());
            (tire, var deja) = (tire + prise, tire);
            var (libre, bloque) = (Montant.Arrondir(_poches.Sum(p => p.Libre)), Montant.Arrondir(_poches.Sum(p => p.Bloque)));
            var lu = Montant.Arrondir(tire) - Montant.Arrondir(deja);
            mois.Add(new(
                debut, Montant.Arrondir(besoin), Montant.Arrondir(revenus), entrees, lu, libre + bloque - avant - entrees + lu, libre, bloque));
            avant = libre + bloque;
        }

        return new(
            finances, premier, attente, Montant.Arrondir(manque), Montant.Arrondir(tire), Montant.Total(mois.Select(m => m.Interets)),
            fin ?? (premier is null ? new FinDuCapital.NonConsomme(avant) : new FinDuCapital.AuDelaDeLHorizon(avant)), mois);
    }

    private Montant Encaisser(int rang)
    {
        foreach (var rentree in _arrivees[rang])
        {
            var poche = _poches.Find(p => p.Taux == Taux(rentree))!;
            if (rentree.Bloquee && rang < _majorite)
            {
                poche.Bloque += rentree.Montant.Euros;
                _autorise += rentree.AutoriseParMois.Euros;
            }
            else
            {
                poche.Libre += rentree.Montant.Euros;
            }
        }

        if (rang >= _majorite)
        {
            _autorise = 0;
            _poches.ForEach(p => p.Liberer());
        }

        return Montant.Total(_arrivees[rang].Select(r => r.Montant));
    }

    private decimal Tirer(decimal ecart)
    {
        var reste = Math.Min(ecart, Disponible());
        var prise = reste;
        foreach (var poche in _poches)
        {
            var part = Math.Min(reste, poche.Libre);
            (poche.Libre, reste) = (poche.Libre - part, reste - part);
        }

        // Ce que le juge laisse prendre chaque mois sur une somme bloquée vient en dernier.
        var autorise = Math.Min(ecart - prise, _autorise);
        foreach (var poche in _poches)
        {
            var part = Math.Min(autorise, poche.Bloque);
            (poche.Bloque, autorise, prise) = (poche.Bloque - part, autorise - part, prise + part);
        }

        return prise;
    }

    private decimal Disponible() => Math.Max(0, _poches.Sum(p => p.Libre) - _vie.Reserve.Euros);

    // Un mois payé en entier par le dernier euro finit avec lui : le premier jour non payé est celui du mois suivant.
    private FinDuCapital.Epuise? Epuisement(int rang, decimal prise, decimal ecart)
    {
        var entier = prise == ecart;
        if (entier && Disponible() > 0)
        {
            return null;
        }

        var (debut, suivant) = (_vie.Mois(rang), _vie.Mois(rang + 1));

        // Multiplier avant de diviser : un tiers de trente jours fait dix jours, pas neuf.
        return new(entier ? suivant : debut.AddDays((int)decimal.Floor(prise * (suivant.DayNumber - debut.DayNumber) / ecart)));
    }

    private static bool Court(DateOnly? du, DateOnly? avant, DateOnly debut) => (du is null || debut >= du) && (avant is null || debut < avant);

    private decimal Taux(RentreeDArgent rentree) => rentree.Rendement ?? _vie.Rendement;

    private sealed class Poche(decimal taux, decimal croissance)
    {
        public decimal Taux { get; } = taux;

        public decimal Libre { get; set; }

        public decimal Bloque { get; set; }

        public void Liberer() => (Libre, Bloque) = (Libre + Bloque, 0);

        public void Placer() => (Libre, Bloque) = (Libre * (1 + croissance), Bloque * (1 + croissance));
    }
}
