using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Le même avenir selon d'autres conventions, d'autres éditions et d'autres taux : une ligne chacune, en euros, avec l'écart.</summary>
internal static class ComparaisonsDeCapital
{
    public static IEnumerable<Comparaison> Donner(IReadOnlyList<Avenir> avenirs, Editions editions, TempsEcoule age)
    {
        var reference = avenirs[0].Demande;
        if (avenirs.Any(a => a.Flux.CoefficientImprime is not null))
        {
            yield return Comparer("prix calculé par le logiciel, à la place du coefficient imprimé", avenirs, a => a.Prix.Coefficient);
        }

        if (avenirs.Any(a => !SeLitDansUnBareme(a.Demande, age)))
        {
            yield return Comparer("âges en années révolues, comme dans un barème imprimé", avenirs, a => EnAnneesRevolues(a.Demande, sansDiffere: false));
        }

        if (avenirs.Any(a => a.Demande.Debut > a.Demande.Decision))
        {
            // Usage répandu mais inexact : il ignore l'actualisation et la survie entre la décision et le départ.
            yield return Comparer(
                "capital selon l’usage : prix à l’âge de départ, sans différé", avenirs, a => EnAnneesRevolues(a.Demande, sansDiffere: true));
        }

        foreach (var ligne in editions.Capitalisation.SelectMany(e => e.Taux.Select(t => (Edition: e, Taux: t))))
        {
            var retenu = ligne.Edition.Id == reference.Edition.Id && ligne.Taux == (reference.Taux ?? reference.Edition.Taux[0])
                && reference.Courbe.Count == 0;
            if (!retenu && avenirs.All(a => Couvre(ligne.Edition, a.Demande)))
            {
                yield return Comparer(
                    $"capital, {ligne.Edition.Titre}, {Francais.Pourcent(ligne.Taux)}", avenirs,
                    a => PrixDeRente.Coter(a.Demande with { Edition = ligne.Edition, Taux = ligne.Taux, Courbe = [] }));
            }
        }

        if (reference.Sexe != Sexe.NonPrecise && reference.Edition.Couvre(Sexe.NonPrecise))
        {
            yield return Comparer(
                "sans distinction de sexe", avenirs, a => PrixDeRente.Coter(a.Demande with { Sexe = Sexe.NonPrecise }));
        }

        yield return reference.Paiements == MomentDesPaiements.Mensuel
            ? Comparer(
                "payé une fois l’an à terme échu, comme dans les barèmes publiés", avenirs,
                a => PrixDeRente.Coter(a.Demande with { Paiements = MomentDesPaiements.Annuel }))
            : Comparer(
                "payé chaque mois à terme échu", avenirs,
                a => PrixDeRente.Coter(a.Demande with { Paiements = MomentDesPaiements.Mensuel }));
        yield return Comparer(
            "payé en continu, à la manière d’Ogden", avenirs,
            a => PrixDeRente.Coter(a.Demande with { Paiements = MomentDesPaiements.Continu }));
        if (reference.Courbe.Count == 0)
        {
            var taux = reference.Taux ?? reference.Edition.Taux[0];
            foreach (var autre in new[] { taux - 0.5m, taux + 0.5m }.Where(t => t is >= -5 and <= 10))
            {
                yield return Comparer(
                    $"taux de {Francais.Pourcent(autre)}, même table", avenirs, a => PrixDeRente.Coter(a.Demande with { Taux = autre }));
            }
        }
    }

    /// <summary>Une comparaison, avec la somme ligne à ligne et l'écart au capital retenu.</summary>
    public static Comparaison Comparer(string libelle, IReadOnlyList<Avenir> avenirs, Func<Avenir, decimal> prix)
    {
        var (total, retenu, formule) = (Montant.Zero, Montant.Zero, "");
        foreach (var avenir in avenirs)
        {
            var coefficient = prix(avenir);
            total += avenir.Flux.Multiplier(coefficient);
            retenu += avenir.Flux.Multiplier(avenir.Coefficient);
            formule += (formule.Length == 0 ? "" : " + ") + avenir.Flux.Ecrire(coefficient);
        }

        var ecart = total - retenu;
        return new(libelle, $"{formule} ; écart : {(ecart > Montant.Zero ? "+" : "")}{ecart}", total);
    }

    /// <summary>Le capital d'un seul flux, sa chance comptée entière.</summary>
    public static Comparaison Entier(Avenir avenir, string libelle)
    {
        var entier = avenir with { Flux = avenir.Flux with { Chance = null } };
        return new(libelle, entier.Flux.Ecrire(avenir.Coefficient), entier.Flux.Multiplier(avenir.Coefficient));
    }

    private static bool Couvre(EditionCapitalisation edition, DemandeDePrix demande) =>
        edition.Couvre(demande.Sexe)
        && TempsEcoule.Entre(demande.Naissance, demande.Decision).Annees <= edition.Table(demande.Sexe).DernierAge
        && (edition.FinAuPlus is not { } limite || demande.Fin <= Ages.Anniversaire(demande.Naissance, limite));

    private static bool SeLitDansUnBareme(DemandeDePrix demande, TempsEcoule age) =>
        age.Jours == 0 && EstUnAnniversaire(demande.Debut > demande.Decision ? demande.Debut : null, demande.Naissance)
        && EstUnAnniversaire(demande.Fin, demande.Naissance)
        && demande is { Courbe.Count: 0, Croissance: 0, Paiements: MomentDesPaiements.Annuel };

    private static bool EstUnAnniversaire(DateOnly? jour, DateOnly naissance) =>
        jour is not { } date || Ages.Anniversaire(naissance, Ages.Le(naissance, date)) == date;

    private static decimal EnAnneesRevolues(DemandeDePrix demande, bool sansDiffere)
    {
        var table = demande.Edition.Table(demande.Sexe);
        var age = Ages.Le(demande.Naissance, demande.Decision);
        var depart = demande.Debut is { } debut && debut > demande.Decision ? Ages.Le(demande.Naissance, debut) : age;
        var fin = demande.Fin is { } arret ? Math.Min(Ages.Le(demande.Naissance, arret), table.DernierAge) : (int?)null;
        return fin <= depart
            ? 0
            : PrixDeRente.Coter(
                demande.Edition, demande.Sexe, sansDiffere ? depart : age, sansDiffere ? null : depart, fin,
                demande.Taux ?? demande.Edition.Taux[0]);
    }
}
