using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Reparation.Documents.Francais;
using Reparation.Domain.Delais;
using Reparation.Domain.Plan;
using Agenda = Ical.Net.Calendar;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Calendrier;

/// <summary>
/// Fichier d'agenda (RFC 5545) des délais à venir, d'un dossier ou d'un cabinet, ou des jours d'un plan. Il ne porte que des références et des noms
/// de procédure : un agenda se partage, se synchronise et s'affiche sur un téléphone.
/// </summary>
public static class CalendrierIcs
{
    /// <summary>Type de contenu.</summary>
    public const string TypeMime = "text/calendar; charset=utf-8";

    private const string Produit = "-//Reparation//Delais//FR";

    /// <summary>Écrit le fichier. Mêmes délais et même horodatage donnent les mêmes octets.</summary>
    /// <param name="dossiers">
    /// Référence neutre de chaque dossier, et ses délais : les échéances accomplies, expirées ou sans date n'y entrent pas, ni les âges
    /// déjà atteints.
    /// </param>
    /// <param name="horodatage">Moment où le fichier est établi ; un jour prudent passé y est remplacé par le jour légal.</param>
    public static byte[] Ecrire(IEnumerable<(string Reference, TableauDesDelais Delais)> dossiers, DateTimeOffset horodatage)
    {
        ArgumentNullException.ThrowIfNull(dossiers);
        var evenements = new List<CalendarEvent>();
        var aujourdhui = DateOnly.FromDateTime(horodatage.DateTime);
        foreach (var (reference, delais) in dossiers)
        {
            foreach (var rappel in Retenir(delais.Echeances, aujourdhui))
            {
                evenements.Add(Evenement(reference, rappel, horodatage));
            }

            foreach (var age in delais.Ages.Where(a => a.Le >= aujourdhui))
            {
                evenements.Add(Evenement(reference, age, horodatage));
            }
        }

        return Ecrire(evenements);
    }

