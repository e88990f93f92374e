using Reparation.Domain.Dossiers;
using Reparation.Web.Data;
using Reparation.Web.Features.Partage;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Pieces;

/// <summary>Ce qu'un dépôt est devenu dans le dossier.</summary>
/// <param name="Admis">Vrai si le fichier est au dossier.</param>
/// <param name="Message">Ce qu'on en dit.</param>
/// <param name="Piece">Pièce qui le porte, ou rien.</param>
public sealed record IssueDeDepot(bool Admis, string Message, string? Piece = null);

/// <summary>Attache un fichier rangé à une pièce du bordereau : celle qu'on a choisie, ou une nouvelle à la suite.</summary>
public sealed class Rattachement(Archives archives)
{
    private const int Essais = 5;
    private const int TitreMaximal = 120;
    private const string SansTitre = "Pièce à intituler";

    /// <param name="piece">Identifiant d'une pièce annoncée ; vide pour en ajouter une.</param>
    /// <param name="nom">Nom du fichier chez qui le dépose : il ne sert qu'à proposer un intitulé.</param>
    public async Task<IssueDeDepot?> AttacherAsync(Guid id, FichierDePiece fichier, string piece, string nom, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(fichier);
        for (var essai = 0; essai < Essais; essai++)
        {
            if (await archives.OuvrirAsync(id, annulation) is not { } ouvert)
            {
                return null;
            }

            var dossier = ouvert.Dossier;
            if (dossier.Pieces.FirstOrDefault(p => p.Fichier?.Sha256 == fichier.Sha256) is { } deja)
            {
                return new(true, MessagesDeDepot.Doublon(deja.Numero), deja.Id);
            }

            var cible = dossier.Pieces.FirstOrDefault(p => p.Id == piece) ?? Nouvelle(dossier, nom);
            var portee = cible with { Fichier = fichier };
            var suivant = dossier with
            {
                Pieces = dossier.Pieces.Any(p => p.Id == cible.Id)
                    ? [.. dossier.Pieces.Select(p => p.Id == cible.Id ? portee : p)]
                    : [.. dossier.Pieces, portee],
            };
            switch (await archives.EnregistrerAsync(id, ouvert.Version, suivant, "Pièce déposée", annulation))
            {
                case Enregistrement.Fait:
                    return new(true, MessagesDeDepot.Deposee(portee), portee.Id);
                case Enregistrement.Refuse refus:
                    var premiere = refus.Anomalies[0];
                    return new(false, MessagesDeDepot.DossierARevoir(Chemins.EnClair(premiere.Chemin), premiere.Message));
                case Enregistrement.Introuvable:
                    return null;
            }
        }

        return new(false, MessagesDeDepot.Interrompu);
    }

    private static Piece Nouvelle(Dossier dossier, string nom) => new()
    {
        Id = Identifiants.Prendre(typeof(Piece), [.. dossier.Pieces.Select(p => p.Id)]),
        Numero = dossier.Pieces.Select(p => p.Numero).DefaultIfEmpty(0).Max() + 1,
        Titre = Titre(nom, dossier.Enfant),
        Nature = NaturePiece.Autre,
    };

    // Le nom d'un fichier porte souvent celui de l'enfant : il n'entre alors pas.
    private static string Titre(string nom, Domain.Dossiers.Enfant enfant)
    {
        var titre = Path.GetFileNameWithoutExtension(nom.Replace('\\', '/')).Replace('_', ' ').Trim();
        titre = string.Concat(titre.Where(c => !char.IsControl(c)));
        return titre.Length is 0 or > TitreMaximal || Coherence.NommeLEnfant(titre, enfant) ? SansTitre : titre;
    }
}
