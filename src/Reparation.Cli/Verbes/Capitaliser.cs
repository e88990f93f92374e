using System.CommandLine;
using System.Globalization;
using Reparation.Domain.Capitalisation;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>capitaliser</c> : prix d'un euro de rente.</summary>
internal static class Capitaliser
{
    public static Command Commande(TextWriter sortie, OptionEditions editions)
    {
        var edition = new Option<string?>("--edition")
        {
            Description = "Barème\u00A0: " + string.Join(", ", OptionEditions.Livrees.Capitalisation.Select(e => e.Id)) + ", ou un barème du cabinet\u202F; le plus récent sinon.",
            HelpName = "ID",
        };
        var sexe = new Option<string?>("--sexe") { Description = "F ou M\u00A0: choisit la table de mortalité.", HelpName = "F|M" };
        var age = OptionAge("--age", "Âge en années révolues au jour de la décision.");
        var jusqua = OptionAge("--jusqua", "Âge où la rente s’arrête\u202F; la vie entière sinon.");
        var depart = OptionAge("--a-partir-de", "Âge où la rente commence\u202F; aussitôt sinon.");

        // Lu comme du texte : la virgule et le point valent l'un l'autre, quelle que soit la culture de la machine.
        var taux = new Option<string?>("--taux") { Description = "Taux en pour cent\u202F; celui du barème sinon.", HelpName = "TAUX" };
        var json = Programme.OptionJson();
        var commande = new Command("capitaliser", "Donner le prix d’un euro de rente annuelle, payable à terme échu.")
        {
            edition, sexe, age, jusqua, depart, taux, json,
        };
        commande.SetAction(lecture =>
        {
            var demande = new Demande(
                Bareme(lecture.GetValue(edition), editions.Lire(lecture)), LireSexe(lecture.GetValue(sexe)),
                lecture.GetValue(age) ?? throw new RefusException("--age\u00A0: donnez l’âge en années révolues au jour de la décision."),
                lecture.GetValue(depart), lecture.GetValue(jusqua), LireTaux(lecture.GetValue(taux)));
            Repondre(demande, lecture.GetValue(json), sortie);
            return Programme.Reussite;
        });
        return commande;
    }

    private static Option<int?> OptionAge(string nom, string description) => new(nom)
    {
        Description = description,
        HelpName = "AGE",
        CustomParser = resultat =>
        {
            if (int.TryParse(resultat.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var age))
            {
                return age;
            }

            resultat.AddError($"{nom}\u00A0: un âge entier est attendu.");
            return null;
        },
    };

    private static void Repondre(Demande demande, bool json, TextWriter sortie)
    {
        var prix = Calculer(demande);
        var usage = demande.Depart > demande.Age
            ? Calculer(demande with { Age = demande.Depart.Value, Depart = null })
            : null;
        if (json)
        {
            Programme.EcrireJson(sortie, new
            {
                Edition = demande.Bareme.Id,
                Sexe = demande.Sexe == Sexe.Feminin ? "F" : "M",
                demande.Age,
                APartirDe = demande.Depart,
                Jusqua = demande.Fin,
                prix.Taux,
                Prix = prix.Coefficient,
                PrixExact = prix.Exact,
                PrixSelonLUsage = usage?.Coefficient,
                prix.Table,
                prix.Formule,
                Source = Json.Source(prix.Source),
            });
            return;
        }

        sortie.WriteLine($"Prix d’un euro de rente annuelle, terme échu\u00A0: {Francais.NombreFixe(prix.Coefficient, 3)}");
        sortie.WriteLine($"Rente\u00A0: {Dire(demande)}");
        sortie.WriteLine($"Barème\u00A0: {demande.Bareme.Titre}, taux {Francais.Pourcent(prix.Taux)}");
        sortie.WriteLine($"Table\u00A0: {prix.Table}");
        sortie.WriteLine($"Calcul\u00A0: {prix.Formule}");
        if (usage is not null)
        {
            sortie.WriteLine(
                $"Usage répandu, sans différé (prix à {Francais.Ans(demande.Depart!.Value)})\u00A0: {Francais.NombreFixe(usage.Coefficient, 3)}. "
                + "Il ignore le temps et la mortalité d’ici là.");
        }

        sortie.WriteLine(
            $"Source\u00A0: {prix.Source.Intitule}, lue le {Francais.Date(prix.Source.VerifieLe)} ({Bilans.Dire(prix.Source.Confiance)})");
    }

    private static PrixDeRente Calculer(Demande d)
    {
        if (d.Fin <= (d.Depart ?? d.Age))
        {
            throw new RefusException(
                $"La rente s’arrête à {Francais.Ans(d.Fin.Value)}, sans dépasser son début à {Francais.Ans(d.Depart ?? d.Age)}. "
                + "Corrigez --jusqua, --a-partir-de ou --age.");
        }

        try
        {
            return PrixDeRente.Calculer(d.Bareme, d.Sexe, d.Age, d.Depart, d.Fin, d.Taux);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new RefusException(
                "Un âge sort de la table (0 à 104 ans), ou le taux sort de −5 à 10 %. Corrigez --age, --a-partir-de, --jusqua ou --taux.");
        }
    }

    private static string Dire(Demande d)
    {
        var debut = d.Depart > d.Age ? $", à partir de {Francais.Ans(d.Depart.Value)}" : "";
        var fin = d.Fin is { } arret ? $", jusqu’à {Francais.Ans(arret)}" : ", la vie entière";
        return $"{(d.Sexe == Sexe.Feminin ? "fille ou femme" : "garçon ou homme")} de {Francais.Ans(d.Age)}{debut}{fin}";
    }

    private static EditionCapitalisation Bareme(string? id, Editions editions) =>
        (id is null ? editions.Capitalisation[0] : editions.TrouverCapitalisation(id))
        ?? throw new RefusException(
            $"--edition\u00A0: barème inconnu. Barèmes connus\u00A0: {string.Join(", ", editions.Capitalisation.Select(e => e.Id))}.");

    private static Sexe LireSexe(string? texte) => texte?.ToUpperInvariant() switch
    {
        "F" => Sexe.Feminin,
        "M" or "H" => Sexe.Masculin,
        _ => throw new RefusException("--sexe\u00A0: écrivez F ou M."),
    };

    private static decimal? LireTaux(string? texte) => texte is null
        ? null
        : Francais.LireNombre(texte, out var taux)
            ? taux
            : throw new RefusException("--taux\u00A0: un nombre en pour cent est attendu, par exemple 0,5.");

    private sealed record Demande(EditionCapitalisation Bareme, Sexe Sexe, int Age, int? Depart, int? Fin, decimal? Taux);
}
