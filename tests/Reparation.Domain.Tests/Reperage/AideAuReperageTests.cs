using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Reperage;
using Reparation.Domain.Voies;

namespace Reparation.Domain.Tests.Reperage;

public sealed class AideAuReperageTests
{
    private static readonly AideAuReperage Aide = AideAuReperage.Embarquee;

    [Fact]
    public void Chaque_ligne_a_sa_source_et_chaque_canal_de_retrait_sa_voie()
    {
        Assert.All(
            Aide.Signes.Select(s => s.Sources).Concat(Aide.ADire.Concat(Aide.ANePasDire).Concat(Aide.Preuve).Select(c => c.Sources)).Concat(Aide.Devoirs.Select(d => d.Sources)).Concat(Aide.Retraits.Select(r => r.Sources)),
            Assert.NotEmpty);
        Assert.Equal(Enum.GetValues<CanalDeRetrait>().Order(), Aide.Retraits.Select(r => r.Canal).Order());
        Assert.Equal(Aide.Signes.Count, Aide.Signes.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public void Un_signe_de_danger_met_l_urgence_en_tete_tant_qu_on_n_a_pas_dit_non()
    {
        Assert.Equal("urgence", Aide.Conseiller(new(["contact-present"], Reponse.Inconnu, []), "R1").Devoirs[0].Id);
        Assert.NotEqual("urgence", Aide.Conseiller(new(["contact-present"], Reponse.Non, []), "R1").Devoirs[0].Id);
        Assert.Equal("urgence", Aide.Conseiller(new([], Reponse.Oui, []), "R1").Devoirs[0].Id);

        // Les idées noires ne s'effacent pas parce que l'auteur est loin.
        Assert.Contains(Aide.Conseiller(new(["gestes"], Reponse.Non, []), "R1").Devoirs, d => d.Id == "idees-noires");
    }

    [Fact]
    public void Le_signalement_et_le_119_sont_toujours_rappeles() => Assert.All(
        Aide.Signes.Select(s => s.Id).Append(null),
        id => Assert.Superset(new HashSet<string> { "parquet", "119" }, Aide.Conseiller(new(id is null ? [] : [id], Reponse.Non, []), "R1").Devoirs.Select(d => d.Id).ToHashSet()));

    [Fact]
    public void Le_retrait_ne_se_propose_qu_en_ligne()
    {
        Assert.Empty(Aide.Conseiller(new(["peur-d-un-proche"], Reponse.Non, []), "R1").Retraits);
        Assert.Equal(CanalDeRetrait.Pharos, Aide.Conseiller(new(["menace-de-diffusion"], Reponse.Non, []), "R1").Retraits[0].Canal);
    }

    [Fact]
    public void Des_signes_au_dossier_sans_nom_avec_qualifications_voies_et_etapes()
    {
        var brouillon = Aide.Conseiller(new(["menace-de-diffusion", "argent-demande"], Reponse.Non, []), "2026-014").Brouillon;

        Assert.Empty(Coherence.Verifier(brouillon, Editions.Embarquees));
        Assert.Equal("", brouillon.Enfant.Nom + brouillon.Enfant.Prenoms);
        Assert.Equal([Technique.SextorsionSexuelle, Technique.SextorsionFinanciere, Technique.SextingPartage], brouillon.Faits[0].Techniques);

        var voies = ExamenDesVoies.Examiner(brouillon, new(2026, 11, 24));
        Assert.Contains(ProchainesEtapes.Dresser(brouillon, new(2026, 11, 24), voies), e => e.Id == "retirer");
    }

    [Fact]
    public void Aucun_signe_ne_donne_un_fait_vide() => Assert.Empty(Aide.Conseiller(new([], Reponse.Non, []), "R1").Brouillon.Faits);

    [Fact]
    public void Un_signe_inconnu_est_une_faute_de_programme() =>
        Assert.Throws<ArgumentException>(() => Aide.Conseiller(new(["inconnu"], Reponse.Non, []), "R1"));
}
