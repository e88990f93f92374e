using Reparation.Domain.Commun;

namespace Reparation.Domain.Referentiels;

/// <summary>Textes, décisions et usages qui fondent les règles de calcul. Une décision lue dans un commentaire est dite secondaire.</summary>
public static class Sources
{
    private static readonly DateOnly Lecture = new(2026, 11, 24);

    /// <summary>Rapport du groupe de travail Dintilhac : noms et contenu des postes.</summary>
    public static Source Nomenclature { get; } = new(
        GenreSource.Publication, "nomenclature Dintilhac, juillet 2005",
        "https://www.cabinetpa-avocat-vannes.fr/competences/droit-dommage-corporel/postes-prejudice/", Lecture, Confiance.Verifiee);

    /// <summary>Déduction des prestations devant la commission d'indemnisation.</summary>
    public static Source R706_9 { get; } = new(
        GenreSource.Article, "art. 706-9 du code de procédure pénale",
        "https://juriblio.fr/codes/code-de-procedure-penale/partie-legislative/livre-iv/titre-xiv/article-706-9", Lecture, Confiance.Verifiee);

    /// <summary>Imputation poste par poste et préférence de la victime, contre l'auteur.</summary>
    public static Source PreferenceDeLaVictime { get; } = new(
        GenreSource.Article, "art. 31 de la loi n° 85-677 du 5 juillet 1985 et art. L. 376-1 du code de la sécurité sociale",
        "https://www.norma.software/blog/le-droit-de-preference-de-la-victime", Lecture, Confiance.Secondaire);

    /// <summary>Pas de droit de préférence devant le fonds de garantie.</summary>
    public static Source SansPreferenceDevantLeFonds { get; } = new(
        GenreSource.Decision, "Civ. 2e, 10 déc. 2015, n° 14-25.757",
        "https://justice.pappers.fr/decision/ca61f57aaa360019698cb0e5d8c8fd2b/pdf", Lecture, Confiance.Verifiee);

    /// <summary>Jours, taux et montant journalier d'une gêne partielle.</summary>
    public static Source GeneTemporaire { get; } = new(
        GenreSource.Decision, "gêne temporaire à deux taux, décision commentée à la revue AJDC",
        "https://publications-prairial.fr/ajdc/index.php?id=464", Lecture, Confiance.Secondaire);

    /// <summary>Le préjudice sexuel d'avant la consolidation est dans le déficit temporaire.</summary>
    public static Source SexuelTemporaire { get; } = new(
        GenreSource.Decision, "Civ. 2e, 11 déc. 2014, n° 13-28.774", "https://www.anadoc.net/dft", Lecture, Confiance.Secondaire);

    /// <summary>Dignité et avilissement : dans les souffrances endurées, puis dans le déficit permanent.</summary>
    public static Source PasDeDoubleEmploi { get; } = new(
        GenreSource.Decision, "Civ. 2e, 13 déc. 2018, n° 18-10.276",
        "https://www.dalloz-actualite.fr/flash/prostitution-forcee-absence-d-autonomie-du-prejudice-d-avilissement", Lecture, Confiance.Secondaire);

    /// <summary>Angoisse de mort imminente d'une victime qui a survécu : dans les souffrances endurées, en principe.</summary>
    public static Source AngoisseDeMort { get; } = new(
        GenreSource.Decision, "Civ. 2e, 11 juill. 2024, n° 23-10.068",
        "https://www.seban-associes.avocat.fr/?p=126456", Lecture, Confiance.Secondaire);

    /// <summary>Les dénégations de l'auteur peuvent aggraver le préjudice moral.</summary>
    public static Source Denegations { get; } = new(
        GenreSource.Decision, "Crim., 23 mars 2022, n° 21-84.034", "https://chalmey-avocat.fr/?p=187", Lecture, Confiance.Secondaire);

    /// <summary>Ce qu'une cour a pesé pour des images mises en ligne : durée, identification, école, démarches de retrait.</summary>
    public static Source CirculationDImages { get; } = new(
        GenreSource.Decision, "CA Limoges, 20 mai 2022, n° 21/00408", "https://chalmey-avocat.fr/?p=198", Lecture, Confiance.Secondaire);

    /// <summary>La privation temporaire d'agrément est dans le déficit temporaire.</summary>
    public static Source AgrementTemporaire { get; } = new(
        GenreSource.Decision, "Civ. 2e, 5 mars 2015, n° 14-10.758, et 27 avr. 2017, n° 16-13.740",
        "https://www.frederique-mocquenicoloff-rouen-fmn-avocat.fr/actualite/27088/indemnisation-du-prejudice-corporel-les-contours-du-deficit-fonctionnel-temporaire",
        Lecture, Confiance.Secondaire);

