using Microsoft.AspNetCore.Mvc;
using Reparation.Domain.Commun;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

/// <summary>L'argent de l'enfant : ce que la jouissance légale des parents peut en atteindre, et ce que l'on demande au juge des tutelles.</summary>
[Route("dossiers/{id:guid}/procedure/argent")]
[Rubrique(Section.Procedure)]
public sealed class ArgentController(Archives archives, Editions editions, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De, Editions Editions) : PageDeProcedure(De)
    {
        public override string Vue => "Argent";

        public override string Onglet => "argent";

        /// <summary>Chaque source de sommes, répartie ; celles qui n'en portent aucune n'y sont pas.</summary>
        public IReadOnlyList<(string Titre, Ventilation Ventilation)> Ventilations =>
        [
            .. new (string Titre, Ventilation Ventilation)[]
            {
                ("Déjà reçu", JouissanceLegale.Recu(Dossier)),
                ("Demandé", JouissanceLegale.Demande(Chiffreur.Evaluer(Dossier, Editions))),
            }.Concat(Dossier.Chiffrage.Offres.Select(o => ($"Offert par {o.Auteur}", JouissanceLegale.Offert(o))))
            .Where(v => v.Item2.Parts.Count > 0 || v.Item2.AVentiler > Montant.Zero),
        ];

        public DateOnly? FinDeJouissance => JouissanceLegale.FinLe(Dossier);
    }

    protected override string Rubrique => "procedure";

    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p, editions), annulation);

    [HttpPost(""), ValidateAntiForgeryToken]
    public Task<IActionResult> Enregistrer(Guid id, CancellationToken annulation) => Recevoir(id, "Argent de l’enfant", p => new Page(p, editions), annulation);
}
