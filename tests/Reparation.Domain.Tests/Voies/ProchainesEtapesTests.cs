using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Tests.Infractions;
using Reparation.Domain.Voies;

namespace Reparation.Domain.Tests.Voies;

public sealed class ProchainesEtapesTests
{
    private static readonly DateOnly Jour = new(2026, 11, 24);

    private static readonly Dossier Proxenetisme = UnFait.Dans(new()
    {
        Techniques = [Technique.Proxenetisme],
        Qualifications = ["proxenetisme_15"],
        Du = new(2024, 3, 1),
        ContactPhysique = Reponse.Oui,
        EnFrance = Reponse.Oui,
    }) with
    {
        Procedure = new() { Stade = StadeProcedure.Instruction, PlainteLe = new(2024, 5, 2) },
    };

    [Fact]
    public void Chaque_etape_dit_pourquoi_et_cite_un_texte()
    {
        var etapes = Dresser(Proxenetisme);

        Assert.Contains(etapes, e => e.Id == "saisir-la-civi" && e.Acte == "civi/requete");
        Assert.Contains(etapes, e => e.Id == "saisies");
        Assert.DoesNotContain(etapes, e => e.Id is "signaler" or "retirer" or "sarvi");
        Assert.All(etapes, e => Assert.True(e.Pourquoi.Length > 0 && e.Sources.Count > 0, e.Id));
    }

    [Fact]
    public void Une_echeance_proche_passe_devant()
    {
        var echeances = new Dictionary<string, DateOnly> { ["CIVI-FORCL-NEW"] = Jour.AddDays(20), ["CIVI-FORCL-OLD"] = Jour.AddDays(10) };
        var etape = Dresser(Proxenetisme, echeances)[0];

        Assert.Equal("saisir-la-civi", etape.Id);
        Assert.Equal(Jour.AddDays(10), etape.PourLe); // la plus proche des deux
        Assert.NotEqual("saisir-la-civi", Dresser(Proxenetisme, new Dictionary<string, DateOnly> { ["CIVI-FORCL-NEW"] = Jour.AddDays(400) })[0].Id);
    }

    [Fact]
    public void Une_etape_faite_ou_ecartee_reste_au_dossier_avec_sa_raison_en_fin_de_liste()
    {
        var suivi = Dresser(Proxenetisme with { Etapes = [new() { Id = "saisies", Etat = EtatDEtape.Ecartee, Motif = "Aucun bien.", Le = Jour }, new() { Id = "signaler", Etat = EtatDEtape.Faite }] });

        Assert.Equal("Aucun bien.", suivi.Single(e => e.Id == "saisies").Motif);
        Assert.Equal([EtatDEtape.Faite, EtatDEtape.Ecartee], suivi.TakeLast(2).Select(e => e.Etat));
    }

    [Fact]
    public void Un_dossier_vide_commence_par_la_securite_et_les_faits() => Assert.Equal(
        ["signaler", "saisir-les-faits"],
        Dresser(new Dossier { Reference = "FICTIF-3", Pseudonyme = "Iris" }).Take(2).Select(e => e.Id));

    [Fact]
    public void Une_etape_ecartee_sans_raison_est_refusee()
    {
        var anomalies = Coherence.Verifier(Proxenetisme with { Etapes = [new() { Id = "saisies", Etat = EtatDEtape.Ecartee }] }, Editions.Embarquees);

        Assert.Contains(anomalies, a => a.Chemin == "etapes[0].motif");
    }

    [Fact]
    public void Deux_reponses_contraires_sont_refusees()
    {
        var anomalies = Coherence.Verifier(UnFait.Dans(new() { Moyens = [MoyenReleve.AucunReleve, MoyenReleve.Menace], AgeDeLAuteur = 15, AuteurMajeur = Reponse.Oui }) with
        {
            Retraits = [new() { Id = "r1", Fait = "absent", DemandeLe = new(2026, 2, 1), ReponduLe = new(2026, 1, 1) }],
        }, Editions.Embarquees);

        Assert.Equal(["faits[0].moyens", "faits[0].auteurMajeur", "retraits[0].fait", "retraits[0].reponduLe"], anomalies.Select(a => a.Chemin));
    }

    private static IReadOnlyList<EtapeProposee> Dresser(Dossier dossier, Dictionary<string, DateOnly>? echeances = null) =>
        ProchainesEtapes.Dresser(dossier, Jour, ExamenDesVoies.Examiner(dossier, Jour), echeances);
}
