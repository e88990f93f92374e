using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Securite;

/// <summary>
/// Ce qu'une personne peut : la seule table de l'application qui en décide. Une section absente d'une colonne n'existe pas
/// pour cette qualité.
/// </summary>
/// <param name="Qualite">À quel titre elle agit.</param>
/// <param name="Tient">Vrai si elle a ouvert le dossier : elle en tient l'identité et les accès, quel que soit son métier.</param>
public sealed record Droits(Qualite Qualite, bool Tient)
{
    private static readonly Section[] Tout =
    [
        Section.Enfant, Section.Faits, Section.Procedure, Section.Pieces, Section.Retentissements, Section.Chiffrage,
        Section.Actes, Section.Plan, Section.Documents, Section.Journal, Section.Acces, Section.Consultations,
    ];

    private static readonly Dictionary<Qualite, Section[]> Lues = new()
    {
        [Qualite.Avocat] = [.. Tout, Section.Copie, Section.Ouverture],
        [Qualite.Collaborateur] = [.. Tout, Section.Copie, Section.Ouverture],
        [Qualite.AdministrateurAdHoc] = [.. Tout, Section.Ouverture],
        [Qualite.Intervenant] = [Section.Enfant, Section.Retentissements, Section.Plan, Section.Documents, Section.Journal, Section.Acces, Section.Ouverture],
        [Qualite.Lecteur] = Tout,
        [Qualite.Administrateur] = [],
    };

    private static readonly Dictionary<Qualite, Section[]> Ecrites = new()
    {
        [Qualite.Avocat] = [.. Tout, Section.Ouverture],
        [Qualite.Collaborateur] = [.. Tout.Where(s => s != Section.Acces), Section.Ouverture],
        [Qualite.AdministrateurAdHoc] =
            [Section.Enfant, Section.Faits, Section.Procedure, Section.Pieces, Section.Retentissements, Section.Plan, Section.Ouverture],
        [Qualite.Intervenant] = [Section.Retentissements, Section.Plan, Section.Journal, Section.Ouverture],
        [Qualite.Lecteur] = [],
        [Qualite.Administrateur] = [],
    };

    /// <summary>Droits d'un compte hors de tout dossier, et sur ceux qu'il ouvre.</summary>
    public static Droits De(Compte compte)
    {
        ArgumentNullException.ThrowIfNull(compte);
        return new(compte.Metier, Tient: true);
    }

    /// <summary>Vrai si la section se voit.</summary>
    public bool Lit(Section section) => Lues[Qualite].Contains(section);

    /// <summary>Vrai si la section se change.</summary>
    public bool Ecrit(Section section) =>
        Ecrites[Qualite].Contains(section) || (Tient && Ecrites[Qualite].Contains(Section.Ouverture) && section is (Section.Enfant or Section.Acces));
}
