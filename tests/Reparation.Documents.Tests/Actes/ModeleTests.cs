using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Actes;

public sealed class ModeleTests
{
    private static readonly Dossier Vide = new() { Reference = "ESSAI-1", Pseudonyme = "Essai" };

    [Theory]
    [InlineData("a\n{{ enfant.nmo }}", 9, "enfant.nmo")]
    [InlineData("{% if enfant.inconnu %}x{% endif %}", 8, "enfant.inconnu")]
    [InlineData("{% for x in inconnus %}x{% endfor %}", 8, "inconnus")]
    [InlineData("{% for fait in faits %}{{ fait.nom }}{% endfor %}", 8, "fait.nom")]
    [InlineData("{% for fait in faits %}x{% endfor %}\n{{ fait.lieu }}", 9, "fait.lieu")]
    [InlineData("a\n\n{% if fictif %}\nx", 10, "« if » n’est pas fermé")]
    [InlineData("x {{ enfant.nom", 8, "balise")]
    [InlineData("x\n}} y", 9, "balise")]
    [InlineData("{% endif %}", 8, "endif")]
    [InlineData("{% for x in (1..100000000) %}x{% endfor %}", 8, "intervalle")]
    [InlineData("{% for x in faits limit:3 %}x{% endfor %}", 8, "boucle")]
    [InlineData("{% for x in enfant %}x{% endfor %}", 8, "pas une liste")]
    [InlineData("{% for enfant in faits %}x{% endfor %}", 8, "désigne déjà")]
    [InlineData("{% if fictif == %}x{% endif %}", 8, "condition")]
    [InlineData("{{ enfant.nom | upcase }}", 8, "upcase")]
    [InlineData("{{ enfant }}", 8, "pas un texte")]
    [InlineData("{{ 1 | plus: 2 }}", 8, "nom de champ")]
    [InlineData("{% assign x = enfant %}", 8, "assign")]
    [InlineData("{% texte 'cpp-9999' %}", 8, "cpp-9999")]
    [InlineData("{% include 'commun/absent.md' %}", 8, "commun/absent.md")]
    [InlineData("a\n::: inconnu\nb\n:::", 9, "inconnu")]
    [InlineData("a\n\n::: figure portrait", 10, "figures possibles")]
    [InlineData("a\n\n::: encadre\nb", 10, "n’est pas fermé")]
    [InlineData(":::", 8, "n’est pas ouvert")]
    [InlineData("a\n\n::: formulaire\n- b", 10, "n’est pas fermé")]
    [InlineData("a\n{% cite 'texte-inventé' %}", 9, "texte-inventé")]
    public void Une_faute_de_modele_dit_son_fichier_et_sa_ligne(string corps, int ligne, string extrait)
    {
        var erreur = Assert.Throws<ModeleException>(() => Exemples.Modele(corps));

        Assert.Equal(("essai/essai.md", ligne), (erreur.Fichier, erreur.Ligne));
        Assert.Contains(extrait, erreur.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_faute_dans_un_fichier_inclus_dit_ce_fichier()
    {
        var erreur = Assert.Throws<ModeleException>(() => Exemples.Modele("a\n{% include 'commun/x.md' %}", ("commun/x.md", "b\n{{ rien }}\n")));

        Assert.Equal(("commun/x.md", 2), (erreur.Fichier, erreur.Ligne));
    }

    [Fact]
    public void Des_inclusions_qui_s_appellent_s_arretent() => Assert.Throws<ModeleException>(
        () => Exemples.Modele("{% include 'commun/x.md' %}", ("commun/x.md", "{% include 'commun/x.md' %}\n")));

    [Theory]
    [InlineData("pas d’en-tête")]
    [InlineData("---\ntitre: X\ninconnue: Y\n---\n")]
    [InlineData("---\ntitre: X\ndestinataire: Y\ncharte: rouge\nfichier: Z\npied: P\n---\n")]
    [InlineData("---\ntitre: X\ndestinataire: Y\ncharte: acte\nfichier: Z\npied: P\nvoies: [inconnue]\n---\n")]
    [InlineData("---\ntitre: X\ndestinataire: Y\ncharte: acte\nfichier: Z\npied: P\nsauf: [inconnu]\n---\n")]
    [InlineData("---\ntitre: X\ndestinataire: Y\ncharte: acte\nfichier: Z\npied: P\ncontroles: [inconnu]\n---\n")]
    [InlineData("---\ntitre: X\ndestinataire: Y\ncharte: acte\nfichier: Z\npied: P\ngroupe: inconnu\n---\n")]
    [InlineData("---\ntitre: X\ndestinataire: Y\ncharte: acte\nfichier: Éléonore\npied: P\n---\n")]
    public void Un_en_tete_fautif_est_refuse(string texte) => Assert.Throws<ModeleException>(
        () => Modeles.Depuis(new Dictionary<string, string> { ["essai/x.md"] = texte }));

    [Fact]
    public void Une_valeur_du_dossier_ne_devient_jamais_de_la_mise_en_forme()
    {
        const string Hostile = "**Jean** | _x_ # <b>y</b> [z](https://exemple.invalid) `w` {{ enfant.nom }} \\";
        var dossier = Vide with { Enfant = new() { Nom = Hostile, CadreDeVie = "# Un\n- Deux\n\n1. Trois\n---\n::: encadre" } };
        var acte = Exemples.Essayer(
            "# {{ enfant.nom }}\n\n{{ enfant.nom }}\n\n| A | B |\n|---|---|\n| {{ enfant.nom }} | b |\n\n{{ enfant.cadreDeVie | paragraphes }}\n", dossier);

        Assert.Equal(Hostile, Texte(Assert.IsType<Bloc.Titre>(acte.Corps[0]).Contenu));
        Assert.Equal(Hostile, Texte(Assert.IsType<Bloc.Paragraphe>(acte.Corps[1]).Contenu));
        var tableau = Assert.IsType<Bloc.Tableau>(acte.Corps[2]);
        Assert.Equal([Hostile, "b"], Assert.Single(tableau.Lignes).Cellules.Select(Texte));
        Assert.Equal(
            ["# Un", "- Deux", "1. Trois", "---", "::: encadre"],
            acte.Corps.Skip(3).Select(b => Texte(Assert.IsType<Bloc.Paragraphe>(b).Contenu)));
    }

    [Fact]
    public void Un_saut_de_ligne_devient_une_espace_hors_d_un_recit()
    {
        var acte = Exemples.Essayer("| A |\n|---|\n| {{ enfant.cadreDeVie }} |\n", Vide with { Enfant = new() { CadreDeVie = "un\r\n\r\ndeux" } });

        Assert.Equal("un deux", Texte(Assert.IsType<Bloc.Tableau>(Assert.Single(acte.Corps)).Lignes[0].Cellules[0]));
    }

    [Fact]
    public void Les_blocs_gardent_leur_role()
    {
        var acte = Exemples.Essayer(
            "::: titre-document\nT\n:::\n::: cote-a-cote\na\n\n+++\n\n::: note\nb\n:::\n:::\n::: sommaire 3\n::: saut-de-page\n---\n::: signature\nA\n\nB\n:::\n\n# U\n## V {-}\n\n1. x\n1. y\n", Vide);

        Assert.Equal(StyleParagraphe.TitreDocument, Assert.IsType<Bloc.Paragraphe>(acte.Corps[0]).Style);
        var cote = Assert.IsType<Bloc.CoteACote>(acte.Corps[1]);
        Assert.Equal(2, cote.Colonnes.Count);
        Assert.Equal(StyleParagraphe.Note, Assert.IsType<Bloc.Paragraphe>(Assert.Single(cote.Colonnes[1])).Style);
        Assert.Equal(new Bloc.Sommaire(3), acte.Corps[2]);
        Assert.IsType<Bloc.SautDePage>(acte.Corps[3]);
        Assert.IsType<Bloc.Filet>(acte.Corps[4]);
        Assert.Equal("A\nB", Texte(Assert.IsType<Bloc.Signature>(acte.Corps[5]).Legende));
        Assert.Equal("V", Texte(Assert.IsType<Bloc.Titre>(acte.Corps[7]).Contenu));
        Assert.Equal(2, Assert.IsType<Bloc.Liste>(acte.Corps[8]).Elements.Count);
        Assert.Equal(9, acte.Corps.Count);
    }

    [Fact]
    public void Les_lignes_de_groupe_et_de_total_se_reconnaissent()
    {
        var acte = Exemples.Essayer(
            "::: tableau Un résumé | 3 1\n| A | B |\n|---|---:|\n| **Groupe** | |\n| x | 1 |\n| **Total** | **1** |\n:::\n", Vide);

        var tableau = Assert.IsType<Bloc.Tableau>(Assert.Single(acte.Corps));
        Assert.Equal("Un résumé", tableau.Resume);
        Assert.Equal([3m, 1m], tableau.Colonnes.Select(c => c.Poids));
        Assert.Equal([Alignement.Gauche, Alignement.Droite], tableau.Colonnes.Select(c => c.Alignement));
        Assert.Equal([GenreLigne.Groupe, GenreLigne.Courante, GenreLigne.Total], tableau.Lignes.Select(l => l.Genre));
        Assert.Single(tableau.Lignes[0].Cellules);
    }

    [Fact]
    public void Un_premier_du_mois_releve_son_ordinal()
    {
        var acte = Exemples.Essayer("né le 1er mars", Vide);

        Assert.Equal(
            [new Inline.Texte("né le 1"), new Inline.Texte("er", Exposant: true), new Inline.Texte("\u00A0mars")],
            Assert.IsType<Bloc.Paragraphe>(Assert.Single(acte.Corps)).Contenu);
    }

    [Fact]
    public void Chaque_modele_livre_dit_a_quoi_il_sert() => Assert.All(Modeles.Embarques.Tous, m =>
    {
        Assert.EndsWith(".", m.Objet, StringComparison.Ordinal);
        Assert.InRange(m.Objet.Length, 20, 120);
    });

    private static string Texte(IReadOnlyList<Inline> contenu) => ActeTexte.Ecrire(contenu);
}
