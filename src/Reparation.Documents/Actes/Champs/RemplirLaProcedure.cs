using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Voies;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Procédure, qualifications et délai de la commission, en mots.</summary>
internal sealed class RemplirLaProcedure(Discretion discretion, Bilan bilan, DateOnly date, Citations citations, TextesCites textes)
{
    private readonly Dossier dossier = discretion.Dossier;

    // « Un mois » ne se compte pas en jours dans le texte : trente et un jours le valent à coup sûr, en toute saison.
    private const int UnMois = 31;

    /// <summary>Entrée en vigueur de l'article 706-5 qui attend la majorité (loi n° 2023-1059 du 20 novembre 2023).</summary>
    private static readonly DateOnly Majorite706_5 = new(2023, 11, 22);

    public static IEnumerable<Fait> ParDate(IReadOnlyList<Fait> faits) => faits.OrderBy(f => f.Du ?? DateOnly.MaxValue).ThenBy(f => f.Au ?? f.Du);

    /// <summary>« corruption de mineur (art. 227-22 du code pénal) et … », ou rien. Les textes cités sont ceux du jour des faits.</summary>
    public static string? Libeller(IReadOnlyList<Fait> faits, IEnumerable<string> ids, TextesCites textes)
    {
        var qualifications = ids.Select(Qualifications.Trouver).OfType<Qualification>().ToList();
        return qualifications.Count == 0 ? null : textes.Citer(
            Langue.Liste([.. qualifications.Select(q =>
                q.Articles.Count == 0 ? q.Intitule : $"{Tournures.Minuscule(q.Intitule)} (art. {Langue.Liste(q.Articles)} du code pénal)")]),
            faits.SelectMany(f => f.Qualifications.Select(Catalogue.Trouver).OfType<Infraction>()
                .Where(i => qualifications.Exists(q => q.Id == i.Id)).SelectMany(i => i.Citer(f.Du, f.Au))));
    }

    public ChampsProcedure Tout(ChampsAvocat avocat)
    {
        var procedure = dossier.Procedure;
        var dates = dossier.Faits.Where(f => f.Du is not null).ToList();
        var anciens = dates.Where(f => f.Du <= Majorite706_5).ToList();
        var terme = Terme(anciens);
        return new()
        {
            Stade = De(procedure.Stade),
            StadeCourt = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(procedure.Stade.ToString()),
            Revelation = Texte(procedure.Revelation),
            PlainteLe = Mots.Date(procedure.PlainteLe),
            JuridictionPenale = Texte(procedure.JuridictionPenale) ?? (procedure.Stade == StadeProcedure.AvantPlainte ? "aucune" : null),
            NumeroDeParquet = Texte(procedure.NumeroDeParquet),
            NumeroDInstruction = Texte(procedure.NumeroDInstruction),
            AudienceLe = Mots.Date(procedure.AudienceLe),
            Chronologie = Chronologie(),
            Instruction = procedure.Stade == StadeProcedure.Instruction,
            AuJugement = procedure.Stade is StadeProcedure.Jugement or StadeProcedure.InteretsCivils,
            InteretsCivils = procedure.Stade == StadeProcedure.InteretsCivils,
            SaisineDeLaCommission = DireLaSaisine(),
            IndemniteDeLaCommission = dossier.Droits.CiviObtenue switch
            {
                Reponse.Oui => "elle a accordé une indemnité",
                Reponse.Non => "elle n’a accordé aucune indemnité",
                _ => Saisine.DeLaCommission(dossier) == Reponse.Oui ? "elle n’a pas encore statué" : null,
            },
            MotifDAdministrateur = Texte(procedure.MotifDAdministrateur),
            AdministrateurPropose = Texte(procedure.AdministrateurPropose),
            Commission = Texte(procedure.VilleDeLaCivi) is { } ville
                ? $"{Textes.Nom("civi", date).Nom} près le tribunal judiciaire {Tournures.De(ville)}"
                : null,
            NumeroCivi = Texte(procedure.NumeroCivi),
            Fondement = procedure.FondementCivi is { } fondement ? De(fondement, date) : null,
            ParInfractionListee = procedure.FondementCivi == FondementCivi.InfractionListee,
            ParItt = procedure.FondementCivi == FondementCivi.IttDUnMois,
            ParIncapacite = procedure.FondementCivi == FondementCivi.IncapacitePermanente,
            Plafonnee = procedure.FondementCivi == FondementCivi.Plafonnee,
            Subsidiaires = [.. Subsidiaires().Select(s => new ChampsControle(s))],
            QualificationsListees = Libeller(
                dossier.Faits,
                ParDate(dossier.Faits).SelectMany(f => f.Qualifications).Distinct().Where(q => Qualifications.Trouver(q) is { ListeeA7063: true }), textes),
            JoursDItt = procedure.JoursDItt is > 0 and var jours ? Langue.Compte(jours, "jour", "jours") : null,
            DemandesDejaPresentees = Texte(procedure.DemandesDejaPresentees),
            AdresseDesNotifications = Adresse(procedure.AdresseDesNotifications)
                ?? (avocat is { Adresse: { } adresse, Nom: { } nom } ? $"cabinet de Maître {nom}, {adresse}" : null),
            RegimeDe2023 = dates.Exists(f => (f.Au ?? f.Du) >= Majorite706_5),
            RegimeAnterieur = anciens.Count > 0,
            TroisAnsApresLaMajorite = dossier.Enfant.DateDeNaissance is not { } naissance ? null
                : discretion.TaitLIdentite ? "jour de ses vingt et un ans"
                : Langue.Date(Ages.Majorite(naissance).AddYears(3)),
            TermeDuRegimeAnterieur = Mots.Date(terme),
            Depasse = terme < date,
            MotifDeReleve = Texte(procedure.MotifDeReleve),
            SituationMaterielle = Texte(procedure.SituationMaterielle),
        };
    }

