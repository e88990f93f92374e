using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Dossiers;

public sealed class DossierJsonTests
{
    [Fact]
    public void Ecrire_puis_lire_rend_le_meme_dossier() => UnDossier.Gen_.Sample(dossier =>
    {
        var octets = DossierJson.Ecrire(dossier);
        var lu = Assert.IsType<Lecture.Reussie>(DossierJson.Lire(octets, Editions.Embarquees)).Dossier;

        Assert.Equal(Encoding.UTF8.GetString(octets), Encoding.UTF8.GetString(DossierJson.Ecrire(lu)));
        Assert.Equal(dossier.Enfant, lu.Enfant);
        Assert.Equal(dossier.Chiffrage.ProvisionDemandee, lu.Chiffrage.ProvisionDemandee);
        Assert.Equal(dossier.Pieces, lu.Pieces, EgaliteJson<Piece>);
    });

    [Theory]
    [InlineData("""{"prenom":"x"}""", "enfant.prenom", "inconnu")]
    [InlineData("""{"dateDeNaissance":"2014-02-30"}""", "enfant.dateDeNaissance", "n’existe pas")]
    [InlineData("""{"dateDeNaissance":"24/11/2014"}""", "enfant.dateDeNaissance", "année-mois-jour")]
    [InlineData("""{"dateDeNaissance":20140230}""", "enfant.dateDeNaissance", "n’existe pas")]
    [InlineData("""{"adresseConfidentielle":"oui"}""", "enfant.adresseConfidentielle", "true ou false")]
    [InlineData("""{"sexe":"inconnu"}""", "enfant.sexe", "feminin, masculin")]
    [InlineData("""{"sexe":1}""", "enfant.sexe", "Valeur inconnue")]
    [InlineData("""{"nom":null}""", "enfant.nom", "null")]
    [InlineData("""{"nom":12}""", "enfant.nom", "texte")]
    [InlineData("""[]""", "enfant", "objet")]
    public void Une_faute_dans_l_enfant_dit_ou_et_quoi(string enfant, string chemin, string extrait) =>
        Refuse($$"""{"reference":"R1","pseudonyme":"P","enfant":{{enfant}}}""", chemin, extrait);

    [Theory]
    [InlineData("-1", "négative")]
    [InlineData("\"-1\"", "négative")]
    [InlineData("10.005", "centime")]
    [InlineData("\"dix\"", "somme")]
    [InlineData("\"1 234,50\"", "somme")]
    [InlineData("1e30", "somme")]
    [InlineData("1000000001", "trop grande")]
    [InlineData("true", "somme")]
    public void Une_somme_impossible_dit_pourquoi(string somme, string extrait) =>
        Refuse($$"""{"reference":"R1","pseudonyme":"P","versements":[{"montant":{{somme}}}]}""", "versements[0].montant", extrait);

    [Fact]
    public void Toutes_les_fautes_sont_dites_a_la_fois()
    {
        var refus = Refuse("""{"pseudonyme":"P","x":1,"faits":[{"du":"hier"},{"y":2}]}""", "faits[0].du", "n’existe pas");

        Assert.Equal(["x", "faits[0].du", "faits[1].y", "reference"], refus.Select(a => a.Chemin));
    }

