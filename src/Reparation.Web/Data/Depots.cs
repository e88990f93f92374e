using Reparation.Domain.Dossiers;

namespace Reparation.Web.Data;

/// <summary>Issue de l'ouverture d'un dépôt.</summary>
public abstract record Ouverture
{
    private Ouverture()
    {
    }

    /// <summary>Les octets peuvent venir.</summary>
    public sealed record Ouverte(Guid Depot) : Ouverture;

    /// <summary>Le dépôt n'est pas possible ; le message dit pourquoi et que faire.</summary>
    public sealed record Refusee(string Message) : Ouverture;

    /// <summary>Le dossier n'existe pas pour ce compte.</summary>
    public sealed record Introuvable : Ouverture;
}

/// <summary>Issue de la fin d'un dépôt.</summary>
public abstract record Terminaison
{
    private Terminaison()
    {
    }

    /// <summary>Le contenu est rangé, et se lit désormais par son empreinte.</summary>
    public sealed record Rangee(FichierDePiece Fichier) : Terminaison;

    /// <summary>Le contenu n'entre pas ; rien n'en est gardé.</summary>
    public sealed record Refusee(string Message) : Terminaison;

    /// <summary>Il porte une image, et la personne n'a pas confirmé qu'il s'agit d'une numérisation. Le dépôt attend.</summary>
    public sealed record AConfirmer : Terminaison;

    /// <summary>Il manque des octets.</summary>
    public sealed record Incomplete(long Recus) : Terminaison;

    /// <summary>Le dépôt n'existe pas, ou plus.</summary>
    public sealed record Introuvable : Terminaison;
}
