using Reparation.Documents.Actes;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Documents.Sceaux;

/// <summary>Ce que le sceau dit d'un document, hors de ses octets. Aucun nom d'enfant n'y entre.</summary>
/// <param name="Modele">Genre de document, par l'identifiant de son modèle : « civi/requete ».</param>
/// <param name="Titre">Titre neutre.</param>
/// <param name="VersionDuModele">Empreinte du modèle qui l'a rédigé.</param>
/// <param name="Reference">Référence interne du dossier.</param>
/// <param name="Date">Date portée par le document.</param>
/// <param name="Emetteur">Cabinet ou installation qui l'émet.</param>
/// <param name="Editions">Éditions employées, par leur intitulé.</param>
public sealed record FicheDuSceau(
    string Modele, string Titre, string VersionDuModele, string Reference, DateOnly Date, string Emetteur, IReadOnlyList<string> Editions)
{
    /// <summary>Fiche d'un acte tiré de ce modèle.</summary>
    public static FicheDuSceau De(Modele modele, Dossier dossier, DateOnly date, Bilan bilan)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        return new(
            modele.Id, modele.Titre, modele.Empreinte, dossier.Reference, date, dossier.Avocat?.Cabinet.Trim() ?? "",
            [.. bilan.Editions.Select(e => e.Intitule)]);
    }
}
