using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Voies;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes;

/// <summary>Dit si un acte convient à un dossier, et sinon pourquoi. Une réponse inconnue n'écarte rien : elle se demande.</summary>
public static class Convenance
{
    private static readonly DateOnly UnJour = new(2026, 11, 24);

    private static readonly Lazy<HashSet<string>> Voies = new(() =>
        ExamenDesVoies.Examiner(new() { Reference = "-", Pseudonyme = "-" }, UnJour).Select(v => v.Id).ToHashSet(StringComparer.Ordinal));

    private static readonly Dictionary<string, Func<Dossier, string?>> Exceptions = new(StringComparer.Ordinal)
    {
        ["consolide"] = d => d.Chiffrage.Consolidation is { } jour
            ? $"l’état est consolidé au {Langue.Date(jour)}, il n’y a plus d’expertise à demander"
            : null,
        ["administrateur"] = d => d.Representants.Any(r => r.Qualite == QualiteRepresentant.AdministrateurAdHoc)
            ? "un administrateur ad hoc représente déjà l’enfant"
            : null,
        ["sansOffre"] = d => d.Chiffrage.Offres.Count == 0 ? "aucune offre n’est saisie au chiffrage" : null,
        ["sansOffreAAccepter"] = d => d.Chiffrage.Offres.All(o => o.Suite == SuiteDOffre.Refuser)
            ? "aucune offre reçue n’est à accepter ; si l’une doit l’être, dites-le sur sa page, sous « Chiffrage »"
            : null,
        ["sansOpposition"] = d => d.Droits.OppositionDInterets == Reponse.Oui || !string.IsNullOrWhiteSpace(d.Procedure.MotifDAdministrateur)
            ? null
            : "rien n’est saisi contre la représentation de l’enfant par ses représentants ; dites-le sous « Procédure », « Administrateur ad hoc à demander »",
        ["sansProvision"] = d => d.Chiffrage.ProvisionDemandee is null
            ? "aucune provision n’est demandée ; saisissez-la sous « Chiffrage » si l’enfant en a besoin"
            : null,
        ["sansDecision"] = d => d.Procedure.Decisions.Any(x => x.Definitive) && d.Droits.DommagesInterets is not null
            ? null
            : "aucune décision définitive n’alloue encore de dommages-intérêts ; saisissez la décision sous « Procédure » et la somme sous « Voies »",
        ["horsProcedure"] = d => d.Procedure.Stade is StadeProcedure.Enquete or StadeProcedure.Instruction or StadeProcedure.Jugement
            ? null
            : "une constitution de partie civile se fait pendant l’enquête ou l’information, ou avant l’audience ; ce dossier n’y est pas",
        ["horsJugement"] = d => d.Procedure.Stade is StadeProcedure.Jugement or StadeProcedure.InteretsCivils
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
        var raisons = entete.Sauf.Select(s => Exceptions[s](dossier)).OfType<string>().ToList();
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

    internal static bool ConnaitLaVoie(string id) => Voies.Value.Contains(id);

    internal static bool Connait(string exception) => Exceptions.ContainsKey(exception);
}
