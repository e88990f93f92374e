using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Capitalisation;

/// <summary>
/// Ce dont le prix d'un euro de rente dépend, au jour près.
/// <para>
/// Convention. L'âge exact x au jour de la décision compte les années révolues et les jours depuis le dernier anniversaire ;
/// les survivants s'interpolent en ligne droite entre deux âges entiers. Les arrérages tombent à chaque anniversaire de la
/// décision, à terme échu ; celui d'une année où la rente ne court qu'en partie est réduit à la part des jours où elle court.
/// Une rente coupée en deux vaut donc ses deux morceaux. Quand la décision tombe un anniversaire de naissance et que les bornes
/// en sont aussi, le prix est celui des barèmes publiés ; pour une naissance un 29 février, à un jour près.
/// </para>
/// </summary>
/// <param name="Edition">Barème.</param>
/// <param name="Sexe">Colonne suivie.</param>
/// <param name="Naissance">Naissance de la personne dont la vie mesure la rente.</param>
/// <param name="Decision">Jour de la décision : l'avenir commence ce jour-là.</param>
public sealed record DemandeDePrix(EditionCapitalisation Edition, Sexe Sexe, DateOnly Naissance, DateOnly Decision)
{
    /// <summary>Premier jour de la rente ; vide ou passé pour un départ immédiat.</summary>
    public DateOnly? Debut { get; init; }

    /// <summary>Premier jour où la rente ne court plus ; vide pour la vie entière.</summary>
    public DateOnly? Fin { get; init; }

    /// <summary>Taux en pour cent, de −5 à 10 ; vide pour le taux principal de l'édition.</summary>
    public decimal? Taux { get; init; }

    /// <summary>Méthode annuelle paramétrable : un taux et une inflation par année, à la place du taux ; vide sinon.</summary>
    public IReadOnlyList<PointDeCourbe> Courbe { get; init; } = [];

    /// <summary>Croissance annuelle du montant depuis la décision, en pour cent, de −5 à 10.</summary>
    public decimal Croissance { get; init; }

    /// <summary>Moment des paiements dans l'année.</summary>
    public MomentDesPaiements Paiements { get; init; }
}

/// <summary>Moment des paiements dans l'année.</summary>
public enum MomentDesPaiements
{
    /// <summary>Une fois par an, à terme échu, comme dans les barèmes publiés.</summary>
    Annuel,

    /// <summary>Chaque mois, à terme échu : option qui se plaide, et qu'aucun barème publié ne suit.</summary>
    Mensuel,

    /// <summary>En continu, à la manière d'Ogden : pour comparer.</summary>
    Continu,
}