    /// <summary>Préjudices sexuel et d'établissement : rien à titre provisoire avant la consolidation.</summary>
    public static Source ApresLaConsolidation { get; } = new(
        GenreSource.Decision, "Crim., 12 mars 2024, n° 23-80.943",
        "https://legalnews.fr/civil/obligations/111425-le-prejudice-sexuel-avant-consolidation-est-indemnise-au-titre-du-deficit-fonctionnel-temporaire.html",
        Lecture, Confiance.Secondaire);

    /// <summary>Le préjudice scolaire est distinct des pertes de gains futurs et des déficits fonctionnels.</summary>
    public static Source ScolaireDistinct { get; } = new(
        GenreSource.Decision, "Civ. 2e, 18 mai 2017, n° 16-11.190, 8 mars 2018, n° 17-10.142, et 7 mars 2019, n° 17-25.855",
        "https://www.anadoc.net/psuf", Lecture, Confiance.Secondaire);

    /// <summary>Déficit permanent par montant journalier capitalisé : argument d'avocats de victimes, formule reconstituée.</summary>
    public static Source DeficitJournalier { get; } = new(
        GenreSource.Publication, "« Dommages corporels : mieux indemniser le DFP », H. Gerbi, 3 sept. 2020",
        "https://village-justice.com/articles/spip.php?page=imprimer&id_article=36426", Lecture, Confiance.Memoire);

    /// <summary>412 jours payés par an pour un salarié employé directement.</summary>
    public static Source CongesDeLAide { get; } = new(
        GenreSource.Publication, "usage des 412 jours, calculateur ouvert de préjudice corporel",
        "https://github.com/levygr/indemnity-calculator", Lecture, Confiance.Secondaire);

    /// <summary>Préjudices des proches d'une victime qui a survécu.</summary>
    public static Source ProchesDUneSurvivante { get; } = new(
        GenreSource.Publication, "préjudices des victimes indirectes en cas de survie, avocats-victime.fr",
        "https://www.avocats-victime.fr/publications/les-prejudices-des-victimes-indirectes-en-cas-de-survie-de-la-victime-directe",
        Lecture, Confiance.Secondaire);

    /// <summary>Le préjudice sexuel d'un enfant ne se refuse pas faute de vie sexuelle antérieure.</summary>
    public static Source PrejudiceSexuelDeLEnfant { get; } = new(
        GenreSource.Decision, "Crim., 6 févr. 2024, n° 23-80.109",
        "https://www.tondu-avocat.fr/indemnisation-de-prejudice-sexuel-dune-victime-consecutif-a-des-faits-de-viol/", Lecture, Confiance.Secondaire);

    /// <summary>Une juridiction peut retenir une autre valeur du point.</summary>
    public static Source AutreValeurDuPoint { get; } = new(
        GenreSource.Decision, "CA Lyon, 18 sept. 2014, n° 13/04832",
        "https://publications-prairial.fr/ajdc/index.php?id=466&lang=fr", Lecture, Confiance.Secondaire);

    /// <summary>Le déficit permanent comprend les souffrances d'après la consolidation.</summary>
    public static Source SouffrancesDApres { get; } = new(
        GenreSource.Decision, "Ass. plén., 20 janv. 2023, n° 21-23.947",
        "https://sophiekerzerho-avocat.fr/actualites/sequelles-indemnisation-deficit-fonctionnel-permanent", Lecture, Confiance.Secondaire);

    /// <summary>Les arrérages courent jusqu'au jour de la décision.</summary>
    public static Source Arrerages { get; } = new(
        GenreSource.Decision, "Civ. 2e, 12 oct. 2023, n° 22-11.555", "https://dewerdt-avocat.fr/?p=1655", Lecture, Confiance.Secondaire);

    /// <summary>Pertes de gains futurs d'un enfant sans revenus.</summary>
    public static Source GainsFutursDeLEnfant { get; } = new(
        GenreSource.Decision, "Civ. 2e, 14 oct. 2021, n° 20-13.537",
        "https://briant-avocat.fr/fr/actualites-juridiques-accident/theme-2-accident-de-la-route/css/lib/slider/fr/actualites-juridiques-accident/id-120-l-indemnisation-d-un-enfant-mineur",
        Lecture, Confiance.Secondaire);

    /// <summary>Préjudice scolaire par années perdues.</summary>
    public static Source AnneesPerdues { get; } = new(
        GenreSource.Decision, "CA Lyon, 27 janv. 2015, n° 13-02.173",
        "https://publications-prairial.fr/ajdc/index.php?id=323", Lecture, Confiance.Secondaire);

    /// <summary>Aide humaine : heures multipliées par un taux horaire, même donnée par un proche.</summary>
    public static Source AideHumaine { get; } = new(
        GenreSource.Publication, "calcul de l’aide humaine, Association Aide aux Victimes France",
        "https://association-aide-victimes-france.fr/?p=57944", Lecture, Confiance.Verifiee);

