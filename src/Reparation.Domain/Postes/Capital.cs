using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// Ce qui est dû jusqu'à la veille de la décision s'additionne ; ce qui viendra après se capitalise au jour près, à l'âge exact
/// atteint le jour de la décision. Un poste y ajoute ses flux un à un, puis ses comparaisons.
/// </summary>
internal sealed class Capital
{
    private const string AVerifier = "prix recalculé par le logiciel, à vérifier sur le barème imprimé";

    private readonly Calcul _calcul;
    private readonly Tete _tete;
    private readonly DateOnly _decision;
    private readonly TempsEcoule _age;
    private readonly List<Avenir> _avenirs = [];

    private Capital(Calcul calcul, Tete tete, DateOnly decision)
    {
        (_calcul, _tete, _decision) = (calcul, tete, decision);
        _age = TempsEcoule.Entre(tete.Naissance, decision);
    }

    /// <summary>Vrai si une part de l'avenir a été capitalisée.</summary>
    public bool ADeLAvenir => _avenirs.Count > 0;

    /// <summary>Prépare le calcul ; rien, et le poste est réservé, si la décision ne s'accorde pas avec la naissance.</summary>
    public static Capital? Ouvrir(Calcul calcul, Tete tete, DateOnly decision)
    {
        if (decision < tete.Naissance || decision.Year > 9000 || Ages.Le(tete.Naissance, decision) > 104)
        {
            calcul.Reserver(
                $"La décision prévue le {Francais.Date(decision)} ne s’accorde pas avec la naissance du {Francais.Date(tete.Naissance)}.");
            return null;
        }

        return new(calcul, tete, decision);
    }

    /// <summary>Évalue un flux et l'ajoute au poste ; le poste est réservé si quelque chose manque.</summary>
    public void Ajouter(Flux flux, IReadOnlyList<Source> fondement)
    {
        var parties = new List<Etape>(2);
        if (flux.Debut < _decision)
        {
            parties.Add(Echu(flux));
        }

        // Un flux qui s'arrête avant la décision n'a plus d'avenir.
        if (flux.Fin is null || flux.Fin > _decision)
        {
            if (AEchoir(flux) is not { } etape)
            {
                return;
            }

            parties.Add(etape);
        }

        _calcul.Ajouter(Etape.Somme(flux.Intitule, parties, fondement) with { Pieces = flux.Pieces });
    }

    /// <summary>Donne au poste ses comparaisons, calculées à la première lecture seulement : l'écran les demande, un total non.</summary>
    public void Comparer(Func<IReadOnlyList<Avenir>, IEnumerable<Comparaison>>? propres = null)
    {
        if (_avenirs.Count == 0)
        {
            return;
        }

        var editions = _calcul.Contexte.Editions;
        _calcul.ComparerALaLecture(() =>
        [
            .. propres?.Invoke(_avenirs) ?? [],
            .. ComparaisonsDeCapital.Donner(_avenirs, editions, _age),
        ]);
    }

    private Etape Echu(Flux flux)
    {
        var veille = _decision.AddDays(-1);
        var dernier = flux.Fin is { } fin && fin <= veille ? fin.AddDays(-1) : veille;
        var libelle = $"échu {Francais.Periode(flux.Debut, dernier)}, année comptée 365 jours";
        if (!_calcul.Contexte.Chiffrage.Actualiser)
        {
            return Arrerages(flux, libelle, flux.Debut, dernier);
        }

        // L'indice des prix change d'une année à l'autre : chaque année civile garde son propre jour de valeur.
        var annees = new List<Etape>();
        for (var du = flux.Debut; du <= dernier; du = new(du.Year + 1, 1, 1))
        {
            var au = du.Year == dernier.Year ? dernier : new DateOnly(du.Year, 12, 31);
            annees.Add(Arrerages(flux, $"échu {Francais.Periode(du, au)}", du, au) with
            {
                ValeurAu = du.AddDays((au.DayNumber - du.DayNumber) / 2),
            });
        }

        return Etape.Somme(libelle, annees, Sources.Arrerages);
    }

