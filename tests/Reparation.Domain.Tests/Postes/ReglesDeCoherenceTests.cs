using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Chaque règle est levée par un dossier, se tait sur le dossier voisin, et garde la réponse de l'avocat.</summary>
public sealed class ReglesDeCoherenceTests
{
    private static readonly Dossier Date = Consolide with { Faits = [new() { Id = "f1", Du = Cas.Jour("2024-05-01") }] };

    /// <summary>Règle, dossier qui la lève, dossier voisin qui ne la lève pas.</summary>
    private static readonly Dictionary<string, (Dossier Leve, Dossier Muet)> Exemples = new()
    {
        ["poste-saisi-deux-fois"] = (Consolide.Avec(Motive("SE", 1), Motive("SE", 2)), Consolide.Avec(Motive("SE", 1), Motive("PS", 2))),
        ["saisie-sans-effet"] = (Consolide.Avec(Motive("DSA", 1)), Consolide.Avec(Motive("SE", 1))),
        ["recours-sur-poste-personnel"] = (Consolide.Avec(Verse("SE")), Consolide.Avec(Verse("SE", "Décompte."))),
        ["prestations-sans-evaluation"] = (Consolide.Avec(Verse("PGPA") with { Montant = null }), Consolide.Avec(Verse("PGPA"))),
        ["prestations-en-excedent"] = (Consolide.Avec(Verse("PGPA") with { Montant = Euros(499) }), Consolide.Avec(Verse("PGPA") with { Montant = Euros(500) })),
        ["sans-piece"] = (Consolide.Avec(Motive("SE", 1)), Consolide.Avec(Motive("SE", 1) with { Pieces = ["p1"] })),
        ["consolidation-apres-decision"] = (
            Sur(Consolide.Avec(Motive("PA", 1)), c => c with { DateDeDecision = Cas.Jour("2026-02-28") }), Consolide.Avec(Motive("PA", 1))),
        ["sexuel-avant-consolidation"] = (NonConsolide.Avec(Motive("PS", 1)), Consolide.Avec(Motive("PS", 1))),
        ["etablissement-avant-consolidation"] = (NonConsolide.Avec(Motive("PE", 1)), Consolide.Avec(Motive("PE", 1))),
        ["depense-apres-consolidation"] = (Consolide.Avec(Depense("FD", "2026-03-02")), Consolide.Avec(Depense("FD", "2026-03-01"))),
        ["depense-avant-consolidation"] = (Consolide.Avec(Depense("FLA", "2026-02-28")), Consolide.Avec(Depense("FLA", "2026-03-01"))),
        ["rente-avant-consolidation"] = (Consolide.Avec(Rente("ATP", "2026-02-28")), Consolide.Avec(Rente("ATP", "2026-03-01"))),
        ["gene-apres-consolidation"] = (Consolide.Avec(Periode("2026-02-01", "2026-03-02")), Consolide.Avec(Periode("2026-02-01", "2026-03-01"))),
        ["avant-les-faits"] = (Date.Avec(Periode("2024-04-30", "2024-06-01")), Date.Avec(Periode("2024-05-01", "2024-06-01"))),
        ["exceptionnel-et-deficit"] = (Consolide.Avec(Motive("PPE", 1)), Consolide.Avec(Motive("PPE", 1) with { Choix = ChoixPoste.Reserver })),
        ["dignite-comptee-deux-fois"] = (
            Consolide.Avec(Motive("PPE", 1), Plaide("SE", NatureComposante.SituationDeProstitution)),
            Consolide.Avec(Motive("PPE", 1), Plaide("SE", NatureComposante.Denegations))),
        ["meme-composante-avant-et-apres"] = (
            Consolide.Avec(Plaide("SE", NatureComposante.CirculationDImages), Plaide("DFP", NatureComposante.CirculationDImages)),
            Consolide.Avec(Plaide("SE", NatureComposante.CirculationDImages), Plaide("DFP", NatureComposante.Dignite))),
        ["angoisse-hors-souffrances"] = (
            Consolide.Avec(Motive("SE", 1), Plaide("PPE", NatureComposante.AngoisseDeMort)), Consolide.Avec(Plaide("SE", NatureComposante.AngoisseDeMort))),
        ["sexuel-temporaire-et-permanent"] = (
            Consolide.Avec(Motive("PS", 1), Plaide("DFT", NatureComposante.SexuelTemporaire)), Consolide.Avec(Motive("PS", 1), Plaide("DFT", NatureComposante.AgrementTemporaire))),
        ["agrement-temporaire-et-permanent"] = (
            Consolide.Avec(Motive("PA", 1), Plaide("DFT", NatureComposante.AgrementTemporaire)), Consolide.Avec(Motive("PA", 1), Plaide("DFT", NatureComposante.SexuelTemporaire))),
        ["gains-incidence-et-scolarite"] = (
            Consolide.Avec(Motive("IP", 1), Rente("PGPF", "2026-03-01")), Consolide.Avec(Motive("IP", 1), Rente("ATP", "2026-03-01"))),
        ["aide-comptee-deux-fois"] = (
            Consolide.Avec(Rente("ATP", "2026-03-01")) with { Proches = [UnProche(Motive("PRP-S", 1))] },
            Consolide.Avec(Rente("DSF", "2026-03-01")) with { Proches = [UnProche(Motive("PRP-S", 1))] }),
        ["exceptionnel-et-affection"] = (Consolide with { Proches = [UnProche(Motive("PEX-S", 1))] }, Consolide with { Proches = [UnProche(Motive("PAF-S", 1))] }),
        ["exceptionnel-sans-vie-commune"] = (
            Consolide with { Proches = [UnProche(Motive("PEX-S", 1))] },
            Consolide with { Proches = [UnProche(Motive("PEX-S", 1)) with { CommunauteDeVie = true }] }),
        ["cout-du-plan-compte-deux-fois"] = (
            Consolide.Avec(DuPlan("Suivi", "Suivi")), Consolide.Avec(DuPlan("Suivi", "Autre objet"))),
        ["relogement-compte-deux-fois"] = (
            Consolide.Avec(Depense("FLA", "2026-04-01"), Depense("FD", "2025-01-01", NatureDepense.Relogement)),
            Consolide.Avec(Depense("FLA", "2026-04-01"), Depense("FD", "2025-01-01"))),
        ["part-sans-motif"] = (Sur(Consolide, c => c with { PartDuDroit = 80 }), Sur(Consolide, c => c with { PartDuDroit = 80, MotifDeLaPart = "Décision." })),
        ["droit-limite"] = (Sur(Consolide, c => c with { PartDuDroit = 80, MotifDeLaPart = "Décision." }), Sur(Consolide, c => c with { PartDuDroit = 100, MotifDeLaPart = "Décision." })),
        ["parts-entre-coauteurs"] = (Coauteurs(60, 50), Coauteurs(50, 50)),
        ["demande-globale"] = (Globale(true, 10), Globale(false, 10)),
        ["globale-sans-somme"] = (Globale(true, null), Globale(true, 10)),
        ["gains-devant-la-commission"] = (
            Sur(Consolide, c => c with { Gains = new() { Demandes = true } }),
            Sur(Consolide, c => c with { Gains = new() { Demandes = true }, Imputation = ModeDImputation.Auteur })),
        ["provision-superieure-au-total"] = (
            Sur(Consolide.Avec(Motive("SE", 100)), c => c with { ProvisionDemandee = Euros(101) }), Sur(Consolide.Avec(Motive("SE", 100)), c => c with { ProvisionDemandee = Euros(100) })),
        ["enfant-non-consolide"] = (NonConsolide.Avec(Motive("SE", 100)), Sur(NonConsolide.Avec(Motive("SE", 100)), c => c with { ExpertiseDemandee = "Revoyure." })),
        ["indemnite-sans-poste-chiffre"] = (Consolide.Avec(Motive("SE", 100)) with { Versements = [Indemnite("PS")] }, Consolide.Avec(Motive("SE", 100)) with { Versements = [Indemnite("SE")] }),
        ["decision-avant-la-note"] = (Sur(Consolide, c => c with { EtabliLe = Cas.Jour("2027-03-02") }), Sur(Consolide, c => c with { EtabliLe = Cas.Jour("2027-03-01") })),
        ["actualisation-non-demandee"] = (Consolide.Avec(Depense("DSA", "2026-02-28")), Consolide.Avec(Depense("DSA", "2026-03-01"))),
        ["serie-perimee"] = (
            Sur(Consolide, c => c with { Actualiser = true }), Sur(Consolide, c => c with { Actualiser = true, DateDeDecision = Cas.Jour("2025-12-31") })),
        ["edition-plus-recente"] = (Sur(Consolide, c => c with { Referentiel = "mornet-2024" }), Consolide),
    };

