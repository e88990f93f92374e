namespace Reparation.Documents.Blocs;

/// <summary>
/// Ce que dit un acte, sans coordonnée ni mot de moteur : un acte est une suite de blocs, que chaque rendu
/// (PDF, texte, plus tard DOCX) lit à sa manière.
/// </summary>
public abstract record Bloc
{
    private Bloc()
    {
    }

    /// <summary>Titre de section, qui entre dans les signets et le sommaire.</summary>
    /// <param name="Niveau">De 1 à 4 ; le premier titre est de niveau 1 et aucun niveau n'est sauté.</param>
    /// <param name="Contenu">Texte du titre.</param>
    /// <param name="Ancre">Nom unique dans le document, sans dièse.</param>
    public sealed record Titre(int Niveau, IReadOnlyList<Inline> Contenu, string Ancre) : Bloc;

    /// <summary>Paragraphe de texte.</summary>
    public sealed record Paragraphe(IReadOnlyList<Inline> Contenu, StyleParagraphe Style = StyleParagraphe.Courant) : Bloc;

    /// <summary>Liste à puces ou numérotée ; chaque élément est une suite de blocs.</summary>
    public sealed record Liste(bool Ordonnee, IReadOnlyList<IReadOnlyList<Bloc>> Elements, int Debut = 1) : Bloc;

    /// <summary>Tableau à une ligne d'en-têtes, répétée en haut de chaque page.</summary>
    /// <param name="Resume">Phrase courte lue par un lecteur d'écran, jamais imprimée.</param>
    public sealed record Tableau(string Resume, IReadOnlyList<Colonne> Colonnes, IReadOnlyList<Ligne> Lignes) : Bloc;

    /// <summary>Plusieurs colonnes de blocs côte à côte, insécables : l'en-tête d'un acte, ses parties.</summary>
    public sealed record CoteACote(IReadOnlyList<IReadOnlyList<Bloc>> Colonnes) : Bloc
    {
        /// <summary>Part de la largeur que prend la première colonne, les autres se partageant le reste ; 0 si elles sont égales.</summary>
        public decimal PartDeLaPremiere { get; init; }
    }

    /// <summary>Blocs dans un cadre discret : une alerte, une synthèse, un dispositif.</summary>
    public sealed record Encadre(IReadOnlyList<Bloc> Contenu) : Bloc;

    /// <summary>Table des matières avec numéros de page, des titres jusqu'à ce niveau.</summary>
    public sealed record Sommaire(int NiveauMax = 2) : Bloc;

    /// <summary>Dessin légendé. Il ne dit rien que son alternative ne dise aussi, et ses valeurs se lisent ailleurs dans l'acte.</summary>
    /// <param name="Alternative">Ce que montre le dessin, pour qui ne le voit pas ; jamais imprimée.</param>
    /// <param name="Legende">Légende imprimée sous le dessin.</param>
    /// <param name="Dessin">Tracé.</param>
    public sealed record Figure(string Alternative, IReadOnlyList<Inline> Legende, Dessin Dessin) : Bloc;

    /// <summary>Ce qui suit commence une page.</summary>
    public sealed record SautDePage : Bloc;

    /// <summary>Trait horizontal décoratif.</summary>
    public sealed record Filet : Bloc;

    /// <summary>Espace laissé pour une signature manuscrite sous une légende.</summary>
    public sealed record Signature(IReadOnlyList<Inline> Legende) : Bloc;
}

/// <summary>Rôle d'un paragraphe dans la page.</summary>
public enum StyleParagraphe
{
    /// <summary>Texte justifié de l'acte.</summary>
    Courant,

    /// <summary>Titre du document, centré, une fois en tête.</summary>
    TitreDocument,

    /// <summary>Sous le titre, centré.</summary>
    SousTitre,

    /// <summary>Ligne centrée, par exemple « PLAISE À LA COMMISSION ».</summary>
    Centre,

    /// <summary>Aligné à droite : lieu et date.</summary>
    Droite,

    /// <summary>Petit corps : sources, réserves.</summary>
    Note,
}

/// <summary>Colonne d'un tableau.</summary>
/// <param name="Entete">En-tête de colonne.</param>
/// <param name="Alignement">Alignement des cellules et de l'en-tête.</param>
/// <param name="Poids">Largeur relative ; zéro laisse le moteur décider d'après le contenu.</param>
public sealed record Colonne(IReadOnlyList<Inline> Entete, Alignement Alignement = Alignement.Gauche, decimal Poids = 0);

/// <summary>Alignement horizontal.</summary>
public enum Alignement
{
    /// <summary>À gauche.</summary>
    Gauche,

    /// <summary>Au centre.</summary>
    Centre,

    /// <summary>À droite : les nombres.</summary>
    Droite,
}

/// <summary>Ligne d'un tableau.</summary>
/// <param name="Cellules">Une par colonne ; une ligne de <see cref="GenreLigne.Groupe"/> n'en a qu'une, qui s'étend sur toutes.</param>
/// <param name="Genre">Rôle de la ligne.</param>
public sealed record Ligne(IReadOnlyList<IReadOnlyList<Inline>> Cellules, GenreLigne Genre = GenreLigne.Courante)
{
    /// <summary>Nom qu'un lien peut viser, sans dièse ; vide le plus souvent.</summary>
    public string Ancre { get; init; } = "";
}

/// <summary>Rôle d'une ligne de tableau.</summary>
public enum GenreLigne
{
    /// <summary>Ligne de données.</summary>
    Courante,

    /// <summary>Intertitre qui s'étend sur toutes les colonnes.</summary>
    Groupe,

    /// <summary>Sous-total ou total.</summary>
    Total,
}