    [Fact]
    public void Un_texte_trop_long_dit_la_limite() =>
        Refuse($$$"""{"reference":"R1","pseudonyme":"P","enfant":{"nom":"{{{new string('a', 201)}}}"}}""", "enfant.nom", "200 caractères");

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"reference":"a","reference":"b","pseudonyme":"P"}""")]
    public void Un_fichier_casse_est_refuse_sans_lever(string json) => Assert.NotEmpty(Lire(json));

    [Fact]
    public void Un_fichier_trop_gros_est_refuse() =>
        Assert.Contains("Mo", Lire(new string(' ', DossierJson.TailleMaximale + 1))[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Le_message_ne_cite_jamais_le_contenu_fautif() => Assert.DoesNotContain(
        Lire("""{"reference":"R1","pseudonyme":"P","enfant":{"dateDeNaissance":"NomSecret"}}"""),
        a => a.Message.Contains("NomSecret", StringComparison.Ordinal));

    [Fact]
    public void N_importe_quels_octets_donnent_une_reponse() =>
        Gen.Byte.Array[0, 200].Sample(octets => { _ = DossierJson.Lire(octets, Editions.Embarquees); });

    [Fact]
    public void Un_fichier_mutile_n_est_jamais_lu_de_travers() => Gen.Select(UnDossier.Gen_, Gen.Int[0, 100_000], Gen.Char["{}[],:\"0a-"]).Sample((dossier, place, lettre) =>
    {
        var texte = Encoding.UTF8.GetString(DossierJson.Ecrire(dossier)).ToCharArray();
        texte[place % texte.Length] = lettre;
        if (DossierJson.Lire(Encoding.UTF8.GetBytes(texte), Editions.Embarquees) is Lecture.Reussie reussie)
        {
            Assert.Empty(Coherence.Verifier(reussie.Dossier, Editions.Embarquees));
        }
    });

    [Fact]
    public void Tout_texte_a_une_longueur_et_tout_nombre_des_bornes()
    {
        var types = typeof(Dossier).Assembly.GetTypes().Where(t => t.Namespace == typeof(Dossier).Namespace && t.GetProperty("EqualityContract", BindingFlags.Instance | BindingFlags.NonPublic) is not null);
        foreach (var propriete in types.Where(t => !typeof(Lecture).IsAssignableFrom(t) && t != typeof(Anomalie) && t != typeof(Qualification)).SelectMany(t => t.GetProperties()).Where(p => p.CanWrite))
        {
            var type = Nullable.GetUnderlyingType(propriete.PropertyType) ?? propriete.PropertyType;
            if (type == typeof(string) || type == typeof(IReadOnlyList<string>))
            {
                Assert.True(propriete.GetCustomAttribute<LongueurAttribute>() is not null, $"{propriete.DeclaringType!.Name}.{propriete.Name}");
            }
            else if (type == typeof(int) || type == typeof(decimal))
            {
                Assert.True(propriete.GetCustomAttribute<BornesAttribute>() is not null, $"{propriete.DeclaringType!.Name}.{propriete.Name}");
            }
        }
    }

    [Fact]
    public void Le_schema_decrit_le_format()
    {
        var schema = JsonDocument.Parse(DossierJson.Schema()).RootElement;

        Assert.Equal(Dossier.FormatCourant, schema.GetProperty("$id").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        var enfant = schema.GetProperty("properties").GetProperty("enfant").GetProperty("properties");
        Assert.Equal(200, enfant.GetProperty("nom").GetProperty("maxLength").GetInt32());
        Assert.Equal("date", enfant.GetProperty("dateDeNaissance").GetProperty("format").GetString());
        Assert.Contains("reference", schema.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public void Un_champ_absent_garde_sa_valeur_par_defaut()
    {
        var lu = Assert.IsType<Lecture.Reussie>(DossierJson.Lire("""
            {"reference":"R1","pseudonyme":"P","enfant":{"nom":"Fictif"},"procedure":{},"pieces":[{"id":"p1"}],
             "chiffrage":{"postes":[{"code":"DSA","depenses":[{"libelle":"x"}]}]}}
            """u8.ToArray(), Editions.Embarquees)).Dossier;

        Assert.True(lu.Enfant.AdresseConfidentielle);
        Assert.Empty(lu.Procedure.Decisions);
        Assert.Equal(1, lu.Pieces[0].Numero);
        Assert.Equal("mornet-2025", lu.Chiffrage.Referentiel);
        Assert.Equal(1, lu.Chiffrage.Postes[0].Depenses[0].Quantite);
        Assert.Empty(lu.Chiffrage.Postes[0].Rentes);
    }

    [Fact]
    public void Le_plus_petit_dossier_vaut_un_dossier_neuf() => Assert.Equal(
        Encoding.UTF8.GetString(DossierJson.Ecrire(new Dossier { Reference = "R1", Pseudonyme = "P" })),
        Encoding.UTF8.GetString(DossierJson.Ecrire(DossierJson.Relire("""{"reference":"R1","pseudonyme":"P"}"""u8))));

    [Fact]
    public void Rien_du_dossier_ne_s_ecrit_dans_un_journal()
    {
        var contenus = typeof(Dossier).Assembly.GetTypes().Where(t => t.Namespace == typeof(Dossier).Namespace && t.IsSubclassOf(typeof(Confidentiel)));

        Assert.True(contenus.Count() > 20);
        Assert.All(contenus, t => Assert.Equal(typeof(Confidentiel), t.GetMethod(nameof(ToString), [])!.DeclaringType));
        Assert.Equal("Enfant", new Enfant { Nom = "Fictif" }.ToString());
    }

    private static IReadOnlyList<Anomalie> Refuse(string json, string chemin, string extrait)
    {
        var anomalies = Lire(json);
        Assert.Contains(anomalies, a => a.Chemin == chemin && a.Message.Contains(extrait, StringComparison.Ordinal));
        return anomalies;
    }

    private static IReadOnlyList<Anomalie> Lire(string json) =>
        Assert.IsType<Lecture.Refusee>(DossierJson.Lire(Encoding.UTF8.GetBytes(json), Editions.Embarquees)).Anomalies;

    private static bool EgaliteJson<T>(T a, T b) => JsonSerializer.Serialize(a) == JsonSerializer.Serialize(b);
}
