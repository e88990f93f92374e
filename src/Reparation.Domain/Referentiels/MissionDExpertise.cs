using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Referentiels;

/// <summary>Mission proposée à l'expert, point par point. Aucune mission ne s'impose au juge : celle-ci est une proposition, écrite par le projet.</summary>
public static class MissionDExpertise
{
    private static readonly (IReadOnlyList<PointDeMission> Detaillee, IReadOnlyList<PointDeMission> Descriptive) Lues = Lire();

    /// <summary>Les points, dans l'ordre, selon la lecture choisie.</summary>
    public static IReadOnlyList<PointDeMission> Points(LectureDeMission lecture) =>
        lecture == LectureDeMission.Descriptive ? Lues.Descriptive : Lues.Detaillee;

    private static (IReadOnlyList<PointDeMission> Detaillee, IReadOnlyList<PointDeMission> Descriptive) Lire()
    {
        using var fiche = Fiche.Ouvrir("expertise/mission.json", SourcesDuDroit.Fichiers);
        var sources = SourcesDuDroit.Citer(fiche.Textes(fiche.Racine, "sources"));
        var detaillee = fiche.Elements(fiche.Racine, "points").Select(p => new PointDeMission(
            (int)fiche.Nombre(p, "numero"), fiche.Texte(p, "titre"), fiche.Texte(p, "demande"), fiche.Textes(p, "postes"), sources)).ToList();
        var descriptive = fiche.Elements(fiche.Racine, "points").Zip(
            detaillee, (p, d) => fiche.TexteOuVide(p, "descriptive") is { Length: > 0 } autre ? d with { Demande = autre } : d).ToList();
        return (detaillee, descriptive);
    }
}

/// <summary>Un point de la mission.</summary>
/// <param name="Numero">Rang, à partir de 1.</param>
/// <param name="Titre">Objet.</param>
/// <param name="Demande">Ce qui est demandé à l'expert.</param>
/// <param name="Postes">Codes des postes que la réponse éclaire ; vide si elle les éclaire tous ou n'en éclaire aucun en propre.</param>
/// <param name="Sources">Missions comparées.</param>
public sealed record PointDeMission(int Numero, string Titre, string Demande, IReadOnlyList<string> Postes, IReadOnlyList<Source> Sources);
