using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Cas;
using Essai = Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Dossiers;

/// <summary>Ce qu'un dossier ne peut pas contredire : chaque anomalie donne l'endroit exact.</summary>
public sealed class CoherenceTests
{
    private static readonly Dossier Depart = Essai.Consolide with
    {
        Enfant = Essai.Consolide.Enfant with { DecedeLe = null },
        Proches = [new() { Id = "mere" }],
        MisEnCause = [new() { Id = "auteur" }],
    };

    private static readonly Dictionary<string, Dossier> Fautifs = new()
    {
        ["versements[0].poste"] = Depart with { Versements = [new() { Poste = "AVIL" }] },
        ["versements[0].proche"] = Depart with { Versements = [new() { Proche = "pere" }] },
        ["versements[0].misEnCause"] = Depart with { Versements = [new() { MisEnCause = "tiers" }] },
        ["versements[0].pieces[0]"] = Depart with { Versements = [new() { Pieces = ["absente"] }] },
        ["chiffrage.offres[1]"] = Chiffre(c => c with { Offres = [new() { Id = "o1" }, new() { Id = "o1" }] }),
        ["chiffrage.offres[0].pieces[0]"] = Chiffre(c => c with { Offres = [new() { Id = "o1", Pieces = ["absente"] }] }),
        ["chiffrage.offres[0].lignes[0].code"] = Chiffre(c => c with { Offres = [new() { Id = "o1", Lignes = [new() { Code = "AVIL" }] }] }),
        ["chiffrage.offres[0].lignes[0].proche"] = Chiffre(c => c with { Offres = [new() { Id = "o1", Lignes = [new() { Code = "PAF-S", Proche = "pere" }] }] }),
        ["chiffrage.offres[0].lignes[1]"] = Chiffre(c => c with { Offres = [new() { Id = "o1", Lignes = [new() { Code = "SE" }, new() { Code = "SE" }] }] }),
        ["chiffrage.gains.pieces[0]"] = Chiffre(c => c with { Gains = new() { Pieces = ["absente"] } }),
        ["chiffrage.gains.lignes[0].pieces[0]"] = Chiffre(c => c with { Gains = new() { Lignes = [new() { Pieces = ["absente"] }] } }),
        ["chiffrage.gains.lignes[0].au"] = Chiffre(c => c with { Gains = new() { Lignes = [new() { Du = Jour("2025-02-01"), Au = Jour("2025-01-01") }] } }),
        ["chiffrage.reponses[0].poste"] = Chiffre(c => c with { Reponses = [new() { Poste = "AVIL" }] }),
        ["chiffrage.reponses[0].proche"] = Chiffre(c => c with { Reponses = [new() { Proche = "pere" }] }),
        ["chiffrage.instantanes[0].lignes[0].code"] = Chiffre(c => c with { Instantanes = [new() { Id = "i1", Lignes = [new() { Code = "" }] }] }),
        ["chiffrage.instantanes[0].id"] = Chiffre(c => c with { Instantanes = [new() { Id = "" }] }),
        ["chiffrage.courbe[1]"] = Chiffre(c => c with { Courbe = [new() { Annee = 1 }, new() { Annee = 1 }] }),
        ["chiffrage.taux"] = Chiffre(c => c with { Taux = 3 }),
        ["enfant.decedeLe"] = Depart with { Enfant = Depart.Enfant with { DecedeLe = Jour("2008-02-29") } },
        ["chiffrage.postes[0].deplacements"] = Saisi(new() { Code = "DSA", Deplacements = [new()] }),
        ["chiffrage.postes[0].pertes"] = Saisi(new() { Code = "SE", Pertes = [new()] }),
        ["chiffrage.postes[0].scenarios"] = Saisi(new() { Code = "IP", Scenarios = [new()] }),
        ["chiffrage.postes[0].foyers"] = Saisi(new() { Code = "PGPF", Foyers = [new()] }),
        ["chiffrage.postes[0].composantes"] = Saisi(new() { Code = "PS", Composantes = [new()] }),
        ["chiffrage.postes[0].ligneDAffection"] = Saisi(new() { Code = "SE", LigneDAffection = "conjoint" }),
        ["chiffrage.postes[0].baseJournaliere"] = Saisi(new() { Code = "SE", BaseJournaliere = Essai.Euros(30) }),
        ["chiffrage.postes[0].aides[0].joursParAn"] = Saisi(new() { Code = "FD", Aides = [new() { JoursParAn = 400 }] }),
        ["chiffrage.postes[0].rentes[0].joursParAn"] = Saisi(new() { Code = "ATP", Rentes = [new() { JoursParAn = 366 }] }),
        ["chiffrage.postes[0].rentes[0].au"] = Saisi(new() { Code = "ATP", Rentes = [new() { Du = Jour("2027-02-01"), Au = Jour("2027-01-31") }] }),
        ["chiffrage.postes[0].pertes[0].au"] = Saisi(new() { Code = "PGPA", Pertes = [new() { Du = Jour("2025-02-01"), Au = Jour("2025-01-31") }] }),
        ["chiffrage.postes[0].pertes[0].du"] = Saisi(new() { Code = "PGPA", Pertes = [new() { Du = Jour("2001-02-01") }] }),
        ["chiffrage.postes[0].deplacements[0].date"] = Saisi(new() { Code = "FD", Deplacements = [new() { Date = Jour("2001-02-01") }] }),
        ["chiffrage.postes[0].deplacements[0].tarifAuKilometre"] = Saisi(new() { Code = "FD", Deplacements = [new() { TarifAuKilometre = 0.5295m }] }),
        ["chiffrage.postes[0].annees[0].anneeScolaire"] = Saisi(new() { Code = "PSU", Annees = [new() { AnneeScolaire = "2025-2027" }] }),
        ["retraits[0].destinataire"] = Depart with { Retraits = [new() { Id = "r1", Destinataire = "www.exemple.invalid" }] },
        ["retraits[0].numero"] = Depart with { Retraits = [new() { Id = "r1", Numero = "HTTPS://exemple.invalid/12" }] },
        ["retraits[1].destinataire"] = Depart with { Retraits = [new() { Id = "r1", Destinataire = "M. Exemple, service d’aide" }, new() { Id = "r2", Destinataire = "exemple.com/page" }] },
        ["proches[0].postes[0].ligneDAffection"] = Depart with { Proches = [new() { Id = "mere", Postes = [new() { Code = "PAF-D", LigneDAffection = "marraine" }] }] },
    };

