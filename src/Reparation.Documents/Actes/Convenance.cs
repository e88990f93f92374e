using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Voies;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes;

/// <summary>Dit si un acte convient à un dossier, et sinon pourquoi. Une réponse inconnue n'écarte rien : elle se demande.</summary>
public static class Convenance
{
    private static readonly DateOnly UnJour = new(2026, 11, 24);

    private static readonly Lazy<HashSet<string>> Voies = new(() =>
        ExamenDesVoies.Examiner(new() { Reference = "-", Pseudonyme = "-" }, UnJour).Select(v => v.Id).ToHashSet(StringComparer.Ordinal));

    private static readonly Dictionary<string, Func<Dossier, DateOnly, string?>> Exceptions = new(StringComparer.Ordinal)
    {
        ["consolide"] = (d, _) => d.Chiffrage.Consolidation is { } jour
            ? $"l’état est consolidé au {Langue.Date(jour)}, il n’y a plus d’expertise à demander"
            : null,
        ["administrateur"] = (d, _) => d.Representants.Any(r => r.Qualite == QualiteRepresentant.AdministrateurAdHoc)
            ? "un administrateur ad hoc représente déjà l’enfant"
            : null,
        ["sansOffre"] = (d, _) => d.Chiffrage.Offres.Count == 0 ? "aucune offre n’est saisie au chiffrage" : null,
        ["sansOffreAAccepter"] = (d, _) => d.Chiffrage.Offres.All(o => o.Suite == SuiteDOffre.Refuser)
            ? "aucune offre reçue n’est à accepter ; si l’une doit l’être, dites-le sur sa page, sous « Chiffrage »"
            : null,
        ["majeur"] = (d, jour) => d.Enfant.DateDeNaissance is { } naissance && Ages.Majorite(naissance) <= jour
            ? "la victime est majeure, elle dispose seule de son argent"
            : null,
        ["sansArgent"] = (d, _) => string.IsNullOrWhiteSpace(d.Argent.Situation)
            ? "rien n’est demandé au juge pour l’argent de l’enfant ; dites-le sous « Procédure », « Argent de l’enfant »"
            : null,
        ["sansOpposition"] = (d, _) => d.Droits.OppositionDInterets == Reponse.Oui || !string.IsNullOrWhiteSpace(d.Procedure.MotifDAdministrateur)
            ? null
            : "rien n’est saisi contre la représentation de l’enfant par ses représentants ; dites-le sous « Procédure », « Administrateur ad hoc à demander »",
        ["sansProvision"] = (d, _) => d.Chiffrage.ProvisionDemandee is null
            ? "aucune provision n’est demandée ; saisissez-la sous « Chiffrage » si l’enfant en a besoin"
            : null,
        ["sansDecision"] = (d, _) => d.Procedure.Decisions.Any(x => x.Definitive) && d.Droits.DommagesInterets is not null
            ? null
            : "aucune décision définitive n’alloue encore de dommages-intérêts ; saisissez la décision sous « Procédure » et la somme sous « Voies »",
        ["horsProcedure"] = (d, _) => d.Procedure.Stade is StadeProcedure.Enquete or StadeProcedure.Instruction or StadeProcedure.Jugement
            ? null
            : "une constitution de partie civile se fait pendant l’enquête ou l’information, ou avant l’audience ; ce dossier n’y est pas",
        ["horsJugement"] = (d, _) => d.Procedure.Stade is StadeProcedure.Jugement or StadeProcedure.InteretsCivils
            ? null
            : "aucune juridiction de jugement n’est encore saisie de l’action civile",
    };

    internal static string Noms => string.Join(", ", Exceptions.Keys);

    /// <summary>Raisons pour lesquelles l'acte ne convient pas au dossier ; aucune s'il convient.</summary>
    /// <param name="modele">Modèle.</param>
    /// <param name="dossier">Dossier.</param>
    /// <param name="date">Jour de l'acte.</param>
    public static IReadOnlyList<string> Examiner(Modele modele, Dossier dossier, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        var entete = modele.Gabarit.Entete;
        var raisons = entete.Sauf.Select(s => Exceptions[s](dossier, date)).OfType<string>().ToList();
        if (entete.FormeDuLivret is { } forme && HorsDe(forme, dossier, date) is { } hors)
        {
            raisons.Add(hors);
        }

        if (raisons.Count == 0 && entete.Voies.Count > 0)
        {
            var voies = ExamenDesVoies.Examiner(dossier, date).Where(v => entete.Voies.Contains(v.Id)).ToList();
            if (voies.TrueForAll(v => v.Etat == EtatDeVoie.Fermee))
            {
                raisons.AddRange(voies.SelectMany(v => v.Conditions).Where(c => c.Reponse == Reponse.Non)
                    .Select(c => $"{Tournures.Minuscule(c.Exige)} : {Tournures.Minuscule(c.Motif).TrimEnd('.')}"));
            }
        }

        return [.. raisons.Select(Typographie.Composer).Distinct()];
    }

    // Le facile à lire vaut à tout âge : il s'ajoute au livret de l'âge, ou le remplace.
    private static string? HorsDe(FormeDeLivret forme, Dossier dossier, DateOnly jour)
    {
        int? age = dossier.Enfant.DateDeNaissance is { } naissance ? Ages.Le(naissance, jour) : null;
        return age > 17 ? "la victime est majeure ; le livret est écrit pour un mineur"
            : forme == FormeDeLivret.FacileALire || FormesDuLivret.De(dossier, jour) is not { } attendue || attendue == forme ? null
            : dossier.Livret.Forme is not null ? "un autre livret est choisi pour cet enfant, sous « Livret »"
            : $"l’enfant a {Langue.Ans(age!.Value)} ; un autre livret est écrit pour cet âge";
    }

    internal static bool ConnaitLaVoie(string id) => Voies.Value.Contains(id);

    internal static bool Connait(string exception) => Exceptions.ContainsKey(exception);
}
