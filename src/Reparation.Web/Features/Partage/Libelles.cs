using Reparation.Documents.Actes;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Postes;
using Reparation.Domain.Voies;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Partage;

/// <summary>Ce que l'écran dit d'un choix du Domaine.</summary>
public static class Libelles
{
    public static string De(Enum choix) => choix switch
    {
        Qualite.Avocat => "Avocat",
        Qualite.Collaborateur => "Collaborateur",
        Qualite.AdministrateurAdHoc => "Administrateur ad hoc",
        Qualite.Intervenant => "Intervenant",
        Qualite.Lecteur => "Lecteur",
        Qualite.Administrateur => "Administrateur de l’installation",

        Sexe.Feminin => "Féminin",
        Sexe.Masculin => "Masculin",
        Sexe.NonPrecise => "Non précisé",

        MethodeDeCapitalisation.Edition => "Taux de l’édition",
        MethodeDeCapitalisation.TauxLibre => "Taux libre, à motiver",
        MethodeDeCapitalisation.CourbeAnnuelle => "Méthode annuelle paramétrable, à motiver",

        EmetteurDOffre.FondsDeGarantie => "Fonds de garantie",
        EmetteurDOffre.Assureur => "Assureur",
        EmetteurDOffre.Auteur => "Auteur, ou son conseil",
        EmetteurDOffre.Autre => "Autre débiteur",

        GroupeDActes.Commission => "Commission d’indemnisation",
        GroupeDActes.JugePenal => "Juge pénal",
        GroupeDActes.Protection => "Protection de l’enfant",
        GroupeDActes.Recouvrement => "Recouvrer ce qui a été alloué",
        GroupeDActes.Organismes => "Organismes et assureurs",
        GroupeDActes.Cabinet => "Le cabinet",
        FormeDeLivret.De7A10 => "De 7 à 10 ans",
        FormeDeLivret.De11A14 => "De 11 à 14 ans",
        FormeDeLivret.De15A17 => "De 15 à 17 ans",
        FormeDeLivret.FacileALire => "Facile à lire",
        LangueDuLivret.Francais => "Français",
        LangueDuLivret.Anglais => "Anglais – brouillon non relu",
        LangueDuLivret.Espagnol => "Espagnol – brouillon non relu",
        LangueDuLivret.Roumain => "Roumain – brouillon non relu",

        GroupeDActes.Famille => "L’enfant et sa famille",

        SuiteDOffre.ADecider => "À décider",
        SuiteDOffre.Accepter => "L’accepter",
        SuiteDOffre.AccepterSousReserve => "L’accepter, en réservant des postes",
        SuiteDOffre.Refuser => "La refuser",

        LectureDeMission.Detaillee => "Mission détaillée, poste par poste",
        LectureDeMission.Descriptive => "Mission descriptive, limitée au dommage constaté",

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

        GenreDeRentree.Provision => "Provision",
        GenreDeRentree.Indemnite => "Indemnité de la commission ou du fonds",
        GenreDeRentree.Sarvi => "Part du SARVI",
        GenreDeRentree.Agrasc => "Biens confisqués (AGRASC)",
        GenreDeRentree.Auteur => "Versement de l’auteur",
        GenreDeRentree.Autre => "Autre",

        NaturePiece.Identite => "Identité et qualité",
        NaturePiece.Procedure => "Procédure",
        NaturePiece.Medical => "Médical",
        NaturePiece.Scolarite => "Scolarité",
        NaturePiece.Attestation => "Attestation",
        NaturePiece.Facture => "Facture, devis, justificatif",
        NaturePiece.Decompte => "Décompte d’un organisme",
        NaturePiece.Autre => "Autre",

        TypeDePiece.Pdf => "PDF",
        TypeDePiece.Jpeg => "Numérisation JPEG",
        TypeDePiece.Png => "Numérisation PNG",
        TypeDePiece.Docx => "Texte Word",
        TypeDePiece.Eml => "Courriel",

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

        ModeDImputation.Civi => "Devant la CIVI : déduction sans droit de préférence (art. 706-9 du code de procédure pénale)",
        ModeDImputation.Auteur => "Contre l’auteur : préférence de la victime (loi du 5 juillet 1985, art. 31)",

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

        PresenceDeLEnfant.Present => "Présent",
        PresenceDeLEnfant.AvisRecueilli => "Absent, avis recueilli avant",
        PresenceDeLEnfant.NonSouhaitee => "N’a pas souhaité y prendre part",

        EtatDObjectif.EnCours => "En cours",
        EtatDObjectif.Atteint => "Atteint",
        EtatDObjectif.ARevoir => "À revoir",
        EtatDObjectif.Abandonne => "Abandonné",

        EtatDAction.Prevue => "Prévue ou en cours",
        EtatDAction.Faite => "Faite",
        EtatDAction.Refusee => "Refusée",
        EtatDAction.Impossible => "Impossible",

        Repondant.Enfant => "L’enfant",
        Repondant.Parent => "Un parent",
        Repondant.Enseignant => "Un enseignant",
        Repondant.Soignant => "Le soignant",

        Rythme.UneFois => "Une seule fois",
        Rythme.ParSemaine => "Par semaine",
        Rythme.ParMois => "Par mois",
        Rythme.ParAn => "Par an",

        Confiance.Verifiee => "Lue dans la source",
        Confiance.Secondaire => "Lue dans une bonne transcription",
        Confiance.Derivee => "Calculée à partir de sources citées",
        Confiance.Memoire => "De mémoire, à relire avant usage",
        Confiance.Contradictoire => "Sources contradictoires",

        GenreActe.Plainte => "Plainte",
        GenreActe.PlainteAvecPartieCivile => "Plainte avec constitution de partie civile",
        GenreActe.AvisDeClassement => "Avis de ne pas poursuivre",
        GenreActe.ActeInterruptif => "Acte interruptif",
        GenreActe.ActeInterruptifConnexe => "Acte interruptif d’une autre procédure visant le même auteur",
        GenreActe.DecisionContradictoire => "Décision pénale contradictoire",
        GenreActe.Signification => "Signification",
        GenreActe.DecisionPenaleDefinitive => "Décision pénale devenue définitive",
        GenreActe.DecisionCivileDefinitive => "Décision sur les intérêts civils devenue définitive",
        GenreActe.RequeteCivi => "Requête déposée devant la CIVI",
        GenreActe.ReceptionParLeFonds => "Réception de la demande complète par le fonds",
        GenreActe.OffreDuFonds => "Offre du fonds",
        GenreActe.DemandeDeProvision => "Demande de provision",
        GenreActe.AudienceCivi => "Audience de la CIVI",
        GenreActe.NotificationCivi => "Notification de la décision de la CIVI ou de l’homologation",
        GenreActe.IrrecevabiliteCivi => "Notification de l’irrecevabilité par la CIVI",
        GenreActe.PaiementDuFonds => "Paiement par le fonds",
        GenreActe.DemandeSarvi => "Demande au SARVI",
        GenreActe.RefusSarvi => "Refus du SARVI",
        GenreActe.DemandeAgrasc => "Demande à l’AGRASC",
        GenreActe.ConnaissanceDuDommage => "Connaissance du dommage non corporel et de son auteur",
        GenreActe.Emancipation => "Émancipation",
        GenreActe.FinDeMission => "Fin de mission",

        Provenance.Livree => "Livrée avec l’application",
        Provenance.Cabinet => "Ajoutée par le cabinet",

        Famille.Patrimonial => "Patrimonial",
        Famille.Extrapatrimonial => "Extrapatrimonial",
        Phase.Temporaire => "Avant consolidation",
        Phase.Permanent => "Après consolidation",
        Phase.Evolutif => "Hors consolidation",
        Phase.Proche => "Proches",

        Technique.Pedopiegeage => "Pédopiégeage (grooming)",
        Technique.Corruption => "Corruption de mineur",
        Technique.SextorsionSexuelle => "Sextorsion à but sexuel",
        Technique.SextorsionFinanciere => "Sextorsion à but financier",
        Technique.DiffusionEnDirect => "Diffusion en direct commandée",
        Technique.Contenus => "Contenus pédocriminels",
        Technique.ContenusGeneres => "Contenus générés",
        Technique.SextingPartage => "Images intimes partagées sans accord",
        Technique.Caming => "Caming",
        Technique.Proxenetisme => "Proxénétisme",
        Technique.ProxenetismeDeProximite => "Proxénétisme de proximité",
        Technique.RecoursALaProstitution => "Recours à la prostitution d’un mineur",
        Technique.Traite => "Traite, travail forcé, servitude",
        Technique.Intrafamilial => "Violences sexuelles dans la famille",
        Technique.AtteinteSexuelle => "Viol, agression ou atteinte sexuelle hors de la famille",
        Technique.Harcelement => "Harcèlement",
        Technique.Violences => "Violences",

        Reponse.Inconnu => "Pas encore établi",
        Reponse.Oui => "Oui",
        Reponse.Non => "Non",

        MoyenReleve.Violence => "Violence",
        MoyenReleve.Contrainte => "Contrainte, même morale",
        MoyenReleve.Menace => "Menace",
        MoyenReleve.Surprise => "Surprise",
        MoyenReleve.AucunReleve => "Aucun moyen relevé",

        NatureDAtteinte.Aucune => "Aucun acte commis ni tenté",
        NatureDAtteinte.Viol => "Viol, selon la procédure",
        NatureDAtteinte.AutreAtteinte => "Autre atteinte sexuelle",

        LienAvecLAuteur.Ascendant => "Ascendant",
        LienAvecLAuteur.FamilleAyantAutorite => "Membre de la famille ayant autorité",
        LienAvecLAuteur.Autorite => "Autre personne ayant autorité",
        LienAvecLAuteur.Tiers => "Ni famille ni autorité",

        CanalDeRetrait.Pharos => "PHAROS",
        CanalDeRetrait.Numero3018 => "3018",
        CanalDeRetrait.PointDeContact => "Point de Contact",
        CanalDeRetrait.TakeItDown => "Take It Down",
        CanalDeRetrait.Hebergeur => "Hébergeur ou plateforme",
        CanalDeRetrait.Moteur => "Moteur de recherche",
        CanalDeRetrait.Cnil => "CNIL",

        SuiteDeRetrait.EnAttente => "En attente",
        SuiteDeRetrait.Retire => "Retiré",
        SuiteDeRetrait.Refuse => "Refusé",

        EtatDEtape.Ouverte => "À faire",
        EtatDEtape.Faite => "Faite",
        EtatDEtape.Ecartee => "Écartée",

        Appartenance.Oui => "Oui",
        Appartenance.Non => "Non",
        Appartenance.SousCondition => "Sous condition",
        Appartenance.AVerifier => "À vérifier",

        Verdict.ElementsReunis => "Éléments au dossier",
        Verdict.AChercher => "Éléments à chercher",
        Verdict.Ecartee => "Écartée par le dossier",
        Verdict.TexteAbsent => "Aucun texte au jour des faits",

        EtatDElement.Reuni => "Au dossier",
        EtatDElement.ARechercher => "À rechercher",
        EtatDElement.Contraire => "Contraire",

        EtatDeVoie.Ouverte => "Ouverte",
        EtatDeVoie.AVerifier => "Ouverte, texte à relire",
        EtatDeVoie.Manque => "À établir",
        EtatDeVoie.Fermee => "Fermée",

        StatutDEcheance.Ouvert => "En cours",
        StatutDEcheance.Urgent => "Urgent",
        StatutDEcheance.Expire => "Expiré",
        StatutDEcheance.ForclosRelevePossible => "Expiré, relevé possible",
        StatutDEcheance.NonOuvert => "Pas encore ouvert",
        StatutDEcheance.Indetermine => "Indéterminé",

        Territoire.Metropole => "Métropole, hors Alsace et Moselle",
        Territoire.AlsaceMoselle => "Bas-Rhin, Haut-Rhin, Moselle",
        Territoire.Guadeloupe => "Guadeloupe",
        Territoire.Guyane => "Guyane",
        Territoire.Martinique => "Martinique",
        Territoire.Mayotte => "Mayotte",
        Territoire.Reunion => "La Réunion",
        Territoire.SaintBarthelemy => "Saint-Barthélemy",
        Territoire.SaintMartin => "Saint-Martin",

        Demeure.Metropole => "Métropole",
        Demeure.OutreMer => "Outre-mer",
        Demeure.Etranger => "Étranger",

        Charge.Victime => "La victime",
        Charge.Fonds => "Le fonds",
        Charge.Juridiction => "La juridiction",
        Charge.Adversaire => "L’adversaire",
        Charge.Client => "Le client, contre son conseil",
        Charge.Personne => "Personne",

        NatureDeVoie.Action => "Action en justice",
        NatureDeVoie.Fonds => "Fonds d’indemnisation",
        NatureDeVoie.Recouvrement => "Recouvrement",
        NatureDeVoie.Debiteur => "Autre débiteur",
        NatureDeVoie.Appui => "Appui",
        NatureDeVoie.Obligation => "Formalité",

        _ => throw new ArgumentException($"Choix sans libellé : {choix}.", nameof(choix)),
    };
}
