using Reparation.Domain.Dossiers;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>Une version lue d'un dossier.</summary>
/// <param name="Auteur">Courriel de qui l'a enregistrée.</param>
public sealed record DossierOuvert(Guid Id, int Version, Dossier Dossier, DateTimeOffset Le, string Auteur, string Raison);

/// <summary>Une ligne de l'historique.</summary>
public sealed record VersionDeDossier(int Numero, DateTimeOffset Le, string Auteur, string Raison);

/// <summary>Ce que les listes montrent d'un dossier.</summary>
/// <param name="TotalDemande">Total demandé pour l'enfant, tel qu'on le lit ; vide pour qui ne voit pas le chiffrage.</param>
public sealed record FicheDeDossier(
    Guid Id,
    string Reference,
    string Pseudonyme,
    bool Fictif,
    int Version,
    DateTimeOffset ModifieLe,
    StadeProcedure Stade,
    DateOnly? Majorite,
    string TotalDemande)
{
    /// <summary>Délais à tenir, par jour d'alerte, tels qu'à l'enregistrement ; leur statut se lit au jour de l'affichage.</summary>
    public IReadOnlyList<EcheanceDeFiche> Echeances { get; init; } = [];

    /// <summary>Âges qui changent la procédure, et leur jour.</summary>
    public IReadOnlyList<AgeDeFiche> Ages { get; init; } = [];

    /// <summary>Ce que le compte peut sur ce dossier.</summary>
    public Droits Droits { get; init; } = new(Qualite.Administrateur, Tient: false);

    /// <summary>Vrai quand ni la fiche ni le dossier ne se déchiffrent ; les autres dossiers restent accessibles.</summary>
    public bool Illisible { get; init; }
}

/// <summary>Délai d'un dossier, dans sa fiche. Aucun nom, aucun fait.</summary>
/// <param name="Regle">Règle de délai, par identifiant.</param>
/// <param name="JourDAlerte">Jour à ne pas dépasser, toutes lectures confondues.</param>
/// <param name="DernierJourLegal">Dernier jour légal.</param>
/// <param name="Apparente">Vrai tant que les actes interruptifs ne sont pas établis.</param>
public sealed record EcheanceDeFiche(string Regle, DateOnly JourDAlerte, DateOnly DernierJourLegal, bool Apparente);

/// <summary>Âge qui change la procédure, dans une fiche.</summary>
/// <param name="Libelle">« 17 ans et demi ».</param>
/// <param name="Le">Jour où il est atteint.</param>
public sealed record AgeDeFiche(string Libelle, DateOnly Le);

/// <summary>Issue d'un enregistrement.</summary>
public abstract record Enregistrement
{
    private Enregistrement()
    {
    }

    /// <summary>Enregistré, ou déjà enregistré à l'identique.</summary>
    /// <param name="Version">Numéro de la version qui porte ce contenu.</param>
    /// <param name="HorlogeEnRetard">Vrai si la version précédente est datée d'après celle-ci.</param>
    public sealed record Fait(int Version, bool HorlogeEnRetard = false) : Enregistrement;

    /// <summary>Le stockage ne peut pas écrire. Rien n'a changé.</summary>
    public sealed record Empeche(PanneDeStockage Panne) : Enregistrement;

    /// <summary>Une autre version est venue entre-temps.</summary>
    /// <param name="Actuel">La dernière version.</param>
    /// <param name="Depart">Celle dont l'enregistrement était parti.</param>
    /// <param name="Envoye">Ce qui a été envoyé. Hors de ce que la personne peut changer, les trois disent la même chose.</param>
    public sealed record Conflit(DossierOuvert Actuel, DossierOuvert Depart, Dossier Envoye) : Enregistrement;

    /// <summary>Le contenu ne pourrait pas être relu : champ trop long, renvoi à une pièce absente… Rien n'est enregistré.</summary>
    public sealed record Refuse(IReadOnlyList<Anomalie> Anomalies) : Enregistrement;

    /// <summary>Le dossier, ou la version de départ, n'existe pas pour ce compte.</summary>
    public sealed record Introuvable : Enregistrement;
}
