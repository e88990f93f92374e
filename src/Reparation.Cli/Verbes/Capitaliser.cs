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
        var sexe = new Option<string?>("--sexe")
        {
            Description = "F, M, ou N sans distinction\u00A0: choisit la colonne de la table.",
            HelpName = "F|M|N",
        };
        var age = OptionAge("--age", "Âge en années révolues au jour de la décision.");
        var jusqua = OptionAge("--jusqua", "Âge où la rente s’arrête\u202F; la vie entière sinon.");
        var depart = OptionAge("--a-partir-de", "Âge où la rente commence\u202F; aussitôt sinon.");
        var naissance = OptionDate("--naissance", "Naissance\u00A0: avec --decision, le prix se calcule au jour près, à la place de --age.");
        var decision = OptionDate("--decision", "Jour de la décision.");
        var du = OptionDate("--du", "Premier jour dû, au jour près, à la place de --a-partir-de.");
        var au = OptionDate("--au", "Dernier jour dû, compris, au jour près, à la place de --jusqua.");

        // Lu comme du texte : la virgule et le point valent l'un l'autre, quelle que soit la culture de la machine.
        var taux = new Option<string?>("--taux") { Description = "Taux en pour cent\u202F; celui du barème sinon.", HelpName = "TAUX" };
        var croissance = new Option<string?>("--croissance")
        {
            Description = "Croissance annuelle du montant, en pour cent, avec --naissance et --decision.",
            HelpName = "TAUX",
        };
        var mensuel = new Option<bool>("--mensuel") { Description = "Paiement mensuel, avec --naissance et --decision\u202F; aucun barème publié ne le suit." };
        var table = new Option<bool>("--table") { Description = "Tous les prix de l’édition, en CSV, pour les deux sexes." };
        var json = Programme.OptionJson();
        var commande = new Command("capitaliser", "Donner le prix d’un euro de rente annuelle, payable à terme échu.")
        {
            edition, sexe, age, jusqua, depart, naissance, decision, du, au, taux, croissance, mensuel, table, json,
        };
        commande.SetAction(lecture =>
        {
            var bareme = Bareme(lecture.GetValue(edition), editions.Lire(lecture));
            var tauxLu = LireTaux("--taux", lecture.GetValue(taux));
            if (lecture.GetValue(table))
            {
                TableDePrix.Ecrire(bareme, tauxLu, sortie);
                return Programme.Reussite;
            }

            var colonne = LireSexe(lecture.GetValue(sexe));
            var (ne, juge) = (lecture.GetValue(naissance), lecture.GetValue(decision));
            var (premier, dernier) = (lecture.GetValue(du), lecture.GetValue(au));
            var hausse = LireTaux("--croissance", lecture.GetValue(croissance));
            var parMois = lecture.GetValue(mensuel);
            if (ne is null && juge is null)
            {
                if (premier is not null || dernier is not null || hausse is not null || parMois)
                {
                    throw new RefusException("--naissance, --decision\u00A0: --du, --au, --croissance et --mensuel demandent ces deux dates.");
                }

                Repondre(
                    new(
                        bareme, colonne,
                        lecture.GetValue(age) ?? throw new RefusException(
                            "--age\u00A0: donnez l’âge en années révolues au jour de la décision, ou --naissance et --decision."),
                        lecture.GetValue(depart), lecture.GetValue(jusqua), tauxLu),
                    lecture.GetValue(json), sortie);
                return Programme.Reussite;
            }

            if (ne is not { } jourDeNaissance || juge is not { } jourDeDecision || lecture.GetValue(age) is not null)
            {
                throw new RefusException("--naissance, --decision\u00A0: donnez les deux dates ensemble, sans --age.");
            }

            CapitaliserAuJour.Repondre(
                new(bareme, colonne, jourDeNaissance, jourDeDecision)
                {
                    Debut = premier ?? Anniversaire(jourDeNaissance, lecture.GetValue(depart)),
                    Fin = dernier?.AddDays(1) ?? Anniversaire(jourDeNaissance, lecture.GetValue(jusqua)),
                    Taux = tauxLu,
                    Croissance = hausse ?? 0,
                    Paiements = parMois ? MomentDesPaiements.Mensuel : MomentDesPaiements.Annuel,
                },
                lecture.GetValue(json), sortie);
            return Programme.Reussite;
        });
        return commande;
    }

    private static DateOnly? Anniversaire(DateOnly naissance, int? age) => age is { } ans ? Ages.Anniversaire(naissance, ans) : null;

    private static Option<DateOnly?> OptionDate(string nom, string description) => new(nom)
    {
        Description = description,
        HelpName = "AAAA-MM-JJ",
        CustomParser = resultat =>
        {
            if (DateOnly.TryParseExact(resultat.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
                && Coherence.EstUneDate(jour))
            {
                return jour;
            }

            resultat.AddError($"{nom}\u00A0: une date AAAA-MM-JJ entre 1900 et 2200 est attendue.");
            return null;
        },
    };

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
                Sexe = Lettre(demande.Sexe),
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
                "Un âge sort de la table (0 à 104 ans), le taux sort de −5 à 10\u00A0%, ou l’édition ne couvre pas ce sexe. "
                + "Corrigez --age, --a-partir-de, --jusqua, --taux ou --sexe.");
        }
    }

    private static string Dire(Demande d)
    {
        var debut = d.Depart > d.Age ? $", à partir de {Francais.Ans(d.Depart.Value)}" : "";
        var fin = d.Fin is { } arret ? $", jusqu’à {Francais.Ans(arret)}" : ", la vie entière";
        return $"{Qui(d.Sexe)} de {Francais.Ans(d.Age)}{debut}{fin}";
    }

    private static EditionCapitalisation Bareme(string? id, Editions editions) =>
        (id is null ? editions.Capitalisation[0] : editions.TrouverCapitalisation(id))
        ?? throw new RefusException(
            $"--edition\u00A0: barème inconnu. Barèmes connus\u00A0: {string.Join(", ", editions.Capitalisation.Select(e => e.Id))}.");

    private static Sexe LireSexe(string? texte) => texte?.ToUpperInvariant() switch
    {
        "F" => Sexe.Feminin,
        "M" or "H" => Sexe.Masculin,
        "N" => Sexe.NonPrecise,
        _ => throw new RefusException("--sexe\u00A0: écrivez F, M ou N."),
    };

    internal static string Lettre(Sexe sexe) => sexe switch
    {
        Sexe.Feminin => "F",
        Sexe.Masculin => "M",
        _ => "N",
    };

    internal static string Qui(Sexe sexe) => sexe switch
    {
        Sexe.Feminin => "fille ou femme",
        Sexe.Masculin => "garçon ou homme",
        _ => "personne, sexe non précisé,",
    };

    private static decimal? LireTaux(string option, string? texte) => texte is null
        ? null
        : Francais.LireNombre(texte, out var taux)
            ? taux
            : throw new RefusException($"{option}\u00A0: un nombre en pour cent est attendu, par exemple 0,5.");

    private sealed record Demande(EditionCapitalisation Bareme, Sexe Sexe, int Age, int? Depart, int? Fin, decimal? Taux);
}
