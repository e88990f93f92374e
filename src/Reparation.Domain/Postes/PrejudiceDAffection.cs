using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// PAF-D : le référentiel publie une fourchette par lien de parenté ; l'avocat choisit la ligne, puis la somme, et la motive.
/// </summary>
internal static class PrejudiceDAffection
{
    public static void Evaluer(Calcul calcul)
    {
        var referentiel = calcul.Contexte.Referentiel;
        if (referentiel is not { Affection.Count: > 0 })
        {
            calcul.Avertir("L’édition choisie ne publie pas de tableau d’affection : la fourchette ne peut pas être montrée.");
            MontantMotive.EvaluerSeul(calcul);
            return;
        }

        if (referentiel.Affection.FirstOrDefault(a => a.Code == calcul.Saisie.LigneDAffection) is not { } ligne)
        {
            calcul.Avertir(calcul.Saisie.LigneDAffection.Length == 0
                ? "Aucune ligne du tableau d’affection n’est choisie : la fourchette du référentiel ne peut pas être montrée."
                : $"La ligne « {calcul.Saisie.LigneDAffection} » n’est pas dans le tableau d’affection de l’édition choisie : en choisir une autre.");
            MontantMotive.EvaluerSeul(calcul);
            return;
        }

        Majorer(calcul, ligne);
        if (calcul.Saisie.Montant is not { } montant)
        {
            calcul.Reserver($"{ligne.Lien} : {Dire(ligne)} ({referentiel.Titre}) ; un montant reste à choisir et à motiver.");
            return;
        }

        MontantMotive.Evaluer(calcul, $"montant motivé, {ligne.Lien}, {Dire(ligne)}", referentiel.Source);
        if (montant < ligne.Min || montant > ligne.Max)
        {
            calcul.Avertir($"Le montant de {montant} sort de la fourchette du référentiel ({Dire(ligne)}).");
        }

        if (ligne.Min is { } bas)
        {
            calcul.Comparer("bas de la fourchette", ligne.Lien, bas);
        }

        if (ligne.Max is { } haut)
        {
            calcul.Comparer("haut de la fourchette", ligne.Lien, haut);
        }
    }

    private static void Majorer(Calcul calcul, LigneAffection ligne)
    {
        var majoration = Reperes.Orphelin;
        if (ligne.Code == majoration.Ligne && majoration.Editions.Contains(calcul.Contexte.Referentiel!.Id))
        {
            calcul.Avertir(
                $"Si ce proche avait déjà perdu son autre parent, l’édition admet une majoration de {Francais.Pourcent(majoration.Bas)} à "
                + $"{Francais.Pourcent(majoration.Haut)} : rien n’est ajouté ici, la somme choisie doit la dire.");
        }
    }

    private static string Dire(LigneAffection ligne) => ligne switch
    {
        { Min: { } bas, Max: { } haut } => $"fourchette de {bas} à {haut}",
        { Max: { } haut } => $"fourchette jusqu’à {haut}",
        { Min: { } bas } => $"fourchette à partir de {bas}",
        _ => "fourchette non publiée",
    };
}
