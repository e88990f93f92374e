using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;

namespace Reparation.Domain.Voies;

/// <summary>Ce que le dossier dit de chaque condition. Une réponse absente reste inconnue : elle n'ouvre ni ne ferme rien.</summary>
internal sealed class Situation
{
    private static readonly Technique[] TechniquesEnLigne =
    [
        Technique.Pedopiegeage, Technique.SextorsionSexuelle, Technique.SextorsionFinanciere, Technique.DiffusionEnDirect, Technique.Contenus,
        Technique.ContenusGeneres, Technique.SextingPartage, Technique.Caming,
    ];

    private readonly Dossier _dossier;
    private readonly DateOnly _jour;
    private readonly ParametresDesVoies _parametres;

    public Situation(Dossier dossier, DateOnly jour, ParametresDesVoies parametres)
    {
        _dossier = dossier;
        _jour = jour;
        _parametres = parametres;
        Faits = QualificationDesFaits.Proposer(dossier);
    }

    public IReadOnlyList<FaitQualifie> Faits { get; }

    /// <summary>Vrai si chaque fait est en ligne, sans contact physique.</summary>
    public bool EnLigneSeulement => _dossier.Faits.Count > 0
        && _dossier.Faits.All(f => f.ContactPhysique != Reponse.Oui && (f.Techniques.Any(TechniquesEnLigne.Contains) || f.ServiceEnLigne.Length > 0));

    /// <summary>État de la réparation intégrale, fixé une fois ses conditions lues.</summary>
    public EtatDeVoie? Integrale { get; set; }

