using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>
/// Le dossier d'un enfant : un seul arbre immuable, dont la forme JSON <c>reparation/dossier@1</c> est à la fois ce qui
/// est stocké, exporté, joint aux PDF et lu par la ligne de commande.
/// </summary>
public sealed record Dossier : Confidentiel
{
    /// <summary>Nom et version du format.</summary>
    public const string FormatCourant = "reparation/dossier@1";

    /// <summary>Format du document ; toujours <see cref="FormatCourant"/>.</summary>
    [Longueur(Longueurs.Identifiant)]
    public string Format { get; init; } = FormatCourant;

    /// <summary>Référence interne neutre, sans nom : « 2026-014 ». Elle paraît dans les noms de fichiers.</summary>
    [Longueur(Longueurs.Identifiant)]
    public required string Reference { get; init; }

    /// <summary>Prénom d'emprunt, pour les listes, le plan et le livret. Jamais le vrai prénom.</summary>
    [Longueur(Longueurs.Identifiant)]
    public required string Pseudonyme { get; init; }

    /// <summary>Vrai pour un exemple inventé ; l'acte imprimé le dit.</summary>
    public bool Fictif { get; init; }

    /// <summary>L'enfant.</summary>
    public Enfant Enfant { get; init; } = new();

    /// <summary>Qui agit au nom de l'enfant, et à quel titre.</summary>
    public IReadOnlyList<Representant> Representants { get; init; } = [];

    /// <summary>L'avocat de l'enfant.</summary>
    public Avocat? Avocat { get; init; }

    /// <summary>Organismes sociaux, mutuelles et assureurs.</summary>
    public IReadOnlyList<Organisme> Organismes { get; init; } = [];

    /// <summary>Personnes mises en cause, connues ou non.</summary>
    public IReadOnlyList<MisEnCause> MisEnCause { get; init; } = [];

    /// <summary>Faits, par date et qualification.</summary>
    public IReadOnlyList<Fait> Faits { get; init; } = [];

    /// <summary>Demandes de retrait de contenus.</summary>
    public IReadOnlyList<Retrait> Retraits { get; init; } = [];

    /// <summary>Ce dont l'ouverture des voies dépend.</summary>
    public SituationDesDroits Droits { get; init; } = new();

    /// <summary>Étapes proposées : faites, écartées ou encore ouvertes.</summary>
    public IReadOnlyList<EtapeSuivie> Etapes { get; init; } = [];

    /// <summary>Textes de mémoire ou contredits que l'avocat a relus.</summary>
    public IReadOnlyList<ConfirmationDeTexte> Confirmations { get; init; } = [];

    /// <summary>Où en est la procédure.</summary>
    public Procedure Procedure { get; init; } = new();

    /// <summary>Pièces, dans l'ordre du bordereau.</summary>
    public IReadOnlyList<Piece> Pieces { get; init; } = [];

    /// <summary>Sections d'actes réécrites par l'avocat.</summary>
    public IReadOnlyList<SectionAdaptee> Adaptations { get; init; } = [];

    /// <summary>Ce que les faits ont changé dans la vie de l'enfant.</summary>
    public IReadOnlyList<Retentissement> Retentissements { get; init; } = [];

    /// <summary>Choix et saisies du chiffrage.</summary>
    public Chiffrage Chiffrage { get; init; } = new();

    /// <summary>Proches, victimes indirectes.</summary>
    public IReadOnlyList<Proche> Proches { get; init; } = [];

    /// <summary>Sommes déjà reçues.</summary>
    public IReadOnlyList<Versement> Versements { get; init; } = [];

    /// <summary>Ce que l'on demande au juge pour l'argent de l'enfant, hors de toute offre.</summary>
    public ArgentDeLEnfant Argent { get; init; } = new();

    /// <summary>Plan de reconstruction.</summary>
    public PlanDeReconstruction Plan { get; init; } = new();

    /// <summary>Ce que dit le livret de l'enfant.</summary>
    public LivretDeLEnfant Livret { get; init; } = new();

    /// <summary>Vrai si ce texte reste à relire avant d'être cité dans un acte.</summary>
    public bool DoitRelire(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.ARelire && Confirmations.All(c => c.Texte != source.Cle);
    }
}
