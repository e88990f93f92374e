using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Endroit nommé du document : un titre, une ligne de tableau, une pièce. Sa page est connue dès la mise en pages, avant
/// tout dessin.
/// </summary>
/// <param name="ancre">Nom unique, sans dièse.</param>
/// <param name="niveau">Niveau du titre, de 1 à 4 ; zéro pour ce qui n'entre ni au sommaire ni aux signets.</param>
/// <param name="contenu">Texte du titre.</param>
internal sealed class Repere(string ancre, int niveau, IReadOnlyList<Inline> contenu)
{
    public string Ancre => ancre;

    public int Niveau { get; } = niveau;

    public IReadOnlyList<Inline> Contenu => contenu;

    /// <summary>Niveau du signet : dans une liasse, les titres d'un acte passent sous le sien.</summary>
    public int Signet { get; init; } = niveau;

    /// <summary>À partir de zéro.</summary>
    public int Page { get; set; } = -1;

    public double Haut { get; set; }
}
