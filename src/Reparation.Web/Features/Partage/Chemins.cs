using System.Globalization;
using System.Text.RegularExpressions;

namespace Reparation.Web.Features.Partage;

/// <summary>Un chemin du dossier (« faits[2].du »), dit comme à l'écran, et la rubrique où l'on peut y répondre.</summary>
public static partial class Chemins
{
    private static readonly Dictionary<string, string> Mots = new()
    {
        ["enfant"] = "Enfant",
        ["representants"] = "Représentants",
        ["avocat"] = "Avocat",
        ["organismes"] = "Organismes",
        ["misEnCause"] = "Mis en cause",
        ["faits"] = "Faits",
        ["procedure"] = "Procédure",
        ["pieces"] = "Pièces",
        ["retentissements"] = "Retentissements",
        ["chiffrage"] = "Chiffrage",
        ["proches"] = "Proches",
        ["versements"] = "Sommes reçues",
        ["plan"] = "Plan",
        ["reference"] = "Référence",
        ["pseudonyme"] = "Prénom d’emprunt",
        ["fictif"] = "Dossier fictif",
        ["postes"] = "poste",
        ["du"] = "premier jour",
        ["au"] = "dernier jour",
        ["depuis"] = "depuis",
        ["jusqua"] = "jusqu’à",
        ["nom"] = "nom",
        ["prenoms"] = "prénoms",
        ["dateDeNaissance"] = "date de naissance",
        ["lieuDeNaissance"] = "lieu de naissance",
        ["sexe"] = "sexe",
        ["nationalite"] = "nationalité",
        ["demeure"] = "demeure",
        ["adresseConfidentielle"] = "adresse confidentielle",
        ["scolarite"] = "scolarité",
        ["cadreDeVie"] = "cadre de vie",
        ["avis"] = "avis de l’enfant",
        ["qualite"] = "qualité",
        ["dateDuTitre"] = "date du titre",
        ["lieu"] = "lieu",
        ["serviceEnLigne"] = "service en ligne",
        ["qualifications"] = "qualifications",
        ["expose"] = "exposé",
        ["references"] = "références de procédure",
        ["numero"] = "numéro",
        ["date"] = "date",
        ["stade"] = "stade",
        ["revelation"] = "révélation",
        ["plainteLe"] = "date de la plainte",
        ["juridictionPenale"] = "juridiction pénale",
        ["numeroDeParquet"] = "numéro de parquet",
        ["numeroDInstruction"] = "numéro d’instruction",
        ["audienceLe"] = "date d’audience",
        ["decisions"] = "décisions",
        ["villeDeLaCivi"] = "ville de la CIVI",
        ["numeroCivi"] = "numéro CIVI",
        ["fondementCivi"] = "fondement devant la CIVI",
        ["joursDItt"] = "jours d’incapacité",
        ["demandesDejaPresentees"] = "demandes déjà présentées",
        ["situationMaterielle"] = "ressources et situation",
        ["adresseDesNotifications"] = "adresse des notifications",
        ["motifDeReleve"] = "motif du relevé de forclusion",
        ["titre"] = "intitulé",
        ["nature"] = "nature",
        ["detenteur"] = "détenteur",
        ["nonCommunicable"] = "non communicable",
        ["motifDeRetenue"] = "motif de la retenue",
        ["constat"] = "constat",
        ["intensite"] = "intensité",
        ["etabliLe"] = "établi le",
        ["dateDeDecision"] = "date de décision",
        ["consolidation"] = "consolidation",
        ["etatMedical"] = "état médical",
        ["expertiseDemandee"] = "expertise demandée",
        ["referentiel"] = "référentiel",
        ["bareme"] = "barème",
        ["taux"] = "taux",
        ["imputation"] = "imputation",
        ["provisionDemandee"] = "provision demandée",
        ["emploiDeLaProvision"] = "emploi de la provision",
        ["frais"] = "frais",
        ["choix"] = "choix",
        ["motif"] = "motif",
        ["recit"] = "récit",
        ["depenses"] = "dépenses",
        ["aides"] = "aide humaine",
        ["periodes"] = "périodes",
        ["baseJournaliere"] = "base journalière",
        ["cotation"] = "cotation",
        ["tauxDeDeficit"] = "taux de déficit",
        ["valeurDuPoint"] = "valeur du point",
        ["annees"] = "années perdues",
        ["rentes"] = "rentes",
        ["montant"] = "montant",
        ["prestations"] = "prestations",
        ["organisme"] = "organisme",
        ["payeur"] = "payeur",
        ["genre"] = "nature",
        ["accompagnant"] = "accompagnant",
        ["ceQuiCompte"] = "ce qui compte",
        ["personnesDeConfiance"] = "personnes de confiance",
        ["revueLe"] = "prochaine revue",
        ["objectifs"] = "objectifs",
        ["objectif"] = "objectif",
        ["actions"] = "actions",
        ["domaine"] = "domaine",
        ["intitule"] = "intitulé",
        ["indicateur"] = "indicateur",
        ["echeance"] = "échéance",
        ["intervenant"] = "intervenant",
        ["quantite"] = "quantité",
        ["rythme"] = "rythme",
        ["coutUnitaire"] = "coût",
        ["prisEnCharge"] = "pris en charge",
        ["financeur"] = "financeur",
        ["sourceDuCout"] = "source du coût",
        ["retentissement"] = "retentissement",
        ["designation"] = "désignation",
        ["lien"] = "lien",
        ["situation"] = "situation",
        ["communauteDeVie"] = "communauté de vie",
        ["libelle"] = "objet",
        ["prixUnitaire"] = "prix unitaire",
        ["heuresParSemaine"] = "heures par semaine",
        ["tauxHoraire"] = "taux horaire",
        ["niveau"] = "niveau",
        ["nombre"] = "nombre",
        ["parAnnee"] = "par année",
        ["parAn"] = "par an",
        ["desLAge"] = "dès l’âge",
        ["jusquALAge"] = "jusqu’à l’âge",
        ["chance"] = "chance",
        ["barreau"] = "barreau",
        ["toque"] = "toque",
        ["cabinet"] = "cabinet",
        ["adresse"] = "adresse",
        ["telephone"] = "téléphone",
        ["courriel"] = "courriel",
        ["aideJuridictionnelle"] = "aide juridictionnelle",
        ["misEnCauseLe"] = "mis en cause le",
        ["decompte"] = "décompte",
        ["juridiction"] = "juridiction",
        ["dispositif"] = "dispositif",
        ["definitive"] = "définitive",
        ["techniques"] = "formes de l’atteinte",
        ["atteinte"] = "nature légale de l’atteinte",
        ["contactPhysique"] = "contact physique",
        ["acteImpose"] = "acte imposé",
        ["moyens"] = "moyens relevés",
        ["nonConsentement"] = "défaut de consentement",
        ["contrepartie"] = "contrepartie",
        ["lienAvecLAuteur"] = "lien avec l’auteur",
        ["emetteur"] = "de qui vient l’offre",
        ["ageDeLAuteur"] = "âge de l’auteur",
        ["auteurMajeur"] = "auteur majeur",
        ["plusieursAuteurs"] = "plusieurs auteurs",
        ["bandeOrganisee"] = "bande organisée",
        ["parReseau"] = "par un réseau",
        ["partageDImages"] = "images partagées",
        ["substance"] = "substance administrée",
        ["enFrance"] = "en France",
        ["retraits"] = "Retraits demandés",
        ["fait"] = "fait",
        ["canal"] = "voie",
        ["destinataire"] = "destinataire",
        ["demandeLe"] = "demandé le",
        ["reponduLe"] = "répondu le",
        ["suite"] = "suite",
        ["reapparuLe"] = "réapparu le",
        ["droits"] = "Droits",
        ["nationaliteFrancaise"] = "nationalité française",
        ["autreRegime"] = "autre régime d’indemnisation",
        ["incapacitePermanente"] = "incapacité permanente",
        ["oppositionDInterets"] = "opposition d’intérêts",
        ["ressourcesSousPlafond"] = "ressources sous le plafond",
        ["situationGrave"] = "situation grave",
        ["reparationEffective"] = "réparation obtenue d’un autre",
        ["partieCivile"] = "partie civile",
        ["civiIrrecevable"] = "demande irrecevable devant la CIVI",
        ["civiObtenue"] = "indemnisation obtenue de la CIVI",
        ["dommagesInterets"] = "dommages-intérêts alloués",
        ["payesParLAuteur"] = "payés par l’auteur",
        ["biensSaisis"] = "biens saisis",
        ["auteurConfie"] = "auteur confié à un tiers",
        ["etablissement"] = "établissement en cause",
        ["plateformeInactive"] = "plateforme inactive",
        ["carencePublique"] = "carence publique",
        ["etapes"] = "Étapes",
        ["etat"] = "état",
        ["le"] = "le",
        ["decedeLe"] = "date du décès",
        ["tenuInSolidum"] = "tenu de la réparation entière",
        ["partEntreCoauteurs"] = "part entre coauteurs",
        ["poste"] = "poste",
        ["proche"] = "proche",
        ["methode"] = "méthode",
        ["courbe"] = "courbe",
        ["annee"] = "année",
        ["inflation"] = "inflation",
        ["paiementMensuel"] = "paiement mensuel",
        ["motifDeCapitalisation"] = "motif de la capitalisation",
        ["actualiser"] = "revalorisation des pertes passées",
        ["partDuDroit"] = "part du droit",
        ["motifDeLaPart"] = "motif de la part",
        ["globale"] = "somme globale",
        ["retenue"] = "demandée à la place du détail",
        ["gains"] = "gains retenus par l’exploiteur",
        ["demandes"] = "demandés",
        ["lignes"] = "ligne",
        ["unitaire"] = "somme par unité",
        ["offres"] = "offre",
        ["auteur"] = "auteur",
        ["recueLe"] = "date de réception",
        ["code"] = "poste",
        ["fondement"] = "fondement",
        ["reponse"] = "réponse",
        ["instantanes"] = "instantané",
        ["evaluation"] = "évaluation",
        ["demande"] = "somme demandée",
        ["reponses"] = "réponse à une alerte",
        ["regle"] = "règle",
        ["deplacements"] = "déplacement",
        ["kilometres"] = "kilomètres",
        ["tarifAuKilometre"] = "tarif au kilomètre",
        ["sourceDuTarif"] = "source du tarif",
        ["fraisParTrajet"] = "frais par trajet",
        ["pertes"] = "perte de revenus",
        ["referenceParMois"] = "revenu mensuel sans les faits",
        ["recuParMois"] = "revenu mensuel reçu",
        ["scenarios"] = "scénario",
        ["referenceParAn"] = "revenu annuel sans les faits",
        ["residuelParAn"] = "revenu annuel gardé",
        ["probabilite"] = "probabilité",
        ["raisons"] = "raisons",
        ["foyers"] = "perte du foyer",
        ["revenuDuFoyer"] = "revenu du foyer",
        ["autoconsommation"] = "part consommée par le défunt",
        ["revenuQuiReste"] = "revenu qui reste",
        ["partDuProche"] = "part du proche",
        ["composantes"] = "composante",
        ["ligneDAffection"] = "ligne du tableau d’affection",
        ["heuresOrdinaires"] = "heures dues à tout enfant",
        ["joursParAn"] = "jours payés par an",
        ["anneeScolaire"] = "année scolaire",
        ["raison"] = "raison",
        ["periodicite"] = "rythme",
        ["tousLesAns"] = "durée de service",
        ["heuresParJour"] = "heures par jour",
        ["aide"] = "nature de l’aide",
        ["croissance"] = "croissance",
        ["coefficientImprime"] = "coefficient imprimé",
        ["referenceDuCoefficient"] = "référence du coefficient",
        ["preuveDuRecours"] = "preuve du recours",
        ["actes"] = "actes de procédure",
        ["observation"] = "observation",
        ["actesInterruptifsEtablis"] = "liste des actes interruptifs établie",
        ["origine"] = "origine",
        ["fichier"] = "fichier",
        ["sha256"] = "empreinte du fichier",
        ["octets"] = "taille du fichier",
        ["deposeLe"] = "date du dépôt",
        ["communications"] = "communications",
        ["adaptations"] = "sections réécrites",
        ["modele"] = "modèle",
        ["section"] = "section",
        ["genere"] = "texte d’origine",
        ["type"] = "type du fichier",
        ["pages"] = "nombre de pages",
        ["texte"] = "texte",
        ["a"] = "destinataire",
    };

