using System.Text;
using System.Text.RegularExpressions;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Ce que chaque lecteur ne doit pas apprendre, cherché partout où un document peut le dire.</summary>
public sealed partial class DiscretionTests
{
    private const string Prenom = "Quétsche";
    private const string Nom = "Zylbér";
    private const string Demeure = "17 impasse des Myrtilles, 99999 Fictiveville";

    // L'orthographe sans accents et les capitales disent le même nom.
    private static readonly string[] Noms = [Prenom, "Quetsche", Nom, "Zylber", "Maude"];

    public static TheoryData<string, string, Profil> Cas()
    {
        var cas = new TheoryData<string, string, Profil>();
        foreach (var nom in Exemples.Noms.Concat(Exemples.Variantes))
        {
            foreach (var modele in Modeles.Embarques.Tous.Where(m => Exemples.EstARediger(m, nom)))
            {
                cas.Add(modele.Id, nom, Profil.Initiales);
                cas.Add(modele.Id, nom, Profil.Pseudonyme);
            }
        }

        return cas;
    }

    [Theory]
    [MemberData(nameof(Cas))]
    public void Aucune_sortie_ne_dit_le_nom_sous_un_profil_discret(string id, string exemple, Profil profil)
    {
        var dossier = Reconnaissable(exemple);
        var modele = Modeles.Embarques.Trouver(id)!;
        var prete = Assert.IsType<Composition.Prete>(
            Redaction.Composer(modele, dossier, Exemples.Bilan(dossier), Exemples.Jour, profil: profil));
        var rendu = new MoteurMaison { Comprime = false }.Composer(prete.Acte, modele.Charte);
        using var lecture = new Reparation.Documents.Tests.Rendu.Lecture(rendu.Octets);
        var info = lecture.Document.Information;
        lecture.Document.Advanced.TryGetEmbeddedFiles(out var jointes);
        var sorties = new[]
        {
            ActeTexte.Ecrire(prete.Acte),
            string.Join('\n', lecture.Pages.Select(p => p.Text)),
            Encoding.Latin1.GetString(rendu.Octets),
            Encoding.UTF8.GetString(rendu.Octets),
            Encoding.BigEndianUnicode.GetString(rendu.Octets),
            string.Join('\n', info.Title, info.Author, info.Subject, info.Keywords),
            string.Join('\n', (jointes ?? []).Select(j => Encoding.UTF8.GetString(j.Memory.Span))),
            Redaction.NomDeFichier(modele, dossier, projet: true, Redaction.Destinataires(modele, dossier) is [var o, ..] ? o.Id : ""),
        };

        foreach (var sortie in sorties)
        {
            Assert.All(Noms, n => Assert.DoesNotContain(n, sortie, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("Myrtilles", sortie, StringComparison.Ordinal);
            Assert.DoesNotContain(Reparation.Domain.Commun.Francais.Date(dossier.Enfant.DateDeNaissance!.Value), Blancs().Replace(sortie, " "), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Le_nom_y_est_quand_le_profil_est_nominatif()
    {
        var texte = Exemples.Texte("civi/requete", Reconnaissable(Exemples.Noms[0]));

        Assert.Contains($"{Prenom}-Maude {Nom}", texte, StringComparison.Ordinal);
        Assert.Contains($"{Nom} Delta", texte, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_profil_ne_s_assouplit_pas()
    {
        var dossier = Reconnaissable(Exemples.Noms[0]);
        var plan = Modeles.Embarques.Trouver("plan/plan")!;
        string Ecrire(Profil? profil) => ActeTexte.Ecrire(Assert.IsType<Composition.Prete>(
            Redaction.Composer(plan, dossier, Exemples.Bilan(dossier), Exemples.Jour, profil: profil)).Acte);

        Assert.Equal(Ecrire(null), Ecrire(Profil.Nominatif));
    }

    [Theory]
    [InlineData("pieces/bordereau")]
    [InlineData("organismes/mise-en-cause")]
    [InlineData("attestations/attestation")]
    public void L_adresse_et_l_ecole_ne_vont_ni_a_l_adversaire_ni_a_un_tiers(string modele)
    {
        var dossier = Reconnaissable(Exemples.Noms[0]);
        dossier = dossier with
        {
            Enfant = dossier.Enfant with { AdresseConfidentielle = false },
            Pieces = [dossier.Pieces[0] with { Titre = $"Bail du {Demeure}" }, .. dossier.Pieces.Skip(1)],
        };
        var texte = Exemples.Texte(modele, dossier);

        Assert.DoesNotContain("Myrtilles", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("collège", texte, StringComparison.Ordinal);
    }

    [Fact]
    public void Une_piece_tiree_d_une_instruction_ne_va_pas_a_un_tiers()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        const string Titre = "Ordonnance numéro quarante-deux";
        dossier = dossier with { Pieces = [.. dossier.Pieces, new() { Id = "info", Numero = 99, Titre = Titre, Origine = "copie du dossier d’Instruction" }] };
        string Rediger(string diffusion) => ActeTexte.Ecrire(Assert.IsType<Composition.Prete>(Redaction.Composer(
            Modeles.Depuis(new Dictionary<string, string>
            {
                ["essai/essai.md"] = $"---\ntitre: Essai\ndestinataire: personne\ncharte: acte\nfichier: Essai\npied: Essai\ndiffusion: {diffusion}\n---\n"
                    + "{% for piece in pieces %}{{ piece.titre }}, {% endfor %}",
            }).Tous[0], dossier, Exemples.Bilan(dossier), Exemples.Jour)).Acte);

        Assert.Contains(Titre, Rediger("juridiction"), StringComparison.Ordinal);
        Assert.DoesNotContain(Titre, Rediger("tiers"), StringComparison.Ordinal);
    }

    [Fact]
    public void Un_prenom_dans_l_intitule_d_une_piece_empeche_le_bordereau_sans_le_repeter()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        dossier = dossier with { Pieces = [dossier.Pieces[0] with { Titre = "Bulletin de ALPHA" }, .. dossier.Pieces.Skip(1)] };
        var incomplete = Assert.IsType<Composition.Incomplete>(Exemples.Composer("pieces/bordereau", dossier));

        var manque = Assert.Single(incomplete.Manques);
        Assert.Equal("pieces", manque.Rubrique);
        Assert.DoesNotContain("alpha", manque.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Chaque_organisme_recoit_sa_lettre_et_rien_de_celle_des_autres()
    {
        var dossier = Exemples.Lire(Exemples.Noms[0]);
        var modele = Modeles.Embarques.Trouver("organismes/mise-en-cause")!;
        var bilan = Exemples.Bilan(dossier);
        var organismes = Redaction.Destinataires(modele, dossier);

        Assert.Equal(2, organismes.Count);
        foreach (var organisme in organismes)
        {
            var texte = ActeTexte.Ecrire(Assert.IsType<Composition.Prete>(
                Redaction.Composer(modele, dossier, bilan, Exemples.Jour, pour: organisme.Id)).Acte);
            Assert.Contains(organisme.Numero, texte, StringComparison.Ordinal);
            Assert.All(organismes.Where(o => o != organisme), o => Assert.DoesNotContain(o.Numero, texte, StringComparison.Ordinal));
            Assert.All(dossier.Faits, f => Assert.DoesNotContain(f.Expose[..40], texte, StringComparison.Ordinal));
        }

        Assert.Throws<ArgumentException>(() => Redaction.Composer(modele, dossier, bilan, Exemples.Jour, pour: "inconnu"));
        Assert.Equal(2, organismes.Select(o => Redaction.NomDeFichier(modele, dossier, projet: false, o.Id)).Distinct().Count());
    }

    // Un dossier dont le nom ne se confond avec aucun mot : ce qu'on cherche est ce qui fuit.
    private static Dossier Reconnaissable(string exemple)
    {
        var dossier = Exemples.Lire(exemple);
        return dossier with
        {
            Enfant = dossier.Enfant with { Nom = Nom, Prenoms = $"{Prenom}-Maude", Demeure = Demeure },
            Representants = [.. dossier.Representants.Select(r => r with { Nom = r.Nom.Replace("Exemple", Nom, StringComparison.Ordinal) })],
            Proches = [.. dossier.Proches.Select(p => p with
            {
                Nom = p.Nom.Replace("Exemple", Nom, StringComparison.Ordinal),
                Representants = [.. p.Representants.Select(r => r with { Nom = r.Nom.Replace("Exemple", Nom, StringComparison.Ordinal) })],
            })],
            Procedure = dossier.Procedure with
            {
                Revelation = $"Le signalement nomme {Prenom} {Nom}, domicile {Demeure}.",
                DemandesDejaPresentees = $"Plainte pour {Nom.ToUpperInvariant()} Quetsche.",
            },
            Avocat = dossier.Avocat! with { Cabinet = $"Cabinet de la famille {Nom}" },
        };
    }

    [GeneratedRegex(@"[\u00A0\u202F]")]
    private static partial Regex Blancs();
}
