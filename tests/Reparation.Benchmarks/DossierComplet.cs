using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Benchmarks;

/// <summary>Dossier fictif de plus de trente postes chiffrés : les vingt de l'enfant et ceux de trois proches.</summary>
internal static class DossierComplet
{
    private static readonly DateOnly Naissance = new(2008, 3, 15);
    private static readonly DateOnly Consolidation = new(2026, 3, 15);
    private static readonly string[] Pieces = ["p1"];

    public static Dossier Construire(int rentes, int periodes) => new()
    {
        Reference = "mesure",
        Pseudonyme = "Mesure",
        Fictif = true,
        Enfant = new() { DateDeNaissance = Naissance, Sexe = Sexe.Feminin },
        Pieces = [new() { Id = "p1", Titre = "pièce fictive" }],
        Organismes = [new() { Id = "o1", Nom = "caisse fictive" }],
        Faits = [new() { Id = "f1", Du = new(2023, 1, 10), Au = new(2023, 12, 20) }],
        Chiffrage = new()
        {
            Consolidation = Consolidation,
            DateDeDecision = new(2027, 6, 1),
            Postes = [.. Directs(rentes, periodes)],
        },
        Proches =
        [
            .. Enumerable.Range(1, 3).Select(i => new Proche
            {
                Id = $"x{i}",
                Lien = "parent fictif",
                CommunauteDeVie = true,
                Postes =
                [
                    new() { Code = "FDP-S", Pieces = Pieces, Depenses = [Depense(12, 40)] },
                    Motive("PAF-S", 5_000), Motive("PEX-S", 2_000),
                    new() { Code = "PRP-S", Pieces = Pieces, Rentes = [Rente(3_000, new(2026, 3, 15), 20)] },
                ],
            }),
        ],
    };

    private static IEnumerable<SaisiePoste> Directs(int rentes, int periodes)
    {
        yield return new() { Code = "DSA", Pieces = Pieces, Depenses = [Depense(30, 60), Depense(1, 250)], Prestations = [new() { Organisme = "o1", Montant = Montant.DeEuros(900) }] };
        yield return new()
        {
            Code = "FD",
            Pieces = Pieces,
            Depenses = [Depense(1, 1_500)],
            Aides = [new() { Libelle = "présence", Du = new(2023, 6, 1), Au = new(2023, 12, 31), HeuresParSemaine = 10, TauxHoraire = Montant.DeEuros(20) }],
        };
        yield return Motive("PGPA", 1_200);
        yield return new() { Code = "DSF", Pieces = Pieces, Rentes = [.. Segments(rentes)] };
        yield return new() { Code = "FLA", Pieces = Pieces, Depenses = [Depense(1, 3_500)] };
        yield return new() { Code = "FVA", Pieces = Pieces, Rentes = [Rente(600, Consolidation, null)] };
        yield return new() { Code = "ATP", Pieces = Pieces, Rentes = [Rente(6_000, Consolidation, 30)] };
        yield return new() { Code = "PGPF", Pieces = Pieces, Motif = "Motif fictif.", Rentes = [new() { Libelle = "perte", Montant = Montant.DeEuros(9_000), DesLAge = 21, JusquALAge = 64, Chance = 60 }] };
        yield return Motive("IP", 25_000);
        yield return new() { Code = "PSU", Pieces = Pieces, Motif = "Motif fictif.", Annees = [new() { Niveau = NiveauScolaire.College, Nombre = 1, ParAnnee = Montant.DeEuros(8_000) }] };
        yield return new() { Code = "DFT", Pieces = Pieces, Motif = "Motif fictif.", BaseJournaliere = Montant.DeEuros(30), Periodes = [.. Periodes(periodes)] };
        yield return Motive("SE", 25_000) with { Cotation = 5 };
        yield return Motive("PET", 1_000);
        yield return new() { Code = "DFP", Pieces = Pieces, TauxDeDeficit = 15 };
        yield return Motive("PA", 3_000);
        yield return Motive("PEP", 2_500) with { Cotation = 2 };
        yield return Motive("PS", 15_000);
        yield return Motive("PE", 10_000);
        yield return Motive("PPE", 5_000);
        yield return Motive("PEV", 4_000);
    }

    // Un besoin qui change chaque mois, bout à bout ; le dernier segment dure la vie entière.
    private static IEnumerable<Rente> Segments(int nombre) => Enumerable.Range(0, nombre).Select(i => Rente(1_000 + i, Consolidation.AddMonths(i), null) with
    {
        Au = i == nombre - 1 ? null : Consolidation.AddMonths(i + 1).AddDays(-1),
    });

    private static IEnumerable<PeriodeDeGene> Periodes(int nombre)
    {
        var jours = (Consolidation.DayNumber - new DateOnly(2023, 1, 10).DayNumber) / nombre;
        for (var i = 0; i < nombre; i++)
        {
            var du = new DateOnly(2023, 1, 10).AddDays(i * jours);
            yield return new() { Du = du, Au = du.AddDays(jours - 1), Taux = 10 + (i % 40) };
        }
    }

    private static Depense Depense(decimal quantite, decimal prix) =>
        new() { Libelle = "dépense", Date = new(2024, 5, 2), Quantite = quantite, PrixUnitaire = Montant.DeEuros(prix) };

    private static Rente Rente(decimal montant, DateOnly du, int? jusqua) =>
        new() { Libelle = "rente", Montant = Montant.DeEuros(montant), Du = du, JusquALAge = jusqua };

    private static SaisiePoste Motive(string code, decimal euros) =>
        new() { Code = code, Montant = Montant.DeEuros(euros), Motif = "Motif fictif.", Pieces = Pieces };
}
