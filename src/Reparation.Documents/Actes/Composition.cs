using Reparation.Documents.Blocs;
using Reparation.Domain.Commun;

namespace Reparation.Documents.Actes;

/// <summary>Issue d'une rédaction : un acte entier, ou la liste de tout ce qui manque. Jamais un acte troué.</summary>
public abstract record Composition
{
    private Composition()
    {
    }

    /// <summary>Textes de mémoire ou contredits que l'acte cite et que l'avocat n'a pas relus ; une version à signer n'en a aucun.</summary>
    public IReadOnlyList<Source> ARelire { get; init; } = [];

    /// <summary>L'acte est complet.</summary>
    /// <param name="Acte">Blocs prêts à être rendus.</param>
    public sealed record Prete(Acte Acte) : Composition
    {
        /// <summary>Ce qui interdirait la version définitive d'un projet ; toujours vide pour une version définitive.</summary>
        public IReadOnlyList<Manque> Blocages { get; init; } = [];
    }

    /// <summary>Des données manquent au dossier.</summary>
    /// <param name="Manques">Toutes, dans l'ordre de l'acte, sans doublon.</param>
    public sealed record Incomplete(IReadOnlyList<Manque> Manques) : Composition;
}

/// <summary>Une donnée que l'acte exige et que le dossier ne donne pas.</summary>
/// <param name="Champ">Nom du champ dans le modèle.</param>
/// <param name="Message">Ce qui manque et ce qu'il faut faire.</param>
/// <param name="Fichier">Fichier du modèle.</param>
/// <param name="Ligne">Ligne du modèle.</param>
/// <param name="Rubrique">Rubrique du dossier à compléter : « enfant », « faits », « procedure »… ; « textes » pour des textes à relire</param>
public sealed record Manque(string Champ, string Message, string Fichier, int Ligne, string Rubrique);
