using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// Ce qui fait le plus bouger le total : un seul choix est changé à la fois, et tout le dossier est chiffré de nouveau. Un choix
/// qui ferait tomber un poste chiffré, ou en chiffrerait un autre, n'est pas comparable : il est écarté.
/// </summary>
public static class Sensibilite
{
    private const string Inchange = "valeur retenue";

    /// <summary>Variations qui changent le total de l'enfant et de ses proches, gains compris ; la plus large d'abord.</summary>
    public static IReadOnlyList<Variation> Mesurer(Dossier dossier, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(editions);
        var retenu = Chiffreur.Evaluer(dossier, editions);
        var variations = new List<Variation>();
        foreach (var essai in Essais.Imaginer(dossier, editions))
        {
            if (Mesurer(essai, retenu, editions) is { } variation)
            {
                variations.Add(variation);
            }
        }

        // Tri stable : à étendue égale, l'ordre des essais demeure.
        return [.. variations.OrderByDescending(v => v.Etendue)];
    }

    private static Variation? Mesurer(Essai essai, Bilan retenu, Editions editions)
    {
        var total = Total(retenu);
        var variation = new Variation(essai.Libelle, Inchange, total, Inchange, total, total);
        foreach (var (valeur, dossier) in essai.Valeurs)
        {
            var bilan = Chiffreur.Evaluer(dossier, editions);
            if (!MemesPostes(bilan, retenu))
            {
                continue;
            }

            var montant = Total(bilan);
            if (montant < variation.Bas)
            {
                variation = variation with { SiBas = valeur, Bas = montant };
            }

            if (montant > variation.Haut)
            {
                variation = variation with { SiHaut = valeur, Haut = montant };
            }
        }

        return variation.Etendue > Montant.Zero ? variation : null;
    }

    private static Montant Total(Bilan bilan) => bilan.TotalEnfant + bilan.TotalProches + bilan.TotalGains;

    private static bool MemesPostes(Bilan bilan, Bilan retenu) =>
        MemesPostes(bilan.Directs, retenu.Directs)
        && bilan.Proches.Zip(retenu.Proches).All(p => MemesPostes(p.First.Postes, p.Second.Postes));

    private static bool MemesPostes(IReadOnlyList<PosteEvalue> postes, IReadOnlyList<PosteEvalue> retenus) =>
        postes.Zip(retenus).All(p => p.First.Evaluation is Evaluation.Chiffree == p.Second.Evaluation is Evaluation.Chiffree);
}
