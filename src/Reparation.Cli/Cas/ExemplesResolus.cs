using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Cas;

/// <summary>
/// Exemples publiés avec leur arithmétique (<c>schemaVersion</c> 1). Chaque entrée devient une saisie ordinaire, calculée
/// par les mêmes règles qu'un dossier : rien n'est recalculé ici.
/// </summary>
internal sealed class ExemplesResolus
{
    /// <summary>Écart admis par ces exemples, en euros.</summary>
    private const decimal Tolerance = 0.01m;

    private static readonly DateOnly Origine = new(2020, 1, 1);

    private readonly Editions _editions;

    private ExemplesResolus(Editions editions) => _editions = editions;

    public static bool Reconnait(JsonElement racine) =>
        racine.TryGetProperty("schemaVersion", out var version) && version.ValueKind == JsonValueKind.Number
        && version.TryGetInt32(out var numero) && numero == 1
        && racine.TryGetProperty("examples", out var exemples) && exemples.ValueKind == JsonValueKind.Array;

    public static IReadOnlyList<Resultat> Rejouer(string fichier, JsonElement racine, Editions editions) =>
        new ExemplesResolus(editions).Rejouer(fichier, racine);

    private IReadOnlyList<Resultat> Rejouer(string fichier, JsonElement racine) =>
    [
        .. racine.GetProperty("examples").EnumerateArray().Select((e, i) =>
        {
            try
            {
                var id = e.GetProperty("id").GetString()!;
                var ecarts = RejouerOuDire(e).ToList();
                return new Resultat(fichier, id, ecarts.Count == 0 ? Issue.Reussi : Issue.Echoue, string.Join("\u202F; ", ecarts));
            }
            catch (Exception erreur) when (erreur is KeyNotFoundException or InvalidOperationException)
            {
                throw new RefusException($"{fichier}\u00A0: examples[{i}]\u00A0: une entrée manque ou n’est pas du type attendu.");
            }
        }),
    ];

    // Une entrée bien écrite que les règles refusent (taux sans fin, édition non livrée) est un échec du cas, pas du fichier.
    private IReadOnlyList<string> RejouerOuDire(JsonElement exemple)
    {
        try
        {
            return [.. Rejouer(exemple)];
        }
        catch (Exception erreur) when (erreur is ArgumentException or FormatException or OverflowException)
        {
            return ["une valeur est hors des bornes, ou l’édition, le niveau ou la classe n’est pas connu"];
        }
    }

    private IEnumerable<string> Rejouer(JsonElement exemple)
    {
        var (methode, entrees, attendu) = (exemple.GetProperty("method").GetString()!, exemple.GetProperty("inputs"), exemple.GetProperty("expected"));
        return methode switch
        {
            "R-DFP-POINT" or "R-DFP-POINT (override)" => Point(entrees, attendu),
            "R-DFT" => Gene(entrees, attendu),
            "R-DFT classes" => Classes(entrees, attendu),
            "R-TP-AUTHOR" => Imputer(ModeDImputation.Auteur, entrees, attendu),
            "R-TP-CIVI" => Imputer(ModeDImputation.Civi, entrees, attendu),
            "PSU per lost year" => Annees(entrees, attendu),
            "R-ATP (past)" => Aide(entrees, attendu),
            "R-INT" => Interets(entrees, attendu),
            _ => [$"méthode inconnue\u00A0: {methode}"],
        };
    }

    private IEnumerable<string> Point(JsonElement entrees, JsonElement attendu)
    {
        var naissance = Origine;
        var consolidation = Ages.Anniversaire(naissance, entrees.GetProperty("ageAtConsolidation").GetInt32());
        var impose = entrees.TryGetProperty("pointValueOverride", out var valeur) ? Somme(valeur) : (Montant?)null;
        var poste = Evaluer(
            new() { Code = "DFP", TauxDeDeficit = entrees.GetProperty("dfpRatePct").GetDecimal(), ValeurDuPoint = impose, Motif = "exemple publié" },
            entrees.TryGetProperty("edition", out var edition) ? edition.GetString()! : null,
            naissance, consolidation);
        foreach (var ecart in Comparer("montant", poste, attendu.GetProperty("amount")))
        {
            yield return ecart;
        }

        if (attendu.TryGetProperty("pointValue", out var point) && poste is Evaluation.Chiffree chiffree
            && !chiffree.Calcul.Details[0].Formule.EndsWith(Somme(point).ToString(), StringComparison.Ordinal))
        {
            yield return $"valeur du point attendue {Somme(point)}, formule {chiffree.Calcul.Details[0].Formule}";
        }
    }

