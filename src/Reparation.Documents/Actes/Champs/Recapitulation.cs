using Reparation.Domain.Commun;
using Reparation.Domain.Postes;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Fin de l'annexe : de l'évaluation de chaque poste au solde, une opération par ligne, avec les seules sommes du bilan.</summary>
internal sealed class Recapitulation(Bilan bilan, Func<PosteEvalue, string> numeroter)
{
    private readonly List<ChampsEtape> _lignes = [];

    public IReadOnlyList<ChampsEtape> Lignes()
    {
        var enfant = Postes(bilan.Directs);
        if (enfant.Count > 0 || bilan.Gains is Evaluation.Chiffree || bilan.Global is { Retenu: true })
        {
            var total = Total(enfant);
            Deduire(total, bilan.Deductions, bilan.Solde, "R", "S", "Solde revenant à l’enfant");
        }

        var proches = new List<string>();
        for (var i = 0; i < bilan.Proches.Count; i++)
        {
            var (proche, rang) = (bilan.Proches[i], $"P{RemplirLesChamps.Nombre(i + 1)}");
            var postes = Postes(proche.Postes);
            if (postes.Count > 0)
            {
                proches.Add("T" + rang);
                Ajouter("T" + rang, $"Total du proche n° {RemplirLesChamps.Nombre(i + 1)} ({proche.Proche.Lien})", Crayon.Somme(postes), proche.Total, total: true);
                Deduire("T" + rang, proche.Deductions, proche.Solde, "R" + rang + ".", "S" + rang, "Solde de ce proche");
            }
        }

        if (proches.Count > 1)
        {
            Ajouter("TP", "Total des proches", string.Join(" + ", proches.Select(Crayon.Citer)), bilan.TotalProches, total: true);
        }

        return _lignes;
    }

    private List<string> Postes(IReadOnlyList<PosteEvalue> postes)
    {
        var numeros = new List<string>();
        foreach (var poste in postes.Where(p => p.Evaluation is Evaluation.Chiffree))
        {
            var origine = numeroter(poste);
            if (poste.Droit != poste.Brut)
            {
                Ajouter($"D{origine}", $"Droit à réparation, {poste.Poste.Code}",
                    $"{Crayon.Citer(origine)} × {Domain.Commun.Francais.Pourcent(bilan.PartDuDroit * 100)}", poste.Droit);
                origine = $"D{origine}";
            }

            var numero = $"V{numeroter(poste)}";
            Ajouter(numero, $"Revenant à la victime, {poste.Poste.Code}",
                poste.TiersPayeurs > Montant.Zero ? $"{Crayon.Citer(origine)} − {poste.TiersPayeurs} de tiers payeurs" : Crayon.Citer(origine),
                poste.Demande);
            numeros.Add(numero);
        }

        return numeros;
    }

    private string Total(List<string> enfant)
    {
        var termes = new List<string>();
        if (enfant.Count > 0)
        {
            Ajouter("T", "Total du détail pour l’enfant", Crayon.Somme(enfant), bilan.TotalEnfant, total: true);
            termes.Add("T");
        }

        if (bilan.Global is { Retenu: true } global)
        {
            Ajouter("B", "Somme globale demandée à la place du détail", global.Montant.ToString(), global.Montant);
            termes = ["B"];
        }

        if (bilan.Gains is Evaluation.Chiffree)
        {
            termes.Add("G");
        }

        if (termes is ["T"])
        {
            return "T";
        }

        Ajouter("A", "Total demandé pour l’enfant", string.Join(" + ", termes.Select(Crayon.Citer)), bilan.TotalDemande, total: true);
        return "A";
    }

    private void Deduire(string total, IReadOnlyList<Deduction> deductions, Montant solde, string prefixe, string numero, string libelle)
    {
        if (deductions.Count == 0)
        {
            return;
        }

        for (var i = 0; i < deductions.Count; i++)
        {
            Ajouter($"{prefixe}{RemplirLesChamps.Nombre(i + 1)}", deductions[i].Libelle, deductions[i].Montant.ToString(), deductions[i].Montant);
        }

        // Un solde n'est jamais négatif : ce qui a été reçu en trop ne se réclame pas dans cet acte.
        Ajouter(
            numero,
            solde > Montant.Zero ? libelle : $"{libelle}, les sommes reçues couvrant la demande",
            solde > Montant.Zero
                ? Crayon.Citer(total) + string.Concat(deductions.Select((_, i) => " − " + Crayon.Citer(prefixe + RemplirLesChamps.Nombre(i + 1))))
                : solde.ToString(),
            solde, total: true);
    }

    private void Ajouter(string numero, string libelle, string operation, Montant resultat, bool total = false) => _lignes.Add(new()
    {
        Numero = numero,
        Libelle = libelle,
        Formule = operation,
        Operation = operation,
        Resultat = resultat.ToString(),
        Racine = total,
    });
}
