namespace Reparation.Web.Securite;

/// <summary>Ce que la personne peut sur le dossier de la page : les vues s'y règlent pour ne rien proposer d'impossible.</summary>
public sealed class AccesCourant
{
    private Section? section;

    /// <summary>Droits sur le dossier de la page ; rien hors d'un dossier.</summary>
    public Droits? Droits { get; private set; }

    /// <summary>Vrai si la page ouverte ne se change pas.</summary>
    public bool LectureSeule => Droits is { } droits && section is { } ouverte && !droits.Ecrit(ouverte);

    public void Designer(Droits droits, Section ouverte) => (Droits, section) = (droits, ouverte);

    /// <summary>Vrai si la section se voit depuis cette page.</summary>
    public bool Lit(Section demandee) => Droits?.Lit(demandee) ?? false;

    /// <summary>Vrai si la section se change depuis cette page.</summary>
    public bool Ecrit(Section demandee) => Droits?.Ecrit(demandee) ?? false;
}
