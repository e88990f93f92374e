using CsCheck;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Tests.Dossiers;

/// <summary>Dossiers fictifs tirés au hasard, cohérents par construction.</summary>
internal static class UnDossier
{
    private static readonly Gen<string> Texte = Gen.String[Gen.Char["abcéèêçàœ ’«»\"\\{}|*_#<>0123456789\n"], 0, 40];
    private static readonly Gen<DateOnly> Date = Gen.Int[0, 7000].Select(j => new DateOnly(2015, 1, 1).AddDays(j));
    private static readonly Gen<Montant> Somme = Gen.Long[0, 10_000_000_00].Select(c => Montant.DeEuros(c / 100m));

    public static Gen<Dossier> Gen_ { get; } =
        from reference in Gen.String[Gen.Char["abcdefXYZ0189"], 1, 12]
        from textes in Texte.Array[8]
        from dates in Date.Array[4]
        from sommes in Somme.Array[4]
        from sexe in Gen.Int[0, 2].Select(n => n == 0 ? (Sexe?)null : (Sexe)(n - 1))
        from nombre in Gen.Int[0, 4]
        from fictif in Gen.Bool
        select Composer(reference, textes, dates.Order().ToArray(), sommes, sexe, nombre, fictif);

    private static Dossier Composer(
        string reference, string[] t, DateOnly[] d, Montant[] m, Sexe? sexe, int nombre, bool fictif) => new()
        {
            Reference = reference,
            Pseudonyme = "Pseudo fictif",
            Fictif = fictif,
            Enfant = new() { Nom = t[0], Prenoms = "", DateDeNaissance = d[0], Sexe = sexe, Demeure = t[1] },
            Avocat = fictif ? new() { Nom = t[2] } : null,
            Pieces = [.. Enumerable.Range(1, nombre).Select(n => new Piece { Id = $"p{n}", Numero = n, Titre = t[3], Date = d[1] })],
            Faits = [new() { Id = "f1", Du = d[1], Au = d[2], Expose = t[4], Pieces = nombre > 0 ? ["p1"] : [] }],
            Retentissements = [new() { Id = "r1", Constat = t[5], Depuis = d[1], Intensite = Intensite.Severe }],
            Versements = [new() { Date = d[3], Montant = m[0], Payeur = t[6] }],
            Chiffrage = new() { Consolidation = d[3], ProvisionDemandee = m[1] },
            Plan = new() { CeQuiCompte = t[7], Actions = [new() { Id = "a1", CoutUnitaire = Montant.Max(m[2], m[3]), Payeurs = [new() { Payeur = "famille", Precision = t[6], ParUnite = Montant.Min(m[2], m[3]), Du = d[1], Au = d[2] }] }] },
        };
}
