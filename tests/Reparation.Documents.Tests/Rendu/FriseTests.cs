using Reparation.Documents.Blocs.Graphiques;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Tests.Actes;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Voies;
using static Reparation.Documents.Tests.Rendu.ActeExemple;

namespace Reparation.Documents.Tests.Rendu;

public sealed class FriseTests
{
    public static TheoryData<string> Noms => [.. Exemples.Noms];

    [Theory]
    [MemberData(nameof(Noms))]
    public void Aucune_etiquette_n_en_touche_une_autre_ni_ne_sort_du_cadre(string nom)
    {
        var frise = Placer(Exemples.Lire(nom))!;
        var places = frise.Bandes.SelectMany(b => b.Reperes).Select(r => (r.Y, Debut: r.ADroite ? r.X : r.Etiquette - r.Longueur, Fin: r.ADroite ? r.Etiquette + r.Longueur : r.X + r.Largeur)).ToList();

        Assert.True(places.Count > 8);
        Assert.All(places, p => Assert.True(p.Debut >= 0 && p.Fin <= frise.Largeur && p.Y < frise.Hauteur));
        Assert.All(places.GroupBy(p => p.Y), couloir =>
        {
            var rangees = couloir.OrderBy(p => p.Debut).ToList();
            Assert.All(rangees.Zip(rangees.Skip(1)), paire => Assert.True(paire.First.Fin <= paire.Second.Debut));
        });
    }

    [Theory]
    [MemberData(nameof(Noms))]
    public void La_frise_se_dit_entiere_sans_nom_et_se_trace(string nom)
    {
        var dossier = Exemples.Lire(nom);
        var figure = Frise.Dessiner(dossier, Droits.Etablir(dossier, Exemples.Jour), Exemples.Jour);
        var frise = Placer(dossier)!;

        Assert.All(frise.Bandes.SelectMany(b => b.Reperes), r => Assert.Contains(r.Libelle, figure.Alternative, StringComparison.Ordinal));
        Assert.DoesNotContain(dossier.Enfant.Nom, figure.Alternative, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(dossier.Pseudonyme, figure.Alternative, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Verificateur.Anomalies(new MoteurMaison().Composer(Avec(H(1, "Titre", "t"), figure), Charte.Plan).Octets));
    }

    [Fact]
    public void Un_fait_long_s_etend_et_les_dates_avancent_de_gauche_a_droite()
    {
        var dossier = new Dossier
        {
            Reference = "FICTIF-9",
            Pseudonyme = "Iris",
            Enfant = new() { DateDeNaissance = new(2010, 5, 1) },
            Faits = [new() { Id = "f1", Du = new(2024, 1, 1), Au = new(2024, 12, 31) }],
            Procedure = new() { PlainteLe = new(2025, 6, 1) },
        };
        var frise = Placer(dossier)!;
        var reperes = frise.Bandes.SelectMany(b => b.Reperes).ToList();
        var fait = Assert.Single(reperes, r => r.Genre == GenreDeRepere.Fait);
        var plainte = Assert.Single(reperes, r => r.Genre == GenreDeRepere.Acte);

        Assert.Equal(0, fait.X); // l'axe commence au 1er janvier de l'année du premier fait
        Assert.True(fait.X + fait.Largeur < plainte.X && plainte.X < frise.Aujourdhui);
        Assert.All(reperes.Where(r => r.Genre == GenreDeRepere.Age), r => Assert.True(r.Du >= fait.Du));
        Assert.Equal(frise.Graduations.OrderBy(g => g.X), frise.Graduations);
    }

    [Fact]
    public void Un_dossier_sans_date_n_a_pas_de_frise()
    {
        var vide = new Dossier { Reference = "VIDE-1", Pseudonyme = "Essai" };

        Assert.Null(Placer(vide));
        Assert.Throws<ArgumentException>(() => Frise.Dessiner(vide, Droits.Etablir(vide, Exemples.Jour), Exemples.Jour));
    }

    private static FrisePlacee? Placer(Dossier dossier) => Frise.Placer(dossier, Droits.Etablir(dossier, Exemples.Jour), Exemples.Jour);
}
