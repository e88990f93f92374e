using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Un texte de mémoire ou contredit n'entre dans une version à signer qu'une fois relu par l'avocat.</summary>
public sealed partial class RelectureTests
{
    private static readonly Source DeMemoire = SourcesDuDroit.Citer("css-376-1");
    private static readonly Source Verifiee = SourcesDuDroit.Toutes.Values.First(s => s.Confiance == Confiance.Verifiee);

    [Theory]
    [InlineData("civi/requete")]
    [InlineData("procedure/note")]
    public void Une_version_a_signer_attend_la_relecture_le_projet_s_imprime_avec_la_reserve(string modele)
    {
        var dossier = Exemples.Lire("1-sextorsion");

        var projet = Assert.IsType<Composition.Prete>(Composer(modele, dossier, projet: true));
        Assert.NotEmpty(projet.ARelire);

        var refusee = Assert.IsType<Composition.Incomplete>(Composer(modele, dossier, projet: false));
        var manque = Assert.Single(refusee.Manques);
        Assert.Equal("textes", manque.Rubrique);
        Assert.All(refusee.ARelire, s => Assert.Contains(s.Intitule.Split(' ')[1], manque.Message, StringComparison.Ordinal));
        Assert.Contains("Textes à relire", manque.Message, StringComparison.Ordinal);

        var prete = Assert.IsType<Composition.Prete>(Composer(modele, Exemples.Relu(modele, dossier), projet: false));
        Assert.Empty(prete.ARelire);
        Assert.DoesNotContain("de mémoire, à vérifier", ActeTexte.Ecrire(prete.Acte), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1-sextorsion")]
    [InlineData("2-proxenetisme")]
    [InlineData("3-intrafamilial")]
    public void Les_textes_d_un_acte_se_lisent_sans_le_composer(string exemple)
    {
        var dossier = Exemples.Lire(exemple);

        Assert.All(Modeles.Embarques.Tous, m => Assert.Equal(
            Composer(m.Id, dossier, projet: true).ARelire.Select(s => s.Cle),
            Redaction.TextesARelire(m, dossier, Exemples.Bilan(dossier), Exemples.Jour, Editions.Embarquees).Select(s => s.Cle)));
    }

    [Fact]
    public void Il_suffit_d_un_texte_oublie_pour_que_l_acte_attende()
    {
        var dossier = Exemples.Lire("1-sextorsion");
        var aRelire = Composer("civi/requete", dossier, projet: false).ARelire;
        Assert.True(aRelire.Count > 1);

        var reste = Composer("civi/requete", Confirmer(dossier, aRelire.Skip(1)), projet: false);

        Assert.Equal([aRelire[0].Cle], Assert.IsType<Composition.Incomplete>(reste).ARelire.Select(s => s.Cle));
    }

    [Fact]
    public void La_note_dit_qu_un_texte_a_ete_relu_par_l_avocat()
    {
        var dossier = Exemples.Lire("1-sextorsion");
        var relu = Exemples.Relu("procedure/note", dossier);

        Assert.DoesNotContain("relue par l’avocat", Exemples.Texte("procedure/note", dossier), StringComparison.Ordinal);
        Assert.Contains("relue par l’avocat", Exemples.Texte("procedure/note", relu), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_texte_que_le_modele_nomme_lui_meme_compte_quand_la_branche_s_imprime()
    {
        const string Corps = "{% if fictif %}\n{% cite 'css-376-1' %}\n{% endif %}\nTexte.\n";
        var dossier = new Dossier { Reference = "ESSAI-1", Pseudonyme = "Essai", Fictif = true };

        Assert.Equal([DeMemoire.Cle], Essayer(Corps, dossier).ARelire.Select(s => s.Cle));
        Assert.IsType<Composition.Incomplete>(Essayer(Corps, dossier));
        Assert.IsType<Composition.Prete>(Essayer(Corps, dossier with { Fictif = false }));
        Assert.IsType<Composition.Prete>(Essayer(Corps, Confirmer(dossier, [DeMemoire])));
        Assert.IsType<Composition.Prete>(Essayer($"{{% cite '{SourcesDuDroit.Toutes.First(s => s.Value == Verifiee).Key}' %}}\nTexte.\n", dossier));
    }

    [Fact]
    public void Un_texte_corrige_depuis_sa_relecture_est_a_relire()
    {
        var dossier = Confirmer(new() { Reference = "ESSAI-1", Pseudonyme = "Essai" }, [DeMemoire]);

        Assert.False(dossier.DoitRelire(DeMemoire));
        Assert.False(dossier.DoitRelire(Verifiee));
        Assert.True(dossier.DoitRelire(DeMemoire with { EnVigueur = new(2027, 1, 1) }));
        Assert.True(dossier.DoitRelire(DeMemoire with { Intitule = "art. L. 376-2 du code de la sécurité sociale" }));
    }

    // La rédaction d'un modèle n'a pas de crédit à elle : si elle nomme un article que nous ne citons que de mémoire, elle le déclare.
    [Fact]
    public void Un_modele_livre_declare_l_article_de_memoire_qu_il_nomme()
    {
        var oublis =
            from texte in SourcesDuDroit.Toutes.Where(s => s.Value is { ARelire: true, Genre: GenreSource.Article })
            from Match numero in NumeroDArticle().Matches(texte.Value.Intitule)
            from modele in Modeles.LireLesRessources()
            where Regex.IsMatch(modele.Value, $@"(?<![\d-]){Regex.Escape(numero.Value)}(?![\d-])")
                && !modele.Value.Contains($"{{% cite '{texte.Key}' %}}", StringComparison.Ordinal)
            select $"{modele.Key} nomme {numero.Value} sans {{% cite '{texte.Key}' %}}";

        Assert.Empty(oublis);
    }

    private static Composition Composer(string modele, Dossier dossier, bool projet) =>
        Redaction.Composer(Modeles.Embarques.Trouver(modele)!, dossier, Exemples.Bilan(dossier), Exemples.Jour, projet);

    private static Composition Essayer(string corps, Dossier dossier) =>
        Redaction.Composer(Assert.Single(Exemples.Modele(corps).Tous), dossier, Exemples.Bilan(dossier), Exemples.Jour, projet: false);

    private static Dossier Confirmer(Dossier dossier, IEnumerable<Source> textes) => dossier with
    {
        Confirmations = [.. textes.Select(t => new ConfirmationDeTexte { Texte = t.Cle, Motif = "Relu pour l’essai.", Le = Exemples.Jour })],
    };

    [GeneratedRegex(@"\d+(?:-\d+)+")]
    private static partial Regex NumeroDArticle();
}
