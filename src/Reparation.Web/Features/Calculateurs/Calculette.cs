using Microsoft.AspNetCore.Mvc.ModelBinding;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Web.Features.Partage.Formulaires;

namespace Reparation.Web.Features.Calculateurs;

/// <summary>
/// Un calcul isolé passe par les règles d'un vrai dossier : un dossier d'un seul poste, évalué puis oublié. Le calculateur et le
/// chiffrage ne peuvent donc pas donner deux sommes, deux formules ou deux sources.
/// </summary>
internal static class Calculette
{
    private const string Isole = "calcul isolé";

    /// <summary>Évalue un poste seul.</summary>
    /// <param name="titre">Ce que la somme représente, à la place du nom du poste qui la porte.</param>
    public static Evaluation Evaluer(Editions editions, string titre, Domain.Dossiers.Chiffrage chiffrage, SaisiePoste saisie, Domain.Dossiers.Enfant? enfant = null)
    {
        var dossier = new Dossier
        {
            Reference = Isole,
            Pseudonyme = Isole,
            Enfant = enfant ?? new(),
            Chiffrage = chiffrage with { Postes = [saisie], MotifDeCapitalisation = Isole },
        };
        var evaluation = Chiffreur.Evaluer(dossier, editions).Directs.Single(p => p.Poste.Code == saisie.Code).Evaluation;
        return evaluation is Evaluation.Chiffree chiffree
            ? chiffree with { Calcul = chiffree.Calcul with { Libelle = titre, Sources = [] } }
            : new Evaluation.AReserver(((Evaluation.AReserver)evaluation).Motif, []);
    }

    /// <summary>Lit les réponses portées par l'adresse, après le geste demandé sur ses lignes s'il y en a un.</summary>
    /// <param name="arrange">Vrai si l'on ne fait qu'ajouter ou retirer une ligne : rien n'est encore à calculer.</param>
    public static T Lire<T>(HttpRequest requete, ModelStateDictionary etat, T depart, out bool arrange)
        where T : class
    {
        var arbre = requete.HasFormContentType ? Noeud.Lire(requete.Form) : Noeud.Lire(requete.Query);
        arrange = arbre.Appliquer(requete.HasFormContentType ? requete.Form["action"].ToString() : requete.Query["action"].ToString());
        var noeud = arbre.Membre("Saisie") ?? new();
        if (!arrange)
        {
            LecteurDeFormulaire.RetirerLesVierges(noeud, typeof(T));
        }

        var lue = new LecteurDeFormulaire(etat).Lire(depart, noeud, "Saisie");
        if (arrange)
        {
            foreach (var entree in etat.Values)
            {
                entree.Errors.Clear();
            }
        }

        return lue;
    }
}
