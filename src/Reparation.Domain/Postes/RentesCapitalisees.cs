using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// DSF, FLA, FVA, ATP, PGPF, pertes de revenus d'un proche : chaque rente saisie devient un flux daté, dont le passé s'additionne
/// et dont l'avenir se capitalise.
/// </summary>
internal static class RentesCapitalisees
{
    // Au-delà, un anniversaire sortirait du calendrier : une telle date est une faute de frappe.
    private const int DerniereNaissance = 9000;

    public static void Evaluer(Calcul calcul)
    {
        if (calcul.Saisie.Rentes.Count == 0)
        {
            return;
        }

        Capital? capital = null;
        var datees = new List<Flux>(calcul.Saisie.Rentes.Count);
        foreach (var rente in calcul.Saisie.Rentes)
        {
            if (Dater(calcul, rente) is { } flux
                && (capital ??= Capital.Ouvrir(calcul, Enfant(calcul.Contexte), calcul.Contexte.Chiffrage.DateDeDecision!.Value)) is { } ouvert)
            {
                ouvert.Ajouter(flux, Fondement(calcul.Poste.Code, rente));
                datees.Add(flux);
            }
        }

        AvertirDesChevauchements(calcul, datees);
        capital?.Comparer();
        if (calcul.Poste.Victime == Victime.ProcheSurvie && capital is { ADeLAvenir: true })
        {
            calcul.Avertir("L’avenir est capitalisé à l’âge et selon la table de l’enfant, dont dépend la durée de la perte du proche.");
        }
    }

    private static Tete Enfant(Contexte contexte) => new(contexte.Naissance!.Value, contexte.Sexe);

    private static Flux? Dater(Calcul calcul, Rente rente)
    {
        var (contexte, nom) = (calcul.Contexte, Nom(rente));
        var manques = new List<string>();
        if (contexte.Chiffrage.DateDeDecision is null)
        {
            manques.Add("la date prévue de la décision");
        }

        if (contexte.Naissance is null)
        {
            manques.Add("la date de naissance de l’enfant");
        }

        if (rente is { Du: null, DesLAge: null } && contexte.Consolidation is null)
        {
            manques.Add("le premier jour dû");
        }

        if (rente.Chance is <= 0 or > 100)
        {
            calcul.Reserver($"« {nom} » : la chance perdue doit être comprise entre 0 et 100 %.");
            return null;
        }

        if (manques.Count > 0)
        {
            calcul.Reserver($"« {nom} » ne peut pas être calculé : il manque {Francais.Liste(manques)}.");
            return null;
        }

        var naissance = contexte.Naissance!.Value;
        if (naissance.Year > DerniereNaissance)
        {
            calcul.Reserver(
                $"La décision prévue le {Francais.Date(contexte.Chiffrage.DateDeDecision!.Value)} ne s’accorde pas avec la naissance du "
                + $"{Francais.Date(naissance)}.");
            return null;
        }

        var debut = rente.Du ?? (rente.DesLAge is { } depart ? Ages.Anniversaire(naissance, depart) : contexte.Consolidation!.Value);
        var fin = Fin(rente, naissance);
        if (fin <= debut)
        {
            calcul.Reserver(
                $"« {nom} » s’arrête {(rente.Au is { } au ? $"le {Francais.Date(au)}" : $"à {Francais.Ans(rente.JusquALAge!.Value)}, le {Francais.Date(fin.Value)}")}, "
                + $"sans dépasser son premier jour dû, le {Francais.Date(debut)}.");
            return null;
        }

        return MontantAnnuel.Calculer(calcul, rente, nom) is not var (parAn, derivation) ? null : new(nom, parAn, debut, fin)
        {
            Derivation = derivation,
            Chance = rente.Chance,
            Croissance = rente.Croissance ?? 0,
            CoefficientImprime = rente.CoefficientImprime,
            ReferenceDuCoefficient = rente.ReferenceDuCoefficient,
            Pieces = rente.Pieces,
        };
    }

    private static DateOnly? Fin(Rente rente, DateOnly naissance) => rente switch
    {
        { Au: { } au } => au.AddDays(1),
        { JusquALAge: { } arret } => Ages.Anniversaire(naissance, arret),
        _ => null,
    };

    // Une suite de rentes bout à bout dit un besoin qui change ; deux rentes du même nom le même jour, un double compte possible.
    private static void AvertirDesChevauchements(Calcul calcul, List<Flux> datees)
    {
        for (var i = 0; i < datees.Count; i++)
        {
            for (var j = i + 1; j < datees.Count; j++)
            {
                var (a, b) = (datees[i], datees[j]);
                if (string.Equals(a.Nom, b.Nom, StringComparison.OrdinalIgnoreCase)
                    && (a.Fin is not { } finA || b.Debut < finA) && (b.Fin is not { } finB || a.Debut < finB))
                {
                    calcul.Avertir(
                        $"Deux lignes « {a.Nom} » courent ensemble depuis le {Francais.Date(a.Debut > b.Debut ? a.Debut : b.Debut)} : "
                        + "vérifier que le même besoin n’est pas compté deux fois, ou les nommer autrement.");
                }
            }
        }
    }

    private static string Nom(Rente rente) => rente.Libelle.Length == 0 ? "dépense ou perte annuelle" : rente.Libelle;

    private static IReadOnlyList<Source> Fondement(string code, Rente rente) =>
        code == "PGPF" ? [Sources.Nomenclature, Sources.GainsFutursDeLEnfant]
        : rente.HeuresParJour is not null ? [Sources.Nomenclature, Sources.AideHumaine]
        : [Sources.Nomenclature];
}
