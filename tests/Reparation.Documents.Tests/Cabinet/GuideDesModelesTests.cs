using Reparation.Documents.Actes;
using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Cabinet;
using Reparation.Documents.Tests.Actes;

namespace Reparation.Documents.Tests.Cabinet;

/// <summary>Le guide des auteurs dit tout ce qui s'écrit, et rien d'autre.</summary>
public sealed class GuideDesModelesTests
{
    private const string Entete = "---\ntitre: Essai\ndestinataire: personne\ncharte: acte\nfichier: Essai\npied: Essai\n---\n";

    [Fact]
    public void Chaque_champ_a_un_sens_et_chaque_sens_un_champ()
    {
        Assert.Equal([], GuideDesModeles.Champs.SelectMany(g => g.Champs.Where(c => c.Sens.Length == 0).Select(c => $"{g.Nom}.{c.Nom}")));
        Assert.Equal([], GuideDesModeles.Orphelins());
        Assert.Equal([], GuideDesModeles.Champs.Skip(1).Where(g => g.Chemins.Count == 0).Select(g => g.Nom));
        Assert.Equal(GuideDesModeles.Champs.Count, GuideDesModeles.Champs.Select(g => g.Nom).Distinct().Count());
    }

    [Fact]
    public void Un_champ_qui_peut_manquer_se_distingue_de_celui_qui_est_toujours_la()
    {
        var enfant = GuideDesModeles.Champs.Single(g => g.Nom == "Enfant");

        Assert.Equal(["enfant"], enfant.Chemins);
        Assert.True(enfant.Champs.Single(c => c.Nom == "nom").PeutManquer);
        Assert.False(enfant.Champs.Single(c => c.Nom == "majeur").PeutManquer);
        Assert.Equal(("liste", "Poste"), GuideDesModeles.Champs[0].Champs.Where(c => c.Nom == "demandes").Select(c => (c.Nature, c.De)).Single());
        Assert.Contains("proches › postes", GuideDesModeles.Champs.Single(g => g.Nom == "Poste").Chemins);
    }

    [Fact]
    public void Chaque_ecriture_connue_du_lecteur_y_est_avec_un_exemple_qui_se_lit()
    {
        Assert.Equal(LecteurDeGabarit.Filtres.Order(), Noms("filtre"));
        Assert.Equal(LecteurDeGabarit.Balises.Order(), Noms("balise"));
        Assert.Equal(Conteneurs.Noms.Order(), Noms("bloc"));
        Assert.All(GuideDesModeles.Ecritures, e =>
        {
            var fichiers = new Dictionary<string, string>(Modeles.LireLesRessources()) { ["essai/essai.md"] = Entete + e.Exemple + "\n" };
            var dossier = Exemples.Lire("1-sextorsion");
            var compose = Redaction.Composer(Modeles.Depuis(fichiers).Trouver("essai/essai")!, dossier, Exemples.Bilan(dossier), Exemples.Jour);
            Assert.True(compose is Composition.Prete, e.Exemple);
        });

        static IEnumerable<string> Noms(string genre) => GuideDesModeles.Ecritures.Where(e => e.Genre == genre).Select(e => e.Nom).Order();
    }
}
