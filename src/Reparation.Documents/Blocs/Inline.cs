namespace Reparation.Documents.Blocs;

/// <summary>Fragment de texte courant. Le texte porte déjà sa typographie (espaces insécables, apostrophes).</summary>
public abstract record Inline
{
    private Inline()
    {
    }

    /// <summary>Texte d'un seul style.</summary>
    /// <param name="Contenu">Texte sans saut de ligne.</param>
    /// <param name="Gras">Graisse forte.</param>
    /// <param name="Italique">Italique.</param>
    /// <param name="Exposant">Petit et relevé, comme le « er » de « 1er ».</param>
    public sealed record Texte(string Contenu, bool Gras = false, bool Italique = false, bool Exposant = false) : Inline;

    /// <summary>
    /// Lien vers une ancre du document (<c>#poste-dft</c>) ou une adresse <c>https:</c>. Vers une pièce (<c>#piece-3</c>, voir
    /// <see cref="Ancres"/>), il peut ne mener nulle part : ce n'est alors qu'un texte.
    /// </summary>
    public sealed record Lien(string Cible, IReadOnlyList<Texte> Contenu) : Inline;

    /// <summary>
    /// Note de bas de page, appelée là où elle se trouve et numérotée dans l'ordre de l'acte. Elle n'a sa place que dans un
    /// paragraphe ou une liste, et n'en contient pas d'autre.
    /// </summary>
    public sealed record Note(IReadOnlyList<Inline> Contenu) : Inline;

    /// <summary>Passage à la ligne voulu par l'auteur, sans nouveau paragraphe.</summary>
    public sealed record SautDeLigne : Inline;
}
