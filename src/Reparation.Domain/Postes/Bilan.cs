using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Tous les postes d'un dossier évalués, et leurs totaux. Écran, actes, tableur et essais lisent ce même objet.</summary>
/// <param name="Directs">Les vingt postes de l'enfant, dans l'ordre de la nomenclature, saisis ou non.</param>
/// <param name="Proches">Postes demandés pour chaque proche.</param>
/// <param name="Provisions">Sommes déjà reçues, à déduire une seule fois du total.</param>
/// <param name="Editions">Éditions employées, avec leur source.</param>
public sealed record Bilan(
    IReadOnlyList<PosteEvalue> Directs,
    IReadOnlyList<BilanDuProche> Proches,
    Montant Provisions,
    IReadOnlyList<Source> Editions)
{
    /// <summary>Total demandé pour l'enfant, avant déduction des sommes reçues.</summary>
    public Montant TotalEnfant => Montant.Total(Directs.Select(p => p.Demande));

    /// <summary>Total demandé pour les proches.</summary>
    public Montant TotalProches => Montant.Total(Proches.Select(p => p.Total));

    /// <summary>Total des évaluations brutes de l'enfant.</summary>
    public Montant TotalBrut => Montant.Total(Directs.Select(p => p.Brut));

    /// <summary>Total des prestations des tiers payeurs imputées.</summary>
    public Montant TotalTiersPayeurs => Montant.Total(Directs.Select(p => p.TiersPayeurs));

    /// <summary>Ce qui reste dû à l'enfant : total demandé moins sommes reçues ; jamais négatif.</summary>
    public Montant Solde => Montant.Max(TotalEnfant - Provisions, Montant.Zero);

    /// <summary>Total demandé d'un groupe de postes de l'enfant.</summary>
    public Montant Total(Famille famille, Phase phase) => Montant.Total(
        Directs.Where(p => p.Poste.Famille == famille && p.Poste.Phase == phase).Select(p => p.Demande));
}

/// <summary>Postes d'un proche.</summary>
public sealed record BilanDuProche(Proche Proche, IReadOnlyList<PosteEvalue> Postes)
{
    /// <summary>Total demandé pour ce proche.</summary>
    public Montant Total => Montant.Total(Postes.Select(p => p.Demande));
}

/// <summary>Un poste, sa saisie, son évaluation et l'imputation des tiers payeurs.</summary>
/// <param name="Poste">Définition.</param>
/// <param name="Saisie">Saisie ; celle par défaut si rien n'est saisi.</param>
/// <param name="Evaluation">Issue du calcul.</param>
/// <param name="Brut">Évaluation totale ; zéro si le poste n'est pas chiffré.</param>
/// <param name="TiersPayeurs">Prestations imputées sur ce poste.</param>
/// <param name="Demande">Part revenant à la victime, demandée.</param>
/// <param name="Alertes">Ce qui doit être vu avant d'imprimer : sans pièce, double emploi possible, source de mémoire.</param>
public sealed record PosteEvalue(
    PosteDePrejudice Poste,
    SaisiePoste Saisie,
    Evaluation Evaluation,
    Montant Brut,
    Montant TiersPayeurs,
    Montant Demande,
    IReadOnlyList<string> Alertes)
{
    /// <summary>Identifiants des pièces citées par la saisie ou par l'une de ses lignes, sans doublon.</summary>
    public IReadOnlyList<string> Pieces => Saisie.ToutesLesPieces();
}
