namespace Reparation.Domain.Dossiers;

/// <summary>Issue de la lecture d'un dossier.</summary>
public abstract record Lecture
{
    private Lecture()
    {
    }

    /// <summary>Le dossier est lu et cohérent.</summary>
    public sealed record Reussie(Dossier Dossier) : Lecture;

    /// <summary>Le fichier est refusé ; toutes les anomalies trouvées sont données.</summary>
    public sealed record Refusee(IReadOnlyList<Anomalie> Anomalies) : Lecture;

    internal static Refusee Refus(string chemin, string message) => new([new(chemin, message)]);
}

/// <summary>Ce qui ne va pas, et où.</summary>
/// <param name="Chemin">Endroit : <c>faits[2].du</c>.</param>
/// <param name="Message">Quoi, pourquoi, que faire. Ne cite jamais le contenu fautif.</param>
public sealed record Anomalie(string Chemin, string Message);
