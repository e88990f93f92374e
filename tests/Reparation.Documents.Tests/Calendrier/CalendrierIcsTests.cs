using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Reparation.Documents.Calendrier;
using Reparation.Documents.Tests.Actes;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Agenda = Ical.Net.Calendar;

namespace Reparation.Documents.Tests.Calendrier;

public sealed class CalendrierIcsTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Noms => ["1-sextorsion", "2-proxenetisme", "3-intrafamilial"];

    [Theory]
    [MemberData(nameof(Noms))]
    public void Aucun_nom_ni_recit_n_entre_dans_l_agenda(string nom)
    {
        var dossier = Exemples.Lire(nom);
        var texte = Deplier(Ecrire(dossier));

        Assert.Contains(dossier.Reference, texte, StringComparison.Ordinal);
        string[] interdits = [dossier.Pseudonyme, dossier.Enfant.Nom, .. dossier.Enfant.Prenoms.Split(' '), .. dossier.Faits.SelectMany(f => f.Qualifications).Select(q => Qualifications.Trouver(q)!.Intitule)];
        Assert.All(interdits.Where(i => i.Length > 0), i => Assert.DoesNotContain(i, texte, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Noms))]
    public void Chaque_ligne_tient_en_75_octets_et_finit_par_retour_chariot(string nom)
    {
        var texte = Encoding.UTF8.GetString(Ecrire(Exemples.Lire(nom)));

        Assert.All(texte.Split("\r\n"), l =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l);
            Assert.DoesNotContain('\n', l);
        });
    }

    [Fact]
    public void Deux_ecritures_sont_identiques_a_l_octet() =>
        Assert.Equal(Ecrire(Exemples.Lire("2-proxenetisme")), Ecrire(Exemples.Lire("2-proxenetisme")));

    [Fact]
    public void L_agenda_se_relit_avec_son_jour_ses_quatre_rappels_et_son_horodatage()
    {
        var tableau = Echeancier.Dresser(Exemples.Lire("1-sextorsion"), DateOnly.FromDateTime(Maintenant.DateTime));
        var forclusion = tableau.Echeances.First(e => e.Regle.StartsWith("CIVI-FORCL", StringComparison.Ordinal));

        var evenement = Assert.Single(Relire(CalendrierIcs.Ecrire([("ESSAI-1", Seules([forclusion]))], Maintenant)));

        Assert.Equal(forclusion.JourDAlerte, evenement.Start!.Date);
        Assert.False(evenement.Start.HasTime);
        Assert.Equal($"ESSAI-1 – {Regles.Trouver(forclusion.Regle)!.Abrege}", evenement.Summary!.Replace('\u00A0', ' '));
        Assert.Equal(Maintenant.UtcDateTime, evenement.DtStamp!.AsUtc);
        Assert.Equal([-180, -90, -30, -7], evenement.Alarms.Select(a => (int)a.Trigger!.Duration!.Value.ToTimeSpan(evenement.Start).TotalDays));
    }

    [Fact]
    public void Un_delai_accompli_quitte_l_agenda_sans_changer_l_identifiant_des_autres()
    {
        var echeances = Echeancier.Dresser(Exemples.Lire("2-proxenetisme"), DateOnly.FromDateTime(Maintenant.DateTime)).Echeances;
        var avant = Relire(CalendrierIcs.Ecrire([("A", Seules(echeances))], Maintenant)).ToDictionary(e => e.Uid!, e => e.Start!.Date);
        var premiere = Relire(CalendrierIcs.Ecrire([("A", Seules(echeances))], Maintenant)).First().Start!.Date;
        var apres = Relire(CalendrierIcs.Ecrire([("A", Seules([.. echeances.Select(e => e.JourDAlerte == premiere ? e with { AccomplieLe = premiere } : e)]))], Maintenant)).ToList();

        Assert.True(apres.Count < avant.Count);
        Assert.NotEmpty(apres);
        Assert.All(apres, e => Assert.Equal(avant[e.Uid!], e.Start!.Date));
    }

    [Fact]
    public void Deux_dossiers_font_un_agenda_aux_identifiants_distincts()
    {
        var jour = DateOnly.FromDateTime(Maintenant.DateTime);
        var evenements = Relire(CalendrierIcs.Ecrire(
            [("A", Echeancier.Dresser(Exemples.Lire("1-sextorsion"), jour)), ("B", Echeancier.Dresser(Exemples.Lire("1-sextorsion"), jour))], Maintenant));

        Assert.Equal(evenements.Count, evenements.Select(e => e.Uid).Distinct().Count());
        Assert.Equal(evenements.Count(e => e.Summary!.StartsWith('A')), evenements.Count(e => e.Summary!.StartsWith('B')));
    }

    [Fact]
    public void Un_jour_prudent_passe_laisse_la_place_au_jour_legal()
    {
        var echeance = Delai.Calculer(
            "AGRASC", new() { Dates = new Dictionary<Repere, DateOnly> { [Repere.DecisionDefinitive] = new(2026, 8, 31) } }, new(2027, 2, 27));
        var evenement = Assert.Single(Relire(CalendrierIcs.Ecrire([("A", Seules([echeance]))], new(2027, 2, 27, 8, 0, 0, TimeSpan.Zero))));

        Assert.Equal(echeance.DernierJourLegal, evenement.Start!.Date);
    }

    [Fact]
    public void Chaque_regle_a_un_nom_court_qui_ne_dit_rien_de_l_enfant() => Assert.All(Regles.Toutes, r =>
    {
        Assert.InRange(r.Abrege.Length, 5, 40);
        Assert.DoesNotMatch("(?i)sexuel|viol|prostitu|mineur|enfant|victime", r.Abrege);
    });

    [Fact]
    public void Les_ages_a_venir_ont_leur_alarme_sans_dire_de_quels_faits_il_s_agit()
    {
        var tableau = Echeancier.Dresser(
            new() { Reference = "A", Pseudonyme = "Lou", Enfant = new() { DateDeNaissance = new(2011, 9, 1) } }, DateOnly.FromDateTime(Maintenant.DateTime));
        var ages = Relire(CalendrierIcs.Ecrire([("A", tableau)], Maintenant)).Where(e => e.Summary!.Contains("âge", StringComparison.Ordinal)).ToList();

        Assert.Equal(["16 ans", "17 ans", "17 ans et demi", "18 ans", "21 ans"], ages.Select(e => e.Summary!.Replace('\u00A0', ' ').Split(" : ")[1]));
        Assert.Equal(new DateOnly(2029, 3, 1), ages[2].Start!.Date);
        Assert.All(ages, e => Assert.Equal(4, e.Alarms.Count));
        Assert.All(ages, e => Assert.DoesNotMatch("(?i)art\\.|contrainte|emprise|victime", e.Description!));
    }

    [Fact]
    public void Le_plan_donne_ses_ages_ses_revues_et_ses_fins_sans_dire_ce_qu_il_repare()
    {
        var dossier = new Dossier
        {
            Reference = "A",
            Pseudonyme = "Lou",
            Enfant = new() { Nom = "Nomsecret", DateDeNaissance = new(2011, 9, 1) },
            Plan = new()
            {
                RevueLe = new(2027, 1, 15),
                Revues = [new() { Le = new(2026, 10, 1) }],
                Actions =
                [
                    new() { Id = "a1", Intitule = "Actionsecrete", Intervenant = "Servicesecret", Payeurs = [new() { Precision = "Payeursecret", Au = new(2027, 3, 31) }, new() { Au = new(2027, 3, 31) }] },
                    new() { Id = "a2", Etat = EtatDAction.Refusee, Payeurs = [new() { Au = new(2027, 5, 1) }] },
                ],
                Scenarios = [new() { Id = "v1", Revenus = [new() { Libelle = "Aidesecrete", Au = new(2029, 8, 31) }] }],
            },
        };
        var octets = CalendrierIcs.EcrireLePlan("A", DatesDuPlan.AVenir(dossier, new(2026, 11, 24)), Maintenant);
        var evenements = Relire(octets);

        Assert.Equal(
            [
                "2027-01-15 plan, revue", "2027-03-31 plan, fin d’une prise en charge", "2027-09-01 plan, âge : 16 ans", "2028-09-01 plan, âge : 17 ans",
                "2029-03-01 plan, âge : 17 ans et demi", "2029-08-31 plan, fin d’une aide ou d’un revenu", "2029-09-01 plan, âge : 18 ans", "2032-09-01 plan, âge : 21 ans",
            ],
            evenements.OrderBy(e => e.Start!.Date).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Start!.Date:yyyy-MM-dd} {e.Summary!.Replace('\u00A0', ' ').Split(" – ")[1]}")));
        Assert.DoesNotContain("secret", Deplier(octets), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(evenements.Count, evenements.Select(e => e.Uid).Distinct().Count());
        Assert.All(evenements, e => Assert.Equal(("PRIVATE", 4), (e.Class, e.Alarms.Count)));
    }

    private static TableauDesDelais Seules(IReadOnlyList<Echeance> echeances) => new(echeances, [], []);

    private static byte[] Ecrire(Dossier dossier) => CalendrierIcs.Ecrire(
        [(dossier.Reference, Echeancier.Dresser(dossier, DateOnly.FromDateTime(Maintenant.DateTime)))], Maintenant);

    private static List<CalendarEvent> Relire(byte[] octets) => [.. Agenda.Load(Encoding.UTF8.GetString(octets))!.Events];

    private static string Deplier(byte[] octets) => Encoding.UTF8.GetString(octets).Replace("\r\n ", "", StringComparison.Ordinal);
}
