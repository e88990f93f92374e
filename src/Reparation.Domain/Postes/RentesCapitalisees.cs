using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// DSF, FLA, FVA, ATP, PGPF, pertes de revenus d'un proche : ce qui est dû jusqu'à la veille de la décision s'additionne,
/// ce qui viendra après se capitalise à l'âge atteint le jour de la décision.
/// </summary>
internal static class RentesCapitalisees
{
    // Au-delà, un anniversaire sortirait du calendrier : une telle date est une faute de frappe.
    private const int DerniereNaissance = 9000;

    public static void Evaluer(Calcul calcul)
    {
        var avenirs = new List<Avenir>();
        foreach (var rente in calcul.Saisie.Rentes)
        {
            if (Dater(calcul, rente) is { } datee)
            {
                EvaluerRente(calcul, rente, datee, avenirs);
            }
        }

        Comparer(calcul, avenirs);
        if (calcul.Poste.Victime == Victime.ProcheSurvie && avenirs.Count > 0)
        {
            calcul.Avertir("L’avenir est capitalisé à l’âge et selon la table de l’enfant, dont dépend la durée de la perte du proche.");
        }
    }

    private static Datation? Dater(Calcul calcul, Rente rente)
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

        var (decision, naissance) = (contexte.Chiffrage.DateDeDecision!.Value, contexte.Naissance!.Value);
        var age = Ages.Le(naissance, decision);
        if (age is < 0 or > 104 || naissance.Year > DerniereNaissance)
        {
            calcul.Reserver(
                $"La décision prévue le {Francais.Date(decision)} ne s’accorde pas avec la naissance du {Francais.Date(naissance)}.");
            return null;
        }

        var debut = rente.Du ?? (rente.DesLAge is { } depart ? Ages.Anniversaire(naissance, depart) : contexte.Consolidation!.Value);
        var fin = rente.JusquALAge is { } arret ? Ages.Anniversaire(naissance, arret) : (DateOnly?)null;
        if (fin <= debut)
        {
            calcul.Reserver(
                $"« {nom} » s’arrête à {Francais.Ans(rente.JusquALAge!.Value)}, le {Francais.Date(fin.Value)}, "
                + $"sans dépasser son premier jour dû, le {Francais.Date(debut)}.");
            return null;
        }

