using Reparation.Documents.Actes;
using Reparation.Documents.Actes.Champs;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Documents.Rendu.Tableur;

/// <summary>
/// Le chiffrage dans un classeur aux formules vives : une synthèse, une ligne par étape, les éditions et leurs sources. Ni
/// identité ni récit ; chaque somme enregistrée est celle du bilan, et chaque formule la redonne.
/// </summary>
public static class TableurDuChiffrage
{
    /// <summary>Type de contenu d'un fichier .xlsx.</summary>
    public const string TypeMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Écrit le classeur. Mêmes données, mêmes octets.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="bilan">Son bilan.</param>
    /// <param name="date">Date portée par le classeur.</param>
    public static byte[] Ecrire(Dossier dossier, Bilan bilan, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        var citations = new Citations(dossier.Pieces);
        var etapes = new FeuilleDesEtapes(citations, Identite.Motif(dossier.Enfant));
        var synthese = new FeuilleDeSynthese(dossier, bilan, date, citations, etapes);
        return Classeur.Ecrire(
            [synthese.Ecrire(), etapes.Ecrire(), Editions(bilan)],
            new("Chiffrage", "", "Chiffrage", date, dossier.Reference, "Document couvert par le secret professionnel"));
    }

    private static Feuille Editions(Bilan bilan) => new("Éditions", [60, 18, 60, 14, 26], 1,
    [
        [new("Édition", Aspect.Entete), new("Page", Aspect.Entete), new("Adresse", Aspect.Entete), new("Lue le", Aspect.Entete), new("Crédit", Aspect.Entete)],
        .. bilan.Editions.Select(e => (IReadOnlyList<Case?>)
        [
            new(e.Intitule, Aspect.Texte), new(e.Page, Aspect.Texte), new(e.Adresse, Aspect.Texte), new(e.VerifieLe, Aspect.Jour),
            new(Mots.De(e), Aspect.Texte),
        ]),
    ]);
}
