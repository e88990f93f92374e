using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using static Reparation.Domain.Tests.Postes.UnDossier;

namespace Reparation.Domain.Tests.Postes;

/// <summary>Tout ce que le calcul écrit part à l'acte : apostrophes courbes, espaces insécables, aucune culture étrangère.</summary>
public sealed class TypographieTests
{
    // Faute : apostrophe droite, guillemet droit, espace ordinaire avant un signe double, un euro ou un pour cent.
    private const string Fautes = "['\"]| [:;?!€%»]|« |[٠-٩]";

    private static readonly Dossier Plein = Consolide.Avec(
        new SaisiePoste { Code = "DSA", Depenses = [new() { PrixUnitaire = Euros(60), Date = Cas.Jour("2026-12-01") }], Prestations = [new() { Montant = Euros(90) }] },
        new SaisiePoste
        {
            Code = "FD",
            Depenses = [new() { PrixUnitaire = Euros(5), Nature = NatureDepense.Conseil }, new() { PrixUnitaire = Euros(5), Nature = NatureDepense.Conseil }, new()],
            Aides =
            [
                new() { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2026-06-29"), HeuresParSemaine = 12, HeuresOrdinaires = 2, JoursParAn = 412, TauxHoraire = Euros(18) },
                new() { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2025-06-29"), HeuresParSemaine = 12, Nature = NatureAide.Surveillance, TauxHoraire = Euros(11) },
            ],
            Deplacements = [new() { Kilometres = 10, TarifAuKilometre = 0.529m, FraisParTrajet = Euros(2) }],
        },
        new SaisiePoste { Code = "PGPA", Pertes = [new() { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2026-06-29"), ReferenceParMois = Euros(900) }] },
        new SaisiePoste { Code = "DSF", Rentes = [new() { Montant = Euros(3000), Du = Cas.Jour("2026-01-01") }, new() { Montant = Euros(1500), Du = Cas.Jour("2030-07-01"), JusquALAge = 30 }] },
        new SaisiePoste { Code = "PGPF", Rentes = [new() { Montant = Euros(12000), DesLAge = 25, JusquALAge = 64, Chance = 60 }] },
        new SaisiePoste { Code = "ATP", Rentes = [new() { Montant = Euros(12000), DesLAge = 25, JusquALAge = 20 }] },
        new SaisiePoste { Code = "PSU", Annees = [new() { Niveau = NiveauScolaire.College, Nombre = 1 }, new() { AnneeScolaire = "2025-2026", Nombre = 1, ParAnnee = Euros(9) }], Montant = Euros(10), Motif = "Motif d’essai." },
        new SaisiePoste { Code = "DFT", BaseJournaliere = Euros(35), Periodes = [Gene("2024-01-01", "2024-06-01", 50), Gene("2024-06-05", "2026-04-01", 20)], Composantes = [new() { Nature = NatureComposante.AgrementTemporaire }, new()], Prestations = [new() { Montant = Euros(9) }] },
        Motive("SE", 5000) with { Cotation = 4.5m },
        new SaisiePoste { Code = "PEP", Cotation = 1 },
        new SaisiePoste { Code = "DFP", TauxDeDeficit = 12, BaseJournaliere = Euros(30), Montant = Euros(5) },
        new SaisiePoste { Code = "PET", Montant = Euros(5) },
        Motive("PS", 5000),
        Motive("PPE", 5000)) with
    {
        Faits = [new() { Du = Cas.Jour("2023-12-01") }],
        Proches = [new() { Postes = [Motive("PAF-S", 10), Motive("PAF-D", 10) with { LigneDAffection = "enfant_mineur" }, Motive("PACC", 10), new() { Code = "FO", Depenses = [new() { Date = Cas.Jour("2020-01-01") }] }, new() { Code = "PRP-D", Motif = "x" }, Motive("PEX-S", 10), Motive("PRP-S", 10) with { Rentes = [new() { Montant = Euros(10), DesLAge = 20, JusquALAge = 22 }] }, new() { Code = "DFP" }] }],
    };

    // Chaque ligne de ce dossier est refusée par sa règle : ce sont les messages qui comptent.
    private static readonly Dossier Refusee = Consolide.Avec(
        new SaisiePoste
        {
            Code = "FD",
            Aides =
            [
                new(),
                new() { Du = Cas.Jour("2025-02-01"), Au = Cas.Jour("2025-01-01") },
                new() { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2025-01-01"), JoursParAn = 400 },
                new() { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2025-01-01"), HeuresOrdinaires = 3 },
            ],
            Deplacements = [new(), new() { Kilometres = 3 }, new() { TarifAuKilometre = 1 }, new() { TarifAuKilometre = 0.5295m }],
        },
        new SaisiePoste
        {
            Code = "PGPA",
            Pertes =
            [
                new(),
                new() { Du = Cas.Jour("2025-02-01"), Au = Cas.Jour("2025-01-01") },
                new() { Du = Cas.Jour("2025-01-01"), Au = Cas.Jour("2025-02-01"), RecuParMois = Euros(9) },
            ],
        },
        new SaisiePoste { Code = "PSU", Annees = [new() { AnneeScolaire = "2025-2026", Nombre = 2 }, new() { AnneeScolaire = "2025-2026", Nombre = 1 }] },
        new SaisiePoste { Code = "DFT", Periodes = [Gene("2025-01-01", "2025-01-02", 12.5m)] }) with
    {
        Proches = [new() { Postes = [new() { Code = "PAF-D", LigneDAffection = "autre_proche" }, new() { Code = "PAF-S", Motif = "x" }, new() { Code = "PEX-S", Motif = "x" }, new() { Code = "PACC", Motif = "x" }] }],
    };

    [Fact]
    public void Aucune_faute_dans_ce_que_le_calcul_ecrit()
    {
        var variantes = new[]
        {
            Plein,
            Plein with { Chiffrage = Plein.Chiffrage with { Consolidation = null, DateDeDecision = null } },
            Plein with { Enfant = Plein.Enfant with { DecedeLe = Cas.Jour("2026-05-01") }, Chiffrage = Plein.Chiffrage with { Consolidation = null } },
            Refusee,
            Plein with { Chiffrage = Plein.Chiffrage with { Taux = 1.25m, Referentiel = "inconnu" } },
            Plein with { Chiffrage = Plein.Chiffrage with { Bareme = "inconnu" }, Enfant = Plein.Enfant with { DateDeNaissance = null } },
        };
        var textes = variantes.Select(d => d.Evaluer())
            .SelectMany(b => b.Directs.Concat(b.Proches.SelectMany(p => p.Postes)))
            .SelectMany(p => p.Alertes.Select(a => a.Message).Concat(Textes(p.Evaluation)))
            .Distinct()
            .ToList();

        Assert.True(textes.Count > 100);
        Assert.All(textes, t => Assert.DoesNotMatch(Fautes, t));
    }

    [Fact]
    public void Aucune_faute_dans_les_donnees_livrees() => Assert.All(
        Editions.Embarquees.Indemnisation.SelectMany(e => e.Notes.Append(e.Titre).Concat(e.Affection.Select(a => a.Lien)))
            .Concat(Editions.Embarquees.Capitalisation.SelectMany(e => e.Notes.Append(e.Titre)))
            .Concat(Qualifications.Toutes.SelectMany(q => new[] { q.Intitule, q.Condition }))
            .Concat(Nomenclature.Postes.SelectMany(p => p.Pieces))
            .Concat(Composantes.Toutes.SelectMany(c => new[] { c.Nom, c.Explication }))
            .Concat(Reperes.AideHumaine.SelectMany(r => new[] { r.Libelle, r.Source.Intitule }))
            .Concat(Reperes.Classes.ParTaux.Values.Append(Reperes.Classes.Source.Intitule)),
        t => Assert.DoesNotMatch(Fautes, t));

    private static IEnumerable<string> Textes(Evaluation evaluation) => evaluation switch
    {
        Evaluation.Chiffree c => Textes(c.Calcul).Concat(c.Avertissements).Concat(c.Composantes.SelectMany(x => new[] { x.Nom, x.Explication })).Concat(c.Comparaisons.SelectMany(x => new[] { x.Libelle, x.Formule })),
        Evaluation.AReserver r => [r.Motif],
        Evaluation.SansObjet s => [s.Motif],
        _ => throw new InvalidOperationException(),
    };

    private static IEnumerable<string> Textes(Etape etape) => new[] { etape.Libelle, etape.Formule }.Concat(etape.Details.SelectMany(Textes));
}
