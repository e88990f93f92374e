using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Un livret se lit par un enfant : phrases courtes, mots simples, rien des faits, aucune somme.</summary>
public sealed partial class LivretTests
{
    private static readonly string[] MotsDeLaLoi =
    [
        "viol", "agression", "corruption", "proxénétisme", "prostitu", "pornograph", "sextorsion", "pédo", "atteinte", "sexuel", "victime", "€",
    ];

    public static TheoryData<string, int> Tranches() => new() { { "livret/7-10", 12 }, { "livret/11-14", 15 }, { "livret/15-17", 20 } };

    [Theory]
    [MemberData(nameof(Tranches))]
    public void Les_phrases_restent_courtes_pour_l_age(string modele, int motsAuPlus)
    {
        foreach (var stade in Enum.GetValues<StadeProcedure>())
        {
            var phrases = Texte(modele, stade).Split('\n').SelectMany(l => Fin().Split(l)).Select(p => p.Trim()).Where(p => p.Length > 0);
            Assert.All(phrases, p => Assert.True(Mot().Count(p) <= motsAuPlus, p));
        }
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
        Assert.Equal(14, Modeles.Embarques.Trouver(modele)!.Charte.Corps);
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

    private static string Texte(string modele, StadeProcedure stade)
    {
        var dossier = Sobre(stade);
        var acte = Assert.IsType<Composition.Prete>(Redaction.Composer(
            Modeles.Embarques.Trouver(modele)!, dossier, Exemples.Bilan(dossier), Exemples.Jour, projet: false)).Acte;
        return ActeTexte.Ecrire(acte with { Corps = [.. acte.Corps.Where(b => b is not Bloc.Figure)] });
    }

    [GeneratedRegex(@"(?<=[.!?:;])\s")]
    private static partial Regex Fin();

    [GeneratedRegex(@"[\p{L}\d’'-]+")]
    private static partial Regex Mot();
}