    private string? DireLaSaisine() => Saisine.DeLaCommission(dossier) switch
    {
        Reponse.Oui => "est saisie" + (Texte(dossier.Procedure.NumeroCivi) is { } numero ? $", sous le n° {numero}" : ""),
        Reponse.Non => "n’est pas saisie à ce jour",
        _ => null,
    };

    private IEnumerable<string> Subsidiaires()
    {
        if (dossier.Procedure.FondementCivi != FondementCivi.InfractionListee)
        {
            yield break;
        }

        if (dossier.Procedure.JoursDItt is >= UnMois and var jours)
        {
            yield return $"les faits ont entraîné une incapacité totale de travail personnelle de {Langue.Compte(jours, "jour", "jours")}, supérieure à un mois ;";
        }

        if (bilan.Directs.Any(p => p.Poste.Code == "DFP" && p.Evaluation is Evaluation.Chiffree))
        {
            yield return "les faits ont entraîné une incapacité permanente, que l’expertise médicale constate.";
        }
    }

    // Ancienne rédaction : trois ans des faits, ou un an d'une décision pénale définitive si c'est plus tard.
    private DateOnly? Terme(List<Fait> anciens)
    {
        if (anciens.Count == 0)
        {
            return null;
        }

        var premierTerme = anciens.Min(f => f.Au ?? f.Du!.Value).AddYears(3);
        var decision = dossier.Procedure.Decisions.Where(d => d.Definitive && d.Date is not null).Max(d => d.Date)?.AddYears(1);
        return decision > premierTerme ? decision : premierTerme;
    }

    private List<ChampsEvenement> Chronologie()
    {
        var procedure = dossier.Procedure;
        var evenements = procedure.Decisions.Select((d, i) => (d.Date, Champ: new ChampsEvenement
        {
            Repere = RemplirLesChamps.Rang("décision", i),
            Date = Mots.Date(d.Date),
            Etape = Texte(d.Juridiction) is { } juridiction
                ? juridiction + (Texte(d.Numero) is { } numero ? $", n° {numero}" : "")
                    + (Texte(d.Dispositif) is { } dispositif ? $" : {dispositif.TrimEnd('.')}" : "")
                    + (d.Definitive ? " (décision définitive)" : "")
                : null,
            Pieces = citations.Colonne(d.Pieces),
        })).ToList();
        Ajouter(procedure.PlainteLe, "Plainte ou signalement au procureur de la République");
        Ajouter(procedure.AudienceLe, "Audience prévue");
        return [.. evenements.OrderBy(e => e.Date ?? DateOnly.MaxValue).Select(e => e.Champ)];

        void Ajouter(DateOnly? jour, string etape)
        {
            if (jour is not null)
            {
                evenements.Add((jour, new ChampsEvenement { Repere = "procédure", Date = Mots.Date(jour), Etape = etape }));
            }
        }
    }
}
