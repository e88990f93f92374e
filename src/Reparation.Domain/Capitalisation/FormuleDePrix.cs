using Reparation.Domain.Commun;

namespace Reparation.Domain.Capitalisation;

/// <summary>La formule d'un prix, écrite pour être refaite à la main avec la table.</summary>
internal static class FormuleDePrix
{
    public static string Ecrire(Probleme p) => p.AgesEntiers ? EcrireEnAgesEntiers(p) : EcrireAuJour(p);

    private static string EcrireEnAgesEntiers(Probleme p)
    {
        var (age, debut, fin) = (p.Age.Annees, p.Age.Annees + p.Debut.Annees, p.Age.Annees + p.Fin.Annees);
        var notation = p.AgeDeFin is { } arret ? $"a({age}, {arret})" : $"a({age})";
        if (debut > age)
        {
            // Six décimales : refaite à la main, la soustraction donne le coefficient à trois décimales.
            return $"{notation} − a({age}, {debut}) = {Six(p.Jusqua(p.Fin))} − {Six(p.Jusqua(p.Debut))}{Arrondi(p)}";
        }

        return $"{notation} = Σ l({age} + t) ÷ l({age}) ÷ (1 + {Francais.Pourcent(p.Taux)})^t pour t de 1 à {fin - age}, "
            + $"avec l({age}) = {Francais.Nombre(p.Table.Survivants(p.Sexe, age))} et l({fin}) = "
            + $"{Francais.Nombre(p.Table.Survivants(p.Sexe, fin))} ; soit {Six(p.Resoudre())}{Arrondi(p)}";
    }

    private static string EcrireAuJour(Probleme p)
    {
        var fin = p.DateDeFin is { } arret ? $"a(x ; {Francais.Date(arret)})" : "a(x)";
        var calcul = p.DateDeDebut is { } depart
            ? $"{fin} − a(x ; {Francais.Date(depart)}) = {Six(p.Jusqua(p.Fin))} − {Six(p.Jusqua(p.Debut))}{Arrondi(p)}"
            : $"{fin} = {Six(p.Resoudre())}{Arrondi(p)}";
        return $"{calcul}, où x = {p.Age}, {Survivants(p)} et a(x ; date) = Σ {Terme(p)} "
            + $"à chaque anniversaire t de la décision{Bornes(p)}{Paiements(p)}";
    }

    private static string Survivants(Probleme p) => p.Age.Jours == 0
        ? $"l(x) = {Francais.Nombre(p.Survivants())}"
        : $"l(x) = {Francais.Nombre(p.Survivants())} entre l({p.Age.Annees}) = {Vivants(p, p.Age.Annees)} "
            + $"et l({p.Age.Annees + 1}) = {Vivants(p, p.Age.Annees + 1)}";

    private static string Vivants(Probleme p, int age) =>
        Francais.Nombre(age > p.Table.DernierAge ? 0 : p.Table.Survivants(p.Sexe, age));

    private static string Terme(Probleme p)
    {
        var croissance = p.Croissance == 0 ? "" : $" × (1 + {Francais.Pourcent(p.Croissance)})^t";
        return p.Courbe.Count > 0
            ? $"l(x + t) ÷ l(x){croissance} × produit, de l’année 1 à l’année t, des (1 + inflation) ÷ (1 + taux)"
            : $"l(x + t) ÷ l(x){croissance} ÷ (1 + {Francais.Pourcent(p.Taux)})^t";
    }

    // Une année entamée compte pour les jours où la rente court : la part se lit ici, sans calendrier.
    private static string Bornes(Probleme p)
    {
        var bornes = new List<string>(2);
        if (p.DateDeDebut is not null)
        {
            bornes.Add(Borne("début", p.Debut));
        }

        if (p.DateDeFin is not null)
        {
            bornes.Add(Borne("fin", p.Fin));
        }

        return bornes.Count == 0 ? ", la vie entière" : $" ({string.Join(" ; ", bornes)})";
    }

    private static string Borne(string nom, TempsEcoule temps) => temps.Jours == 0
        ? $"{nom} : {Francais.Compte(temps.Annees, "terme", "termes")}"
        : $"{nom} : {Francais.Compte(temps.Annees, "terme", "termes")} et {Francais.Nombre(temps.Jours)} j ÷ {Francais.Nombre(temps.Sur)} du suivant";

    private static string Paiements(Probleme p) => p.Paiements switch
    {
        MomentDesPaiements.Mensuel => ", chaque année payée pour 11/24 à son début et pour 13/24 à sa fin, ce qui vaut douze mois à terme échu",
        MomentDesPaiements.Continu => ", chaque année payée en continu",
        _ => "",
    };

    private static string Arrondi(Probleme p) =>
        ", arrondi à " + Francais.NombreFixe(decimal.Round(p.Resoudre(), 3, MidpointRounding.AwayFromZero), 3);

    private static string Six(decimal valeur) => Francais.NombreFixe(valeur, 6);
}