    private static Etape Arrerages(Flux flux, string libelle, DateOnly du, DateOnly au)
    {
        var jours = Ages.Jours(du, au);
        return new(
            libelle,
            $"{flux.ParAn} × {Francais.Nombre(jours)} j ÷ 365{flux.ParChance}",
            Montant.Arrondir(flux.ParAn.Euros * jours * (flux.Chance ?? 100) / 36500),
            [Sources.Arrerages]);
    }

    private Etape? AEchoir(Flux flux)
    {
        if (Demander(flux) is not { } demande)
        {
            return null;
        }

        var (prix, edition) = (PrixDeRente.Calculer(demande), demande.Edition);
        _avenirs.Add(new(flux, demande, prix));
        var libelle = $"à échoir {Duree(flux)}, {_age} à la décision du {Francais.Date(_decision)}";
        IReadOnlyList<Source> sources = [edition.Source, edition.Table(demande.Sexe).Source];
        if (flux.CoefficientImprime is { } imprime)
        {
            return new(
                libelle, $"{flux.Ecrire(imprime)} ; coefficient lu dans un barème imprimé : {flux.ReferenceDuCoefficient}",
                flux.Multiplier(imprime), [Sources.BaremeAuChoixDuJuge]);
        }

        var taux = demande.Courbe.Count > 0 ? "méthode annuelle paramétrable" : Francais.Pourcent(prix.Taux);
        return new(
            libelle,
            $"{flux.Ecrire(prix.Coefficient)} ; prix de 1 € de rente, {edition.Titre}, {prix.Table}, {taux}, {Terme(demande)} : "
            + $"{prix.Formule} ; {AVerifier}",
            flux.Multiplier(prix.Coefficient),
            sources);
    }

    private DemandeDePrix? Demander(Flux flux)
    {
        var chiffrage = _calcul.Contexte.Chiffrage;
        if (_tete.Sexe is not { } sexe)
        {
            return Refuser(flux, _tete.EstUnProche
                ? "le sexe du proche manque, la table de mortalité en dépend"
                : "le sexe à l’état civil manque, la table de mortalité en dépend");
        }

        if (_calcul.Contexte.Bareme is not { } bareme)
        {
            return Refuser(flux, $"le barème « {chiffrage.Bareme} » est inconnu");
        }

        if (bareme.ComparaisonSeulement || !bareme.Couvre(sexe))
        {
            return Refuser(flux, $"« {bareme.Titre} » ne sert qu’à comparer. Choisir un barème");
        }

        if (_age.Annees > bareme.Table(sexe).DernierAge || Ages.Le(_tete.Naissance, flux.Debut) > bareme.Table(sexe).DernierAge)
        {
            return Refuser(flux, $"les tables s’arrêtent à {Francais.Ans(bareme.Table(sexe).DernierAge)}");
        }

        if (flux.CoefficientImprime is not null && string.IsNullOrWhiteSpace(flux.ReferenceDuCoefficient))
        {
            return Refuser(flux, "le coefficient imprimé est saisi sans sa référence. Donner le barème, la page, la ligne et la colonne");
        }

        if (flux.Croissance is < -5 or > 10)
        {
            return Refuser(flux, "la croissance doit être comprise entre −5 et 10 %");
        }

        return Taux(flux, bareme) is not { } demande ? null : demande with
        {
            Debut = flux.Debut,
            Fin = flux.Fin,
            Croissance = flux.Croissance,
            Paiements = Paiements(chiffrage),
        };

        DemandeDePrix? Taux(Flux courant, EditionCapitalisation edition) =>
            ChoisirLeTaux(courant, edition) ? new(edition, sexe, _tete.Naissance, _decision)
            {
                Taux = chiffrage.Methode == MethodeDeCapitalisation.CourbeAnnuelle ? null : chiffrage.Taux,
                Courbe = chiffrage.Methode == MethodeDeCapitalisation.CourbeAnnuelle ? chiffrage.Courbe : [],
            }
            : null;
    }

