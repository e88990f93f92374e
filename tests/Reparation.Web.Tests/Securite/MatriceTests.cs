using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Reparation.Domain.Dossiers;
using Reparation.Web.Securite;

namespace Reparation.Web.Tests.Securite;

/// <summary>
/// Chaque route, chaque qualité : ce qui s'ouvre et ce qui n'existe pas. Une page nouvelle ajoute une ligne à <see cref="Routes"/> ;
/// sans elle, l'essai échoue.
/// </summary>
public sealed class MatriceTests(Application application) : IClassFixture<Application>
{
    // Route → section. « libre » : tout compte connecté ; « public » : sans compte.
    private static readonly Dictionary<string, string> Routes = Lire("""
        Enfant            dossiers/{id:guid}
        Copie             dossiers/{id:guid}/export.json
        Copie             dossiers/{id:guid}/export.tar
        Enfant            dossiers/{id:guid}/enfant
        Faits             dossiers/{id:guid}/faits
        Plan              dossiers/{id:guid}/fusion
        Plan              dossiers/{id:guid}/brouillon
        Plan              dossiers/{id:guid}/brouillon/jeter
        Plan              dossiers/{id:guid}/annuler
        Procedure         dossiers/{id:guid}/procedure
        Procedure         dossiers/{id:guid}/procedure/argent
        Procedure         dossiers/{id:guid}/procedure/delais
        Procedure         dossiers/{id:guid}/procedure/delais.ics
        Procedure         dossiers/{id:guid}/procedure/etapes
        Procedure         dossiers/{id:guid}/procedure/retraits
        Procedure         dossiers/{id:guid}/procedure/textes
        Procedure         dossiers/{id:guid}/procedure/textes/retirer
        Procedure         dossiers/{id:guid}/procedure/voies
        Pieces            dossiers/{id:guid}/pieces
        Pieces            dossiers/{id:guid}/pieces/deposer
        Pieces            dossiers/{id:guid}/pieces/depots
        Pieces            dossiers/{id:guid}/pieces/depots/{depot:guid}
        Pieces            dossiers/{id:guid}/pieces/depots/{depot:guid}/abandonner
        Pieces            dossiers/{id:guid}/pieces/depots/{depot:guid}/terminer
        Pieces            dossiers/{id:guid}/pieces/fiche/{piece}
        Pieces            dossiers/{id:guid}/pieces/fiche/{piece}/detruire
        Pieces            dossiers/{id:guid}/pieces/fiche/{piece}/fichier
        Pieces            dossiers/{id:guid}/pieces/liasse
        Pieces            dossiers/{id:guid}/pieces/liasse/partie/{rang:int}
        Pieces            dossiers/{id:guid}/pieces/numero/{numero:int}
        Retentissements   dossiers/{id:guid}/retentissements
        Chiffrage         dossiers/{id:guid}/chiffrage
        Chiffrage         dossiers/{id:guid}/chiffrage/alertes
        Chiffrage         dossiers/{id:guid}/chiffrage/apercu
        Chiffrage         dossiers/{id:guid}/chiffrage/editions
        Chiffrage         dossiers/{id:guid}/chiffrage/gains
        Chiffrage         dossiers/{id:guid}/chiffrage/gains/apercu
        Chiffrage         dossiers/{id:guid}/chiffrage/globale
        Chiffrage         dossiers/{id:guid}/chiffrage/globale/apercu
        Chiffrage         dossiers/{id:guid}/chiffrage/instantanes
        Chiffrage         dossiers/{id:guid}/chiffrage/instantanes/{instantane}/arreter
        Chiffrage         dossiers/{id:guid}/chiffrage/instantanes/{instantane}/retirer
        Chiffrage         dossiers/{id:guid}/chiffrage/offres
        Chiffrage         dossiers/{id:guid}/chiffrage/offres/{offre}
        Chiffrage         dossiers/{id:guid}/chiffrage/offres/{offre}/apercu
        Chiffrage         dossiers/{id:guid}/chiffrage/offres/{offre}/retirer
        Chiffrage         dossiers/{id:guid}/chiffrage/plan
        Chiffrage         dossiers/{id:guid}/chiffrage/proches/{proche}/{code}
        Chiffrage         dossiers/{id:guid}/chiffrage/proches/{proche}/{code}/apercu
        Chiffrage         dossiers/{id:guid}/chiffrage/sensibilite
        Chiffrage         dossiers/{id:guid}/chiffrage/tableur
        Chiffrage         dossiers/{id:guid}/chiffrage/{code}
        Chiffrage         dossiers/{id:guid}/chiffrage/{code}/apercu
        Documents         dossiers/{id:guid}/actes
        Documents         dossiers/{id:guid}/actes/apercu/{*modele}
        Documents         dossiers/{id:guid}/actes/{*modele}
        Actes             dossiers/{id:guid}/emissions
        Actes             dossiers/{id:guid}/emissions/{emission:guid}
        Actes             dossiers/{id:guid}/emissions/{emission:guid}/acte.pdf
        Actes             dossiers/{id:guid}/sections/{*modele}
        Plan              dossiers/{id:guid}/plan
        Plan              dossiers/{id:guid}/plan/modele
        Plan              dossiers/{id:guid}/plan/plan.ics
        Plan              dossiers/{id:guid}/plan/revues
        Plan              dossiers/{id:guid}/plan/revues/preparer
        Plan              dossiers/{id:guid}/plan/mesures
        Plan              dossiers/{id:guid}/plan/temps
        Plan              dossiers/{id:guid}/plan/temps/budget
        Plan              dossiers/{id:guid}/livret
        Plan              dossiers/{id:guid}/livret/{forme}/page
        Plan              dossiers/{id:guid}/livret/{forme}/cahier.pdf
        Journal           dossiers/{id:guid}/journal
        Journal           dossiers/{id:guid}/consultations
        Journal           dossiers/{id:guid}/journal/{version:int}
        Journal           dossiers/{id:guid}/journal/{version:int}/reprendre
        Acces             dossiers/{id:guid}/acces
        Acces             dossiers/{id:guid}/acces/{ouvert:guid}/retirer
        Ouverture         dossiers/nouveau
        Ouverture         dossiers/importer
        Ouverture         dossiers/importer/liste
        Ouverture         reperage/dossier
        Comptes           comptes
        Comptes           comptes/{compte:guid}/metier
        Comptes           comptes/invitations/{invitation}/retirer
        libre             /
        libre             delais.ics
        libre             deconnexion
        libre             demonstration/compte
        libre             phrase-de-passe
        libre             confirmer
        libre             session
        libre             securite
        libre             securite/code
        libre             securite/code/retirer
        libre             securite/cles
        libre             securite/cles/epreuve
        libre             securite/cles/{cle}/retirer
        libre             securite/sessions/fermer
        libre             securite/sessions/{session:guid}/fermer
        libre             reperage
        libre             annuaire
        libre             modeles
        libre             modeles/champs
        libre             modeles/apercu/{*modele}
        libre             references
        libre             references/{genre}/{reference}
        libre             calculateurs
        libre             calculateurs/actualisation
        libre             calculateurs/aide-humaine
        libre             calculateurs/capitalisation
        libre             calculateurs/capitalisation-au-jour
        libre             calculateurs/deficit-permanent
        libre             calculateurs/deficit-temporaire
        libre             calculateurs/interets
        libre             calculateurs/temps-achete
        libre             calculateurs/trajets
        public            connexion
        public            connexion/code
        public            connexion/cle
        public            connexion/cle/epreuve
        public            invitation/{jeton}
        public            premier-compte
        public            sante
        public            erreur/{code:int}
        public            verifier
        public            verifier/cle.pem
        """);

