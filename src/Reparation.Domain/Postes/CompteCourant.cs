using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Avance jour après jour, d'événement en événement : changement de taux, majoration, année d'intérêts, paiement.</summary>
internal sealed class CompteCourant(DemandeDInterets demande, SerieDatee serie)
{
    private readonly List<Etape> _tranches = [];
    private readonly List<LigneDeDecompte> _lignes = [];
    private readonly List<PaiementRecu> _paiements = [.. demande.Paiements.OrderBy(p => p.Le)];
    private readonly List<string> _avertissements = [];

    private Montant _principal = demande.Principal;
    private Montant _interets;
    private Montant _courus;
    private Montant _tropPercu;
    private bool _majore;

    // Le délai de deux mois expire à la fin de son dernier jour : la majoration court du lendemain.
    private DateOnly? Majoration { get; } = serie.Majoration is { } majoration
        ? demande.ExecutoireLe?.AddMonths(majoration.Mois).AddDays(1)
        : null;

    public DecompteDInterets.Etabli Etablir()
    {
        foreach (var tranche in serie.Tranches(demande.Du, demande.Au))
        {
            Parcourir(tranche.Du, tranche.Au, tranche.Valeur);
        }

        Noter(demande.Au, "fin du compte");
        Conclure();
        var sources = new List<Source> { Sources.InteretLegal, serie.Source };
        if (demande.CapitalisationDepuis is not null)
        {
            sources.Add(Sources.CapitalisationDesInterets);
        }

        if (_paiements.Count > 0)
        {
            sources.Add(Sources.ImputationDesPaiements);
        }

        return new(Etape.Somme("Intérêts au taux légal", _tranches, sources), _lignes, _principal, _interets, _tropPercu, _avertissements);
    }

    private void Parcourir(DateOnly du, DateOnly au, decimal taux)
    {
        for (var debut = du; debut <= au;)
        {
            var fin = Premier(au, Majoration?.AddDays(-1), debut);
            fin = Premier(fin, ProchaineAnnee(debut)?.AddDays(-1), debut);
            fin = Premier(fin, ProchainPaiement(debut), debut);
            Courir(debut, fin, taux);
            Imputer(fin);
            Capitaliser(fin.AddDays(1));
            debut = fin.AddDays(1);
        }
    }

    private static DateOnly Premier(DateOnly fin, DateOnly? borne, DateOnly debut) =>
        borne is { } jour && jour >= debut && jour < fin ? jour : fin;

    /// <summary>Premier anniversaire de la capitalisation qui suit ce jour.</summary>
    private DateOnly? ProchaineAnnee(DateOnly jour)
    {
        if (demande.CapitalisationDepuis is not { } depart)
        {
            return null;
        }

        var annees = Math.Max(jour.Year - depart.Year, 1);
        return Ages.Anniversaire(depart, annees) > jour ? Ages.Anniversaire(depart, annees) : Ages.Anniversaire(depart, annees + 1);
    }

    private DateOnly? ProchainPaiement(DateOnly jour)
    {
        foreach (var paiement in _paiements)
        {
            if (paiement.Le >= jour)
            {
                return paiement.Le;
            }
        }

        return null;
    }

    private void Courir(DateOnly du, DateOnly au, decimal taux)
    {
        if (_principal == Montant.Zero)
        {
            return;
        }

        var majore = du >= Majoration;
        _majore |= majore;
        var tranche = InteretLegal.Tranche(
            _principal, du, au, majore ? taux + serie.Majoration!.Points : taux, InteretLegal.JoursParAn,
            majore ? $", taux de {Francais.Pourcent(taux)} majoré de {Francais.Compte(serie.Majoration!.Points, "point", "points")}" : "",
            [Sources.InteretLegal, serie.Source]);
        _tranches.Add(tranche);
        _courus += tranche.Resultat;
        _interets += tranche.Resultat;
    }

    private void Imputer(DateOnly jour)
    {
        foreach (var paiement in _paiements.Where(p => p.Le == jour))
        {
            var surInterets = Montant.Min(paiement.Montant, _interets);
            var surPrincipal = Montant.Min(paiement.Montant - surInterets, _principal);
            _interets -= surInterets;
            _principal -= surPrincipal;
            _tropPercu += paiement.Montant - surInterets - surPrincipal;
            Noter(jour, paiement.Libelle.Length > 0 ? $"paiement, {paiement.Libelle}" : "paiement", paiement.Montant, surInterets, surPrincipal);
        }
    }

    private void Capitaliser(DateOnly jour)
    {
        if (demande.CapitalisationDepuis is not { } depart || jour > demande.Au || jour <= depart
            || Ages.Anniversaire(depart, jour.Year - depart.Year) != jour || _interets == Montant.Zero)
        {
            return;
        }

        var capitalises = _interets;
        _principal += capitalises;
        _interets = Montant.Zero;
        Noter(jour, $"capitalisation d’une année d’intérêts, {capitalises}");
    }

    private void Noter(DateOnly jour, string libelle, Montant paiement = default, Montant surInterets = default, Montant surPrincipal = default)
    {
        _lignes.Add(new(jour, libelle, _courus, paiement, surInterets, surPrincipal, _principal, _interets));
        _courus = Montant.Zero;
    }

    private void Conclure()
    {
        if (serie.Perimee(demande.Au))
        {
            _avertissements.Add(serie.Peremption);
        }

        if (_majore)
        {
            _avertissements.Add("Le juge de l’exécution peut réduire la majoration ou en exonérer le débiteur (art. L. 313-3 du code monétaire et financier, de mémoire sur ce point) : le relire.");
        }

        if (_paiements.Count > 0)
        {
            _avertissements.Add("L’imputation des paiements sur les intérêts d’abord (art. 1343-1 du code civil) est citée de mémoire : la relire.");
        }

        if (_tropPercu > Montant.Zero)
        {
            _avertissements.Add($"Les paiements dépassent la dette de {_tropPercu} : vérifier le principal et les sommes reçues.");
        }
    }
}
