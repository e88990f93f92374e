using Reparation.Documents.Actes;
using Reparation.Documents.Cabinet;

namespace Reparation.Documents.Tests.Cabinet;

/// <summary>Les modèles d'un cabinet remplacent les nôtres, et une faute n'arrête rien.</summary>
public sealed class ModelesDuCabinetTests
{
    private const string Entete = "---\ntitre: Du cabinet\ndestinataire: personne\ncharte: acte\nfichier: Essai\npied: Essai\n---\n";

    [Fact]
    public void Un_fichier_du_cabinet_remplace_le_notre_et_un_nouveau_s_ajoute()
    {
        var lus = Assembler(("plan/plan.md", Entete + "# Notre plan\n"), ("cabinet/lettre.md", Entete + "Bonjour.\n"));

        Assert.Empty(lus.Fautes);
        Assert.Equal("Du cabinet", lus.Modeles.Trouver("plan/plan")!.Titre);
        Assert.NotNull(lus.Modeles.Trouver("cabinet/lettre"));
        Assert.Equal(Modeles.Embarques.Tous.Count + 1, lus.Modeles.Tous.Count);
        Assert.Equal(["cabinet/lettre.md", "plan/plan.md"], lus.DuCabinet.Order());
    }

    [Theory]
    [InlineData("# T\n\n{{ enfant.nmo }}\n", 10, "enfant.nmo")]
    [InlineData("### Un titre qui saute deux niveaux\n", 1, "niveau")]
    [InlineData("{% for a in faits %}{% for b in pieces %}{% for c in pieces %}{% for d in pieces %}{% for e in pieces %}{% for f in pieces %}{% for g in pieces %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}", 1, "ne se termine pas")]
    public void Un_modele_fautif_se_dit_et_le_notre_sert(string corps, int ligne, string extrait)
    {
        var lus = Assembler(("plan/plan.md", Entete + corps), ("cabinet/autre.md", Entete + "{% endif %}"));

        Assert.Equal(2, lus.Fautes.Count);
        var faute = lus.Fautes.Single(f => f.Fichier == "plan/plan.md");
        Assert.Equal(ligne, faute.Ligne);
        Assert.Contains(extrait, faute.Message, StringComparison.Ordinal);
        Assert.Equal(Modeles.Embarques.Trouver("plan/plan")!.Titre, lus.Modeles.Trouver("plan/plan")!.Titre);
        Assert.Null(lus.Modeles.Trouver("cabinet/autre"));
        Assert.Empty(lus.DuCabinet);
    }

    [Fact]
    public void Un_modele_hostile_s_arrete_avec_un_message_et_le_notre_sert()
    {
        var long_ = string.Concat(Enumerable.Repeat("mot ", 100_000));
        (string Cas, string Texte)[] hostiles =
        [
            ("écrit sans fin", Entete + "{% for a in pieces %}{% for b in pieces %}{% for c in pieces %}" + long_ + "{% endfor %}{% endfor %}{% endfor %}"),
            ("ouverts l’un dans l’autre", Entete + string.Concat(Enumerable.Repeat("{% if fictif %}", 20_000)) + string.Concat(Enumerable.Repeat("{% endif %}", 20_000))),
            ("dépasse", Entete + "{% if " + string.Join(" and ", Enumerable.Repeat("fictif", 50_000)) + " %}x{% endif %}"),
            ("en-tête", "---\ntitre: " + new string('[', 100_000) + "\n---\n"),
            ("en-tête", "---\ntitre: " + new string('[', 3_900) + "\n---\n"),
            ("en-tête", "---\nvoies:\n" + string.Concat(Enumerable.Repeat("- ", 1_900)) + "x\n---\n"),
            ("imbriqu", Entete + new string('>', 200_000) + " texte\n"),
            ("imbriqu", Entete + string.Concat(Enumerable.Repeat("- ", 100_000)) + "texte\n"),
        ];

        foreach (var (cas, texte) in hostiles)
        {
            var lus = Assembler(("plan/plan.md", texte));

            Assert.Equal(Modeles.Embarques.Trouver("plan/plan")!.Titre, lus.Modeles.Trouver("plan/plan")!.Titre);
            Assert.Contains(cas, Assert.Single(lus.Fautes).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData('[')]
    [InlineData('*')]
    public void Un_signe_repete_n_est_qu_un_texte(char signe) =>
        Assert.NotEmpty(Assembler(("plan/plan.md", Entete + new string(signe, 20_000) + "texte\n")).Modeles.Tous);

    [Fact]
    public void Des_inclusions_qui_se_multiplient_s_arretent()
    {
        var fichiers = Enumerable.Range(0, 5).Select(i => ($"commun/x{i}.md", string.Concat(Enumerable.Repeat($"{{% include 'commun/x{i + 1}.md' %}}\n", 200))))
            .Append(("commun/x5.md", new string('m', 10_000))).Append(("plan/plan.md", Entete + "{% include 'commun/x0.md' %}\n"));

        Assert.NotEmpty(Assembler([.. fichiers]).Fautes);
    }

    [Fact]
    public void Un_dossier_se_lit_et_son_absence_se_dit()
    {
        var dossier = Directory.CreateTempSubdirectory("reparation-modeles-");
        Directory.CreateDirectory(Path.Combine(dossier.FullName, "plan"));
        File.WriteAllText(Path.Combine(dossier.FullName, "plan", "plan.md"), Entete + "# Notre plan\n");
        File.WriteAllBytes(Path.Combine(dossier.FullName, "plan", "latin.md"), [0xE9, 0x0A]);

        var lus = ModelesDuCabinet.Lire(dossier.FullName);

        Assert.Equal("Du cabinet", lus.Modeles.Trouver("plan/plan")!.Titre);
        Assert.Contains("UTF-8", Assert.Single(lus.Fautes).Message, StringComparison.Ordinal);
        Assert.Contains("n’existe pas", Assert.Throws<InvalidDataException>(() => ModelesDuCabinet.Lire(dossier.FullName + "x")).Message, StringComparison.Ordinal);
        Assert.Same(ModelesDuCabinet.Livres, ModelesDuCabinet.Lire(null));

        File.WriteAllText(Path.Combine(dossier.FullName, "plan", "plan.md"), Entete + "# T\n\n{{ inconnu }}\n");
        Assert.Contains(lus.Relire().Fautes, f => f is { Fichier: "plan/plan.md", Ligne: 10 });
        Assert.Equal("Du cabinet", lus.Modeles.Trouver("plan/plan")!.Titre);
    }

    private static ModelesDuCabinet Assembler(params (string Fichier, string Texte)[] fichiers) =>
        ModelesDuCabinet.Assembler(fichiers.ToDictionary(f => f.Fichier, f => f.Texte), []);
}
