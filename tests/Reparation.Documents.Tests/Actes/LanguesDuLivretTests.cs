using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Actes.Langues;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Tests.Rendu;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Reperage;
using PdfLu = Reparation.Documents.Tests.Rendu.Lecture;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Le livret en anglais, en espagnol et en roumain : entier, court, dit brouillon sur chaque page, sans règle française.</summary>
public sealed partial class LanguesDuLivretTests
{
    private static readonly string[] Formes = ["livret/7-10", "livret/11-14", "livret/15-17", "livret/facile"];

    private static readonly LangueDuLivret[] Langues = [.. Enum.GetValues<LangueDuLivret>().Where(l => l != LangueDuLivret.Francais)];

    public static TheoryData<LangueDuLivret> Traduites() => [.. Langues];

    public static TheoryData<LangueDuLivret, string> Livrets()
    {
        var livrets = new TheoryData<LangueDuLivret, string>();
        foreach (var (langue, forme) in Langues.SelectMany(l => Formes.Select(f => (l, f))))
        {
            livrets.Add(langue, forme);
        }

        return livrets;
    }

    [Theory]
    [MemberData(nameof(Livrets))]
    public void Chaque_ligne_du_livret_a_sa_traduction(LangueDuLivret langue, string forme) =>
        Assert.Equal([], Modeles.Embarques.Trouver(forme)!.En(langue).NonTraduites);

    [Theory]
    [MemberData(nameof(Traduites))]
    public void Ce_que_les_donnees_apportent_au_livret_est_traduit_aussi(LangueDuLivret langue)
    {
        var traduction = Traduction.Vers(langue)!;
        string[] attendus =
        [
            .. Contacts.Tous.SelectMany(c => new[] { c.Nom, c.Pour }),
            .. ModelesDePlan.Embarques.Tous.SelectMany(m => m.Blocs).Select(b => b.Objectif),
            "l’administrateur ad hoc", "le service qui te protège", "ta mère", "ton père", "Chemin en étapes", "tu es ici",
            "Accès rapides", "Sortie rapide", "Aller au contenu", "Revenir au dossier",
        ];

        Assert.Equal([], attendus.Where(a => traduction.Trouver(a) is null));
    }

