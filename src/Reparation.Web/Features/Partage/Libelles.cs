using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Web.Features.Partage;

/// <summary>Ce que l'écran dit d'un choix du Domaine.</summary>
public static class Libelles
{
    public static string De(Enum choix) => choix switch
    {
        Sexe.Feminin => "Féminin",
        Sexe.Masculin => "Masculin",
        Sexe.NonPrecise => "Non précisé",

        MethodeDeCapitalisation.Edition => "Taux de l’édition",
        MethodeDeCapitalisation.TauxLibre => "Taux libre, à motiver",
        MethodeDeCapitalisation.CourbeAnnuelle => "Méthode annuelle paramétrable, à motiver",

        NatureDepense.Autre => "Autre dépense",
        NatureDepense.Soins => "Soins",
        NatureDepense.Conseil => "Médecin-conseil, expert, interprète",
        NatureDepense.Transport => "Transport, hébergement, repas",
        NatureDepense.RetraitDeContenus => "Retrait de contenus, veille",
        NatureDepense.SecuriteNumerique => "Sécurité numérique",
        NatureDepense.Scolarite => "Scolarité, soutien",
        NatureDepense.Relogement => "Relogement, mise à l’abri",

        NatureAide.NonSpecialisee => "Aide active, non spécialisée",
        NatureAide.Specialisee => "Aide spécialisée",
        NatureAide.Surveillance => "Surveillance",

        Periodicite.Annuelle => "Par an",
        Periodicite.Trimestrielle => "Par trimestre",
        Periodicite.Mensuelle => "Par mois",
        Periodicite.Hebdomadaire => "Par semaine",
        Periodicite.Quotidienne => "Par jour",
        Periodicite.Renouvellement => "À renouveler",

        NatureComposante.Dignite => "Atteinte à la dignité, avilissement",
        NatureComposante.SituationDeProstitution => "Situation de prostitution",
        NatureComposante.CirculationDImages => "Circulation persistante d’images",
        NatureComposante.AngoisseDeMort => "Angoisse de mort imminente",
        NatureComposante.Denegations => "Dénégations de l’auteur",
        NatureComposante.SexuelTemporaire => "Vie sexuelle, avant consolidation",
        NatureComposante.AgrementTemporaire => "Agréments propres à l’âge, avant consolidation",

        QualiteRepresentant.AdministrateurLegal => "Parent, administrateur légal",
        QualiteRepresentant.AdministrateurAdHoc => "Administrateur ad hoc",
        QualiteRepresentant.Tuteur => "Tuteur",
        QualiteRepresentant.AideSocialeALEnfance => "Aide sociale à l’enfance",
        QualiteRepresentant.VictimeMajeure => "La victime, devenue majeure",

        NatureOrganisme.AssuranceMaladie => "Assurance maladie",
        NatureOrganisme.Complementaire => "Mutuelle ou complémentaire",
        NatureOrganisme.Mdph => "Maison départementale des personnes handicapées",
        NatureOrganisme.AllocationsFamiliales => "Allocations familiales",
        NatureOrganisme.Assureur => "Assureur",
        NatureOrganisme.Autre => "Autre débiteur",

        GenreReference.ProcesVerbal => "Procès-verbal",
        GenreReference.Scelle => "Scellé",
        GenreReference.Pharos => "Signalement PHAROS",
        GenreReference.Ofmin => "Référence OFMIN",
        GenreReference.CyberTip => "Rapport CyberTip",
        GenreReference.Signalement => "Signalement ou information préoccupante",
        GenreReference.Cote => "Cote du dossier pénal",

        StadeProcedure.AvantPlainte => "Avant plainte",
        StadeProcedure.Enquete => "Enquête",
        StadeProcedure.Instruction => "Information judiciaire",
        StadeProcedure.Jugement => "Audience de jugement",
        StadeProcedure.InteretsCivils => "Intérêts civils",
        StadeProcedure.Recouvrement => "Décision définitive, recouvrement",
        StadeProcedure.SansSuite => "Sans suite ou non-lieu",

        FondementCivi.InfractionListee => "Infraction citée par l’article 706-3, 2° du code de procédure pénale",
        FondementCivi.IttDUnMois => "Incapacité totale de travail d’au moins un mois",
        FondementCivi.IncapacitePermanente => "Incapacité permanente, même psychique",
        FondementCivi.Plafonnee => "Réparation plafonnée (article 706-14)",

        NaturePiece.Identite => "Identité et qualité",
        NaturePiece.Procedure => "Procédure",
        NaturePiece.Medical => "Médical",
        NaturePiece.Scolarite => "Scolarité",
        NaturePiece.Attestation => "Attestation",
        NaturePiece.Facture => "Facture, devis, justificatif",
        NaturePiece.Decompte => "Décompte d’un organisme",
        NaturePiece.Autre => "Autre",

        NatureRetentissement.Psychique => "Psychique",
        NatureRetentissement.Physique => "Physique",
        NatureRetentissement.Scolaire => "Scolaire",
        NatureRetentissement.Social => "Familial et social",
        NatureRetentissement.Financier => "Financier",

        Intensite.Legere => "Légère",
        Intensite.Moderee => "Modérée",
        Intensite.Marquee => "Marquée",
        Intensite.Severe => "Sévère",

        GenreVersement.Provision => "Provision à valoir",
        GenreVersement.PaiementDeLAuteur => "Paiement par l’auteur",
        GenreVersement.AvanceDuSarvi => "Avance du SARVI",
        GenreVersement.PaiementDeLAgrasc => "Paiement de l’AGRASC sur avoirs confisqués",
        GenreVersement.AutreIndemnite => "Indemnité d’un autre débiteur pour le même préjudice",

        ModeDImputation.Civi => "Devant la CIVI : déduction sans droit de préférence (art. 706-9 du code de procédure pénale)",
        ModeDImputation.Auteur => "Contre l’auteur : préférence de la victime (loi du 5 juillet 1985, art. 31)",

        ChoixPoste.Demander => "Demander",
        ChoixPoste.Reserver => "Réserver",
        ChoixPoste.SansObjet => "Ne pas demander",

        NiveauScolaire.Primaire => "Primaire",
        NiveauScolaire.College => "Collège",
        NiveauScolaire.Lycee => "Lycée",
        NiveauScolaire.Superieur => "Études supérieures",

        DomaineDeVie.Securite => "Sécurité",
        DomaineDeVie.SoinsPsychiques => "Soins psychiques",
        DomaineDeVie.Sante => "Santé du corps",
        DomaineDeVie.Scolarite => "Scolarité et formation",
        DomaineDeVie.Logement => "Logement",
        DomaineDeVie.Famille => "Famille",
        DomaineDeVie.Liens => "Liens et loisirs",
        DomaineDeVie.Numerique => "Numérique",
        DomaineDeVie.Droits => "Droits et procédure",
        DomaineDeVie.Autonomie => "Argent et autonomie",

        Rythme.UneFois => "Une seule fois",
        Rythme.ParSemaine => "Par semaine",
        Rythme.ParMois => "Par mois",
        Rythme.ParAn => "Par an",

        Confiance.Verifiee => "Lue dans la source",
        Confiance.Secondaire => "Lue dans une bonne transcription",
        Confiance.Derivee => "Calculée à partir de sources citées",
        Confiance.Memoire => "De mémoire, à relire avant usage",
        Confiance.Contradictoire => "Sources contradictoires",

        Provenance.Livree => "Livrée avec l’application",
        Provenance.Cabinet => "Ajoutée par le cabinet",

        Famille.Patrimonial => "Patrimonial",
        Famille.Extrapatrimonial => "Extrapatrimonial",
        Phase.Temporaire => "Avant consolidation",
        Phase.Permanent => "Après consolidation",
        Phase.Evolutif => "Hors consolidation",
        Phase.Proche => "Proches",

        _ => throw new ArgumentException($"Choix sans libellé : {choix}.", nameof(choix)),
    };
}
