using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Plan;

/// <summary>
/// Une même dépense ne se compte pas deux fois : demandée dans un poste, elle n'entre pas au budget de vie que l'argent doit payer.
/// Le rapprochement se fait par les mots ; il avertit, l'avocat décide.
/// </summary>
public static class DoubleEmploiDuBudget
{
    private const int LettresAuMoins = 5;

    /// <summary>Lignes de budget qui ressemblent à une dépense demandée, chacune en une phrase.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="avecChiffrage">Faux pour ne regarder que le plan, devant qui ne voit pas le chiffrage.</param>
    public static IReadOnlyList<string> Points(Dossier dossier, bool avecChiffrage)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var demandes = dossier.Plan.Actions.Where(a => a.Poste.Length > 0 && !a.EstEcartee()).Select(a => (a.Poste, Libelle: a.Intitule))
            .Concat(avecChiffrage ? dossier.Chiffrage.Postes.Where(p => p.Choix == ChoixPoste.Demander).SelectMany(Lignes) : [])
            .Select(d => (d.Poste, d.Libelle, Mots: Mots(d.Libelle))).Where(d => d.Mots.Count > 0).ToList();
        return
        [
            .. dossier.Plan.Scenarios.SelectMany(s => s.Depenses.Select(d => (Scenario: s.Libelle, d.Libelle, Mots: Mots(d.Libelle))))
                .Where(b => b.Mots.Count > 0)
                .Select(b => (Budget: b, Demande: demandes.FirstOrDefault(d => d.Mots.IsSubsetOf(b.Mots) || b.Mots.IsSubsetOf(d.Mots))))
                .Where(x => x.Demande.Libelle is not null)
                .Select(x => $"« {x.Budget.Libelle} », au budget de « {x.Budget.Scenario} », ressemble à « {x.Demande.Libelle} », déjà demandé ({x.Demande.Poste}). "
                    + "Retirez l’un des deux, ou dites en quoi ils diffèrent.").Distinct(),
        ];
    }

    private static IEnumerable<(string Poste, string Libelle)> Lignes(SaisiePoste poste) => poste.Depenses.Select(d => d.Libelle)
        .Concat(poste.Aides.Select(a => a.Libelle)).Concat(poste.Rentes.Select(r => r.Libelle)).Select(l => (poste.Code, l));

    // Mots longs, sans accent ni pluriel : « séances de psychologue » et « Psychologue, une séance » en ont deux en commun.
    private static HashSet<string> Mots(string texte) => new string([.. Francais.SansAccents(texte).Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(m => m.Length >= LettresAuMoins).Select(m => m.TrimEnd('s', 'x'))
        .ToHashSet(StringComparer.Ordinal);
}