    public (Reponse Reponse, string Motif) Constater(ConditionDeVoie condition) => condition switch
    {
        ConditionDeVoie.FaitSaisi => Selon(_dossier.Faits.Count > 0, "Faits saisis.", "Aucun fait n’est saisi : les entrer par date."),
        ConditionDeVoie.Mineur => Mineur(),
        ConditionDeVoie.Opposition => Dite(_dossier.Droits.OppositionDInterets, "l’opposition d’intérêts"),
        ConditionDeVoie.CrimeDeLAide => Qualifiee(i => i.Id.StartsWith("viol_", StringComparison.Ordinal) && i.Prescription == "PEN-CRIME-MIN", "un viol"),
        ConditionDeVoie.Ressources => Dite(_dossier.Droits.RessourcesSousPlafond, "les ressources du foyer"),
        ConditionDeVoie.RefusOuAttente => RefusOuAttente(),
        ConditionDeVoie.Instruction => Stade(StadeProcedure.Instruction),
        ConditionDeVoie.Audience => Audience(),
        ConditionDeVoie.InteretsCivils => Stade(StadeProcedure.InteretsCivils),
        ConditionDeVoie.HorsAutreRegime => _dossier.Droits.AutreRegime == Reponse.Oui
            ? (Reponse.Non, "Les faits relèvent d’un autre régime.")
            : Selon(_dossier.Faits.Count > 0, "Aucun autre régime n’est signalé.", "Aucun fait n’est saisi."),
        ConditionDeVoie.InfractionCitee => Qualifiee(i => i.CiteeA7063 == Appartenance.Oui, "une infraction citée"),
        ConditionDeVoie.IncapacitePermanente => IncapacitePermanente(),
        ConditionDeVoie.IttUnMois => IttUnMois(),
        ConditionDeVoie.Deces => _dossier.Enfant.DecedeLe is null ? (Reponse.Non, "Aucun décès.") : (Reponse.Oui, "Décès saisi."),
        ConditionDeVoie.ViolencesSurMineur => Qualifiee(i => i.CiteeA7063 == Appartenance.SousCondition, "des violences de 222-12 ou 222-14"),
        ConditionDeVoie.FrancaiseOuEnFrance => FrancaiseOuEnFrance(),
        ConditionDeVoie.CiviSaisie => Selon(Saisine.DeLaCommission(_dossier) == Reponse.Oui, "Commission saisie, d’après le dossier.", "La requête n’est pas encore enregistrée au dossier."),
        ConditionDeVoie.CiviOuverte => Integrale switch
        {
            EtatDeVoie.Ouverte or EtatDeVoie.AVerifier => (Reponse.Oui, "La réparation intégrale est ouverte."),
            EtatDeVoie.Fermee => (Reponse.Non, "La réparation intégrale est fermée."),
            _ => (Reponse.Inconnu, "L’entrée devant la commission reste à établir."),
        },
        ConditionDeVoie.CiviObtenue => Dite(_dossier.Droits.CiviObtenue, "l’indemnisation par la commission"),
        ConditionDeVoie.CiviNonObtenue => Contraire(_dossier.Droits.CiviObtenue, "Aucune indemnisation signalée.", "Indemnisation déjà obtenue."),
        ConditionDeVoie.AucunFondsObtenu => _dossier.Versements.Any(v => v.Genre == GenreVersement.AvanceDuSarvi)
            ? (Reponse.Non, "Avance du SARVI déjà reçue.")
            : Contraire(_dossier.Droits.CiviObtenue, "Aucune indemnisation signalée.", "Indemnisation déjà obtenue."),
        ConditionDeVoie.InteretsCivilsSuperieurs => DecisionDefinitive() is (Reponse.Oui, _)
            ? (Reponse.Inconnu, "Comparer les intérêts civils alloués à l’indemnité de la commission.")
            : DecisionDefinitive(),
        ConditionDeVoie.IntegraleFermee => IntegraleFermee(),
        ConditionDeVoie.SansDroitCivi => SansDroitCivi(),
        ConditionDeVoie.Infraction70614 => Infraction70614(),
        ConditionDeVoie.SansReparation => Inverse(Dite(_dossier.Droits.ReparationEffective, "la réparation par un autre")),
        ConditionDeVoie.SituationGrave => Dite(_dossier.Droits.SituationGrave, "la gravité de la situation"),
        ConditionDeVoie.OffreDuFonds => _dossier.Chiffrage.Offres.Any(o => o.Emetteur == EmetteurDOffre.FondsDeGarantie)
            ? (Reponse.Oui, "Offre du fonds saisie.")
            : (Reponse.Inconnu, "Aucune offre du fonds n’est saisie."),
        ConditionDeVoie.OffreRecue => _dossier.Chiffrage.Offres.Count > 0 ? (Reponse.Oui, "Offre saisie.") : (Reponse.Inconnu, "Aucune offre n’est saisie."),
        ConditionDeVoie.AuteurMineur => AuteurMineur(),
        ConditionDeVoie.AuteurNonConfie => Inverse(Dite(_dossier.Droits.AuteurConfie, "si l’auteur était confié à un tiers")),
        ConditionDeVoie.Assureur => Selon(_dossier.Organismes.Any(o => o.Nature == NatureOrganisme.Assureur), "Assureur saisi.", "Aucun assureur n’est saisi : interroger la famille et l’auteur."),
        ConditionDeVoie.Etablissement => Dite(_dossier.Droits.Etablissement, "la mise en cause d’un établissement"),
        ConditionDeVoie.EnLigne => _dossier.Faits.Any(f => f.ServiceEnLigne.Length > 0 || f.ParReseau == Reponse.Oui || f.Techniques.Any(TechniquesEnLigne.Contains))
            ? (Reponse.Oui, "Faits en ligne saisis.")
            : (Reponse.Non, "Aucun fait en ligne n’est saisi."),
        ConditionDeVoie.PlateformeAvertie => Dite(_dossier.Droits.PlateformeInactive, "l’inaction de la plateforme avertie"),
        ConditionDeVoie.CarencePublique => Dite(_dossier.Droits.CarencePublique, "une carence publique"),
        ConditionDeVoie.PartieCivile => Dite(_dossier.Droits.PartieCivile, "la constitution de partie civile"),
        ConditionDeVoie.DecisionDefinitive => DecisionDefinitive(),
        ConditionDeVoie.Impaye => Inverse(Dite(_dossier.Droits.PayesParLAuteur, "le paiement par le condamné")),
        ConditionDeVoie.BiensSaisis => Dite(_dossier.Droits.BiensSaisis, "les biens saisis ou confisqués"),
        ConditionDeVoie.Caisse => Selon(Caisses.Any(), "Caisse saisie.", "Aucune caisse n’est saisie : la nommer aux organismes."),
        ConditionDeVoie.CaisseMiseEnCause => Selon(Caisses.Any(o => o.MisEnCauseLe is not null), "Caisse mise en cause.", "La mise en cause n’est pas datée."),
        ConditionDeVoie.PlainteFaite => Selon(_dossier.Procedure.PlainteLe is not null || _dossier.Procedure.Stade > StadeProcedure.AvantPlainte, "Plainte ou signalement fait.", "Aucune plainte ni signalement n’est saisi."),
        ConditionDeVoie.RetraitDemande => Selon(_dossier.Retraits.Count > 0, "Retrait demandé.", "Aucune demande de retrait n’est saisie."),
        ConditionDeVoie.ExpertiseEngagee => Selon(_dossier.Chiffrage.ExpertiseDemandee.Length > 0 || _dossier.Chiffrage.Consolidation is not null, "Expertise engagée ou état consolidé.", "Ni expertise demandée ni consolidation."),
        ConditionDeVoie.PieceMedicale => Selon(_dossier.Pieces.Any(p => p.Nature == NaturePiece.Medical), "Pièce médicale saisie.", "Aucune pièce médicale n’est saisie."),
        ConditionDeVoie.Represente => Selon(_dossier.Representants.Count > 0, "Représentant saisi.", "Aucun représentant n’est saisi."),
        ConditionDeVoie.PlanCommence => Selon(_dossier.Plan.Actions.Count > 0 || _dossier.Plan.Objectifs.Count > 0, "Plan commencé.", "Le plan est vide."),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private IEnumerable<Organisme> Caisses => _dossier.Organismes.Where(o => o.Nature == NatureOrganisme.AssuranceMaladie);

    private (Reponse, string) Mineur() => Elements.AgeLe(_dossier, _jour) switch
    {
        null => (Reponse.Inconnu, "Saisir la date de naissance de l’enfant."),
        < 18 and var age => (Reponse.Oui, $"{Francais.Ans(age)} ce jour."),
        _ => (Reponse.Non, "La victime est majeure : elle agit elle-même."),
    };

    // Une qualification visée est celle de l'avocat ; une qualification seulement proposée reste à soutenir.
    private (Reponse, string) Qualifiee(Func<Infraction, bool> choix, string nom)
    {
        var possibles = Faits.SelectMany(f => f.Qualifications).Where(q => choix(q.Infraction)).ToList();
        var visees = possibles.Where(q => q is { Visee: true, Envisageable: true }).ToList();
        if (visees.Count > 0)
        {
            return (Reponse.Oui, $"Visée : {Noms(visees)}.");
        }

        var contredites = possibles.Where(q => q.Visee).ToList();
        if (contredites.Count > 0)
        {
            return (Reponse.Inconnu, $"Visée, mais le dossier ou la date des faits s’y oppose : {Noms(contredites)}. Corriger l’un ou l’autre.");
        }

        var envisageables = possibles.Where(q => q.Envisageable).ToList();
        return envisageables.Count > 0
            ? (Reponse.Inconnu, $"À chercher pour soutenir {nom} : {Noms(envisageables)}.")
            : (Reponse.Non, "Aucune qualification saisie ou proposée n’y mène.");

        static string Noms(IEnumerable<QualificationPossible> liste) => Francais.Liste([.. liste.Select(q => q.Infraction.Articles[0]).Distinct()]);
    }

    private (Reponse, string) RefusOuAttente()
    {
        if (_dossier.Procedure.Stade == StadeProcedure.SansSuite)
        {
            return (Reponse.Oui, "Classement ou non-lieu saisi.");
        }

        if (_dossier.Procedure.Stade >= StadeProcedure.Instruction)
        {
            return (Reponse.Non, "L’action publique est déjà engagée.");
        }

        if (Faits.SelectMany(f => f.Qualifications).Any(q => q is { Visee: true, Envisageable: true } && q.Infraction.Prescription == "PEN-CRIME-MIN"))
        {
            return (Reponse.Oui, "Un crime est visé : aucune attente.");
        }

        return _dossier.Procedure.PlainteLe is { } plainte && plainte.AddMonths(_parametres.MoisDAttente) < _jour
            ? (Reponse.Oui, $"Plus de {Francais.Nombre(_parametres.MoisDAttente, 0)} mois depuis la plainte du {Francais.Date(plainte)}.")
            : (Reponse.Inconnu, "Attendre le refus de poursuivre ou la fin du délai, ou viser un crime.");
    }

    private (Reponse, string) Stade(StadeProcedure attendu) => _dossier.Procedure.Stade switch
    {
        var stade when stade == attendu => (Reponse.Oui, "C’est le stade saisi."),
        var stade when stade > attendu => (Reponse.Non, "La procédure est à un autre stade."),
        _ => (Reponse.Inconnu, "Pas encore à ce stade."),
    };

    private (Reponse, string) Audience() => _dossier.Procedure.Stade <= StadeProcedure.Jugement && _dossier.Procedure.AudienceLe is { } jour
        ? (jour >= _jour ? (Reponse.Oui, $"Audience le {Francais.Date(jour)}.") : (Reponse.Non, $"L’audience du {Francais.Date(jour)} est passée."))
        : Stade(StadeProcedure.Jugement);

    private (Reponse, string) IncapacitePermanente() => _dossier.Droits.IncapacitePermanente == Reponse.Inconnu
        && _dossier.Chiffrage.Postes.Any(p => p.Code == "DFP" && p.TauxDeDeficit > 0)
            ? (Reponse.Oui, "Un taux de déficit fonctionnel permanent est saisi.")
            : Dite(_dossier.Droits.IncapacitePermanente, "l’incapacité permanente, que l’expertise établit");

    private (Reponse, string) IttUnMois() => _dossier.Procedure.JoursDItt switch
    {
        null when _dossier.Procedure.FondementCivi == FondementCivi.IttDUnMois => (Reponse.Oui, "Fondement choisi à la procédure ; saisir les jours."),
        null => (Reponse.Inconnu, "Saisir les jours d’incapacité du certificat médical."),
        { } jours when jours >= _parametres.JoursDUnMois => (Reponse.Oui, $"{Francais.Compte(jours, "jour", "jours")} d’incapacité."),
        { } jours when jours >= _parametres.JoursIncertains => (Reponse.Inconnu, $"{Francais.Compte(jours, "jour", "jours")} : compter le mois de quantième à quantième."),
        { } jours => (Reponse.Non, $"{Francais.Compte(jours, "jour", "jours")} : moins d’un mois."),
    };

    private (Reponse, string) FrancaiseOuEnFrance()
    {
        var francaise = _dossier.Droits.NationaliteFrancaise == Reponse.Inconnu && _dossier.Enfant.Nationalite.StartsWith("français", StringComparison.OrdinalIgnoreCase)
            ? Reponse.Oui
            : _dossier.Droits.NationaliteFrancaise;
        if (francaise == Reponse.Oui)
        {
            return (Reponse.Oui, "Victime française.");
        }

        if (_dossier.Faits.Any(f => f.EnFrance == Reponse.Oui))
        {
            return (Reponse.Oui, "Faits commis en France.");
        }

        return francaise == Reponse.Non && _dossier.Faits.Count > 0 && _dossier.Faits.All(f => f.EnFrance == Reponse.Non)
            ? (Reponse.Non, "Ni nationalité française, ni faits en France.")
            : (Reponse.Inconnu, "Saisir la nationalité, ou le pays des faits.");
    }

    private (Reponse, string) IntegraleFermee() => _dossier.Droits.CiviIrrecevable == Reponse.Oui
        ? (Reponse.Oui, "Demande jugée irrecevable.")
        : Integrale switch
        {
            EtatDeVoie.Fermee => (Reponse.Oui, "La réparation intégrale est fermée."),
            EtatDeVoie.Ouverte or EtatDeVoie.AVerifier => (Reponse.Non, "La réparation intégrale est ouverte : la demander."),
            _ => (Reponse.Inconnu, "La réparation intégrale n’est pas exclue : la chercher d’abord."),
        };

    private (Reponse, string) SansDroitCivi() => _dossier.Droits.CiviObtenue == Reponse.Oui
        ? (Reponse.Non, "Indemnisation obtenue de la commission.")
        : IntegraleFermee();

    private (Reponse, string) Infraction70614()
    {
        var biens = Qualifiee(i => i.Id is "chantage" or "extorsion", "une infraction de la liste");
        return biens.Item1 == Reponse.Oui || _dossier.Faits.Count == 0
            ? biens
            : (Reponse.Oui, "Atteinte à la personne.");
    }

    private (Reponse, string) AuteurMineur()
    {
        var reponses = _dossier.Faits.SelectMany(f => AuteursDuFait.Separer(f, _dossier)).Select(f => Elements.Majeur(f.Fait)).ToList();
        return reponses switch
        {
            _ when reponses.Contains(Reponse.Non) => (Reponse.Oui, "Auteur mineur saisi."),
            _ when reponses.Count > 0 && reponses.All(r => r == Reponse.Oui) => (Reponse.Non, "Auteurs majeurs."),
            _ => (Reponse.Inconnu, "Saisir l’âge de l’auteur."),
        };
    }

    private (Reponse, string) DecisionDefinitive()
    {
        var definitives = _dossier.Procedure.Decisions.Where(d => d.Definitive).ToList();
        return definitives.Count > 0
            ? (Reponse.Oui, definitives[^1].Date is { } jour ? $"Décision définitive du {Francais.Date(jour)}." : "Décision définitive, date à saisir.")
            : (Reponse.Inconnu, "Aucune décision définitive n’est saisie.");
    }

    private static (Reponse Reponse, string Motif) Dite(Reponse reponse, string objet) => reponse switch
    {
        Reponse.Oui => (Reponse.Oui, "Saisi au dossier."),
        Reponse.Non => (Reponse.Non, "Le dossier dit le contraire."),
        _ => (Reponse.Inconnu, $"À établir : {objet}."),
    };

    private static (Reponse, string) Contraire(Reponse reponse, string oui, string non) =>
        reponse == Reponse.Oui ? (Reponse.Non, non) : (Reponse.Oui, oui);

    private static (Reponse, string) Inverse((Reponse Reponse, string Motif) constat) => constat.Reponse switch
    {
        Reponse.Oui => (Reponse.Non, "Le dossier dit le contraire."),
        Reponse.Non => (Reponse.Oui, "Saisi au dossier."),
        _ => constat,
    };

    private static (Reponse, string) Selon(bool oui, string motif, string manque) => oui ? (Reponse.Oui, motif) : (Reponse.Inconnu, manque);
}
