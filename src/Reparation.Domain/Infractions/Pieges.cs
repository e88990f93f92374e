using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Infractions;

/// <summary>Pièges de qualification : erreurs que la loi ou un arrêt rend coûteuses. Le texte est dans les données, la condition ici.</summary>
internal static class Pieges
{
    private static readonly DateOnly NouvelleDefinition = SourcesDuDroit.Citer("loi-2025-1057").EnVigueur!.Value;

    private static readonly Technique[] ADistance =
    [
        Technique.Pedopiegeage, Technique.SextorsionSexuelle, Technique.SextorsionFinanciere, Technique.DiffusionEnDirect, Technique.Caming,
    ];

    private static readonly Dictionary<string, Alerte> Textes = Lire();

    public static IReadOnlyList<Alerte> Relever(Fait fait, IReadOnlyList<QualificationPossible> possibles, Dossier dossier) =>
        [.. Regles(fait, possibles, dossier).Where(r => r.Levee).Select(r => Textes[r.Regle])];

    /// <summary>Piège de cet identifiant, pour une règle qui regarde le dossier entier.</summary>
    public static Alerte Trouver(string regle) => Textes[regle];

    private static IEnumerable<(string Regle, bool Levee)> Regles(Fait fait, IReadOnlyList<QualificationPossible> possibles, Dossier dossier)
    {
        var techniques = fait.Techniques;
        var debut = Elements.AgeLe(dossier, fait.Du);
        var fin = Elements.AgeLe(dossier, fait.Au ?? fait.Du);
        var envisageables = possibles.Where(p => p.Envisageable).ToList();
        bool Vise(params ReadOnlySpan<string> ids)
        {
            foreach (var p in possibles)
            {
                if ((p.Visee || p.Envisageable) && ids.Contains(p.Infraction.Id))
                {
                    return true;
                }
            }

            return false;
        }

        yield return ("date-des-faits", fait.Du is null);
        yield return ("caming-sans-prostitution", techniques.Contains(Technique.Caming)
            || (fait.ContactPhysique == Reponse.Non && (techniques.Contains(Technique.Proxenetisme) || techniques.Contains(Technique.ProxenetismeDeProximite) || techniques.Contains(Technique.RecoursALaProstitution)
                || fait.Qualifications.Any(q => q.StartsWith("proxenetisme", StringComparison.Ordinal) || q == "recours"))));
        yield return ("acte-a-distance", fait.ContactPhysique != Reponse.Oui && fait.ActeImpose == Reponse.Inconnu && techniques.Any(ADistance.Contains));
        yield return ("client-d-un-mineur", techniques.Contains(Technique.RecoursALaProstitution) || fait.Qualifications.Contains("recours"));
        yield return ("contrepartie-avant-15-ans", debut < 15 && fait.ContactPhysique != Reponse.Non && (fait.Contrepartie == Reponse.Oui || techniques.Contains(Technique.RecoursALaProstitution)));
        yield return ("viol-redefini", fait.Du < NouvelleDefinition && (fait.Au ?? fait.Du) >= NouvelleDefinition && Vise("viol_simple", "viol_aggrave", "agression_simple"));
        yield return ("textes-successifs", envisageables.Any(p => p.Textes.Count > 1));
        yield return ("texte-posterieur-aux-faits", possibles.Any(p => p.Verdict == Verdict.TexteAbsent && (p.Visee || techniques.Count > 0)));
        yield return ("seuil-de-15-ans", debut < 15 && fin >= 15);
        yield return ("seuil-de-18-ans", debut < 18 && fin >= 18);
        yield return ("auteur-mineur", Elements.Majeur(fait) == Reponse.Non);
        yield return ("propositions-15-17", techniques.Contains(Technique.Pedopiegeage) && debut is >= 15 and < 18);
        yield return ("prescription-de-dix-ans", Vise("agression_15_age", "agression_inceste"));
        yield return ("prescription-706-47", envisageables.Any(p => p.Infraction is { Article70647: Appartenance.AVerifier } i && i.Prescription.StartsWith("PEN-DELIT", StringComparison.Ordinal)));
        yield return ("traite-sans-moyen", debut < 18 && techniques.Any(t => t is Technique.Proxenetisme or Technique.ProxenetismeDeProximite or Technique.Traite or Technique.DiffusionEnDirect));
        yield return ("commanditaire-complice", techniques.Contains(Technique.DiffusionEnDirect));
    }

    private static Dictionary<string, Alerte> Lire()
    {
        using var fiche = Fiche.Ouvrir("infractions/pieges.json", SourcesDuDroit.Fichiers);
        return fiche.Elements(fiche.Racine, "pieges").Select(p => new Alerte(
            fiche.Texte(p, "regle"), fiche.Texte(p, "message"), SourcesDuDroit.Citer(fiche.Textes(p, "sources")))).ToDictionary(a => a.Regle, StringComparer.Ordinal);
    }
}