    [Theory]
    [MemberData(nameof(Traduites))]
    public void Une_traduction_garde_les_champs_et_la_graisse_et_ne_prend_pas_d_espace_insecable(LangueDuLivret langue)
    {
        var traduction = Traduction.Vers(langue)!;

        Assert.All(traduction.Lignes, francaise =>
        {
            var traduite = traduction.Trouver(francaise)!;
            Assert.Equal(Champ().Matches(francaise).Select(m => m.Value).Order(StringComparer.Ordinal), Champ().Matches(traduite).Select(m => m.Value).Order(StringComparer.Ordinal));
            Assert.Equal(francaise.Split("**").Length, traduite.Split("**").Length);
            Assert.DoesNotContain(traduite, c => c is '\u00A0' or '\u202F' or '\'');
        });
        Assert.Equal(Traduction.Vers(Langues[0])!.Lignes.Order(StringComparer.Ordinal), traduction.Lignes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Livrets))]
    public void Aucune_phrase_ne_depasse_la_limite_de_la_forme(LangueDuLivret langue, string forme)
    {
        foreach (var stade in Enum.GetValues<StadeProcedure>())
        {
            var modele = Modeles.Embarques.Trouver(forme)!;
            Assert.Equal([], LectureDuLivret.De(modele, Compose(forme, En(langue, stade)))!.TropLongues);
        }
    }

    [Theory]
    [MemberData(nameof(Livrets))]
    public void Le_livret_traduit_est_celui_qu_on_a_approuve(LangueDuLivret langue, string forme) => Approbation.Verifier(
        $"langue-{Traduction.Vers(langue)!.Nom}.{forme.Replace('/', '-')}", ActeTexte.Ecrire(Compose(forme, En(langue, StadeProcedure.Instruction))));

    [Theory]
    [MemberData(nameof(Livrets))]
    public void Chaque_page_du_livret_et_du_cahier_se_dit_brouillon_dans_les_deux_langues(LangueDuLivret langue, string forme)
    {
        var traduction = Traduction.Vers(langue)!;
        var charte = Modeles.Embarques.Trouver(forme)!.Charte;
        var acte = Compose(forme, En(langue, StadeProcedure.Instruction));
        var livret = new MoteurMaison().Composer(acte, charte).Octets;

        Assert.Equal(traduction.Etiquette, acte.Identite.Langue);
        Assert.Empty(Verificateur.Anomalies(livret, traduction.Etiquette));
        using var pages = new PdfLu(livret);
        Assert.All(pages.Pages, p => Assert.Contains(SansBlancs(traduction.Mention), SansBlancs(p.Text), StringComparison.Ordinal));
        using var cahier = new PdfLu(new MoteurMaison().Plier(acte, charte).Octets);
        Assert.All(cahier.Pages, p => Assert.Contains(SansBlancs(traduction.Mention), SansBlancs(p.Text), StringComparison.Ordinal));
    }

    [Fact]
    public void En_francais_rien_n_est_reserve_et_les_numeros_restent_francais_dans_toutes_les_langues()
    {
        var francais = Compose("livret/7-10", En(LangueDuLivret.Francais, StadeProcedure.Enquete));

        Assert.Equal(("fr-FR", ""), (francais.Identite.Langue, francais.Identite.Reserve));
        Assert.DoesNotContain("brouillon", ActeTexte.Ecrire(francais), StringComparison.OrdinalIgnoreCase);
        Assert.All(Livrets().Select(l => ActeTexte.Ecrire(Compose((string)l[1], En((LangueDuLivret)l[0], StadeProcedure.Enquete)))), texte =>
            Assert.All(new[] { "15 –", "17 –", "114 –", "119 –", "3018 –", "3114 –", "116 006 –" }, n => Assert.Contains(n, texte, StringComparison.Ordinal)));
    }

    [Fact]
    public void Une_ligne_changee_par_le_cabinet_ne_donne_pas_un_livret_a_moitie_traduit()
    {
        var fichiers = Modeles.LireLesRessources().ToDictionary(StringComparer.Ordinal);
        fichiers["livret/7-10.md"] = fichiers["livret/7-10.md"].Replace("Ce livret est pour toi.", "Ce cahier est pour toi.", StringComparison.Ordinal);
        var dossier = En(LangueDuLivret.Espagnol, StadeProcedure.Enquete);
        var modele = Modeles.Depuis(fichiers).Trouver("livret/7-10")!;
        Composition Composer(Dossier d) => Redaction.Composer(modele, d, Exemples.Bilan(d), Exemples.Jour, projet: false);

        var manque = Assert.Single(Assert.IsType<Composition.Incomplete>(Composer(dossier)).Manques);
        Assert.Contains("Ce cahier est pour toi", manque.Message, StringComparison.Ordinal);
        Assert.Contains("espagnol", manque.Message, StringComparison.Ordinal);
        Assert.IsType<Composition.Prete>(Composer(dossier with { Livret = dossier.Livret with { Langue = LangueDuLivret.Francais } }));
    }

    [Fact]
    public void Une_section_reecrite_en_francais_ne_s_imprime_pas_dans_une_autre_langue()
    {
        var dossier = En(LangueDuLivret.Anglais, StadeProcedure.Enquete) with
        {
            Adaptations = [new() { Modele = "livret/7-10", Section = "Tes droits", Texte = "# Tes droits\n\nTu as des droits." }],
        };

        var manques = Assert.IsType<Composition.Incomplete>(Exemples.Composer("livret/7-10", dossier, projet: false)).Manques;
        Assert.Contains("réécrites en français", Assert.Single(manques).Message, StringComparison.Ordinal);
    }

    private static Dossier En(LangueDuLivret langue, StadeProcedure stade)
    {
        var dossier = Exemples.Lire("3-intrafamilial");
        return dossier with
        {
            Fictif = false,
            Livret = new() { Langue = langue, Danger = true, Sommes = true },
            Procedure = dossier.Procedure with { Stade = stade, AudienceLe = new(2027, 4, 15) },
            Versements = [new() { Montant = Reparation.Domain.Commun.Montant.DeEuros(1200), Payeur = "un payeur fictif", Date = new(2026, 7, 1) }],
            Plan = ModelesDePlan.Embarques.Trouver("famille")!.Commencer(
                new() { Accompagnant = "Association Oméga", PersonnesDeConfiance = dossier.Plan.PersonnesDeConfiance, RevueLe = new(2027, 3, 1) }, Exemples.Jour),
        };
    }

    private static Acte Compose(string forme, Dossier dossier) => Exemples.Composer(forme, dossier, projet: false) switch
    {
        Composition.Prete prete => prete.Acte,
        Composition.Incomplete incomplete => throw new InvalidOperationException(string.Join('\n', incomplete.Manques.Select(m => m.Message))),
        _ => throw new InvalidOperationException(),
    };

    private static string SansBlancs(string texte) => string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Champ();
}
