using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// Ce qui se plaide à l'intérieur d'un poste, avec les décisions qui l'y rangent. Aucune composante n'a de somme : elle donne
/// ses raisons au montant du poste.
/// </summary>
public static class Composantes
{
    /// <summary>Toutes les composantes, dans l'ordre de <see cref="NatureComposante"/>.</summary>
    public static IReadOnlyList<DefinitionDeComposante> Toutes { get; } =
    [
        new(
            NatureComposante.Dignite, "atteinte à la dignité", ["SE", "DFP"],
            "L’avilissement n’est pas un poste séparé : il se répare dans les souffrances endurées avant la consolidation, dans le déficit "
            + "fonctionnel permanent après. Une juridiction pénale a pu l’accorder à part ; la commission ne l’ajoute pas.",
            [Sources.PasDeDoubleEmploi]),
        new(
            NatureComposante.SituationDeProstitution, "situation de prostitution", ["SE", "DFP"],
            "Les faits, leur durée et la minorité donnent la mesure des souffrances endurées, puis du déficit permanent ; ils n’ouvrent pas "
            + "de poste propre, même exceptionnel.",
            [Sources.PasDeDoubleEmploi]),
        new(
            NatureComposante.CirculationDImages, "circulation persistante d’images", ["SE", "DFP"],
            "Aucune décision trouvée n’en fait un poste : dire la durée en ligne, l’identification possible, les découvertes répétées et les "
            + "démarches de retrait. Les frais de retrait et de veille se demandent dans les frais divers ou les dépenses futures.",
            [Sources.CirculationDImages]),
        new(
            NatureComposante.AngoisseDeMort, "angoisse de mort imminente", ["SE"],
            "Elle se répare même si la victime a survécu, en principe dans les souffrances endurées ; une ligne séparée n’est admise que si le "
            + "même préjudice n’est pas payé deux fois.",
            [Sources.AngoisseDeMort]),
        new(
            NatureComposante.Denegations, "dénégations de l’auteur", ["SE", "DFP"],
            "Après une déclaration de culpabilité, les dénégations peuvent être pesées dans le préjudice moral, que réparent les souffrances "
            + "endurées, puis le déficit permanent.",
            [Sources.Denegations, Sources.PasDeDoubleEmploi]),
        new(
            NatureComposante.SexuelTemporaire, "atteinte à la vie sexuelle avant la consolidation", ["DFT"],
            "Jusqu’à la consolidation, elle entre dans le déficit fonctionnel temporaire et peut en relever le montant journalier ; après, "
            + "c’est un poste propre (PS).",
            [Sources.SexuelTemporaire, Sources.ApresLaConsolidation]),
        new(
            NatureComposante.AgrementTemporaire, "privation temporaire des agréments de son âge", ["DFT"],
            "Jeux, sport, sorties, amis : jusqu’à la consolidation, cette privation entre dans le déficit fonctionnel temporaire ; après, "
            + "seule une activité précise se demande à part (PA).",
            [Sources.AgrementTemporaire]),
    ];

    /// <summary>Définition d'une composante.</summary>
    public static DefinitionDeComposante Trouver(NatureComposante nature) => Toutes[(int)nature];

    internal static void Evaluer(Calcul calcul)
    {
        foreach (var composante in calcul.Saisie.Composantes)
        {
            var definition = Trouver(composante.Nature);
            if (!definition.Postes.Contains(calcul.Poste.Code))
            {
                calcul.Avertir(
                    $"La composante « {definition.Nom} » n’a pas sa place dans ce poste : la porter sous {Francais.Liste(definition.Postes)}.");
                continue;
            }

            if (string.IsNullOrWhiteSpace(composante.Expose))
            {
                calcul.Avertir($"La composante « {definition.Nom} » n’est pas exposée : dire par des constats neutres et datés ce qui la montre.");
            }

            calcul.Plaider(new(composante.Nature, definition.Nom, composante.Expose, definition.Explication, definition.Sources));
        }
    }
}

/// <summary>Une composante du catalogue.</summary>
/// <param name="Nature">Nature.</param>
/// <param name="Nom">Nom, tel qu'il s'imprime.</param>
/// <param name="Postes">Codes des postes où elle se plaide.</param>
/// <param name="Explication">Pourquoi elle se plaide là et ne s'ajoute pas.</param>
/// <param name="Sources">Décisions qui la fondent.</param>
public sealed record DefinitionDeComposante(
    NatureComposante Nature, string Nom, IReadOnlyList<string> Postes, string Explication, IReadOnlyList<Source> Sources);
