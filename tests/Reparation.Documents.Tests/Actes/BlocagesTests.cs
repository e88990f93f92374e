using Reparation.Documents.Actes;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Ce qui ferait tomber un acte interdit sa version définitive, et paraît au projet.</summary>
public sealed class BlocagesTests
{
    private const string Conclusions = "penal/conclusions";
    private const string Requete = "civi/requete";

    public static TheoryData<string, string, string, string> Cas() => new()
    {
        { "saisine", Conclusions, "706-12", "procedure/voies" },
        { "sansCaisse", Conclusions, "Aucune caisse", "enfant" },
        { "caisseNonAppelee", Conclusions, "n’est pas datée", "enfant" },
        { "caisseNonAppelee", "penal/partie-civile", "n’est pas datée", "enfant" },
        { "representantSansTitre", Requete, "sans titre", "enfant" },
        { "ordonnanceNonDatee", Requete, "n’est pas datée", "enfant" },
        { "ditMajeur", Requete, "ne l’est pas encore", "enfant" },
        { "posteVide", Requete, "demandé pour 0", "chiffrage" },
        { "sommesChangees", Requete, "ne sont plus celles du chiffrage arrêté", "chiffrage" },
        { "offreSansAutorisation", "chiffrage/offre", "sans autorisation du juge des tutelles", "chiffrage" },
    };

