using Reparation.Domain.Commun;

namespace Reparation.Domain.Dossiers;

/// <summary>Les mis en cause d'un fait, et ce que leur fiche en dit. Un fait rattaché à personne se lit tel qu'il est saisi.</summary>
internal static class AuteursDuFait
{
    /// <summary>Le fait, une fois par mis en cause, complété de son lien et de son âge ; une seule fois, tel quel, s'il n'en a pas.</summary>
    public static IReadOnlyList<(MisEnCause? Auteur, Fait Fait)> Separer(Fait fait, Dossier dossier)
    {
        var auteurs = dossier.MisEnCause.Where(m => fait.MisEnCause.Contains(m.Id)).ToList();
        return auteurs.Count == 0 ? [(null, fait)] : [.. auteurs.Select(a => ((MisEnCause?)a, Completer(fait, a)))];
    }

    /// <summary>Le fait, complété de la fiche de son mis en cause s'il n'en a qu'un.</summary>
    public static Fait Completer(Fait fait, Dossier dossier) =>
        Separer(fait, dossier) is [var seul] ? seul.Fait : fait;

    private static Fait Completer(Fait fait, MisEnCause auteur) => fait with
    {
        LienAvecLAuteur = auteur.LienAvecLEnfant ?? fait.LienAvecLAuteur,
        AgeDeLAuteur = auteur.DateDeNaissance is { } ne && fait.Du is { } du && ne <= du ? Ages.Le(ne, du) : fait.AgeDeLAuteur,
    };
}
