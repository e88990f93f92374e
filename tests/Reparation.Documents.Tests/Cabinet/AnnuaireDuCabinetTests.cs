using Reparation.Documents.Cabinet;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;

namespace Reparation.Documents.Tests.Cabinet;

/// <summary>L'annuaire du cabinet complète le nôtre ; une ligne fautive est nommée, les autres servent.</summary>
public sealed class AnnuaireDuCabinetTests
{
    private const string EnTete = "nom;coordonnees;domaines;pour;acces\n";

    [Fact]
    public void Un_service_du_cabinet_s_ajoute_et_un_nom_livre_se_remplace()
    {
        var (services, fautes) = AnnuaireDuCabinet.Lire(
            "\n" + EnTete + "\"Lieu fictif ; accueil\";00 00 00 00 00;soinsPsychiques, liens;\"dit \"\"oui\"\"\";\r\nmon soutien psy;;;Autre texte;\r\n");

        Assert.Empty(fautes);
        Assert.Equal(["Lieu fictif ; accueil", "mon soutien psy"], services.Select(s => s.Nom));
        Assert.Equal(("dit \"oui\"", "00 00 00 00 00"), (services[0].Pour, services[0].Coordonnees));
        Assert.Equal([DomaineDeVie.SoinsPsychiques, DomaineDeVie.Liens], services[0].Domaines);
        var annuaire = AnnuaireDesServices.Livre.Avec(services);
        Assert.Equal(AnnuaireDesServices.Livre.Services.Count + 1, annuaire.Services.Count);
        Assert.DoesNotContain(annuaire.Services, s => s.Nom == "Mon soutien psy");
    }

    [Theory]
    [InlineData("", 1, "la première ligne doit être")]
    [InlineData("nom;pour\nA;B\n", 1, "la première ligne doit être")]
    [InlineData(EnTete + "A;;;ok;\nB;;;ok\n", 3, "4\u00A0colonnes au lieu de 5")]
    [InlineData(EnTete + "\n;;;ok;\n", 3, "le nom manque")]
    [InlineData(EnTete + "A;;;;\n", 2, "« pour » manque")]
    [InlineData(EnTete + "A;;;ok;\na;;;ok;\n", 3, "déjà écrit plus haut")]
    [InlineData(EnTete + "A;;magie;ok;\n", 2, "domaine inconnu")]
    [InlineData(EnTete + "A;;3;ok;\n", 2, "domaine inconnu")]
    [InlineData(EnTete + "A;;;\"ok;\nB;;;ok;\n", 2, "au lieu de 5")]
    [InlineData(EnTete + "A;;;\"deux\nlignes\";\nB;;;;\n", 2, "plusieurs lignes")]
    public void Une_faute_dit_son_fichier_et_sa_ligne(string texte, int ligne, string extrait)
    {
        var faute = AnnuaireDuCabinet.Lire(texte).Fautes[0];

        Assert.Equal((AnnuaireDuCabinet.Fichier, ligne), (faute.Fichier, faute.Ligne));
        Assert.Contains(extrait, faute.Message, StringComparison.Ordinal);
        Assert.StartsWith($"annuaire.csv, ligne {ligne} : ", faute.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_ligne_fautive_n_emporte_pas_les_autres()
    {
        var (services, fautes) = AnnuaireDuCabinet.Lire(EnTete + "A;;;ok;\n;;;ok;\nC;;;ok;\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"S{i};;;ok;\n")));

        Assert.Equal(AnnuaireDuCabinet.ServicesAuPlus, services.Count);
        Assert.Equal(2, fautes.Count);
        Assert.Contains(services, s => s.Nom == "C");
    }

    [Fact]
    public void Le_dossier_du_cabinet_donne_son_annuaire_aux_modeles_et_dit_un_fichier_mal_code()
    {
        var racine = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(racine.FullName, AnnuaireDuCabinet.Fichier), EnTete + "Lieu fictif;;;Accueil;\n;;;x;\n");
            var lus = ModelesDuCabinet.Lire(racine.FullName);
            Assert.Contains(lus.Annuaire.Services, s => s.Nom == "Lieu fictif");
            Assert.All(lus.Modeles.Tous, m => Assert.Same(lus.Annuaire, m.Annuaire));
            Assert.Equal(3, Assert.Single(lus.Fautes).Ligne);

            File.WriteAllBytes(Path.Combine(racine.FullName, AnnuaireDuCabinet.Fichier), [0xE9, 0x0A]);
            lus = ModelesDuCabinet.Lire(racine.FullName);
            Assert.Contains("UTF-8", Assert.Single(lus.Fautes).Message, StringComparison.Ordinal);
            Assert.Same(AnnuaireDesServices.Livre, lus.Annuaire);
        }
        finally
        {
            racine.Delete(recursive: true);
        }
    }

    [Fact]
    public void Un_plan_cite_les_services_par_leur_nom_ou_leur_sigle_en_mot_entier()
    {
        var plan = new PlanDeReconstruction
        {
            Accompagnant = "Aide sociale à l’enfance de Villefictive",
            Actions =
            [
                new() { Intervenant = "CMP ou médecin" }, new() { Intervenant = "lampes UAPEDIQUES" },
                new() { Intervenant = "maison des adolescents", Etat = EtatDAction.Refusee },
            ],
        };

        Assert.Equal(["Aide sociale à l’enfance", "Centre médico-psychologique"], AnnuaireDesServices.Livre.Cites(plan).Select(s => s.Nom));
    }

    [Fact]
    public void Chaque_service_livre_a_sa_source_et_dit_ce_qu_il_fait() =>
        Assert.All(AnnuaireDesServices.Livre.Services, s =>
        {
            Assert.NotNull(s.Source);
            Assert.EndsWith(".", s.Pour, StringComparison.Ordinal);
            Assert.NotEmpty(s.Domaines);
        });
}