    private static readonly Dictionary<string, string> Rubriques = new()
    {
        ["faits"] = "faits",
        ["procedure"] = "procedure",
        ["versements"] = "procedure",
        ["retraits"] = "procedure/retraits",
        ["droits"] = "procedure/voies",
        ["etapes"] = "procedure/etapes",
        ["pieces"] = "pieces",
        ["adaptations"] = "actes",
        ["retentissements"] = "retentissements",
        ["chiffrage"] = "chiffrage",
        ["plan"] = "plan",
    };

    /// <summary>Vrai si cette clé a un mot ; sans lui, un message la montrerait telle quelle.</summary>
    public static bool Connait(string cle) => Mots.ContainsKey(cle);

    /// <summary>« faits[2].du » devient « Faits 3, premier jour ».</summary>
    public static string EnClair(string chemin)
    {
        ArgumentNullException.ThrowIfNull(chemin);
        var mots = chemin.Split('.').Select(partie =>
        {
            var morceau = Morceau().Match(partie);
            if (!morceau.Success)
            {
                return partie;
            }

            var mot = Mots.GetValueOrDefault(morceau.Groups["nom"].Value, morceau.Groups["nom"].Value);
            return morceau.Groups["rang"] switch
            {
                { Success: false } => mot,
                { Value: var rang } when int.TryParse(rang, out var n) => $"{mot} {(n + 1).ToString(CultureInfo.InvariantCulture)}",
                { Value: var id } => $"{mot} « {id} »",
            };
        });
        return string.Join(", ", mots);
    }