    [Theory]
    [MemberData(nameof(Cas))]
    public void Un_blocage_interdit_la_version_definitive_et_paraît_au_projet(string faute, string modele, string extrait, string rubrique)
    {
        var dossier = Relu(Fauter(Exemples.Lire("2-proxenetisme"), faute));
        if (modele == "penal/partie-civile")
        {
            dossier = dossier with { Procedure = dossier.Procedure with { Stade = StadeProcedure.Jugement } };
        }

        var incomplete = Assert.IsType<Composition.Incomplete>(Exemples.Composer(modele, dossier, projet: false));
        Assert.Contains(incomplete.Manques, m => m.Message.Contains(extrait, StringComparison.Ordinal) && m.Rubrique == rubrique);
        if (Exemples.Composer(modele, dossier) is Composition.Prete projet)
        {
            Assert.Contains(projet.Blocages, m => m.Message.Contains(extrait, StringComparison.Ordinal));
            if (modele != "chiffrage/offre")
            {
                Assert.Contains(extrait, ActeTexte.Ecrire(projet.Acte).Replace('\u00A0', ' '), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(Conclusions)]
    [InlineData(Requete)]
    [InlineData("chiffrage/offre")]
    public void Sans_faute_la_version_definitive_s_imprime(string modele)
    {
        var dossier = Relu(Exemples.Lire("2-proxenetisme"));

        Assert.Empty(Assert.IsType<Composition.Prete>(Exemples.Composer(modele, dossier)).Blocages);
        Assert.IsType<Composition.Prete>(Exemples.Composer(modele, dossier, projet: false));
    }

    [Fact]
    public void Une_offre_autorisee_ou_acceptee_par_une_majeure_ne_bloque_pas()
    {
        var dossier = Relu(Fauter(Exemples.Lire("2-proxenetisme"), "offreSansAutorisation"));
        var autorisee = dossier with { Chiffrage = dossier.Chiffrage with { Offres = [.. dossier.Chiffrage.Offres.Select(o => o with { AutoriseeLe = new(2026, 11, 20) })] } };
        var majeure = dossier with { Enfant = dossier.Enfant with { DateDeNaissance = new(2008, 6, 20) } };

        Assert.All([autorisee, majeure], d => Assert.IsType<Composition.Prete>(Exemples.Composer("chiffrage/offre", d, projet: false)));
    }

    [Fact]
    public void En_2029_un_article_renumerote_change_de_nom_et_un_article_sans_successeur_bloque()
    {
        var dossier = Relu(Exemples.Lire("3-intrafamilial")) with { Confirmations = [] };
        var apres = new DateOnly(2029, 2, 1);
        var projet = Assert.IsType<Composition.Prete>(Exemples.Composer(Requete, dossier, jour: apres));
        var texte = ActeTexte.Ecrire(projet.Acte).Replace('\u2011', '-').Replace('\u00A0', ' ');

        Assert.Contains("article L. 1440-1, 2° du code de procédure pénale", texte, StringComparison.Ordinal);
        Assert.Contains("uridiction d’indemnisation des victimes près le tribunal judiciaire", texte, StringComparison.Ordinal);
        Assert.Contains(projet.Blocages, b => b.Message.Contains("ne porte plus ce numéro", StringComparison.Ordinal) && b.Message.Contains("2029", StringComparison.Ordinal));
        Assert.Contains(projet.ARelire, s => s.Intitule.Contains("1440-1", StringComparison.Ordinal));
        Assert.IsType<Composition.Incomplete>(Exemples.Composer(Requete, dossier, projet: false, jour: apres));
    }

    [Fact]
    public void L_imputation_suit_le_juge_et_le_projet_dit_ce_que_cela_change()
    {
        var dossier = Exemples.Lire("2-proxenetisme");
        var gains = dossier with
        {
            Chiffrage = dossier.Chiffrage with
            {
                Gains = new() { Demandes = true, Methode = "Relevés de compte.", Pieces = ["jugement"], Lignes = [new() { Libelle = "virements relevés", Unitaire = Montant.DeEuros(5_000), Pieces = ["jugement"] }] },
            },
        };
        var devantLAuteur = Chiffreur.Evaluer(gains with { Chiffrage = gains.Chiffrage with { Imputation = ModeDImputation.Auteur } }, Editions.Embarquees);
        var texte = Exemples.Texte(Conclusions, gains);

        Assert.NotEqual(Exemples.Bilan(gains).TotalDemande, devantLAuteur.TotalDemande);
        Assert.Contains($"soit un total de {devantLAuteur.TotalDemande}", texte, StringComparison.Ordinal);
        Assert.Contains("gains retenus par l’exploiteur, hors nomenclature", texte, StringComparison.Ordinal);
        Assert.Contains("Devant ce juge", texte, StringComparison.Ordinal);
        Assert.Contains($"soit un total de {Exemples.Bilan(dossier).TotalDemande}", Exemples.Texte(Requete, gains), StringComparison.Ordinal);
    }

    [Fact]
    public void Chaque_poste_de_l_enfant_a_sa_question_dans_la_mission_dont_les_deux_lectures_ont_vingt_quatre_points()
    {
        var (detaillee, descriptive) = (MissionDExpertise.Points(LectureDeMission.Detaillee), MissionDExpertise.Points(LectureDeMission.Descriptive));

        Assert.Equal(Enumerable.Range(1, 24), detaillee.Select(p => p.Numero));
        Assert.Equal([], Nomenclature.Postes.Where(p => p.Victime == Victime.Directe).Select(p => p.Code).Except(detaillee.SelectMany(p => p.Postes)));
        Assert.Equal([], detaillee.SelectMany(p => p.Postes).Except(Nomenclature.Postes.Select(p => p.Code)));
        Assert.Equal(detaillee.Select(p => p.Titre), descriptive.Select(p => p.Titre));
        Assert.NotEqual(detaillee.Select(p => p.Demande), descriptive.Select(p => p.Demande));
    }

    [Theory]
    [InlineData(800, "800,00")]
    [InlineData(5_000, "1 500,00")]
    [InlineData(50_000, "3 000,00")]
    public void L_avance_du_SARVI_est_celle_de_la_loi(int alloue, string avance)
    {
        var dossier = Exemples.Lire("sans-commission");
        var texte = Exemples.Texte("recouvrement/sarvi", dossier with { Droits = dossier.Droits with { DommagesInterets = Montant.DeEuros(alloue) } });

        Assert.Contains($"une avance de {avance}", texte.Replace('\u202F', ' ').Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    // Les textes de mémoire que l'acte cite se relisent à part : ici, tous l'ont été.
    private static Dossier Relu(Dossier dossier) => dossier with
    {
        Confirmations =
        [
            .. Modeles.Embarques.Tous.SelectMany(m => Exemples.Composer(m.Id, dossier).ARelire).DistinctBy(s => s.Cle)
                .Select(s => new ConfirmationDeTexte { Texte = s.Cle, Motif = "Relu pour l’essai.", Le = Exemples.Jour }),
        ],
    };

    private static Dossier Fauter(Dossier d, string faute) => faute switch
    {
        "saisine" => d with { Droits = d.Droits with { CiviSaisie = Reponse.Inconnu } },
        "sansCaisse" => d with { Organismes = [.. d.Organismes.Where(o => o.Nature != NatureOrganisme.AssuranceMaladie)] },
        "caisseNonAppelee" => d with { Organismes = [.. d.Organismes.Select(o => o with { MisEnCauseLe = null })] },
        "representantSansTitre" => d with { Representants = [.. d.Representants.Select(r => r with { Titre = "" })] },
        "ordonnanceNonDatee" => d with { Representants = [.. d.Representants.Select(r => r with { Qualite = QualiteRepresentant.AdministrateurAdHoc, DateDuTitre = null })] },
        "ditMajeur" => d with { Representants = [.. d.Representants.Select(r => r with { Qualite = QualiteRepresentant.VictimeMajeure })] },
        "posteVide" => d with { Chiffrage = d.Chiffrage with { Postes = [.. d.Chiffrage.Postes.Select(p => p.Code == "PEP" ? p with { Montant = Montant.Zero } : p)] } },
        "sommesChangees" => Arreter(d),
        "offreSansAutorisation" => d with { Chiffrage = d.Chiffrage with { Offres = [.. d.Chiffrage.Offres.Select(o => o with { Suite = SuiteDOffre.Accepter })] } },
        _ => throw new ArgumentOutOfRangeException(nameof(faute)),
    };

    private static Dossier Arreter(Dossier d)
    {
        var arrete = Instantanes.Prendre(d, Exemples.Bilan(d), "conclusions n° 1", Exemples.Jour);
        return d with
        {
            Chiffrage = d.Chiffrage with
            {
                Instantanes = [arrete],
                InstantaneDeReference = arrete.Id,
                Postes = [.. d.Chiffrage.Postes.Where(p => p.Code != "PA")],
            },
        };
    }
}
