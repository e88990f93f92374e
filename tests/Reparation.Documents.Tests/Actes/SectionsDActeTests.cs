using Reparation.Documents.Actes;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Ce que l'avocat réécrit prend la place de sa section, et rien d'autre ne bouge.</summary>
public sealed class SectionsDActeTests
{
    private const string Note = "chiffrage/note";

    public static TheoryData<string, string> Actes()
    {
        var cas = new TheoryData<string, string>();
        foreach (var modele in Modeles.Embarques.Tous)
        {
            foreach (var exemple in Exemples.Noms)
            {
                cas.Add(modele.Id, exemple);
            }
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Actes))]
    public void Le_Markdown_d_une_section_redonne_la_section(string modele, string exemple)
    {
        if (Etablir(modele, Exemples.Lire(exemple)) is not { } sections)
        {
            return;
        }

        foreach (var section in sections.Toutes)
        {
            var relue = sections.Essayer(section, section.Genere);

            Assert.Empty(relue.Fautes);
            Assert.Equal(section.Section.Texte, ActeTexte.Ecrire(relue.Reecrite!));
            Assert.Empty(relue.SommesEtrangeres);
        }
    }

    [Fact]
    public void Une_section_reecrite_prend_sa_place_et_elle_seule()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var avant = SectionDActe.Couper(Exemples.Acte(Note, dossier).Corps);
        var section = Editable(dossier);
        var apres = SectionDActe.Couper(Exemples.Acte(Note, Adapter(dossier, section, "Texte **de l’avocat**.")).Corps);

        Assert.Equal(avant.Select(s => s.Titre), apres.Select(s => s.Titre));
        Assert.Equal("Texte de l’avocat.", apres.Single(s => s.Cle == section.Section.Cle).Texte.Trim());
        Assert.Equal(
            avant.Where(s => s.Cle != section.Section.Cle).Select(s => s.Texte),
            apres.Where(s => s.Cle != section.Section.Cle).Select(s => s.Texte));
    }

    [Fact]
    public void Une_somme_etrangere_attend_sa_raison()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var section = Editable(dossier);
        var adapte = Adapter(dossier, section, "Il est demandé 987 654,32 €.");
        var motive = adapte with { Adaptations = [adapte.Adaptations[0] with { MotifDesSommes = "Somme citée d’un jugement." }] };

        Assert.Equal([987654.32m], Etablir(Note, adapte)!.Toutes.Single(s => s.Adaptee is not null).SommesEtrangeres);
        Assert.Contains("987\u202F654,32\u00A0€", Assert.Single(Manques(adapte)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Manques(motive), m => m.Rubrique == "sections");
        Assert.Contains("Sections réécrites à revoir", Exemples.Texte(Note, adapte), StringComparison.Ordinal);
    }

    [Fact]
    public void Quand_les_donnees_bougent_l_avocat_est_prevenu()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var section = Editable(dossier);
        var adapte = Adapter(dossier, section, "Texte de l’avocat.");
        var bouge = adapte with { Adaptations = [adapte.Adaptations[0] with { Genere = "Autre chose." }] };
        var orpheline = adapte with { Adaptations = [adapte.Adaptations[0] with { Section = "Section disparue" }] };

        Assert.False(Etablir(Note, adapte)!.Toutes.Single(s => s.Adaptee is not null).ARevoir);
        Assert.True(Etablir(Note, bouge)!.Toutes.Single(s => s.Adaptee is not null).ABouge);
        Assert.Contains("a changé depuis votre réécriture", Exemples.Texte(Note, bouge), StringComparison.Ordinal);
        Assert.Contains("n’est plus dans l’acte", Exemples.Texte(Note, orpheline), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bon.\n# Titre", 2, "titre")]
    [InlineData("Bon.\n\n<b>gras</b>", 3, "HTML")]
    [InlineData("![x](https://exemple.test/x.png)", 1, "image")]
    [InlineData("`code`", 1, "code")]
    [InlineData("[x](http://exemple.test)", 1, "lien")]
    [InlineData("[x](#piece-999)", 1, "lien")]
    [InlineData("a\n::: encadre\nb", 2, "fermé")]
    [InlineData("::: inconnu\nb\n:::", 1, "bloc connu")]
    [InlineData("::: figure 9", 1, "figure")]
    [InlineData(">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> x", 1, "imbriqué")]
    public void Une_faute_se_dit_avec_sa_ligne(string texte, int ligne, string mot)
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var essai = Etablir(Note, dossier)!.Essayer(Editable(dossier), texte);

        Assert.Null(essai.Reecrite);
        Assert.Equal(ligne, essai.Fautes[0].Ligne);
        Assert.Contains(mot, essai.Fautes[0].Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a \uE0000\uE001 b \uE00212\uE003", "a 0 b 12")]
    [InlineData("1\\. n’est pas une liste", "1. n’est pas une liste")]
    [InlineData("un &lt;b&gt; écrit", "un <b> écrit")]
    public void Un_texte_piege_reste_un_texte(string texte, string attendu)
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);

        Assert.Equal(attendu, ActeTexte.Ecrire(Etablir(Note, dossier)!.Essayer(Editable(dossier), texte).Reecrite!).Trim());
    }

    private static SectionsDActe? Etablir(string modele, Dossier dossier) =>
        SectionsDActe.Etablir(Modeles.Embarques.Trouver(modele)!, dossier, Exemples.Bilan(dossier), Exemples.Jour);

    private static SectionEditable Editable(Dossier dossier) => Etablir(Note, dossier)!.Toutes[0];

    private static Dossier Adapter(Dossier dossier, SectionEditable section, string texte) => dossier with
    {
        Adaptations = [new() { Modele = Note, Section = section.Section.Cle, Genere = section.Genere, Texte = texte, Le = Exemples.Jour }],
    };

    private static IReadOnlyList<Manque> Manques(Dossier dossier)
    {
        var relu = dossier with
        {
            Confirmations = [.. Exemples.Composer(Note, dossier).ARelire.Select(s => new ConfirmationDeTexte { Texte = s.Cle, Motif = "Relu.", Le = Exemples.Jour })],
        };
        return Redaction.Composer(Modeles.Embarques.Trouver(Note)!, relu, Exemples.Bilan(relu), Exemples.Jour, projet: false) is Composition.Incomplete incomplete
            ? incomplete.Manques
            : [];
    }
}
