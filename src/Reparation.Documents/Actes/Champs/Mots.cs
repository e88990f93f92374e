using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Voies;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Les énumérations du dossier, telles qu'un acte les écrit.</summary>
internal static class Mots
{
    public static string De(Profil profil) => profil switch
    {
        Profil.Initiales => "initiales",
        Profil.Pseudonyme => "prénom d’emprunt",
        _ => "nominatif",
    };

    public static string De(CanalDeRetrait canal) => canal switch
    {
        CanalDeRetrait.Pharos => "PHAROS",
        CanalDeRetrait.Numero3018 => "3018",
        CanalDeRetrait.PointDeContact => "Point de Contact",
        CanalDeRetrait.TakeItDown => "Take It Down",
        CanalDeRetrait.Hebergeur => "hébergeur",
        CanalDeRetrait.Moteur => "moteur de recherche",
        _ => "CNIL",
    };

    public static string De(SuiteDeRetrait suite) => suite switch
    {
        SuiteDeRetrait.Retire => "contenu retiré",
        SuiteDeRetrait.Refuse => "retrait refusé",
        _ => "pas encore de réponse",
    };

    /// <param name="qualite">Titre auquel l'enfant est représenté.</param>
    /// <param name="femme">Vrai pour accorder au féminin.</param>
    /// <param name="jour">Jour de l'acte : le numéro d'un article est celui qu'il porte ce jour-là.</param>
    public static string De(QualiteRepresentant qualite, bool femme, DateOnly jour) => qualite switch
    {
        QualiteRepresentant.AdministrateurLegal =>
            (femme ? "représentante légale" : "représentant légal") + " de l’enfant mineur (administration légale, art. 382 du code civil)",
        QualiteRepresentant.Tuteur when femme => "tutrice de l’enfant mineur",
        QualiteRepresentant.AdministrateurAdHoc => $"administrateur ad hoc de l’enfant mineur (art. 388-2 du code civil et {Textes.Nom("cpp-706-50", jour).Nom} du code de procédure pénale)",
        QualiteRepresentant.Tuteur => "tuteur de l’enfant mineur",
        QualiteRepresentant.AideSocialeALEnfance => "service de l’aide sociale à l’enfance chargé de représenter l’enfant mineur",
        _ => "victime devenue majeure",
    };

    public static string De(NatureOrganisme nature) => nature switch
    {
        NatureOrganisme.AssuranceMaladie => "caisse d’assurance maladie",
        NatureOrganisme.Complementaire => "complémentaire santé",
        NatureOrganisme.Mdph => "maison départementale des personnes handicapées",
        NatureOrganisme.AllocationsFamiliales => "caisse d’allocations familiales",
        NatureOrganisme.Assureur => "assureur",
        _ => "autre débiteur",
    };

    public static string De(StadeProcedure stade) => stade switch
    {
        StadeProcedure.AvantPlainte => "aucune poursuite n’est encore engagée",
        StadeProcedure.Enquete => "une enquête est en cours",
        StadeProcedure.Instruction => "une information judiciaire est ouverte",
        StadeProcedure.Jugement => "l’affaire est renvoyée devant la juridiction de jugement",
        StadeProcedure.InteretsCivils => "la juridiction pénale reste saisie des intérêts civils",
        StadeProcedure.Recouvrement => "la décision pénale est définitive",
        _ => "la procédure pénale s’est terminée sans poursuite",
    };

    public static string De(FondementCivi fondement, DateOnly jour) => fondement switch
    {
        FondementCivi.InfractionListee => $"infraction citée par l’article {Textes.Nom("cpp-706-3", jour).Nom}, 2° du code de procédure pénale",
        FondementCivi.IttDUnMois => $"incapacité totale de travail personnelle égale ou supérieure à un mois (art. {Textes.Nom("cpp-706-3", jour).Nom}, 2°)",
        FondementCivi.IncapacitePermanente => $"incapacité permanente (art. {Textes.Nom("cpp-706-3", jour).Nom}, 2°)",
        _ => $"réparation plafonnée (art. {Textes.Nom("cpp-706-14", jour).Nom} du code de procédure pénale)",
    };

    public static string De(ReferenceDeProcedure reference)
    {
        var genre = reference.Genre switch
        {
            GenreReference.ProcesVerbal => "procès-verbal n° ",
            GenreReference.Scelle => "scellé n° ",
            GenreReference.Pharos => "signalement PHAROS n° ",
            GenreReference.Ofmin => "référence OFMIN ",
            GenreReference.CyberTip => "rapport CyberTip n° ",
            GenreReference.Signalement => "signalement ",
            _ => "cote ",
        };
        return (genre + reference.Numero.Trim()).Trim() + (reference.Date is { } date ? $" du {Langue.Date(date)}" : "");
    }

    public static string De(NaturePiece nature) => nature switch
    {
        NaturePiece.Identite => "identité et qualité",
        NaturePiece.Procedure => "procédure",
        NaturePiece.Medical => "médical",
        NaturePiece.Scolarite => "scolarité",
        NaturePiece.Attestation => "attestation",
        NaturePiece.Facture => "justificatif de dépense",
        NaturePiece.Decompte => "décompte",
        _ => "autre",
    };