    // Cette règle suppose une édition fragile : AlertesTests la lève avec une édition d'essai.
    private static readonly string[] Ailleurs = ["source-fragile"];

    public static TheoryData<string> Regles() => [.. Exemples.Keys];

    [Fact]
    public void Chaque_regle_a_son_exemple_son_explication_et_un_identifiant_a_elle()
    {
        Assert.Equal(
            ReglesDeCoherence.Toutes.Select(r => r.Id).Order(StringComparer.Ordinal),
            Exemples.Keys.Concat(Ailleurs).Order(StringComparer.Ordinal));
        Assert.All(ReglesDeCoherence.Toutes, r =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)+$", r.Id);
            Assert.NotEmpty(r.Titre);
            Assert.True(r.Explication.Length >= 40, r.Id);
            Assert.DoesNotMatch("['\"]| [:;?!€%»]|« ", r.Titre + r.Explication);
            Assert.Equal(r.Sources.Count == 0, r.RelitLaSaisie);
            Assert.All(r.Sources, s => Assert.True(s.VerifieLe >= new DateOnly(2026, 1, 1)));
            Assert.Same(r, ReglesDeCoherence.Trouver(r.Id));
        });
        Assert.Null(ReglesDeCoherence.Trouver("inconnue"));
    }

    [Theory]
    [MemberData(nameof(Regles))]
    public void Chaque_regle_se_leve_et_se_tait(string regle)
    {
        var alerte = Assert.Single(Alertes(Exemples[regle].Leve), a => a.Alerte.Regle == regle).Alerte;

        Assert.Equal(ReglesDeCoherence.Trouver(regle)!.Sources, alerte.Sources);
        Assert.DoesNotMatch("['\"]| [:;?!€%»]|« ", alerte.Message);
        Assert.False(alerte.Repondue);
        Assert.DoesNotContain(Alertes(Exemples[regle].Muet), a => a.Alerte.Regle == regle);
    }

    [Theory]
    [MemberData(nameof(Regles))]
    public void La_reponse_de_l_avocat_reste_attachee_a_son_alerte(string regle)
    {
        var (poste, proche, _) = Alertes(Exemples[regle].Leve).Single(a => a.Alerte.Regle == regle);
        var reponse = new ReponseAUneAlerte { Regle = regle, Poste = poste, Proche = proche, Motif = "Raison d'essai." };

        Assert.Equal("Raison d'essai.", Repondre(reponse));
        Assert.Equal("", Repondre(reponse with { Motif = " " }));
        Assert.Equal("", Repondre(reponse with { Poste = poste + "x" }));
        Assert.Equal("", Repondre(reponse with { Proche = proche + "x" }));
        Assert.Equal("Seconde.", Repondre(reponse, reponse with { Motif = "Seconde." }));

        string Repondre(params IReadOnlyList<ReponseAUneAlerte> reponses) => Alertes(Sur(Exemples[regle].Leve, c => c with { Reponses = reponses }))
            .Single(a => a.Alerte.Regle == regle).Alerte.Reponse;
    }

    private static List<(string Poste, string Proche, Alerte Alerte)> Alertes(Dossier dossier)
    {
        var bilan = dossier.Evaluer();
        return
        [
            .. bilan.Directs.SelectMany(p => p.Alertes.Select(a => (p.Poste.Code, "", a))),
            .. bilan.Proches.SelectMany(b => b.Postes.SelectMany(p => p.Alertes.Select(a => (p.Poste.Code, b.Proche.Id, a)))),
            .. bilan.Alertes.Select(a => ("", "", a)),
        ];
    }

    private static Dossier Sur(Dossier dossier, Func<Chiffrage, Chiffrage> changer) => dossier with { Chiffrage = changer(dossier.Chiffrage) };

    private static SaisiePoste DuPlan(string porte, string saisi) => new()
    {
        Code = "DSA",
        Depenses = [new() { Libelle = porte, Action = "a1", PrixUnitaire = Euros(1) }, new() { Libelle = saisi, PrixUnitaire = Euros(1) }],
    };

    private static SaisiePoste Verse(string code, string preuve = "") =>
        Motive(code, 1000) with { Prestations = [new() { Montant = Euros(500), PreuveDuRecours = preuve }] };

    private static SaisiePoste Depense(string code, string date, NatureDepense nature = NatureDepense.Autre) =>
        new() { Code = code, Depenses = [new() { PrixUnitaire = Euros(10), Date = Cas.Jour(date), Nature = nature }] };

    private static SaisiePoste Rente(string code, string du) => new() { Code = code, Rentes = [new() { Montant = Euros(10), Du = Cas.Jour(du) }] };

    private static SaisiePoste Periode(string du, string au) => new() { Code = "DFT", BaseJournaliere = Euros(28), Periodes = [Gene(du, au, 10)] };

    private static SaisiePoste Plaide(string code, NatureComposante nature) =>
        Motive(code, 1) with { Composantes = [new() { Nature = nature, Expose = "Constat." }] };

    private static Proche UnProche(SaisiePoste saisie) => new() { Id = "mere", Postes = [saisie] };

    private static Versement Indemnite(string poste) => new() { Genre = GenreVersement.AutreIndemnite, Montant = Euros(10), Poste = poste };

    private static Dossier Globale(bool retenue, decimal? euros) => Sur(Consolide.Avec(Motive("SE", 100)), c => c with
    {
        Globale = new() { Retenue = retenue, Montant = euros is { } e ? Euros(e) : null, Motif = "Motif." },
    });

    private static Dossier Coauteurs(decimal a, decimal b) => Consolide with
    {
        MisEnCause = [new() { Id = "a", TenuInSolidum = true, PartEntreCoauteurs = a }, new() { Id = "b", TenuInSolidum = true, PartEntreCoauteurs = b }],
    };
}