    /// <summary>Consolidation d'un enfant, souvent fixée à la majorité.</summary>
    public static Source ConsolidationDeLEnfant { get; } = new(
        GenreSource.Publication, "indemnisation des enfants et adolescents victimes, cabinet Roussel",
        "https://cabinet-roussel.fr/?p=4297", Lecture, Confiance.Verifiee);

    /// <summary>Intérêts au taux légal d'une condamnation.</summary>
    public static Source InteretLegal { get; } = new(
        GenreSource.Article, "art. 1231-7 du code civil et L. 313-3 du code monétaire et financier",
        "https://consultation.avocat.fr/barreau-melun/blog/gregoire-normier/article-2975839-l-interet-au-taux-legal.html",
        Lecture, Confiance.Secondaire);

    /// <summary>Le choix du barème de capitalisation est au pouvoir souverain du juge.</summary>
    public static Source BaremeAuChoixDuJuge { get; } = new(
        GenreSource.Decision, "Civ. 2e, 10 déc. 2015, n° 14-27.243 et 14-27.244", "https://www.actu-juridique.fr", Lecture, Confiance.Secondaire);

    /// <summary>Aucun référentiel ne lie le juge.</summary>
    public static Source Indicatif { get; } = new(
        GenreSource.Decision, "Civ. 2e, 23 janv. 2003, n° 01-00.200",
        "https://bouet-avocat.fr/referentiel-mornet-2023-dommage-corporel/", Lecture, Confiance.Secondaire);

    /// <summary>Restitution, par l'exploiteur, des gains tirés de la victime de traite.</summary>
    public static Source GainsRetenus { get; } = new(
        GenreSource.Decision, "CEDH, 28 nov. 2023, Krachunova c. Bulgarie, n° 18269/18",
        "https://beta.bailii.org/eu/cases/ECHR/2023/938.html", Lecture, Confiance.Verifiee);

    /// <summary>Condamnation in solidum des auteurs d'un même délit.</summary>
    public static Source Solidarite { get; } = new(
        GenreSource.Article, "art. 480-1 du code de procédure pénale",
        "https://github.com/legalize-dev/legalize-fr", Lecture, Confiance.Secondaire);

    /// <summary>La part du droit s'applique à chaque poste avant les prestations.</summary>
    public static Source LimitationDuDroit { get; } = new(
        GenreSource.Decision, "Civ. 2e, 3 mars 2011, n° 10-30.175",
        "https://www.village-justice.com/articles/Piqure-rappel-Cassation-destination,9860.html", Lecture, Confiance.Secondaire);

    /// <summary>Le fonds reçoit surtout des demandes globales.</summary>
    public static Source DemandesGlobales { get; } = new(
        GenreSource.Publication, "rapport d’activité du fonds de garantie, victimes de viols et d’agressions sexuelles",
        "https://rapportdactivite.fondsdegarantie.fr/indemniser-les-victimes-de-viols-et-agressions-sexuelles", Lecture, Confiance.Verifiee);

    /// <summary>Provision allouée par le président de la commission.</summary>
    public static Source Provision { get; } = new(
        GenreSource.Article, "art. R. 50-15 du code de procédure pénale",
        "https://juriblio.fr/codes/code-de-procedure-penale/partie-reglementaire-decrets-en-conseil-d-etat/livre-iv/titre-xiv/article-r50-15",
        Lecture, Confiance.Verifiee);

    /// <summary>Le juge revalorise les pertes économiques au jour de sa décision, si on le lui demande.</summary>
    public static Source Actualisation { get; } = new(
        GenreSource.Decision, "Civ. 2e, 12 mai 2010, n° 09-14.569, 6 oct. 2022, n° 21-12.191 et 7 mai 2025, n° 23-19.930",
        "http://direct.lemondedudroit.fr/droit-civil/291-obligations/100123-evaluation-du-prejudice-economique-ne-pas-oublier-l-erosion-monetaire.html",
        Lecture, Confiance.Secondaire);

    /// <summary>Intérêts capitalisés, si la décision le dit, pour une année entière au moins.</summary>
    public static Source CapitalisationDesInterets { get; } = new(
        GenreSource.Article, "art. 1343-2 du code civil", "https://github.com/legalize-dev/legalize-fr", Lecture, Confiance.Verifiee);

    /// <summary>Un paiement partiel s'impute d'abord sur les intérêts.</summary>
    public static Source ImputationDesPaiements { get; } = new(
        GenreSource.Article, "art. 1343-1 du code civil", "https://www.legifrance.gouv.fr", Lecture, Confiance.Memoire);
}
