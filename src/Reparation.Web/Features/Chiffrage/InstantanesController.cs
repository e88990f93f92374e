using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Chiffrage;

/// <summary>Chiffrages figés sous un nom, et comparaison de deux d'entre eux, ou de l'un avec celui du jour.</summary>
[Route("dossiers/{id:guid}/chiffrage/instantanes")]
[Rubrique(Section.Chiffrage)]
public sealed class InstantanesController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    /// <summary>Les instantanés et la comparaison demandée.</summary>
    public sealed record Page(PageDossier De, Editions Editions, string Avant, string Apres) : PageDeChiffrage(De, Editions)
    {
        /// <summary>Valeur de liste du chiffrage du jour.</summary>
        public const string Courant = "courant";

        public override string Vue => "Instantanes";

        public override string Onglet => "instantanes";

        /// <summary>Instantané à prendre : son nom revient avec un refus.</summary>
        public Instantane Instantane { get; init; } = new();

        public IEnumerable<Choix> Choix => Dossier.Chiffrage.Instantanes.Select(i => new Choix(i.Id, Nom(i.Id))).Append(new(Courant, Nom(Courant)));

        public string AvantRetenu => Existe(Avant) ? Avant : Dossier.Chiffrage.Instantanes[^1].Id;

        public string ApresRetenu => Existe(Apres) ? Apres : Courant;

        public IReadOnlyList<EcartDePoste> Ecarts => Instantanes.Comparer(Lignes(AvantRetenu), Lignes(ApresRetenu));

        public string Nom(string id) => Dossier.Chiffrage.Instantanes.FirstOrDefault(i => i.Id == id) is { } fige
            ? $"{(fige.Libelle.Length > 0 ? fige.Libelle : fige.Id)}{(fige.Le is { } le ? $", {Francais.DateCourte(le)}" : "")}"
            : "chiffrage du jour";

        public static Montant Total(Instantane instantane)
        {
            ArgumentNullException.ThrowIfNull(instantane);
            return Montant.Total(instantane.Lignes.Select(l => l.Demande));
        }

        private bool Existe(string id) => id == Courant || Dossier.Chiffrage.Instantanes.Any(i => i.Id == id);

        private IReadOnlyList<LigneDInstantane> Lignes(string id) =>
            Dossier.Chiffrage.Instantanes.FirstOrDefault(i => i.Id == id)?.Lignes ?? Instantanes.Lignes(Bilan);
    }

    protected override string Rubrique => "chiffrage";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, string? avant, string? apres, CancellationToken annulation) =>
        Montrer(id, p => new Page(p, editions, avant ?? "", apres ?? ""), annulation);

    /// <summary>Fige le chiffrage enregistré sous un nom.</summary>
    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Figer(Guid id, CancellationToken annulation)
    {
        var saisi = new Instantane();
        return Recevoir(
            id,
            "Instantané du chiffrage",
            "Instantane",
            typeof(Instantane),
            (lecteur, depart, arbre) =>
            {
                saisi = lecteur.Lire(saisi, arbre.Membre("Instantane") ?? new(), "Instantane");
                if (saisi.Libelle.Length == 0)
                {
                    ModelState.AddModelError("Instantane.Libelle", "Donnez un nom à cet instantané : c’est par lui que vous le retrouverez.");
                    return depart;
                }

                var fige = Instantanes.Prendre(depart, Chiffreur.Evaluer(depart, editions), saisi.Libelle, Aujourdhui);
                return Poser(depart, [.. depart.Chiffrage.Instantanes, fige]);
            },
            _ => null,
            p => new Page(p, editions, "", "") { Instantane = saisi },
            annulation);
    }

    [HttpPost("{instantane}/retirer"), ValidateAntiForgeryToken]
    public Task<IActionResult> Retirer(Guid id, string instantane, CancellationToken annulation)
    {
        Retour = $"/dossiers/{id}/chiffrage/instantanes";
        return Recevoir(
            id,
            "Instantané retiré",
            "Instantane",
            typeof(Instantane),
            (_, depart, _) =>
            {
                var reste = Poser(depart, [.. depart.Chiffrage.Instantanes.Where(i => i.Id != instantane)]);
                return depart.Chiffrage.InstantaneDeReference == instantane ? Arreter(reste, "") : reste;
            },
            _ => null,
            p => new Page(p, editions, "", ""),
            annulation);
    }

    /// <summary>Retient ce chiffrage comme celui auquel les actes doivent s'accorder, ou l'oublie s'il l'était.</summary>
    [HttpPost("{instantane}/arreter"), ValidateAntiForgeryToken]
    public Task<IActionResult> Arreter(Guid id, string instantane, CancellationToken annulation)
    {
        Retour = $"/dossiers/{id}/chiffrage/instantanes";
        return Recevoir(
            id,
            "Chiffrage arrêté",
            "Instantane",
            typeof(Instantane),
            (_, depart, _) => depart.Chiffrage.Instantanes.Any(i => i.Id == instantane)
                ? Arreter(depart, depart.Chiffrage.InstantaneDeReference == instantane ? "" : instantane)
                : depart,
            _ => null,
            p => new Page(p, editions, "", ""),
            annulation);
    }

    private static Dossier Arreter(Dossier dossier, string instantane) =>
        dossier with { Chiffrage = dossier.Chiffrage with { InstantaneDeReference = instantane } };

    private static Dossier Poser(Dossier dossier, IReadOnlyList<Instantane> instantanes) =>
        dossier with { Chiffrage = dossier.Chiffrage with { Instantanes = instantanes } };
}