    // Par section : tout (E), lire (L), rien (-). Écrit à part de la table de l'application : les deux doivent dire la même chose.
    private static readonly string[] Grille =
    [
        //                Avocat  Collab  AdHoc  Interv  Lecteur
        "Enfant            E       E       E      L       L",
        "Faits             E       E       E      -       L",
        "Procedure         E       E       E      -       L",
        "Pieces            E       E       E      -       L",
        "Retentissements   E       E       E      E       L",
        "Chiffrage         E       E       L      -       L",
        "Actes             E       E       L      -       L",
        "Plan              E       E       E      E       L",
        "Documents         E       E       L      L       L",
        "Journal           E       E       L      -       L",
        "Copie             L       L       -      -       -",
        "Acces             E       L       L      L       L",
    ];

    private static readonly Qualite[] DansUnDossier =
        [Qualite.Avocat, Qualite.Collaborateur, Qualite.AdministrateurAdHoc, Qualite.Intervenant, Qualite.Lecteur];

    [Fact]
    public void Toute_route_est_dans_la_matrice() =>
        Assert.Equal(Routes.Keys.Order(StringComparer.Ordinal), application.Routes.Select(Nom).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Chaque_qualite_ouvre_ce_que_la_matrice_dit_et_le_reste_n_existe_pas()
    {
        var (id, autre) = (await application.CreerAsync(DossierDEssai.Neuf()), await application.CreerAsync(DossierDEssai.Neuf()));
        var (fautes, demandes) = (new List<string>(), 0);
        foreach (var (rang, qualite) in DansUnDossier.Index())
        {
            var courriel = $"matrice-{qualite}@exemple.test";
            using var client = await application.OuvrirCompteAsync(courriel, Qualite.Lecteur);
            Assert.Equal(HttpStatusCode.Redirect, (await application.DonnerAccesAsync(id, courriel, qualite)).StatusCode);
            var jeton = await client.JetonAsync("/phrase-de-passe");
            foreach (var (route, methode) in DeDossier())
            {
                var permis = Grille.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Single(l => l[0] == Routes[Nom(route)])[rang + 1];
                var attendu = permis == "E" || (permis == "L" && methode == "GET") ? HttpStatusCode.NoContent : HttpStatusCode.NotFound;
                var obtenu = await DemanderAsync(client, methode, PortesTests.Adresse(route, id), jeton);
                var ailleurs = await DemanderAsync(client, methode, PortesTests.Adresse(route, autre), jeton);
                demandes += 2;
                if (obtenu != attendu || ailleurs != HttpStatusCode.NotFound)
                {
                    fautes.Add($"{qualite} {methode} {Nom(route)} : {obtenu} au lieu de {attendu} ; ailleurs {ailleurs}");
                }
            }
        }

        Assert.True(fautes.Count == 0, string.Join("\n", fautes));
        Assert.True(demandes > 500, $"{demandes} demandes");
    }

    [Theory]
    [InlineData(Qualite.Avocat, true, false)]
    [InlineData(Qualite.Collaborateur, true, false)]
    [InlineData(Qualite.AdministrateurAdHoc, true, false)]
    [InlineData(Qualite.Intervenant, true, false)]
    [InlineData(Qualite.Lecteur, false, false)]
    [InlineData(Qualite.Administrateur, false, true)]
    public async Task Hors_des_dossiers_le_metier_decide(Qualite metier, bool ouvre, bool administre)
    {
        using var client = await application.OuvrirCompteAsync($"hors-{metier}@exemple.test", metier);
        var jeton = await client.JetonAsync("/phrase-de-passe");
        var fautes = new List<string>();
        foreach (var (route, methode) in Toutes().Where(r => Routes[Nom(r.Route)] is "Ouverture" or "Comptes" or "libre"))
        {
            var permis = Routes[Nom(route)] switch { "Ouverture" => ouvre, "Comptes" => administre, _ => true };
            var obtenu = await DemanderAsync(client, methode, PortesTests.Adresse(route, Guid.NewGuid()), jeton);
            if (obtenu != (permis ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden))
            {
                fautes.Add($"{metier} {methode} {Nom(route)} : {obtenu}");
            }
        }

        Assert.True(fautes.Count == 0, string.Join("\n", fautes));
    }

    [Fact]
    public void Ecrire_suppose_de_lire_et_qui_ecrit_quelque_part_ecrit_le_plan()
    {
        var tous = from qualite in Enum.GetValues<Qualite>()
                   from tient in (bool[])[false, true]
                   select new Droits(qualite, tient);
        foreach (var droits in tous)
        {
            var ecrites = Enum.GetValues<Section>().Where(droits.Ecrit).ToList();
            Assert.All(ecrites, s => Assert.True(droits.Lit(s), $"{droits} écrit {s} sans le lire"));
            // La réunion de deux enregistrements est une page du plan.
            Assert.True(ecrites.Count == 0 || droits.Ecrit(Section.Plan), droits.ToString());
            Assert.True(droits.Lit(Section.Enfant) || ecrites.Count == 0, droits.ToString());
        }
    }

    [Fact]
    public void Tout_membre_du_dossier_a_sa_section()
    {
        var cles = ((JsonObject)JsonNode.Parse(DossierJson.Ecrire(DossierDEssai.Neuf()))!).Select(m => m.Key);
        Assert.DoesNotContain(cles, cle => PartiesDuDossier.De(cle) is null);
    }

    private static Dictionary<string, string> Lire(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(l => l[1], l => l[0]);

    private static string Nom(RouteEndpoint route) => route.RoutePattern.RawText!.Trim('/') is { Length: > 0 } nom ? nom : "/";

    private static async Task<HttpStatusCode> DemanderAsync(HttpClient client, string methode, Uri adresse, string jeton)
    {
        using var requete = new HttpRequestMessage(new(methode), adresse);
        requete.Headers.Add(PorteSeule.EnTete, "1");
        requete.Headers.Add("RequestVerificationToken", jeton);
        return (await client.SendAsync(requete)).StatusCode;
    }

    private IEnumerable<(RouteEndpoint Route, string Methode)> DeDossier() => Toutes().Where(r => Nom(r.Route).StartsWith("dossiers/{id:guid}", StringComparison.Ordinal));

    private IEnumerable<(RouteEndpoint Route, string Methode)> Toutes() =>
        from route in application.Routes
        from methode in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (route, methode);
}
