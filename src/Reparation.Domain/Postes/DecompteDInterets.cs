using Reparation.Domain.Commun;

namespace Reparation.Domain.Postes;

/// <summary>Ce qu'il faut pour compter les intérêts d'une condamnation. Les jours se comptent bornes comprises.</summary>
/// <param name="Principal">Somme allouée.</param>
/// <param name="Du">Premier jour d'intérêt : celui de la décision, sauf si elle en décide autrement (art. 1231-7 du code civil).</param>
/// <param name="Au">Dernier jour d'intérêt, compris.</param>
public sealed record DemandeDInterets(Montant Principal, DateOnly Du, DateOnly Au)
{
    /// <summary>Jour où la décision est devenue exécutoire : la majoration en dépend ; vide, aucune majoration.</summary>
    public DateOnly? ExecutoireLe { get; init; }

    /// <summary>Jour dont part la capitalisation par année entière, si la décision l'accorde ; vide sinon.</summary>
    public DateOnly? CapitalisationDepuis { get; init; }

    /// <summary>Paiements reçus, dans un ordre quelconque.</summary>
    public IReadOnlyList<PaiementRecu> Paiements { get; init; } = [];
}

/// <summary>Paiement reçu : les intérêts courent jusqu'à ce jour compris, puis il s'impute sur eux d'abord.</summary>
public sealed record PaiementRecu(DateOnly Le, Montant Montant, string Libelle = "");

/// <summary>Issue du compte des intérêts.</summary>
public abstract record DecompteDInterets
{
    private DecompteDInterets()
    {
    }

    /// <summary>Compte établi.</summary>
    /// <param name="Calcul">Intérêts courus, tranche par tranche.</param>
    /// <param name="Lignes">Tableau du solde, une ligne par événement.</param>
    /// <param name="PrincipalDu">Principal restant dû, intérêts capitalisés compris.</param>
    /// <param name="InteretsDus">Intérêts restant dus, non capitalisés.</param>
    /// <param name="TropPercu">Ce que les paiements dépassent la dette.</param>
    /// <param name="Avertissements">Série périmée, source de mémoire, trop-perçu.</param>
    public sealed record Etabli(
        Etape Calcul,
        IReadOnlyList<LigneDeDecompte> Lignes,
        Montant PrincipalDu,
        Montant InteretsDus,
        Montant TropPercu,
        IReadOnlyList<string> Avertissements) : DecompteDInterets
    {
        /// <summary>Reste dû à la dernière date.</summary>
        public Montant ResteDu => PrincipalDu + InteretsDus;
    }

    /// <summary>Compte impossible.</summary>
    /// <param name="Motif">Ce qui manque ou se contredit, et que faire.</param>
    public sealed record Impossible(string Motif) : DecompteDInterets;
}

/// <summary>Une ligne du tableau du solde.</summary>
/// <param name="Le">Jour.</param>
/// <param name="Libelle">Événement : « fin du compte », « paiement », « capitalisation d'une année d'intérêts ».</param>
/// <param name="Interets">Intérêts courus depuis la ligne précédente.</param>
/// <param name="Paiement">Somme reçue.</param>
/// <param name="SurInterets">Part du paiement imputée sur les intérêts.</param>
/// <param name="SurPrincipal">Part du paiement imputée sur le principal.</param>
/// <param name="Principal">Principal restant dû après l'événement.</param>
/// <param name="InteretsDus">Intérêts restant dus après l'événement.</param>
public sealed record LigneDeDecompte(
    DateOnly Le, string Libelle, Montant Interets, Montant Paiement, Montant SurInterets, Montant SurPrincipal, Montant Principal, Montant InteretsDus);