    public static TheoryData<string> Chemins() => [.. Fautifs.Keys];

    [Theory]
    [MemberData(nameof(Chemins))]
    public void Une_contradiction_est_dite_a_son_endroit(string chemin)
    {
        var anomalie = Assert.Single(Coherence.Verifier(Fautifs[chemin], Editions.Embarquees));

        Assert.Equal(chemin, anomalie.Chemin);
        Assert.DoesNotMatch("['\"]| [:;?!€%]", anomalie.Message);
    }

    [Fact]
    public void Les_saisies_nouvelles_bien_ecrites_passent() => Assert.Empty(Coherence.Verifier(Depart with
    {
        Chiffrage = Depart.Chiffrage with
        {
            Methode = MethodeDeCapitalisation.TauxLibre,
            Taux = 3,
            Offres = [new() { Id = "o1", Lignes = [new() { Code = "SE" }, new() { Code = "PAF-S", Proche = "mere" }] }],
            Instantanes = [new() { Id = "i1", Lignes = [new() { Code = "PAF-S", Proche = "retire-depuis" }] }],
            Reponses = [new() { Regle = "r" }],
            Postes =
            [
                new() { Code = "FD", Aides = [new() { JoursParAn = 412 }], Deplacements = [new() { TarifAuKilometre = 0.529m }] },
                new() { Code = "PSU", Annees = [new() { AnneeScolaire = "2025-2026" }, new()] },
                new() { Code = "DFP", BaseJournaliere = Essai.Euros(30), Composantes = [new()] },
                new() { Code = "DFT", BaseJournaliere = Essai.Euros(30) },
            ],
        },
        Versements = [new() { Poste = "SE", MisEnCause = "auteur" }, new() { Proche = "mere" }],
        Proches = [new() { Id = "mere", Postes = [new() { Code = "PAF-D", LigneDAffection = "parent_perte_enfant" }] }],
    }, Editions.Embarquees));

    [Fact]
    public void Un_dossier_deja_ecrit_se_relit_malgre_une_regle_nouvelle()
    {
        var octets = DossierJson.Ecrire(Fautifs["versements[0].poste"]);

        Assert.Equal("AVIL", DossierJson.Relire(octets).Versements[0].Poste);
    }

    private static Dossier Chiffre(Func<Chiffrage, Chiffrage> changer) => Depart with { Chiffrage = changer(Depart.Chiffrage) };

    private static Dossier Saisi(SaisiePoste saisie) => Chiffre(c => c with { Postes = [saisie] });
}