    /// <summary>Adresse de la rubrique où répondre, avec l'ancre du champ.</summary>
    public static string Adresse(Guid id, string chemin)
    {
        ArgumentNullException.ThrowIfNull(chemin);
        var debut = chemin.Split('.', '[')[0];
        var poste = Poste().Match(chemin);
        if (poste.Success)
        {
            return $"/dossiers/{id}/chiffrage/{poste.Groups["code"].Value}";
        }

        var ancre = "Dossier-" + string.Join('-', chemin.Split('.', '[').Select(p => Majuscule(p.TrimEnd(']'))));
        return $"/dossiers/{id}/{Rubriques.GetValueOrDefault(debut, "enfant")}#{ancre}";
    }

    /// <summary>« faits[2].du » sous la racine « Dossier » devient le nom de champ « Dossier.Faits[2].Du ».</summary>
    public static string Champ(string racine, string chemin)
    {
        ArgumentNullException.ThrowIfNull(chemin);
        return string.Join('.', chemin.Split('.').Select(Majuscule).Prepend(racine));
    }

    private static string Majuscule(string mot) => mot.Length == 0 ? mot : char.ToUpperInvariant(mot[0]) + mot[1..];

    [GeneratedRegex(@"^(?<nom>[A-Za-z]+)(\[(?<rang>[^\]]+)\])?$")]
    private static partial Regex Morceau();

    [GeneratedRegex(@"^chiffrage\.postes\[(?<code>[A-Z][A-Z\-]*)\]")]
    private static partial Regex Poste();
}
