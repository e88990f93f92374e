using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Voies;

/// <summary>Condition d'une voie ou d'une étape, évaluée sur le dossier.</summary>
public enum ConditionDeVoie
{
    /// <summary>Un fait est saisi.</summary>
    FaitSaisi,

    /// <summary>La victime est encore mineure.</summary>
    Mineur,

    /// <summary>Intérêts opposés à ceux des représentants.</summary>
    Opposition,

    /// <summary>Crime ouvrant l'aide juridictionnelle sans condition de ressources.</summary>
    CrimeDeLAide,

    /// <summary>Ressources sous le plafond.</summary>
    Ressources,

    /// <summary>Refus de poursuivre, attente écoulée, ou crime.</summary>
    RefusOuAttente,

    /// <summary>Information judiciaire ouverte.</summary>
    Instruction,

    /// <summary>Audience de jugement à venir.</summary>
    Audience,

    /// <summary>Renvoi sur intérêts civils.</summary>
    InteretsCivils,

    /// <summary>Hors des régimes exclus par l'article 706-3.</summary>
    HorsAutreRegime,

    /// <summary>Infraction citée par l'article 706-3.</summary>
    InfractionCitee,

    /// <summary>Incapacité permanente.</summary>
    IncapacitePermanente,

    /// <summary>Incapacité totale de travail d'un mois.</summary>
    IttUnMois,

    /// <summary>Décès.</summary>
    Deces,

    /// <summary>Violences de 222-12 ou 222-14 sur un mineur.</summary>
    ViolencesSurMineur,

    /// <summary>Victime française, ou faits en France.</summary>
    FrancaiseOuEnFrance,

    /// <summary>Commission saisie.</summary>
    CiviSaisie,

    /// <summary>Réparation intégrale ouverte.</summary>
    CiviOuverte,

    /// <summary>Indemnisation de la commission obtenue.</summary>
    CiviObtenue,

    /// <summary>Indemnisation de la commission non obtenue.</summary>
    CiviNonObtenue,

    /// <summary>Ni indemnisation de la commission ni avance du SARVI.</summary>
    AucunFondsObtenu,

    /// <summary>Intérêts civils supérieurs à l'indemnité.</summary>
    InteretsCivilsSuperieurs,

    /// <summary>Réparation intégrale fermée.</summary>
    IntegraleFermee,

    /// <summary>Aucun droit devant la commission.</summary>
    SansDroitCivi,

    /// <summary>Infraction de l'article 706-14, ou atteinte à la personne.</summary>
    Infraction70614,

    /// <summary>Aucune réparation effective.</summary>
    SansReparation,

    /// <summary>Situation grave.</summary>
    SituationGrave,

    /// <summary>Offre reçue, de qui que ce soit.</summary>
    OffreRecue,

    /// <summary>Offre reçue du fonds de garantie.</summary>
    OffreDuFonds,

    /// <summary>Auteur mineur.</summary>
    AuteurMineur,

    /// <summary>Auteur mineur non confié à un tiers.</summary>
    AuteurNonConfie,

    /// <summary>Assureur connu.</summary>
    Assureur,

    /// <summary>Établissement en cause.</summary>
    Etablissement,

    /// <summary>Faits en ligne.</summary>
    EnLigne,

    /// <summary>Plateforme avertie et inactive.</summary>
    PlateformeAvertie,

    /// <summary>Carence publique.</summary>
    CarencePublique,

    /// <summary>Partie civile constituée.</summary>
    PartieCivile,

    /// <summary>Décision définitive.</summary>
    DecisionDefinitive,

    /// <summary>Dommages-intérêts impayés.</summary>
    Impaye,

    /// <summary>Biens saisis ou confisqués.</summary>
    BiensSaisis,

    /// <summary>Caisse connue.</summary>
    Caisse,

    /// <summary>Caisse mise en cause.</summary>
    CaisseMiseEnCause,

    /// <summary>Plainte ou signalement fait.</summary>
    PlainteFaite,

    /// <summary>Retrait demandé pour des faits en ligne.</summary>
    RetraitDemande,

    /// <summary>Expertise demandée ou état consolidé.</summary>
    ExpertiseEngagee,

    /// <summary>Pièce médicale au dossier.</summary>
    PieceMedicale,

    /// <summary>Représentant saisi.</summary>
    Represente,

    /// <summary>Plan de reconstruction commencé.</summary>
    PlanCommence,
}

/// <summary>Une condition, et ce que le dossier en dit.</summary>
/// <param name="Exige">Ce que la voie exige.</param>
/// <param name="Reponse">Remplie, contraire, ou pas encore établie.</param>
/// <param name="Motif">Pourquoi, ou quoi saisir.</param>
/// <param name="Groupe">Conditions alternatives de même nom : une seule suffit ; vide si la condition est exigée.</param>
/// <param name="Sources">Textes.</param>
public sealed record ConditionConstatee(string Exige, Reponse Reponse, string Motif, string Groupe, IReadOnlyList<Source> Sources);
