using Reparation.Documents.Actes.Champs;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Actes.Langues;

/// <summary>Les valeurs qu'un livret imprime, dans sa langue : dates, numéros à appeler, objectifs repris d'un modèle de plan.</summary>
internal static class ChampsTraduits
{
    public static ChampsDeLActe Vers(Traduction langue, ChampsDeLActe champs, Dossier dossier, DateOnly date) => champs with
    {
        Date = langue.Date(date),
        Procedure = champs.Procedure with { AudienceLe = dossier.Procedure.AudienceLe is { } audience ? langue.Date(audience) : null },
        Representants = [.. champs.Representants.Select(r => r with { PourLEnfant = r.PourLEnfant is { } lien ? langue.Dire(lien) : null })],
        Contacts = [.. champs.Contacts.Select(c => c with { Nom = langue.Dire(c.Nom), Pour = langue.Dire(c.Pour) })],
        Plan = champs.Plan with
        {
            TroisObjectifs = [.. champs.Plan.TroisObjectifs.Select(o => o with { Intitule = o.Intitule is { } intitule ? langue.Dire(intitule) : null })],
        },
        Livret = champs.Livret with { Langue = langue.Nom },
    };
}
