using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Un livret se lit par un enfant : phrases courtes, mots simples, rien des faits, aucune somme.</summary>
public sealed class LivretTests
{
    private static readonly string[] MotsDeLaLoi =
    [
        "viol", "agression", "corruption", "proxénétisme", "prostitu", "pornograph", "sextorsion", "pédo", "atteinte", "sexuel", "victime", "€",
    ];

    public static TheoryData<string, int> Tranches() => new() { { "livret/7-10", 12 }, { "livret/11-14", 15 }, { "livret/15-17", 20 }, { "livret/facile", 10 } };

    [Theory]
    [MemberData(nameof(Tranches))]
    public void Les_phrases_restent_courtes_pour_la_forme_dans_chaque_exemple(string modele, int motsAuPlus)
    {
        foreach (var dossier in Exemples.Noms.Select(Exemples.Lire).Concat(Enum.GetValues<StadeProcedure>().Select(Sobre)))
        {
            var lecture = Lire(modele, dossier with { Livret = ToutDire });

            Assert.Equal(motsAuPlus, lecture.Limite.Mots);
            Assert.Empty(lecture.TropLongues);
            Assert.InRange(lecture.PlusLongue, 1, motsAuPlus);
            // Sous 25, l'échelle du LIX place les livres d'enfant ; l'adolescent lit un texte simple, sous 35.
            Assert.InRange(lecture.Mesure.Lix, 1, modele == "livret/15-17" ? 35 : modele == "livret/11-14" ? 30 : 25);
        }
    }

    [Fact]
    public void Une_phrase_trop_longue_du_dossier_se_signale_et_ce_qui_s_adresse_a_l_adulte_ne_compte_pas()
    {
        const string Longue = "mon oncle qui vient le mercredi et le samedi quand il ne travaille pas au garage du village";
        var sobre = Sobre(StadeProcedure.Enquete);
        var lecture = Lire("livret/7-10", sobre with { Fictif = true, Plan = sobre.Plan with { PersonnesDeConfiance = Longue } });

        Assert.Equal([Longue], lecture.TropLongues);
    }