    private IEnumerable<string> Gene(JsonElement entrees, JsonElement attendu)
    {
        var periodes = new List<PeriodeDeGene>();
        var debut = Origine;
        foreach (var periode in entrees.GetProperty("periods").EnumerateArray())
        {
            var fin = debut.AddDays(periode.GetProperty("days").GetInt32() - 1);
            periodes.Add(new() { Du = debut, Au = fin, Taux = periode.GetProperty("ratePct").GetDecimal() });
            debut = fin.AddDays(1);
        }

        var poste = Evaluer(new() { Code = "DFT", BaseJournaliere = Somme(entrees.GetProperty("fullDaily")), Periodes = periodes });
        return Comparer("montant", poste, attendu.GetProperty("amount")).Concat(Lignes(poste, attendu.GetProperty("periodAmounts")));
    }

    private IEnumerable<string> Classes(JsonElement entrees, JsonElement attendu)
    {
        var periodes = entrees.GetProperty("classes").EnumerateArray().Select((classe, i) => new PeriodeDeGene
        {
            Du = Origine.AddDays(i),
            Au = Origine.AddDays(i),
            Taux = classe.GetString() switch { "I" => 10, "II" => 25, "III" => 50, "IV" => 75, _ => throw new FormatException() },
        }).ToList();
        var poste = Evaluer(new() { Code = "DFT", BaseJournaliere = Somme(entrees.GetProperty("fullDaily")), Periodes = periodes });
        return Lignes(poste, attendu.GetProperty("perDay"));
    }

    private IEnumerable<string> Annees(JsonElement entrees, JsonElement attendu)
    {
        var annees = entrees.GetProperty("lostYears").EnumerateArray().Select(a => new AnneesPerdues
        {
            Niveau = a.GetProperty("level").GetString() switch
            {
                "ecolier" or "primaire" => NiveauScolaire.Primaire,
                "collegien" => NiveauScolaire.College,
                "lyceen" => NiveauScolaire.Lycee,
                "etudiant" => NiveauScolaire.Superieur,
                _ => throw new FormatException(),
            },
            Nombre = a.GetProperty("years").GetDecimal(),
        }).ToList();
        var poste = Evaluer(new() { Code = "PSU", Annees = annees }, entrees.GetProperty("dataset").GetString());
        return Comparer("montant", poste, attendu.GetProperty("amount")).Concat(Lignes(poste, attendu.GetProperty("parts")));
    }

    private IEnumerable<string> Aide(JsonElement entrees, JsonElement attendu)
    {
        if (entrees.GetProperty("daysFactor").GetInt32() != 365)
        {
            return ["l’aide d’avant la consolidation se compte au jour le jour\u00A0: le facteur 412 n’est pas appliqué"];
        }

        var taux = Somme(entrees.GetProperty("hourlyRate"));
        var poste = Evaluer(new()
        {
            Code = "FD",
            Aides =
            [
                new()
                {
                    Du = Origine,
                    Au = Origine.AddDays(entrees.GetProperty("days").GetInt32() - 1),
                    HeuresParSemaine = 7 * entrees.GetProperty("hoursPerDay").GetDecimal(),
                    TauxHoraire = taux,
                },
            ],
        });
        var heures = attendu.GetProperty("hours").GetDecimal();
        return Comparer("montant", poste, attendu.GetProperty("amount")).Concat(
            poste is Evaluation.Chiffree chiffree && chiffree.Montant.Euros != heures * taux.Euros
                ? [$"heures attendues {Francais.Nombre(heures)}, le calcul n’y conduit pas"]
                : []);
    }

    private static IEnumerable<string> Imputer(ModeDImputation mode, JsonElement entrees, JsonElement attendu)
    {
        var (victimes, tiers) = (Montant.Zero, Montant.Zero);
        var (duVictime, duTiers) = (attendu.GetProperty("victim"), attendu.GetProperty("payers"));
        foreach (var poste in entrees.GetProperty("heads").EnumerateArray())
        {
            var code = poste.GetProperty("code").GetString()!;
            var imputation = Imputation.Calculer(
                mode, Somme(poste.GetProperty("gross")), Somme(poste.GetProperty("benefits")), entrees.GetProperty("share").GetDecimal());
            victimes += imputation.Victime;
            tiers += imputation.TiersPayeur;
            foreach (var ecart in Comparer($"{code}, victime", imputation.Victime, duVictime.GetProperty(code))
                .Concat(Comparer($"{code}, tiers payeur", imputation.TiersPayeur, duTiers.GetProperty(code))))
            {
                yield return ecart;
            }
        }

        foreach (var ecart in Comparer("total, victime", victimes, duVictime.GetProperty("total"))
            .Concat(Comparer("total, tiers payeurs", tiers, duTiers.GetProperty("total"))))
        {
            yield return ecart;
        }
    }

