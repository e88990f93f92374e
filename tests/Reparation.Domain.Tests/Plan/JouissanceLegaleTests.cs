using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Plan;

public sealed class JouissanceLegaleTests
{
    private static readonly Dossier Vide = new() { Reference = "A", Pseudonyme = "Lou" };

    [Fact]
    public void Tout_poste_de_l_enfant_a_sa_regle_et_seuls_les_extrapatrimoniaux_en_sont_hors()
    {
        var postes = Chiffreur.Evaluer(Vide, Editions.Embarquees).Directs.Select(p => p.Poste).ToList();

        Assert.All(postes, p => Assert.Equal(p.Famille == Famille.Patrimonial, JouissanceLegale.De(p).Possible));
        Assert.Contains(postes, p => p is { Code: "SE", Famille: Famille.Extrapatrimonial });
        Assert.Contains("386-4, 3°", JouissanceLegale.De(postes.Single(p => p.Code == "DFP")).Source.Intitule, StringComparison.Ordinal);
        Assert.All(JouissanceLegale.Regles, r => Assert.Equal((new DateOnly(2026, 11, 24), Confiance.Verifiee), (r.Source.VerifieLe, r.Source.Confiance)));
    }

    [Fact]
    public void Ce_qui_est_recu_se_repartit_et_ce_qui_n_a_pas_de_poste_reste_a_ventiler()
    {
        var dossier = Vide with
        {
            Versements =
            [
                Recu(900, "DSA"), Recu(2_500, "SE"), Recu(500, "SE"), Recu(4_000, ""), Recu(7_000, "SE") with { Proche = "mere" },
            ],
        };

        var recu = JouissanceLegale.Recu(dossier);

        Assert.Equal((Montant.DeEuros(3_000), Montant.DeEuros(900), Montant.DeEuros(4_000)), (recu.Hors, recu.Possible, recu.AVentiler));
        Assert.Equal([("DSA", Montant.DeEuros(900)), ("SE", Montant.DeEuros(3_000))], recu.Parts.Select(p => (p.Poste.Code, p.Montant)));
    }

    [Fact]
    public void Une_offre_globale_ne_se_repartit_pas()
    {
        var offre = new OffreRecue { Globale = Montant.DeEuros(20_000), Lignes = [new() { Code = "SE", Montant = Montant.DeEuros(20_000) }] };

        Assert.Equal((0, Montant.DeEuros(20_000)), (JouissanceLegale.Offert(offre).Parts.Count, JouissanceLegale.Offert(offre).AVentiler));
        Assert.Equal(Montant.DeEuros(20_000), JouissanceLegale.Offert(offre with { Globale = null }).Hors);
    }

    [Fact]
    public void La_jouissance_finit_aux_seize_ans() =>
        Assert.Equal(new DateOnly(2027, 9, 1), JouissanceLegale.FinLe(Vide with { Enfant = new() { DateDeNaissance = new(2011, 9, 1) } }));

    private static Versement Recu(decimal euros, string poste) => new() { Montant = Montant.DeEuros(euros), Poste = poste };
}