    [Theory]
    [MemberData(nameof(Tranches))]
    public void Chaque_partie_se_retire_et_les_numeros_restent(string modele, int motsAuPlus)
    {
        Assert.True(motsAuPlus > 0);
        var dossier = Exemples.Lire("3-intrafamilial") with { Livret = new() { Aides = false, Chemin = false, Droits = false, Choix = false, Argent = false, Plan = false } };
        var titres = Compose(modele, dossier).Corps.OfType<Bloc.Titre>().Select(t => ActeTexte.Ecrire(t.Contenu));

        Assert.Subset(new HashSet<string> { "Si ça ne va pas", "Les mots difficiles", "L’expertise", "Le médecin expert" }, titres.ToHashSet());
        Assert.Contains("119 –", ActeTexte.Ecrire(Compose(modele, dossier)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nommer_le_danger_et_les_sommes_ne_s_impriment_que_si_on_les_choisit()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        string Ecrire(string modele, LivretDeLEnfant livret) => ActeTexte.Ecrire(Compose(modele, dossier with { Livret = livret }));

        Assert.DoesNotContain("contrôle", Ecrire("livret/15-17", new()), StringComparison.Ordinal);
        Assert.Contains("Une seule de ces choses suffit", Ecrire("livret/15-17", new() { Danger = true }), StringComparison.Ordinal);
        Assert.Contains("Une seule de ces choses suffit", Ecrire("livret/11-14", new() { Danger = true }), StringComparison.Ordinal);
        Assert.DoesNotContain("Une seule de ces choses suffit", Ecrire("livret/7-10", new() { Danger = true }), StringComparison.Ordinal);
        Assert.Contains("Déjà reçu pour toi", Ecrire("livret/15-17", new() { Sommes = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void La_forme_choisie_passe_avant_l_age_et_le_facile_a_lire_convient_toujours()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        bool Convient(string modele, FormeDeLivret? forme) => Convenance.Examiner(
            Modeles.Embarques.Trouver(modele)!, dossier with { Livret = new() { Forme = forme } }, Exemples.Jour).Count == 0;

        Assert.True(Convient("livret/15-17", null));
        Assert.False(Convient("livret/11-14", null));
        Assert.True(Convient("livret/11-14", FormeDeLivret.De11A14));
        Assert.False(Convient("livret/15-17", FormeDeLivret.De11A14));
        Assert.All(Enum.GetValues<FormeDeLivret>(), f => Assert.True(Convient("livret/facile", f)));
    }

    [Fact]
    public void Le_facile_a_lire_met_un_dessin_par_idee_et_ne_se_dit_jamais_falc()
    {
        var acte = Compose("livret/facile", Exemples.Lire("3-intrafamilial"));
        var idees = acte.Corps.OfType<Bloc.CoteACote>().ToList();

        Assert.InRange(idees.Count, 10, 30);
        Assert.All(idees, i => Assert.IsType<Bloc.Figure>(Assert.Single(i.Colonnes[0])));
        Assert.DoesNotContain("FALC", ActeTexte.Ecrire(acte), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(16, Modeles.Embarques.Trouver("livret/facile")!.Charte.Corps);
    }

    [Theory]
    [MemberData(nameof(Tranches))]
    public void Aucun_mot_de_la_loi_ni_des_faits_ni_somme(string modele, int motsAuPlus)
    {
        Assert.True(motsAuPlus > 0);
        // Seul le nom d'un service, qui vient des données, peut porter l'un de ces mots.
        var texte = Texte(modele, StadeProcedure.Jugement).Replace("France Victimes", "", StringComparison.Ordinal);

        Assert.All(MotsDeLaLoi, m => Assert.DoesNotContain(m, texte, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Tranches))]
    public void Tous_les_numeros_d_urgence_y_sont_et_rien_n_est_en_italique(string modele, int motsAuPlus)
    {
        Assert.True(motsAuPlus > 0);
        var acte = Exemples.Acte(modele, Sobre(StadeProcedure.Enquete));
        var texte = ActeTexte.Ecrire(acte);

        Assert.All(new[] { "17 –", "114 –", "119 –", "3018 –", "3114 –", "116 006 –" }, n => Assert.Contains(n, texte, StringComparison.Ordinal));
        Assert.Contains("Ce n’est pas ta faute", texte, StringComparison.Ordinal);
        Assert.DoesNotContain(acte.Corps.OfType<Bloc.Paragraphe>().SelectMany(p => p.Contenu).OfType<Inline.Texte>(), t => t.Italique);
        Assert.True(Modeles.Embarques.Trouver(modele)!.Charte.Corps >= 14);
        Assert.False(Modeles.Embarques.Trouver(modele)!.Charte.Justifie);
    }

    [Fact]
    public void Les_numeros_de_memoire_sont_signales_a_l_adulte_tant_que_c_est_un_projet()
    {
        var dossier = Sobre(StadeProcedure.Enquete);
        var modele = Modeles.Embarques.Trouver("livret/7-10")!;
        string Ecrire(bool projet) => ActeTexte.Ecrire(Assert.IsType<Composition.Prete>(
            Redaction.Composer(modele, dossier, Exemples.Bilan(dossier), Exemples.Jour, projet)).Acte);

        Assert.Contains("Numéros à contrôler", Ecrire(projet: true), StringComparison.Ordinal);
        Assert.DoesNotContain("Numéros à contrôler", Ecrire(projet: false), StringComparison.Ordinal);
    }

    // Les noms et objectifs viennent du dossier : ils ne mesurent pas la rédaction.
    private static Dossier Sobre(StadeProcedure stade)
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        return dossier with
        {
            Fictif = false,
            Plan = new() { Accompagnant = "Une éducatrice" },
            Procedure = dossier.Procedure with { Stade = stade, AudienceLe = new(2027, 4, 15) },
        };
    }

    private static readonly LivretDeLEnfant ToutDire = new() { Danger = true, Sommes = true };

    private static string Texte(string modele, StadeProcedure stade)
    {
        var acte = Compose(modele, Sobre(stade) with { Livret = new() { Danger = true } });
        return ActeTexte.Ecrire(acte with { Corps = [.. acte.Corps.Where(b => b is not Bloc.Figure)] });
    }

    private static Acte Compose(string modele, Dossier dossier) => Assert.IsType<Composition.Prete>(Exemples.Composer(modele, dossier, projet: false)).Acte;

    private static LectureDuLivret Lire(string modele, Dossier dossier) =>
        LectureDuLivret.De(Modeles.Embarques.Trouver(modele)!, Compose(modele, dossier))!;
}