    public static string De(NatureRetentissement nature) => nature switch
    {
        NatureRetentissement.Psychique => "Retentissement psychique",
        NatureRetentissement.Physique => "Retentissement physique",
        NatureRetentissement.Scolaire => "Retentissement scolaire",
        NatureRetentissement.Social => "Retentissement familial et social",
        _ => "Retentissement financier",
    };

    public static string De(GenreVersement genre) => genre switch
    {
        GenreVersement.Provision => "provision",
        GenreVersement.PaiementDeLAuteur => "paiement de l’auteur",
        GenreVersement.AvanceDuSarvi => "avance du service d’aide au recouvrement (SARVI)",
        GenreVersement.PaiementDeLAgrasc => "paiement sur les avoirs confisqués (AGRASC)",
        _ => "indemnité d’un autre débiteur",
    };

    public static string De(Confiance confiance) => confiance switch
    {
        Confiance.Verifiee => "lue dans la source",
        Confiance.Secondaire => "lue dans une transcription",
        Confiance.Derivee => "recalculée par le logiciel",
        Confiance.Memoire => "de mémoire, à vérifier",
        _ => "sources contradictoires, à vérifier",
    };

    /// <summary>Crédit d'une source, et ce qu'il concerne s'il ne vaut que pour une part.</summary>
    public static string De(Source source) => (source.Doute.Length > 0 ? source.Doute + " : " : "") + De(source.Confiance);

    public static string De(Verdict verdict) => verdict switch
    {
        Verdict.ElementsReunis => "éléments au dossier, preuve à apprécier",
        Verdict.AChercher => "à chercher",
        Verdict.Ecartee => "écartée par le dossier",
        _ => "aucun texte connu au jour des faits",
    };

    public static string De(EtatDeVoie etat) => etat switch
    {
        EtatDeVoie.Ouverte => "ouverte",
        EtatDeVoie.AVerifier => "ouverte, texte à relire d’abord",
        EtatDeVoie.Manque => "une condition reste à établir",
        _ => "fermée",
    };

    public static string De(Echeance echeance) => echeance switch
    {
        { AccomplieLe: { } fait } => $"fait le {Langue.Date(fait)}",
        { Nature: NatureDuTerme.Ouverture, Statut: StatutDEcheance.NonOuvert } => "voie pas encore ouverte",
        { Nature: NatureDuTerme.Ouverture, DernierJourLegal: { } depuis } => $"voie ouverte depuis le {Langue.Date(depuis)}",
        { Statut: StatutDEcheance.Ouvert } => "ouvert",
        { Statut: StatutDEcheance.Urgent } => "urgent",
        { Statut: StatutDEcheance.Expire, Apparente: true } => "passé en apparence, à vérifier",
        { Statut: StatutDEcheance.Expire } => "passé",
        { Statut: StatutDEcheance.ForclosRelevePossible } => "forclos, relevé possible",
        { Statut: StatutDEcheance.NonOuvert } => "pas encore commencé",
        _ => "indéterminé",
    };

    public static string De(EtatDObjectif etat) => etat switch
    {
        EtatDObjectif.EnCours => "en cours",
        EtatDObjectif.Atteint => "atteint",
        EtatDObjectif.ARevoir => "à revoir",
        _ => "abandonné",
    };

    public static string De(DomaineDeVie domaine) => domaine switch
    {
        DomaineDeVie.Securite => "Être en sécurité",
        DomaineDeVie.SoinsPsychiques => "Aller mieux : les soins psychiques",
        DomaineDeVie.Sante => "Prendre soin de son corps",
        DomaineDeVie.Scolarite => "Apprendre : école et formation",
        DomaineDeVie.Logement => "Avoir un lieu à soi",
        DomaineDeVie.Famille => "Vivre en famille",
        DomaineDeVie.Liens => "Retrouver des liens, des loisirs, du mouvement",
        DomaineDeVie.Numerique => "Reprendre la main sur le numérique",
        DomaineDeVie.Droits => "Faire valoir ses droits",
        _ => "Préparer son autonomie",
    };

    public static string De(Rythme rythme) => rythme switch
    {
        Rythme.UneFois => "en une fois",
        Rythme.ParSemaine => "par semaine",
        Rythme.ParMois => "par mois",
        _ => "par an",
    };

    public static string Titre(Famille famille, Phase phase) =>
        (famille == Famille.Patrimonial ? "Préjudices patrimoniaux" : "Préjudices extrapatrimoniaux") + phase switch
        {
            Phase.Temporaire => " temporaires",
            Phase.Permanent => " permanents",
            Phase.Evolutif => " évolutifs",
            _ => " des proches",
        };

    /// <summary>Texte sans blancs autour, ou rien.</summary>
    public static string? Texte(string texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    /// <summary>Adresse sur une ligne.</summary>
    public static string? Adresse(string texte) => Texte(string.Join(", ",
        texte.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.TrimEnd(','))));

    public static string? Date(DateOnly? date) => date is { } d ? Langue.Date(d) : null;
}