    private MomentDesPaiements Paiements(Chiffrage chiffrage)
    {
        if (!chiffrage.PaiementMensuel)
        {
            return MomentDesPaiements.Annuel;
        }

        ExigerUnMotif("Le paiement mensuel s’écarte des barèmes publiés, qui comptent une rente annuelle à terme échu");
        return MomentDesPaiements.Mensuel;
    }

    private bool ChoisirLeTaux(Flux flux, EditionCapitalisation bareme)
    {
        var chiffrage = _calcul.Contexte.Chiffrage;
        if (chiffrage.Methode == MethodeDeCapitalisation.CourbeAnnuelle)
        {
            if (chiffrage.Courbe.All(p => p.Annee != 1) || chiffrage.Courbe.DistinctBy(p => p.Annee).Count() != chiffrage.Courbe.Count)
            {
                _ = Refuser(flux, "la méthode annuelle demande une courbe qui commence à l’année 1, et où chaque année ne paraît qu’une fois");
                return false;
            }

            ExigerUnMotif("La méthode annuelle paramétrable n’est celle d’aucun barème publié");
            return true;
        }

        if (chiffrage.Taux is < -5 or > 10)
        {
            _calcul.Reserver("Le taux de capitalisation doit être compris entre −5 et 10 %.");
            return false;
        }

        if (chiffrage is { Methode: MethodeDeCapitalisation.TauxLibre, Taux: null })
        {
            _ = Refuser(flux, "un taux libre est choisi, mais il n’est pas saisi");
            return false;
        }

        if (chiffrage.Taux is { } taux && !bareme.Taux.Contains(taux))
        {
            _calcul.Avertir($"Le taux de {Francais.Pourcent(taux)} n’est pas publié par l’édition choisie ({bareme.Titre}) : il se plaide.");
            ExigerUnMotif("Un taux libre s’écarte des barèmes publiés");
        }

        if (bareme.TauxLibre)
        {
            ExigerUnMotif("Aucun barème publié n’emploie cette table : elle se plaide, et son taux avec elle");
        }

        return true;
    }

    private void ExigerUnMotif(string raison)
    {
        if (string.IsNullOrWhiteSpace(_calcul.Contexte.Chiffrage.MotifDeCapitalisation))
        {
            _calcul.Avertir($"{raison} : écrire les raisons de ce choix dans le motif de capitalisation.");
        }
    }

    private DemandeDePrix? Refuser(Flux flux, string raison)
    {
        _calcul.Reserver($"« {flux.Nom} » ne peut pas être capitalisé : {raison}.");
        return null;
    }

    private string Duree(Flux flux)
    {
        var depart = flux.Debut > _decision ? $"à partir du {Francais.Date(flux.Debut)}{Anniversaire(flux.Debut)} " : "";
        return depart + (flux.Fin is { } fin ? $"jusqu’au {Francais.Date(fin.AddDays(-1))}{Anniversaire(fin)}" : "la vie entière");
    }

    private string Anniversaire(DateOnly jour) => Ages.Le(_tete.Naissance, jour) is var age && Ages.Anniversaire(_tete.Naissance, age) == jour
        ? $" ({Francais.Ans(age)})"
        : "";

    private static string Terme(DemandeDePrix demande) =>
        (demande.Paiements == MomentDesPaiements.Mensuel ? "payé chaque mois à terme échu" : "terme échu")
        + (demande.Croissance == 0 ? "" : $", croissance de {Francais.Pourcent(demande.Croissance)} par an");
}

/// <summary>Avenir capitalisé d'un flux.</summary>
/// <param name="Flux">Le flux.</param>
/// <param name="Demande">Le prix demandé.</param>
/// <param name="Prix">Le prix calculé.</param>
internal sealed record Avenir(Flux Flux, DemandeDePrix Demande, PrixDeRente Prix)
{
    /// <summary>Coefficient du résultat : imprimé s'il est saisi, calculé sinon.</summary>
    public decimal Coefficient => Flux.CoefficientImprime ?? Prix.Coefficient;
}
