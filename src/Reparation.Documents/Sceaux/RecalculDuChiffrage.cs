using System.Text.Json;
using Reparation.Documents.Actes;
using Reparation.Documents.Actes.Champs;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Sceaux;

/// <summary>Le chiffrage joint à un document, refait depuis ses étapes, sans aucun code de calcul de l'application.</summary>
/// <param name="Etapes">Nombre d'étapes lues.</param>
/// <param name="Refaites">Nombre d'étapes et de totaux refaits : sommes de lignes, opérations écrites.</param>
/// <param name="Ecarts">Ce qui ne retombe pas juste, dit en une phrase chacun.</param>
/// <param name="Demandes">Sommes demandées poste par poste, que l'acte imprime d'ordinaire ; sans zéro ni doublon.</param>
public sealed record RecalculDuChiffrage(int Etapes, int Refaites, IReadOnlyList<string> Ecarts, IReadOnlyList<decimal> Demandes)
{
    /// <summary>Refait le chiffrage ; rien si ces octets n'en sont pas un.</summary>
    internal static RecalculDuChiffrage? Lire(byte[] octets)
    {
        try
        {
            using var document = JsonDocument.Parse(octets, new() { AllowDuplicateProperties = false });
            return document.RootElement.GetProperty("format").GetString() == ChiffrageJson.Format
                ? new Lecteur().Refaire(document.RootElement)
                : null;
        }
        catch (Exception erreur) when (erreur is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private sealed class Lecteur
    {
        private readonly List<string> _ecarts = [];
        private readonly List<decimal> _demandes = [];
        private int _etapes;
        private int _refaites;

        public RecalculDuChiffrage Refaire(JsonElement racine)
        {
            var postes = racine.GetProperty("postes").EnumerateArray().ToList();
            postes.ForEach(Poste);
            var totaux = racine.GetProperty("totaux");
            foreach (var (total, cle) in new[] { ("brut", "brut"), ("tiersPayeurs", "tiersPayeurs"), ("droit", "droit"), ("enfant", "demande") })
            {
                Comparer($"total « {total} »", Somme(totaux, total), postes.Sum(p => Somme(p, cle)));
            }

            var gains = Etape(racine.GetProperty("gains"));
            Comparer("gains", Somme(totaux, "gains"), gains);
            var global = racine.GetProperty("global");
            var retenu = global.ValueKind == JsonValueKind.Object && global.GetProperty("retenu").GetBoolean();
            var demande = (retenu ? Somme(global, "montant") : Somme(totaux, "enfant")) + gains;
            Comparer("total demandé", Somme(totaux, "demande"), demande);
            var recues = Deductions(racine);
            Comparer("sommes reçues", Somme(totaux, "provisions"), recues);
            Comparer("solde", Somme(totaux, "solde"), Math.Max(demande - recues, 0));
            Proches(racine.GetProperty("proches"), Somme(totaux, "proches"));
            return new(_etapes, _refaites, _ecarts, [.. _demandes.Where(d => d > 0).Distinct()]);
        }

        private void Proches(JsonElement proches, decimal total)
        {
            foreach (var proche in proches.EnumerateArray())
            {
                var postes = proche.GetProperty("postes").EnumerateArray().ToList();
                postes.ForEach(Poste);
                var du = Somme(proche, "total");
                Comparer("total d’un proche", du, postes.Sum(p => Somme(p, "demande")));
                Comparer("solde d’un proche", Somme(proche, "solde"), Math.Max(du - Deductions(proche), 0));
            }

            Comparer("total des proches", total, proches.EnumerateArray().Sum(p => Somme(p, "total")));
        }

        private void Poste(JsonElement poste)
        {
            var code = poste.GetProperty("code").GetString();
            var demande = Somme(poste, "demande");
            Comparer($"poste {code}, évaluation", Somme(poste, "brut"), Etape(poste.GetProperty("calcul")));
            Comparer($"poste {code}, droit", Somme(poste, "droit"), demande + Somme(poste, "tiersPayeurs"));
            _demandes.Add(demande);
        }

        private decimal Etape(JsonElement etape)
        {
            if (etape.ValueKind == JsonValueKind.Null)
            {
                return 0;
            }

            _etapes++;
            var resultat = Somme(etape, "resultat");
            var details = etape.GetProperty("details").EnumerateArray().Sum(Etape);
            var (operation, _) = Crayon.Separer(etape.GetProperty("formule").GetString() ?? "");
            var libelle = etape.GetProperty("libelle").GetString();
            if (etape.GetProperty("details").GetArrayLength() > 0 && !operation.Any(char.IsDigit))
            {
                Comparer($"« {libelle} »", resultat, details);
            }
            else if (Operation.Refaire(operation) is { } refaite)
            {
                Comparer($"« {libelle} »", resultat, decimal.Round(refaite, 2, MidpointRounding.AwayFromZero));
            }

            return resultat;
        }

        private void Comparer(string quoi, decimal ecrit, decimal refait)
        {
            _refaites++;
            if (ecrit != refait)
            {
                _ecarts.Add($"{quoi}{Langue.Insecable}: {Langue.Euros(ecrit)} écrits, {Langue.Euros(refait)} refaits.");
            }
        }

        private static decimal Deductions(JsonElement de) => de.GetProperty("deductions").EnumerateArray().Sum(d => Somme(d, "montant"));

        private static decimal Somme(JsonElement de, string nom) => de.GetProperty(nom).GetDecimal();
    }
}
