using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Tests.Pieces;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Documents.Tests.Actes;

/// <summary>
/// Chacun des six modèles de plan, appliqué à un dossier fictif de sa situation comme l'application le fait, et tout ce qu'on en
/// imprime : plan avec son budget et son annexe « temps acheté », livrets, lettre d'orientation, feuille de revue ; et les lignes
/// que le plan donne aux postes.
/// </summary>
public sealed class PlansDesModelesTests
{
    private static readonly string[] Imprimes =
        ["plan/plan", "plan/accompagnement", "plan/orientation", "plan/revue", "livret/7-10", "livret/11-14", "livret/15-17"];

    // Le dossier fictif dont les faits appellent le modèle, et le budget de vie qu'on lui prête.
    private static readonly Dictionary<string, (string Dossier, string Vie)> Situations = new(StringComparer.Ordinal)
    {
        ["en-ligne"] = ("exemples-courts/5-caming", "etudiant-region-bourse"),
        ["chantage"] = ("exemples/1-sextorsion", "apprenti"),
        ["famille"] = ("exemples/3-intrafamilial", "sans-aide"),
        ["proxenetisme"] = ("exemples/2-proxenetisme", "jeune-majeur"),
        ["traite"] = ("exemples-courts/6-traite-et-recours", "apprenti"),
        ["images"] = ("exemples-courts/3-contenus-generes", "etudiant-region-bourse"),
    };

    public static TheoryData<string> Plans() => [.. ModelesDePlan.Embarques.Tous.Select(m => m.Id)];

    public static TheoryData<string, string> Cas()
    {
        var cas = new TheoryData<string, string>();
        foreach (var (plan, document) in ModelesDePlan.Embarques.Tous.SelectMany(m => Imprimes.Select(d => (m.Id, d))))
        {
            cas.Add(plan, document);
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_document_tire_du_modele_est_celui_qu_on_a_approuve(string plan, string document) =>
        Approbation.Verifier($"modele-{plan}.{document.Replace('/', '-')}", ActeTexte.Ecrire(Acte(plan, document)));

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_document_imprime_est_balise_et_ne_presente_aucune_anomalie(string plan, string document) =>
        Assert.InRange(ActesEnPdfTests.Feuilleter(Imprimer(plan, document)), 1, document.StartsWith("plan/", StringComparison.Ordinal) ? 12 : 10);

    [FactSiOutil("qpdf")]
    public void Qpdf_ne_trouve_rien_a_redire_a_aucun() => Assert.Equal([], Cas().Select(c => (Plan: (string)c[0], Document: (string)c[1]))
        .Select(c => OutilPdf.Verifier(Imprimer(c.Plan, c.Document)) is { Length: > 0 } plainte ? $"{c} : {plainte}" : "").Where(p => p.Length > 0));

    [Theory]
    [MemberData(nameof(Plans))]
    public void Ce_que_le_plan_donne_aux_postes_est_ce_qu_on_a_approuve(string plan)
    {
        var dossier = Commencer(plan);
        var (lignes, retenues) = ReportAuxPostes.Proposer(dossier);
        var porte = ReportAuxPostes.Reporter(dossier);

        Assert.Equal(lignes.Count, ReportAuxPostes.Mouvements(dossier).Count);
        Assert.Empty(ReportAuxPostes.Mouvements(porte));
        Assert.Equal(porte.Chiffrage.Postes, ReportAuxPostes.Reporter(porte).Chiffrage.Postes, (a, b) => a.Code == b.Code && a.Depenses.SequenceEqual(b.Depenses) && a.Rentes.SequenceEqual(b.Rentes));
        Approbation.Verifier($"modele-{plan}.postes", string.Join('\n',
            [
                "Lignes portées du plan au chiffrage",
                .. lignes.Select(l => $"- {l.Poste} : {l.Libelle} : {l.EnClair}"),
                "",
                "Actions du plan qui n’y entrent pas",
                .. retenues.Select(r => $"- {r.Action.Intitule} : {r.Raison}"),
                "",
                "Demandé par poste, ces lignes seules au chiffrage",
                .. Exemples.Bilan(porte).Directs.Where(p => p.Demande > Montant.Zero).Select(p => $"- {p.Poste.Code} : {p.Demande}"),
                "",
            ]));
    }

    [Fact]
    public void Chaque_dossier_appelle_le_modele_qu_on_lui_applique() => Assert.All(
        Situations, s => Assert.True(ModelesDePlan.Embarques.Trouver(s.Key)!.Convient(Exemples.LireLeFichier(s.Value.Dossier)), s.Key));

    private static Dossier Commencer(string plan)
    {
        var (nom, vie) = Situations[plan];
        var dossier = Exemples.LireLeFichier(nom);
        var complet = Exemples.Lire("1-sextorsion");
        DateOnly? majorite = dossier.Enfant.DateDeNaissance?.AddYears(18);
        var debut = dossier.Plan with
        {
            Objectifs = [],
            Actions = [],
            Revues = [],
            Mesures = [],
            Scenarios = [],
            EtabliLe = null,
            Accompagnant = "Association fictive d’accompagnement, référente Mme Oméga",
            CeQuiCompte = dossier.Plan.CeQuiCompte.Length > 0 ? dossier.Plan.CeQuiCompte : "« Dormir. Retourner en cours sans baisser les yeux. Choisir qui sait. »",
            PersonnesDeConfiance = dossier.Plan.PersonnesDeConfiance.Length > 0 ? dossier.Plan.PersonnesDeConfiance : "ma tante, l’infirmière scolaire.",
            RevueLe = new(2027, 3, 1),
        };
        var commence = ModelesDePlan.Embarques.Trouver(plan)!.Commencer(BudgetDeVie.Trouver(vie)!.Ajouter(debut, Exemples.Jour, majorite), Exemples.Jour);
        return dossier with
        {
            Avocat = dossier.Avocat ?? complet.Avocat,
            Representants = dossier.Representants.Count > 0 ? dossier.Representants : complet.Representants,
            Chiffrage = new() { ProvisionDemandee = dossier.Chiffrage.ProvisionDemandee, EmploiDeLaProvision = dossier.Chiffrage.EmploiDeLaProvision },
            Plan = commence with
            {
                Scenarios = [.. commence.Scenarios.Select(s => s with
                {
                    Rendement = 1.5m,
                    Inflation = 2,
                    Rentrees = [new() { Genre = GenreDeRentree.Indemnite, Libelle = "indemnité, si elle est accordée", Montant = Montant.DeEuros(20_000), Le = new(2027, 9, 1), Bloquee = true }],
                })],
            },
        };
    }

    // Un livret s'approuve remis : l'encadré pour l'adulte qui imprime n'est plus là. La forme est choisie, quel que soit l'âge.
    private static Acte Acte(string plan, string document)
    {
        var dossier = Commencer(plan);
        var livret = Modeles.Embarques.Trouver(document)!.Livret;
        return livret is null
            ? Exemples.Acte(document, dossier)
            : Assert.IsType<Composition.Prete>(Exemples.Composer(document, dossier with { Livret = new() { Forme = livret } }, projet: false)).Acte;
    }

    private static byte[] Imprimer(string plan, string document) =>
        new MoteurMaison().Composer(Acte(plan, document), Modeles.Embarques.Trouver(document)!.Charte).Octets;
}
