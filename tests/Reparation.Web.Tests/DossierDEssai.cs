using Reparation.Domain.Dossiers;

namespace Reparation.Web.Tests;

/// <summary>Un dossier inventé, aux textes reconnaissables entre tous.</summary>
public static class DossierDEssai
{
    public const string Nom = "Zyxwvutien";
    public const string Prenoms = "Quaqualine";
    public const string Pseudonyme = "Mirabellune";
    public const string Reference = "REF-INTROUVABLE-77";
    public const string Expose = "Exposéunique des faits";
    public const string Note = "Constatunique sur le sommeil";
    public const string Raison = "Raisonunique de version";

    public static Dossier Neuf() => new()
    {
        Reference = Reference,
        Pseudonyme = Pseudonyme,
        Fictif = true,
        Enfant = new() { Nom = Nom, Prenoms = Prenoms, DateDeNaissance = new(2012, 3, 4) },
        Faits = [new() { Id = "f1", Du = new(2025, 1, 2), Expose = Expose }],
        Retentissements = [new() { Id = "t1", Constat = Note, Depuis = new(2025, 1, 2) }],
    };
}
