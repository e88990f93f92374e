using Microsoft.AspNetCore.Mvc;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Documents.Calendrier;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Procedure;

/// <summary>Les délais d'un dossier, par jour d'alerte, et leur fichier d'agenda.</summary>
[Route("dossiers/{id:guid}/procedure")]
[Rubrique(Section.Procedure)]
public sealed class DelaisController(Archives archives, TimeProvider horloge) : DossierController(archives, horloge)
{
    public sealed record Page(PageDossier De) : PageDeProcedure(De)
    {
        public override string Vue => "Delais";

        public override string Onglet => "delais";

        /// <summary>Faits, actes, âges et délais sur un même axe ; rien si rien n'est daté.</summary>
        public FrisePlacee? Frise => Documents.Blocs.Graphiques.Frise.Placer(Dossier, Droits, Aujourdhui);

        /// <summary>Délais encore à tenir.</summary>
        public IReadOnlyList<Echeance> ATenir => [.. Droits.Delais.Echeances.Where(EstATenir)];

        /// <summary>Accomplis, expirés ou simples dates.</summary>
        public IReadOnlyList<Echeance> Autres => [.. Droits.Delais.Echeances.Where(e => !EstATenir(e))];

        /// <summary>Ancre d'un délai : la première de sa règle porte son nom, les suivantes leur rang.</summary>
        public string Ancre(Echeance echeance)
        {
            ArgumentNullException.ThrowIfNull(echeance);
            var meme = Droits.Delais.Echeances.Concat(Droits.Delais.Manques).Where(e => e.Regle == echeance.Regle).ToList();
            var rang = meme.FindIndex(e => ReferenceEquals(e, echeance));
            return rang == 0 ? $"regle-{echeance.Regle}" : $"regle-{echeance.Regle}-{rang + 1}";
        }

        /// <summary>« texte à relire », « relu le … par … », ou rien si tous ses textes ont été lus à la source.</summary>
        public string? Relecture(Echeance echeance)
        {
            ArgumentNullException.ThrowIfNull(echeance);
            if (!echeance.ARelire || echeance.Sources.Any(Dossier.DoitRelire))
            {
                return echeance.ARelire ? "texte à relire" : null;
            }

            var derniere = Dossier.Confirmations.Where(c => echeance.Sources.Any(s => s.Cle == c.Texte)).MaxBy(c => c.Le)!;
            return $"texte relu{(derniere.Le is { } le ? $" le {Francais.DateCourte(le)}" : "")}{(derniere.Par.Length > 0 ? $" par {derniere.Par}" : "")}";
        }

        private static bool EstATenir(Echeance e) =>
            e is { AccomplieLe: null, Nature: NatureDuTerme.Delai } && e.Statut != StatutDEcheance.Expire;
    }

    protected override string Rubrique => "procedure";

    [HttpGet("delais")]
    public Task<IActionResult> Index(Guid id, CancellationToken annulation) => Montrer(id, p => new Page(p), annulation);

    /// <summary>Fichier d'agenda du dossier : sa référence neutre, aucun nom.</summary>
    [HttpGet("delais.ics")]
    public async Task<IActionResult> Agenda(Guid id, CancellationToken annulation)
    {
        if (await Archives.OuvrirAsync(id, annulation) is not { } ouvert)
        {
            return NotFound();
        }

        return File(
            CalendrierIcs.Ecrire([(ouvert.Dossier.Reference, Echeancier.Dresser(ouvert.Dossier, Aujourdhui))], Maintenant),
            CalendrierIcs.TypeMime,
            $"delais-{ouvert.Dossier.Reference}.ics");
    }
}
