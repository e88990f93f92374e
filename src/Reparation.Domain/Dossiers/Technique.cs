using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Forme de l'atteinte, telle que le métier la nomme. C'est un mot d'orientation, pas une qualification.</summary>
[JsonConverter(typeof(EnumFrancais<Technique>))]
public enum Technique
{
    /// <summary>Pédopiégeage (grooming) : mise en confiance d'un mineur en ligne.</summary>
    Pedopiegeage,

    /// <summary>Corruption de mineur.</summary>
    Corruption,

    /// <summary>Chantage qui vise à obtenir des images ou des actes.</summary>
    SextorsionSexuelle,

    /// <summary>Chantage qui vise de l'argent.</summary>
    SextorsionFinanciere,

    /// <summary>Diffusion en direct commandée à distance.</summary>
    DiffusionEnDirect,

    /// <summary>Contenus pédocriminels fixés, détenus ou diffusés.</summary>
    Contenus,

    /// <summary>Contenus fabriqués ou modifiés par un procédé automatique.</summary>
    ContenusGeneres,

    /// <summary>Images intimes partagées sans accord.</summary>
    SextingPartage,

    /// <summary>Prestations à distance contre rémunération, sans contact physique.</summary>
    Caming,

    /// <summary>Proxénétisme.</summary>
    Proxenetisme,

    /// <summary>Proxénétisme par un proche, un pair ou un compagnon.</summary>
    ProxenetismeDeProximite,

    /// <summary>Recours à la prostitution d'un mineur.</summary>
    RecoursALaProstitution,

    /// <summary>Traite des êtres humains, travail forcé, servitude.</summary>
    Traite,

    /// <summary>Violences sexuelles dans la famille.</summary>
    Intrafamilial,

    /// <summary>Viol, agression ou atteinte sexuelle hors de la famille.</summary>
    AtteinteSexuelle,

    /// <summary>Harcèlement, en ligne, à l'école ou ailleurs.</summary>
    Harcelement,

    /// <summary>Violences sans caractère sexuel.</summary>
    Violences,
}

/// <summary>Réponse à une question de droit. « Inconnu » est une réponse : elle dit ce qui reste à établir.</summary>
[JsonConverter(typeof(EnumFrancais<Reponse>))]
public enum Reponse
{
    /// <summary>Le dossier ne le dit pas encore.</summary>
    Inconnu,

    /// <summary>Oui.</summary>
    Oui,

    /// <summary>Non.</summary>
    Non,
}

/// <summary>Moyen au sens de l'article 222-22 du code pénal, tel que la procédure le relève.</summary>
[JsonConverter(typeof(EnumFrancais<MoyenReleve>))]
public enum MoyenReleve
{
    /// <summary>Violence.</summary>
    Violence,

    /// <summary>Contrainte, même morale.</summary>
    Contrainte,

    /// <summary>Menace.</summary>
    Menace,

    /// <summary>Surprise.</summary>
    Surprise,

    /// <summary>La procédure dit n'en relever aucun.</summary>
    AucunReleve,
}

/// <summary>Nature légale de l'atteinte, telle que la procédure la nomme. Jamais une description.</summary>
[JsonConverter(typeof(EnumFrancais<NatureDAtteinte>))]
public enum NatureDAtteinte
{
    /// <summary>Aucun acte commis ni tenté.</summary>
    Aucune,

    /// <summary>Acte que la procédure nomme viol.</summary>
    Viol,

    /// <summary>Autre atteinte sexuelle.</summary>
    AutreAtteinte,
}

/// <summary>Lien de l'auteur avec l'enfant.</summary>
[JsonConverter(typeof(EnumFrancais<LienAvecLAuteur>))]
public enum LienAvecLAuteur
{
    /// <summary>Ascendant.</summary>
    Ascendant,

    /// <summary>Frère, sœur, oncle, tante, neveu, nièce, ou le conjoint ou concubin d'un membre de la famille, ayant autorité.</summary>
    FamilleAyantAutorite,

    /// <summary>Autre personne ayant autorité, de droit ou de fait.</summary>
    Autorite,

    /// <summary>Ni famille ni autorité.</summary>
    Tiers,
}
