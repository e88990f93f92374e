using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Sommes déjà reçues : chacune se retire une fois et une seule, du total ou du poste qu'elle répare.</summary>
internal static class SommesRecues
{
    /// <summary>
    /// Vrai pour une indemnité d'un autre débiteur allouée pour un poste : devant la commission, elle se retire de ce poste
    /// (art. 706-9 du code de procédure pénale) et non du total.
    /// </summary>
    public static bool VientSurUnPoste(Versement versement, ModeDImputation mode) =>
        mode == ModeDImputation.Civi && versement is { Genre: GenreVersement.AutreIndemnite, Poste.Length: > 0 };

    /// <summary>Sommes reçues par une personne, à retirer de son total.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="proche">Identifiant du proche ; vide pour l'enfant.</param>
    public static IReadOnlyList<Deduction> Deduire(Dossier dossier, string proche)
    {
        var deductions = new List<Deduction>();
        foreach (var versement in dossier.Versements)
        {
            if (versement.Proche == proche && !VientSurUnPoste(versement, dossier.Chiffrage.Imputation))
            {
                deductions.Add(new(Nommer(versement, dossier), versement.Montant, versement));
            }
        }

        return deductions;
    }

    private static string Nommer(Versement versement, Dossier dossier)
    {
        var payeur = versement.Payeur.Trim();
        if (versement.Genre == GenreVersement.PaiementDeLAuteur && payeur.Length == 0)
        {
            payeur = dossier.MisEnCause.FirstOrDefault(m => m.Id == versement.MisEnCause)?.Designation ?? "";
        }

        var par = payeur.Length > 0 ? $" par {payeur}" : "";
        var quoi = versement.Genre switch
        {
            GenreVersement.PaiementDeLAuteur => payeur.Length > 0 ? $"paiement de l’auteur ({payeur})" : "paiement de l’auteur",
            GenreVersement.AutreIndemnite => $"indemnité d’un autre débiteur, versée{par}",
            GenreVersement.AvanceDuSarvi => "avance du SARVI",
            GenreVersement.PaiementDeLAgrasc => "paiement de l’AGRASC sur les avoirs confisqués",
            _ => $"provision versée{par}",
        };
        var quand = versement.Date is { } date ? $", le {Francais.Date(date)}" : ", date non saisie";
        var pour = versement.Poste.Length == 0
            ? ""
            : $", allouée pour le poste {Nomenclature.Trouver(versement.Poste)?.Nom ?? versement.Poste}";
        return quoi + quand + pour;
    }
}
