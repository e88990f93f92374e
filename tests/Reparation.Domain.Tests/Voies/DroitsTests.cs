using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Tests.Infractions;
using Reparation.Domain.Voies;

namespace Reparation.Domain.Tests.Voies;

public sealed class DroitsTests
{
    private static readonly DateOnly Jour = new(2026, 11, 24);

    private static readonly Dossier Recent = UnFait.Dans(new()
    {
        Techniques = [Technique.Proxenetisme],
        Qualifications = ["proxenetisme_15"],
        Du = new(2024, 3, 1),
        ContactPhysique = Reponse.Oui,
        EnFrance = Reponse.Oui,
    });

    [Fact]
    public void L_etape_porte_le_jour_d_alerte_le_plus_proche_de_ses_delais()
    {
        var droits = Droits.Etablir(Recent, Jour);
        var saisir = droits.Etapes.Single(e => e.Id == "saisir-la-civi");

        Assert.NotNull(saisir.PourLe);
        Assert.Equal(droits.Delais.Echeances.Where(e => saisir.Delais.Contains(e.Regle)).Min(e => e.JourDAlerte), saisir.PourLe);
    }

    [Fact]
    public void Un_delai_accompli_ne_donne_plus_son_jour_a_l_etape()
    {
        var saisie = Recent with
        {
            Procedure = Recent.Procedure with { Actes = [new() { Genre = GenreActe.RequeteCivi, Le = new(2026, 10, 1) }] },
            Etapes = [new() { Id = "saisir-la-civi", Etat = EtatDEtape.Faite, Le = new(2026, 10, 1) }],
        };

        Assert.Null(Droits.Etablir(saisie, Jour).Etapes.Single(e => e.Id == "saisir-la-civi").PourLe);
    }

    [Fact]
    public void Chaque_partie_est_celle_que_rend_son_calcul()
    {
        var droits = Droits.Etablir(Recent, Jour, new(Territoire.AlsaceMoselle));

        Assert.Single(droits.Qualifications);
        Assert.Equal(ExamenDesVoies.Examiner(Recent, Jour).Select(v => (v.Id, v.Etat)), droits.Voies.Select(v => (v.Id, v.Etat)));
        Assert.Equal(
            Echeancier.Dresser(Recent, Jour, new(Territoire.AlsaceMoselle)).Echeances.Select(e => (e.Regle, e.DernierJourLegal)),
            droits.Delais.Echeances.Select(e => (e.Regle, e.DernierJourLegal)));
    }
}
