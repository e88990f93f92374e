using Reparation.Domain.Commun;
using Reparation.Domain.Postes;

namespace Reparation.Domain.Voies;

/// <summary>Une voie d'indemnisation, d'appui ou de recouvrement, examinée sur le dossier.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Ordre">Rang d'emploi.</param>
/// <param name="Nom">Nom.</param>
/// <param name="Nature">Ce qu'elle apporte.</param>
/// <param name="Etat">Ouverte, fermée, à vérifier, ou ce qui manque.</param>
/// <param name="Conditions">Chaque condition, avec sa raison et sa source.</param>
public sealed record Voie(
    string Id, int Ordre, string Nom, NatureDeVoie Nature, EtatDeVoie Etat, IReadOnlyList<ConditionConstatee> Conditions)
{
    /// <summary>Juridiction ou organisme, sous son nom du jour.</summary>
    public required string Organe { get; init; }

    /// <summary>Règles de délai, par identifiant.</summary>
    public required IReadOnlyList<string> Delais { get; init; }

    /// <summary>Pièces à joindre.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    /// <summary>Mentions et demandes que l'acte doit porter.</summary>
    public required IReadOnlyList<string> Contenu { get; init; }

    /// <summary>Remarques, chacune avec ses sources.</summary>
    public required IReadOnlyList<Remarque> Remarques { get; init; }

    /// <summary>Modèle d'acte ; vide si aucun n'est livré.</summary>
    public required string Acte { get; init; }

    /// <summary>Textes qui la fondent.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Somme que la loi plafonne ou fixe, s'il y en a une.</summary>
    public Etape? Montant { get; init; }

    /// <summary>Alertes, avec leurs sources.</summary>
    public IReadOnlyList<Alerte> Alertes { get; init; } = [];

    /// <summary>Textes qui la fondent, puis ceux de ses conditions.</summary>
    public IReadOnlyList<Source> Toutes => [.. Sources, .. Conditions.SelectMany(c => c.Sources)];
}

/// <summary>Remarque sur une voie.</summary>
/// <param name="Texte">Texte.</param>
/// <param name="Sources">Sources.</param>
public sealed record Remarque(string Texte, IReadOnlyList<Source> Sources);

/// <summary>Où en est une voie.</summary>
public enum EtatDeVoie
{
    /// <summary>Toutes les conditions sont remplies.</summary>
    Ouverte,

    /// <summary>Conditions remplies, mais le texte est cité de mémoire ou contredit : le relire d'abord.</summary>
    AVerifier,

    /// <summary>Une condition reste à établir.</summary>
    Manque,

    /// <summary>Une condition exigée n'est pas remplie.</summary>
    Fermee,
}

/// <summary>Ce qu'une voie apporte.</summary>
public enum NatureDeVoie
{
    /// <summary>Action en justice.</summary>
    Action,

    /// <summary>Fonds d'indemnisation.</summary>
    Fonds,

    /// <summary>Recouvrement d'une condamnation.</summary>
    Recouvrement,

    /// <summary>Autre débiteur.</summary>
    Debiteur,

    /// <summary>Appui à la victime.</summary>
    Appui,

    /// <summary>Formalité dont une autre voie dépend.</summary>
    Obligation,
}