    /// <summary>Écrit les jours d'un plan : ni action, ni service, ni objectif, que des genres de dates.</summary>
    /// <param name="reference">Référence neutre du dossier.</param>
    /// <param name="dates">Jours à venir.</param>
    /// <param name="horodatage">Moment où le fichier est établi.</param>
    public static byte[] EcrireLePlan(string reference, IEnumerable<DateDuPlan> dates, DateTimeOffset horodatage)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return Ecrire(dates.Select(d => Evenement(
            Identifiant($"{reference}\nplan\n{d.Genre}\n{(d.Age.Length > 0 ? d.Age : d.Le.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}"),
            d.Le, $"{reference} – {Nommer(d)}", "Voir la page « Plan » du dossier.", horodatage)));
    }

    private static byte[] Ecrire(IEnumerable<CalendarEvent> evenements)
    {
        var agenda = new Agenda { ProductId = Produit, Method = "PUBLISH" };
        foreach (var evenement in evenements)
        {
            agenda.Events.Add(evenement);
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(agenda)!);
    }

    private static string Nommer(DateDuPlan date) => date.Genre switch
    {
        GenreDeDate.Age => $"plan, âge : {date.Age}",
        GenreDeDate.Revue => "plan, revue",
        GenreDeDate.FinDePriseEnCharge => "plan, fin d’une prise en charge",
        _ => "plan, fin d’une aide ou d’un revenu",
    };

    // Plusieurs qualifications donnent souvent le même délai le même jour : l'agenda ne le dit qu'une fois. Le rang se prend
    // avant tout tri par date, pour qu'un délai accompli ne change pas l'identifiant des autres.
    private static IEnumerable<Rappel> Retenir(IReadOnlyList<Echeance> echeances, DateOnly aujourdhui) => echeances
        .GroupBy(e => e.Regle)
        .SelectMany(g => g.OrderBy(e => e.Sujet, StringComparer.Ordinal).Select((e, i) => (Echeance: e, Rang: i)))
        .Where(r => r.Echeance is
        {
            AccomplieLe: null, JourDAlerte: not null, Nature: not NatureDuTerme.Date, Statut: not StatutDEcheance.Expire,
        })
        .Select(r => new Rappel(r.Echeance, Jour(r.Echeance, aujourdhui), r.Rang))
        .Where(r => r.Le >= aujourdhui)
        .OrderBy(r => r.Le).ThenBy(r => r.Echeance.Regle, StringComparer.Ordinal).ThenBy(r => r.Rang)
        .DistinctBy(r => (r.Echeance.Regle, r.Le));

    private static DateOnly Jour(Echeance echeance, DateOnly aujourdhui) => echeance switch
    {
        { JourDAlerte: { } alerte } when alerte >= aujourdhui => alerte,
        { JourPrudent: { } prudent } when prudent >= aujourdhui => prudent,
        _ => echeance.DernierJourLegal!.Value,
    };

    private static CalendarEvent Evenement(string reference, Rappel rappel, DateTimeOffset horodatage) => Evenement(
        Identifiant($"{reference}\n{rappel.Echeance.Regle}\n{rappel.Rang.ToString(CultureInfo.InvariantCulture)}"),
        rappel.Le, $"{reference} – {Regles.Trouver(rappel.Echeance.Regle)!.Abrege}", Decrire(rappel), horodatage);

    // Ni l'effet ni l'article n'y sont : ils diraient de quels faits il s'agit.
    private static CalendarEvent Evenement(string reference, AgeQuiCompte age, DateTimeOffset horodatage) => Evenement(
        Identifiant($"{reference}\nage\n{age.Libelle}"),
        age.Le, $"{reference} – âge : {age.Libelle}", "Âge qui change la procédure : voir la page « Délais » du dossier.", horodatage);

    private static CalendarEvent Evenement(string identifiant, DateOnly le, string titre, string description, DateTimeOffset horodatage)
    {
        var resume = Typographie.Composer(titre);
        var utc = horodatage.UtcDateTime;
        var evenement = new CalendarEvent
        {
            Uid = identifiant,
            DtStamp = new CalDateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, CalDateTime.UtcTzId),
            Start = new CalDateTime(le.Year, le.Month, le.Day),
            Summary = resume,
            Description = Typographie.Composer(description),
            Class = "PRIVATE",
            Transparency = TransparencyType.Transparent,
        };
        foreach (var jours in Regles.Rappels)
        {
            evenement.Alarms.Add(new Alarm
            {
                Action = AlarmAction.Display,
                Description = resume,
                Trigger = new Trigger(Duration.FromDays(-jours)),
            });
        }

        return evenement;
    }

    private static string Decrire(Rappel rappel)
    {
        var echeance = rappel.Echeance;
        var legal = echeance.DernierJourLegal!.Value;
        string[] phrases =
        [
            echeance.Nature == NatureDuTerme.Ouverture
                ? $"Voie ouverte à compter du {Langue.Date(legal)}."
                : rappel.Le == legal
                    ? $"Dernier jour légal : {Langue.Date(legal)} ; le jour prudent est passé."
                    : $"Jour à ne pas dépasser par prudence. Dernier jour légal : {Langue.Date(legal)}.",
            echeance.Apparente ? "Date apparente : les actes interruptifs restent à vérifier." : "",
            echeance.Disputees.Count > 0 ? "Une autre lecture donne une autre date : voir le dossier." : "",
            echeance.ARelire ? "Texte à relire avant tout usage." : "",
            $"{Tournures.Majuscule(echeance.Sources[0].Intitule)}.",
        ];
        return string.Join(' ', phrases.Where(p => p.Length > 0));
    }

    // Haché : l'identifiant reste le même d'un fichier à l'autre et ne redit pas la référence aux serveurs d'agenda.
    private static string Identifiant(string cle) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cle)))[..32] + "@reparation";

    private sealed record Rappel(Echeance Echeance, DateOnly Le, int Rang);
}