        return new(decision, debut, fin, age, debut > decision ? Ages.Le(naissance, debut) : null);
    }

    private static void EvaluerRente(Calcul calcul, Rente rente, Datation datee, List<Avenir> avenirs)
    {
        var parties = new List<Etape>(2);
        if (datee.Debut < datee.Decision)
        {
            parties.Add(Echu(rente, datee));
        }

        // Une rente qui s'arrête à un âge déjà atteint n'a plus d'avenir.
        if (rente.JusquALAge is null || rente.JusquALAge > datee.Age)
        {
            if (Capitaliser(calcul, rente, datee) is not { } avenir)
            {
                return;
            }

            avenirs.Add(avenir);
            parties.Add(avenir.Etape);
        }

        calcul.Ajouter(Etape.Somme(Nom(rente), parties, Fondement(calcul.Poste.Code)) with { Pieces = rente.Pieces });
    }

    private static Etape Echu(Rente rente, Datation datee)
    {
        var veille = datee.Decision.AddDays(-1);
        var dernier = datee.Fin is { } fin && fin <= veille ? fin.AddDays(-1) : veille;
        var jours = Ages.Jours(datee.Debut, dernier);
        var chance = rente.Chance ?? 100;
        return new(
            $"échu {Francais.Periode(datee.Debut, dernier)}, année comptée 365 jours",
            $"{rente.Montant} × {Francais.Nombre(jours)} j ÷ 365{Chance(rente)}",
            Montant.Arrondir(rente.Montant.Euros * jours * chance / 36500),
            [Sources.Arrerages]);
    }

    private static Avenir? Capitaliser(Calcul calcul, Rente rente, Datation datee)
    {
        var contexte = calcul.Contexte;
        if (contexte.Sexe is not { } sexe)
        {
            calcul.Reserver($"« {Nom(rente)} » ne peut pas être capitalisé : le sexe à l’état civil manque, la table de mortalité en dépend.");
            return null;
        }

        if (contexte.Bareme is not { } bareme)
        {
            calcul.Reserver($"« {Nom(rente)} » ne peut pas être capitalisé : le barème « {contexte.Chiffrage.Bareme} » est inconnu.");
            return null;
        }

        if (contexte.Chiffrage.Taux is < -5 or > 10)
        {
            calcul.Reserver("Le taux de capitalisation doit être compris entre −5 et 10 %.");
            return null;
        }

        if (rente.JusquALAge > 104 || datee.Depart > 104)
        {
            calcul.Reserver($"« {Nom(rente)} » ne peut pas être capitalisé : les tables s’arrêtent à 104 ans.");
            return null;
        }

        if (contexte.Chiffrage.Taux is { } taux && !bareme.Taux.Contains(taux))
        {
            calcul.Avertir($"Le taux de {Francais.Pourcent(taux)} n’est pas publié par l’édition choisie ({bareme.Titre}) : il se plaide.");
        }

        if (datee.Depart is not null && rente.Du is { } du && Ages.Anniversaire(contexte.Naissance!.Value, datee.Depart.Value) != du)
        {
            calcul.Avertir(
                $"« {Nom(rente)} » commence le {Francais.Date(du)}, entre deux anniversaires : le différé est compté jusqu’à "
                + $"{Francais.Ans(datee.Depart.Value)}, en années révolues.");
        }

        var prix = PrixDeRente.Calculer(bareme, sexe, datee.Age, datee.Depart, rente.JusquALAge, contexte.Chiffrage.Taux);
        var etape = new Etape(
            $"à échoir {Duree(rente, datee)}, {Francais.Ans(datee.Age)} à la décision",
            $"{rente.Montant} × {Francais.NombreFixe(prix.Coefficient, 3)}{Chance(rente)} ; "
            + $"prix de 1 € de rente, {prix.Table}, {Francais.Pourcent(prix.Taux)}, terme échu : {prix.Formule}",
            Somme(rente, prix.Coefficient),
            [bareme.Source, bareme.Table(sexe).Source]);
        return new(rente, datee, etape);
    }

    private static void Comparer(Calcul calcul, List<Avenir> avenirs)
    {
        if (avenirs.Count == 0)
        {
            return;
        }

        var (sexe, bareme) = (calcul.Contexte.Sexe!.Value, calcul.Contexte.Bareme!);
        var retenu = calcul.Contexte.Chiffrage.Taux ?? bareme.Taux[0];
        if (avenirs.Any(a => a.Datee.Depart > a.Datee.Age))
        {
            // Usage répandu mais inexact : il ignore l'actualisation et la survie entre la décision et le départ.
            Comparer(calcul, "capital selon l’usage : prix à l’âge de départ, sans différé", avenirs, a => PrixDeRente.Coter(
                bareme, sexe, a.Datee.Depart ?? a.Datee.Age, null, a.Rente.JusquALAge, retenu));
        }

        foreach (var edition in calcul.Contexte.Editions.Capitalisation)
        {
            foreach (var taux in edition.Taux)
            {
                if (edition.Id != bareme.Id || taux != retenu)
                {
                    Comparer(
                        calcul, $"capital, {edition.Titre}, {Francais.Pourcent(taux)}", avenirs,
                        a => PrixDeRente.Coter(
                            edition, sexe, a.Datee.Age, a.Datee.Depart, a.Rente.JusquALAge, taux));
                }
            }
        }
    }

    private static void Comparer(Calcul calcul, string libelle, List<Avenir> avenirs, Func<Avenir, decimal> prix)
    {
        var (total, formule) = (Montant.Zero, "");
        foreach (var avenir in avenirs)
        {
            var coefficient = prix(avenir);
            total += Somme(avenir.Rente, coefficient);
            formule += (formule.Length == 0 ? "" : " + ")
                + $"{avenir.Rente.Montant} × {Francais.NombreFixe(coefficient, 3)}{Chance(avenir.Rente)}";
        }

        calcul.Comparer(libelle, formule, total);
    }

    private static Montant Somme(Rente rente, decimal coefficient) =>
        Montant.Arrondir(rente.Montant.Euros * coefficient * (rente.Chance ?? 100) / 100);

    private static string Chance(Rente rente) => rente.Chance is { } chance ? $" × {Francais.Pourcent(chance)}" : "";

    private static string Nom(Rente rente) => rente.Libelle.Length == 0 ? "dépense ou perte annuelle" : rente.Libelle;

    private static string Duree(Rente rente, Datation datee)
    {
        var depart = datee.Depart > datee.Age ? $"de {Francais.Ans(datee.Depart.Value)} " : "";
        return depart + (rente.JusquALAge is { } fin ? $"jusqu’à {Francais.Ans(fin)}" : "la vie entière");
    }

    private static IReadOnlyList<Source> Fondement(string code) => code == "PGPF" ? [Sources.Nomenclature, Sources.GainsFutursDeLEnfant] : [Sources.Nomenclature];

    private sealed record Datation(DateOnly Decision, DateOnly Debut, DateOnly? Fin, int Age, int? Depart);

    private sealed record Avenir(Rente Rente, Datation Datee, Etape Etape);
}
