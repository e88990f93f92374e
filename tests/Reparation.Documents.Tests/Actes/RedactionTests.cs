using System.Text;
using System.Text.Json;
using CsCheck;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Documents.Tests.Actes;

public sealed class RedactionTests
{
    private static readonly string[] Rubriques = ["enfant", "faits", "procedure", "pieces", "retentissements", "chiffrage", "plan"];

    public static TheoryData<string, string> Cas() => ApprobationTests.Cas();

    public static TheoryData<string> Dossiers() => [.. Exemples.Noms];

    [Theory]
    [InlineData("civi/requete", 12)]
    [InlineData("chiffrage/note", 1)]
    [InlineData("plan/plan", 3)]
    [InlineData("procedure/note", 1)]
    public void Un_dossier_vide_donne_la_liste_de_tout_ce_qui_manque(string modele, int auMoins)
    {
        var incomplete = Assert.IsType<Composition.Incomplete>(Exemples.Composer(modele, new() { Reference = "VIDE-1", Pseudonyme = "Essai" }));

        Assert.True(incomplete.Manques.Count >= auMoins, $"{incomplete.Manques.Count} manques seulement.");
        Assert.All(incomplete.Manques, m =>
        {
            Assert.Contains(m.Rubrique, Rubriques);
            Assert.EndsWith(".md", m.Fichier, StringComparison.Ordinal);
            Assert.True(m.Ligne > 0);
            Assert.StartsWith("Il manque ", m.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", m.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("le champ «", m.Message, StringComparison.Ordinal);
        });
        Assert.Equal(incomplete.Manques.Count, incomplete.Manques.DistinctBy(m => m.Message).Count());
    }

    public static TheoryData<string, string> Retraits() => new()
    {
        { "nom", "enfant" }, { "naissance", "enfant" }, { "lieu", "enfant" }, { "nationalite", "enfant" }, { "representants", "enfant" },
        { "lien", "enfant" }, { "avocat", "enfant" }, { "faits", "faits" }, { "lieuDuFait", "faits" }, { "qualification", "faits" },
        { "retentissements", "retentissements" }, { "juridiction", "procedure" }, { "organismes", "enfant" }, { "demandes", "procedure" },
        { "commission", "procedure" }, { "fondement", "procedure" }, { "medical", "pieces" },
        { "prenoms", "enfant" }, { "notifications", "procedure" }, { "montant", "chiffrage" }, { "pieces", "pieces" }, { "preuve", "chiffrage" },
    };

    [Theory]
    [MemberData(nameof(Retraits))]
    public void Chaque_mention_obligatoire_retiree_empeche_la_requete(string retrait, string rubrique)
    {
        var complet = Exemples.Lire(Exemples.Noms[0]);
        var incomplete = Assert.IsType<Composition.Incomplete>(Exemples.Composer("civi/requete", Retirer(complet, retrait)));

        Assert.Contains(incomplete.Manques, m => m.Rubrique == rubrique);
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Les_sommes_de_la_requete_sont_celles_du_bilan(string nom)
    {
        var dossier = Exemples.Lire(nom);
        var bilan = Exemples.Bilan(dossier);
        var acte = Exemples.Acte("civi/requete", dossier);
        var dispositif = DepuisLeTitre(acte, "Par ces motifs");
        var lignes = acte.Corps.OfType<Bloc.Tableau>().Single(t => t.Colonnes.Count == 7).Lignes
            .Where(l => l.Genre == GenreLigne.Courante).Select(l => l.Cellules.Select(ActeTexte.Ecrire).ToList()).ToList();

        foreach (var poste in bilan.Directs.Where(p => p.Evaluation is Evaluation.Chiffree))
        {
            Assert.Contains(poste.Demande.ToString(), dispositif, StringComparison.Ordinal);
            Assert.Equal(
                [poste.Brut.ToString(), poste.TiersPayeurs.ToString(), poste.Droit.ToString(), poste.Demande.ToString()],
                Assert.Single(lignes, l => l[0].Length > 0 && l[1].Contains($"({poste.Poste.Code})", StringComparison.Ordinal)).Skip(3));
        }

        foreach (var poste in bilan.Directs.Where(p => p.Evaluation is Evaluation.AReserver))
        {
            Assert.Contains($"({poste.Poste.Code})", dispositif, StringComparison.Ordinal);
        }

        Assert.Contains(bilan.TotalEnfant.ToString(), dispositif, StringComparison.Ordinal);
        var demandees = lignes.Where(l => l[0].Length > 0 && Reparation.Domain.Commun.Francais.LireNombre(l[6], out _))
            .Sum(l => Reparation.Domain.Commun.Francais.LireNombre(l[6], out var somme) ? somme : 0);
        Assert.Equal(bilan.TotalEnfant.Euros, demandees);
        Assert.DoesNotContain(bilan.Directs.Where(p => p.Evaluation is Evaluation.SansObjet), p => lignes.Exists(l => l[1].Contains($"({p.Poste.Code})", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void La_note_donne_toutes_les_etapes(string nom)
    {
        var dossier = Exemples.Lire(nom);
        var texte = Exemples.Texte("chiffrage/note", dossier);

        Assert.All(
            Exemples.Bilan(dossier).Directs.Select(p => p.Evaluation).OfType<Evaluation.Chiffree>().SelectMany(c => Etapes(c.Calcul)),
            e => Assert.Contains(e.Resultat.ToString(), texte, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Le_nom_de_l_enfant_ne_sort_pas_de_la_requete(string modele, string nom)
    {
        var dossier = Exemples.Lire(nom);
        var acte = Exemples.Acte(modele, dossier);
        var noms = $"{dossier.Enfant.Prenoms} {dossier.Enfant.Nom}";
        var ailleurs = string.Join('\n', acte.Identite.Titre, acte.Identite.Sujet, acte.Identite.PiedDePage, acte.Identite.Reference);

        Assert.DoesNotContain(noms, ailleurs, StringComparison.OrdinalIgnoreCase);
        Assert.All(acte.Jointes, j => Assert.DoesNotContain(dossier.Enfant.Prenoms, Encoding.UTF8.GetString(j.Octets), StringComparison.Ordinal));
        if (Modeles.Embarques.Trouver(modele)!.Profil != Profil.Nominatif)
        {
            Assert.DoesNotContain(dossier.Enfant.Prenoms, ActeTexte.Ecrire(acte), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Un_prenom_laisse_dans_le_plan_empeche_de_l_imprimer()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var prenom = dossier.Enfant.Prenoms.Split(' ')[0];
        var incomplete = Assert.IsType<Composition.Incomplete>(Exemples.Composer(
            "plan/plan", dossier with { Plan = dossier.Plan with { CeQuiCompte = $"{prenom} veut nager." } }));

        var manque = Assert.Single(incomplete.Manques);
        Assert.Equal("plan", manque.Rubrique);
        Assert.DoesNotContain(prenom, manque.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Les_donnees_jointes_redonnent_les_totaux(string nom)
    {
        var dossier = Exemples.Lire(nom);
        var bilan = Exemples.Bilan(dossier);
        using var json = JsonDocument.Parse(Assert.Single(Exemples.Acte("civi/requete", dossier).Jointes).Octets);

        var somme = json.RootElement.GetProperty("postes").EnumerateArray().Sum(p => p.GetProperty("demande").GetDecimal());
        Assert.Equal(bilan.TotalEnfant.Euros, somme);
        Assert.Equal(bilan.Solde.Euros, json.RootElement.GetProperty("totaux").GetProperty("solde").GetDecimal());
    }

    [Fact]
    public void Chaque_poste_de_la_nomenclature_s_imprime_chiffre_et_reserve()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var piece = dossier.Pieces[0].Id;
        var source = new Source(GenreSource.Dossier, "saisie d’essai", "", Exemples.Jour, Confiance.Verifiee);
        PosteEvalue Evaluer(PosteDePrejudice poste, bool chiffre) => new(
            poste, new() { Code = poste.Code, Pieces = [piece] },
            chiffre ? new Evaluation.Chiffree(new("essai", "1 × 10,00 €", Montant.DeEuros(10), [source])) : new Evaluation.AReserver("Motif d’essai.", []),
            Montant.DeEuros(chiffre ? 10 : 0), Montant.Zero, Montant.DeEuros(chiffre ? 10 : 0), []);

        Assert.True(Nomenclature.Postes.Count > 20);
        foreach (var chiffre in new[] { true, false })
        {
            var bilan = new Bilan(
                [.. Nomenclature.Postes.Where(p => p.Victime == Victime.Directe).Select(p => Evaluer(p, chiffre))],
                [new(dossier.Proches[0], [.. Nomenclature.Postes.Where(p => p.Victime != Victime.Directe).Select(p => Evaluer(p, chiffre))])],
                [source]);
            foreach (var modele in new[] { "civi/requete", "chiffrage/note" })
            {
                var prete = Assert.IsType<Composition.Prete>(Redaction.Composer(Modeles.Embarques.Trouver(modele)!, dossier, bilan, Exemples.Jour));
                var texte = ActeTexte.Ecrire(prete.Acte);
                Assert.All(Nomenclature.Postes, p => Assert.Contains($"({p.Code})", texte, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("2023-11-23", "2024-01-10", true, false)]
    [InlineData("2023-11-22", "2023-11-22", true, true)] // jour de bascule : les deux délais sont donnés
    [InlineData("2024-06-01", null, true, false)]
    [InlineData("2023-06-01", "2024-06-01", true, true)]
    [InlineData("2023-06-01", "2023-07-01", false, true)]
    public void Le_delai_suit_la_date_des_faits(string du, string? au, bool nouveau, bool ancien)
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        dossier = dossier with
        {
            Faits = [dossier.Faits[0] with { Du = Jour(du), Au = au is null ? null : Jour(au) }],
            Procedure = dossier.Procedure with { MotifDeReleve = "Motif d’essai." },
        };
        var texte = Exemples.Texte("civi/requete", dossier);

        Assert.Equal(nouveau, texte.Contains("loi n°\u00A02023-1059", StringComparison.Ordinal));
        Assert.Equal(ancien, texte.Contains("Pour les faits antérieurs", StringComparison.Ordinal));
    }

    [Fact]
    public void Un_ancien_delai_expire_demande_un_motif_de_releve()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        dossier = dossier with { Faits = [dossier.Faits[0] with { Du = new(2020, 1, 1), Au = new(2020, 2, 1) }] };

        Assert.Contains(
            Assert.IsType<Composition.Incomplete>(Exemples.Composer("civi/requete", dossier)).Manques,
            m => m.Champ == "procedure.motifDeReleve" && m.Rubrique == "procedure");
        dossier = dossier with { Procedure = dossier.Procedure with { MotifDeReleve = "Motif d’essai." } };
        Assert.Contains("relevant la victime de la forclusion", Exemples.Texte("civi/requete", dossier), StringComparison.Ordinal);
    }

    [Fact]
    public void L_adresse_confidentielle_ne_s_imprime_pas()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        dossier = dossier with { Enfant = dossier.Enfant with { Demeure = "99 impasse secrète", AdresseConfidentielle = true }, Representants = [dossier.Representants[0] with { Demeure = "99 impasse secrète" }] };

        Assert.All(["civi/requete", "chiffrage/note", "plan/plan", "procedure/note"], modele =>
            Assert.DoesNotContain("impasse secrète", Exemples.Texte(modele, dossier), StringComparison.Ordinal));
    }

    [Fact]
    public void Un_acte_valide_n_est_plus_un_projet_et_ne_garde_aucun_point_a_revoir()
    {
        var repondu = Exemples.Lire(Exemples.Noms[2]);
        var muet = repondu with { Chiffrage = repondu.Chiffrage with { Reponses = [] } };
        string Composer(Dossier dossier, bool projet) => ActeTexte.Ecrire(Assert.IsType<Composition.Prete>(Redaction.Composer(
            Modeles.Embarques.Trouver("chiffrage/note")!, dossier, Exemples.Bilan(dossier), Exemples.Jour, projet)).Acte);

        Assert.StartsWith("[Projet]", Composer(muet, true), StringComparison.Ordinal);
        Assert.Contains("À vérifier", Composer(muet, true), StringComparison.Ordinal);
        Assert.DoesNotContain("À vérifier\u00A0: Une aide humaine", Composer(repondu, true), StringComparison.Ordinal);
        Assert.Contains("Réponse\u00A0: Le salaire perdu est celui du mercredi", Composer(repondu, true), StringComparison.Ordinal);
        foreach (var dossier in new[] { muet, repondu })
        {
            Assert.DoesNotContain("[Projet]", Composer(dossier, false), StringComparison.Ordinal);
            Assert.DoesNotContain("À vérifier", Composer(dossier, false), StringComparison.Ordinal);
            Assert.DoesNotContain("Vu par l’avocat", Composer(dossier, false), StringComparison.Ordinal);
            Assert.DoesNotContain("[Figure", Composer(dossier, false), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void La_somme_globale_non_retenue_ne_sort_pas_du_cabinet()
    {
        var dossier = Exemples.Lire(Exemples.Noms[1]);
        var somme = dossier.Chiffrage.Globale.Montant!.Value.ToString();
        string Texte(string modele, bool projet, Dossier d) => ActeTexte.Ecrire(Assert.IsType<Composition.Prete>(
            Redaction.Composer(Modeles.Embarques.Trouver(modele)!, Exemples.Relu(modele, d), Exemples.Bilan(d), Exemples.Jour, projet)).Acte);

        Assert.Contains(somme, Texte("chiffrage/note", true, dossier), StringComparison.Ordinal);
        Assert.DoesNotContain(somme, Texte("chiffrage/note", false, dossier), StringComparison.Ordinal);
        Assert.DoesNotContain(somme, Texte("civi/requete", true, dossier), StringComparison.Ordinal);
        var retenue = dossier with { Chiffrage = dossier.Chiffrage with { Globale = dossier.Chiffrage.Globale with { Retenue = true } } };
        Assert.Contains($"la somme globale de {somme}", Texte("civi/requete", false, retenue), StringComparison.Ordinal);
        Assert.Contains("à titre subsidiaire, lui allouer", Texte("civi/requete", false, retenue), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sexe.Feminin, "née le")]
    [InlineData(Sexe.Masculin, "né le")]
    [InlineData(Sexe.NonPrecise, "dont la naissance est du")]
    [InlineData(null, "dont la naissance est du")]
    public void La_requete_accorde_ou_tourne_autrement(Sexe? sexe, string attendu)
    {
        var dossier = Exemples.Lire(Exemples.Noms[2]);
        var texte = Exemples.Texte("civi/requete", dossier with { Enfant = dossier.Enfant with { Sexe = sexe } });

        Assert.Contains(attendu, texte, StringComparison.Ordinal);
        Assert.DoesNotContain("né(e)", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("ès qualités", texte, StringComparison.Ordinal);
    }

    [Fact]
    public void La_requete_reprend_la_mission_la_suite_et_les_postes_reserves_des_proches()
    {
        var dossier = Exemples.Lire(Exemples.Noms[2]);
        var texte = Exemples.Texte("civi/requete", dossier with { Chiffrage = dossier.Chiffrage with { Actualiser = true } });

        Assert.Contains("ordonner la mesure suivante\u00A0: expertise de pédopsychiatrie", texte, StringComparison.Ordinal);
        Assert.Contains("réserver la suite des préjudices temporaires", texte, StringComparison.Ordinal);
        Assert.Contains("réserver, pour Exemple Iota", texte, StringComparison.Ordinal);
        Assert.Contains("revalorisées au jour de la décision", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Gazette du Palais", texte, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void L_acte_se_rend_en_pages(string modele, string nom)
    {
        var rendu = new MoteurMaison().Composer(Exemples.Acte(modele, Exemples.Lire(nom)), Modeles.Embarques.Trouver(modele)!.Charte);

        // Une lettre se lit d'un coup d'œil : une page, et une seule.
        var (moins, plus) = modele == "plan/orientation" ? (1, 1) : (2, 40);
        Assert.InRange(rendu.Pages, moins, plus);
    }

    [Fact]
    public void Aucun_texte_du_dossier_ne_fait_echouer_un_acte()
    {
        var exemple = Exemples.Lire(Exemples.Noms[0]);
        var texte = Gen.OneOf(
            Gen.String[Gen.Char["ab é’'«»\"\\{}|*_#<>[]()!`~+-:;=.0123456789\n\r\t\0\uE000\uE001\u202E"], 0, 60],
            Gen.Int[0, 8].Select(n => new[] { "+++", ":::", "{-}", "::: encadre", "{{ enfant.nom }}", "{% if x %}", "**Total**", "---", "\uE0000\uE001" }[n]));
        texte.Array[8].Sample(t =>
        {
            var dossier = exemple with
            {
                Enfant = exemple.Enfant with { Nom = t[0], Prenoms = t[1] },
                Avocat = exemple.Avocat! with { Cabinet = t[2], Nom = t[3] },
                Faits = [exemple.Faits[0] with { Expose = t[4], Lieu = t[5] }],
                Proches = [exemple.Proches[0] with { Nom = t[6] }],
                Plan = exemple.Plan with { CeQuiCompte = t[7] },
            };
            var bilan = Exemples.Bilan(dossier);
            return Modeles.Embarques.Tous.All(m => Redaction.Composer(m, dossier, bilan, Exemples.Jour) is Composition.Prete or Composition.Incomplete { Manques.Count: > 0 });
        }, iter: 60);
    }

    private static Dossier Retirer(Dossier d, string quoi) => quoi switch
    {
        "nom" => d with { Enfant = d.Enfant with { Nom = " " } },
        "prenoms" => d with { Enfant = d.Enfant with { Prenoms = "" } },
        "notifications" => d with { Procedure = d.Procedure with { AdresseDesNotifications = "" }, Avocat = d.Avocat! with { Adresse = "" } },
        "montant" => d with { Proches = [], Chiffrage = d.Chiffrage with { ProvisionDemandee = null, Postes = [] } },
        "pieces" => d with { Pieces = [] },
        "naissance" => d with { Enfant = d.Enfant with { DateDeNaissance = null } },
        "lieu" => d with { Enfant = d.Enfant with { LieuDeNaissance = "" } },
        "nationalite" => d with { Enfant = d.Enfant with { Nationalite = "" } },
        "representants" => d with { Representants = [] },
        "lien" => d with { Representants = [d.Representants[0] with { Lien = "" }] },
        "avocat" => d with { Avocat = null },
        "faits" => d with { Faits = [] },
        "lieuDuFait" => d with { Faits = [d.Faits[0] with { Lieu = "" }] },
        "qualification" => d with { Faits = [d.Faits[0] with { Qualifications = [] }] },
        "retentissements" => d with { Retentissements = [] },
        "juridiction" => d with { Procedure = d.Procedure with { JuridictionPenale = "" } },
        "organismes" => d with { Organismes = [] },
        "demandes" => d with { Procedure = d.Procedure with { DemandesDejaPresentees = "" } },
        "commission" => d with { Procedure = d.Procedure with { VilleDeLaCivi = "" } },
        "fondement" => d with { Procedure = d.Procedure with { FondementCivi = null } },
        "medical" => d with { Pieces = [.. d.Pieces.Where(p => p.Nature != NaturePiece.Medical)] },
        _ => d with { Chiffrage = d.Chiffrage with { Postes = [.. d.Chiffrage.Postes.Select(p => p with { Pieces = [], Depenses = [.. p.Depenses.Select(x => x with { Pieces = [] })], Periodes = [.. p.Periodes.Select(x => x with { Pieces = [] })] })] } },
    };

    private static string DepuisLeTitre(Acte acte, string titre) => ActeTexte.Ecrire(acte with
    {
        Corps = [.. acte.Corps.SkipWhile(b => b is not Bloc.Titre t || ActeTexte.Ecrire(t.Contenu) != titre).TakeWhile(b => b is not Bloc.Titre t || ActeTexte.Ecrire(t.Contenu) != "Tableau récapitulatif")],
    });

    private static IEnumerable<Etape> Etapes(Etape racine) => racine.Details.SelectMany(Etapes).Prepend(racine);

    private static DateOnly Jour(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