    private static IEnumerable<string> Interets(JsonElement entrees, JsonElement attendu)
    {
        if (!entrees.GetProperty("daysInclusive").GetBoolean())
        {
            return ["les jours d’intérêt se comptent bornes comprises\u00A0: un compte bornes exclues n’est pas pris en charge"];
        }

        var taux = entrees.GetProperty("rates").EnumerateArray().Select(t =>
            new TauxDInteret(Jour(t.GetProperty("from")), Jour(t.GetProperty("to")), t.GetProperty("pct").GetDecimal())).ToList();
        var etape = InteretLegal.Calculer(
            Somme(entrees.GetProperty("principal")), Jour(entrees.GetProperty("from")), Jour(entrees.GetProperty("to")),
            taux, entrees.GetProperty("divisor").GetInt32());
        var jours = attendu.GetProperty("days").EnumerateArray().Select(j => $" {Francais.Nombre(j.GetInt32())} j ").ToList();
        return Comparer("intérêts", etape.Resultat, attendu.GetProperty("amount")).Concat(
            etape.Details.Count == jours.Count
                && etape.Details.Zip(jours).All(p => p.First.Formule.Contains(p.Second, StringComparison.Ordinal))
                ? []
                : ["le nombre de jours par tranche diffère de celui attendu"]);
    }

    private Evaluation Evaluer(
        SaisiePoste saisie, string? edition = null, DateOnly? naissance = null, DateOnly? consolidation = null)
    {
        var dossier = new Dossier
        {
            Reference = "cas",
            Pseudonyme = "Cas",
            Enfant = new() { DateDeNaissance = naissance },
            Chiffrage = new()
            {
                Consolidation = consolidation,
                Referentiel = edition is null ? new Chiffrage().Referentiel : Edition(edition),
                Postes = [saisie],
            },
        };
        return Chiffreur.Evaluer(dossier, _editions).Directs.Single(p => p.Poste.Code == saisie.Code).Evaluation;
    }

    // Ces exemples datent l'édition au mois (« mornet-2025-09 ») ; nos identifiants s'arrêtent à l'année.
    private string Edition(string nom) =>
        _editions.Indemnisation.FirstOrDefault(e => e.Id == nom || nom.StartsWith(e.Id + "-", StringComparison.Ordinal))?.Id
        ?? throw new FormatException();

    private static IEnumerable<string> Lignes(Evaluation poste, JsonElement attendues)
    {
        var lignes = poste is Evaluation.Chiffree chiffree ? chiffree.Calcul.Details : [];
        return lignes.Count != attendues.GetArrayLength()
            ? [$"{attendues.GetArrayLength()} lignes attendues, {lignes.Count} calculées"]
            : lignes.Zip(attendues.EnumerateArray()).SelectMany(p => Comparer(p.First.Libelle, p.First.Resultat, p.Second));
    }

    private static IEnumerable<string> Comparer(string quoi, Evaluation poste, JsonElement attendu) => poste switch
    {
        Evaluation.Chiffree chiffree => Comparer(quoi, chiffree.Montant, attendu),
        Evaluation.AReserver reserve => [$"{quoi}\u00A0: poste réservé\u202F; {reserve.Motif}"],
        _ => [$"{quoi}\u00A0: poste sans objet"],
    };

    private static IEnumerable<string> Comparer(string quoi, Montant calcule, JsonElement attendu) =>
        Math.Abs(calcule.Euros - attendu.GetDecimal()) <= Tolerance
            ? []
            : [$"{quoi}\u00A0: attendu {Francais.Euros(attendu.GetDecimal())}, calculé {calcule}"];

    private static Montant Somme(JsonElement valeur) => Montant.DeEuros(valeur.GetDecimal());

    private static DateOnly Jour(JsonElement texte) => DateOnly.ParseExact(texte.GetString()!, "yyyy-MM-dd");
}
