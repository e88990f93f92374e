namespace Reparation.Documents.Actes;

/// <summary>À qui un acte s'adresse, dans l'ordre où une liste les présente.</summary>
public enum GroupeDActes
{
    /// <summary>Commission d'indemnisation.</summary>
    Commission,

    /// <summary>Juge pénal.</summary>
    JugePenal,

    /// <summary>Magistrats chargés de la protection de l'enfant.</summary>
    Protection,

    /// <summary>Fonds de garantie et agence des avoirs confisqués : recouvrer ce qui a été alloué.</summary>
    Recouvrement,

    /// <summary>Organismes sociaux et assureurs.</summary>
    Organismes,

    /// <summary>Documents du cabinet.</summary>
    Cabinet,

    /// <summary>L'enfant et sa famille.</summary>
    Famille,
}
