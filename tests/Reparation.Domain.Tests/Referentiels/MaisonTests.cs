using System.Reflection;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Referentiels;

/// <summary>Règles de la maison, tenues par réflexion.</summary>
public sealed class MaisonTests
{
    private static readonly DateOnly Plancher = new(2026, 1, 1);

    public static TheoryData<string> Codes() => [.. Nomenclature.Postes.Select(p => p.Code)];

    [Fact]
    public void Toute_source_dit_quand_elle_a_ete_lue_et_ou()
    {
        var sources = typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => (Source)p.GetValue(null)!)
            .Concat(Editions.Embarquees.Indemnisation.Select(e => e.Source))
            .Concat(Editions.Embarquees.Capitalisation.Select(e => e.Source))
            .Concat(Editions.Embarquees.Tables.Select(t => t.Source))
            .Concat(Qualifications.Toutes.Select(q => q.Source))
            .Concat(Reperes.AideHumaine.Select(r => r.Source))
            .Concat([Reperes.Classes.Source, Reperes.Orphelin.Source])
            .ToList();

        Assert.True(sources.Count > 60);
        Assert.All(sources, s =>
        {
            Assert.True(s.VerifieLe >= Plancher, s.Intitule);
            Assert.NotEmpty(s.Intitule);
            Assert.StartsWith("http", s.Adresse, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void La_nomenclature_a_vingt_postes_pour_l_enfant_et_neuf_lignes_pour_les_proches()
    {
        Assert.Equal(
            "DSA FD PGPA DSF FLA FVA ATP PGPF IP PSU DFT SE PET DFP PA PEP PS PE PPE PEV",
            string.Join(' ', Nomenclature.Postes.Where(p => p.Victime == Victime.Directe).Select(p => p.Code)));
        Assert.Equal(
            "FO PRP-D FDP-D PACC PAF-D PRP-S FDP-S PAF-S PEX-S",
            string.Join(' ', Nomenclature.Postes.Where(p => p.Victime != Victime.Directe).Select(p => p.Code)));
        Assert.Null(Nomenclature.Trouver("AVIL"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Tout_poste_est_defini_et_se_saisit(string code)
    {
        var poste = Nomenclature.Trouver(code)!;

        Assert.NotEmpty(poste.Nom);
        Assert.NotEmpty(poste.Definition);
        Assert.NotEmpty(poste.Methode);
        Assert.NotEmpty(poste.Pieces);
        Assert.NotEmpty(poste.Saisies);
        Assert.True(poste.Victime == Victime.ProcheDeces || poste.Mineur.Length > 0);
        Assert.Equal(poste.Famille == Famille.Patrimonial, poste.Recours);
        Assert.All([poste.Nom, poste.Definition, poste.Methode, poste.Mineur], texte => Assert.DoesNotMatch("['\"]| [:;?!]", texte));
    }

    [Fact]
    public void Seuls_les_postes_permanents_attendent_la_consolidation_et_le_scolaire_ne_l_attend_pas() => Assert.Equal(
        ["DSF", "FLA", "FVA", "ATP", "PGPF", "IP", "DFP", "PA", "PEP", "PS", "PE", "PPE"],
        Nomenclature.Postes.Where(p => p.AttendLaConsolidation).Select(p => p.Code));

    [Fact]
    public void Toute_qualification_a_ses_articles_et_dit_a_quelle_condition_elle_ouvre_la_commission()
    {
        Assert.Equal(43, Qualifications.Toutes.Count);
        Assert.Equal(43, Qualifications.Toutes.Select(q => q.Id).Distinct().Count());
        Assert.All(Qualifications.Toutes, q =>
        {
            Assert.NotEmpty(q.Articles);
            Assert.All(q.Articles, a => Assert.Matches(@"^\d{3}-\d+(-\d+)*$", a));
            Assert.True(q.ListeeA7063 || q.Condition.Length > 0, q.Id);
        });
        Assert.True(Qualifications.Trouver("proxenetisme_15")!.ListeeA7063);
        Assert.False(Qualifications.Trouver("recours")!.ListeeA7063);
        Assert.False(Qualifications.Trouver("violences_min")!.ListeeA7063);
        Assert.Null(Qualifications.Trouver("inconnue"));
    }

    [Fact]
    public void Toute_composante_a_son_rang_sa_raison_sa_source_et_des_postes_qui_l_emploient()
    {
        Assert.Equal(Enum.GetValues<NatureComposante>(), Composantes.Toutes.Select(c => c.Nature));
        Assert.All(Composantes.Toutes, c =>
        {
            Assert.NotEmpty(c.Explication);
            Assert.NotEmpty(c.Sources);
            Assert.All(c.Postes, code => Assert.Contains(ChampDeSaisie.Composantes, Nomenclature.Trouver(code)!.Saisies));
        });
    }

    [Fact]
    public void Toute_nature_d_aide_a_un_tarif_releve() => Assert.All(
        Enum.GetValues<NatureAide>(), nature => Assert.Contains(Reperes.AideHumaine, r => r.Natures.Contains(nature)));

    [Fact]
    public void Le_domaine_ne_depend_d_aucun_paquet() => Assert.All(
        typeof(Montant).Assembly.GetReferencedAssemblies(),
        a => Assert.True(a.Name!.StartsWith("System.", StringComparison.Ordinal), a.Name));

    [Fact]
    public void Aucun_type_du_domaine_n_expose_de_nombre_flottant()
    {
        const BindingFlags Tous = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        var flottants = typeof(Montant).Assembly.GetTypes()
            .Where(t => !t.IsAssignableTo(typeof(Attribute)))
            .SelectMany(t => t.GetFields(Tous).Select(f => (Type: t, f.Name, Valeur: f.FieldType))
                .Concat(t.GetMethods(Tous).Select(m => (Type: t, m.Name, Valeur: m.ReturnType))))
            .Where(m => m.Valeur == typeof(double) || m.Valeur == typeof(float))
            .ToList();

        Assert.Empty(flottants);
    }
}
