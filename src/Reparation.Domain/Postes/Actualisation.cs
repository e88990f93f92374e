using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>
/// Revalorisation, au jour de la décision, des pertes économiques passées : le juge la doit si on la lui demande. Elle s'ajoute
/// au poste par une ligne propre ; les lignes d'origine restent telles que les pièces les prouvent.
/// </summary>
public static class Actualisation
{
    /// <summary>Série dont les revalorisations se servent.</summary>
    public const string Indice = "ipc-hors-tabac";

    /// <summary>Ligne de revalorisation d'un poste ; nulle si rien n'est à revaloriser.</summary>
    internal static Etape? Revaloriser(Calcul calcul, IReadOnlyList<Etape> lignes)
    {
        if (!calcul.Contexte.Chiffrage.Actualiser || calcul.Poste.Famille != Famille.Patrimonial || !lignes.Any(EstDatee))
        {
            return null;
        }

        if (calcul.Contexte.Chiffrage.DateDeDecision is not { } decision)
        {
            calcul.Avertir("La revalorisation est demandée, mais la date de décision manque : aucune somme passée n’est revalorisée.");
            return null;
        }

        if (calcul.Contexte.Editions.TrouverSerie(Indice) is not { } indice)
        {
            calcul.Avertir("La revalorisation est demandée, mais aucun indice des prix n’est disponible : aucune somme passée n’est revalorisée.");
            return null;
        }

        var details = new List<Etape>();
        foreach (var ligne in lignes)
        {
            Ajouter(calcul, ligne, decision, indice, details);
        }

        if (details.Count == 0)
        {
            return null;
        }

        if (indice.Perimee(decision))
        {
            calcul.Avertir(indice.Peremption);
        }

        return Etape.Somme($"revalorisation des sommes passées au {Francais.Date(decision)}", details, Fondement(indice));
    }

    /// <summary>Vrai si une somme passée d'avant ce jour attend sa revalorisation.</summary>
    internal static bool Attend(Etape etape, DateOnly avant)
    {
        if (etape.ValeurAu is { } valeur)
        {
            return valeur < avant && etape.Resultat > Montant.Zero;
        }

        for (var rang = 0; rang < etape.Details.Count; rang++)
        {
            if (Attend(etape.Details[rang], avant))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EstDatee(Etape etape) => etape.ValeurAu is not null || etape.Details.Any(EstDatee);

    private static void Ajouter(Calcul calcul, Etape ligne, DateOnly decision, SerieDatee indice, List<Etape> details)
    {
        if (ligne.ValeurAu is not { } valeur)
        {
            foreach (var detail in ligne.Details)
            {
                Ajouter(calcul, detail, decision, indice, details);
            }

            return;
        }

        // L'étape datée emporte ses détails : les revaloriser aussi compterait deux fois la même érosion.
        if (valeur >= decision || ligne.Resultat == Montant.Zero)
        {
            return;
        }

        if (indice.ValeurAu(valeur) is not { } ancien)
        {
            calcul.Avertir(
                $"« {ligne.Libelle} » n’est pas revalorisé : l’indice commence au {Francais.Date(indice.PremiereDate)}.");
            return;
        }

        if (indice.Perimee(valeur))
        {
            calcul.Avertir(
                $"« {ligne.Libelle} » n’est pas revalorisé : l’indice de {Francais.Mois(valeur)} n’est pas dans la série, qui s’arrête au {Francais.Date(indice.DerniereDate)}.");
            return;
        }

        var nouveau = indice.ValeurAu(decision)!.Value;
        var revalorisee = Montant.Arrondir(ligne.Resultat.Euros * nouveau / ancien);
        details.Add(new(
            $"{ligne.Libelle}, valeur de {Francais.Mois(valeur)}",
            $"{ligne.Resultat} × {Francais.Nombre(nouveau)} ({Francais.Mois(indice.EffetAu(decision)!.Value)}) ÷ {Francais.Nombre(ancien)} ({Francais.Mois(valeur)}) = {revalorisee} ; "
            + $"{revalorisee} − {ligne.Resultat}",
            revalorisee - ligne.Resultat,
            Fondement(indice))
        {
            Pieces = ligne.Pieces,
        });
    }

    private static IReadOnlyList<Source> Fondement(SerieDatee indice) => [Sources.Actualisation, indice.Source];
}
