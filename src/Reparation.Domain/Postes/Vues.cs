using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Ce qu'une règle de contrôle voit d'un poste.</summary>
internal sealed record PosteVu(PosteDePrejudice Poste, SaisiePoste Saisie, Evaluation Evaluation, bool Doublon, Contexte Contexte)
{
    public string Code => Poste.Code;

    public bool EstChiffre => Evaluation is Evaluation.Chiffree;

    public bool EstDemande => Saisie.Choix == ChoixPoste.Demander;

    public DateOnly? Consolidation => Contexte.Consolidation;

    /// <summary>Saisie demandée d'un autre poste de la même personne, ou rien.</summary>
    public SaisiePoste? Autre(string code) => Chercher(Contexte.Proche?.Postes ?? Contexte.Chiffrage.Postes, code);

    /// <summary>Saisie demandée d'un poste de l'enfant, ou rien.</summary>
    public SaisiePoste? DeLEnfant(string code) => Chercher(Contexte.Chiffrage.Postes, code);

    /// <summary>Vrai si la saisie plaide cette composante.</summary>
    public static bool Plaide(SaisiePoste? saisie, NatureComposante nature)
    {
        for (var rang = 0; rang < (saisie?.Composantes.Count ?? 0); rang++)
        {
            if (saisie!.Composantes[rang].Nature == nature)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Vrai si l'une des lignes répond au critère.</summary>
    public static bool Une<T>(IReadOnlyList<T> lignes, Func<T, bool> critere)
    {
        for (var rang = 0; rang < lignes.Count; rang++)
        {
            if (critere(lignes[rang]))
            {
                return true;
            }
        }

        return false;
    }

    private static SaisiePoste? Chercher(IReadOnlyList<SaisiePoste> saisies, string code)
    {
        for (var rang = 0; rang < saisies.Count; rang++)
        {
            if (saisies[rang].Code == code && saisies[rang].Choix == ChoixPoste.Demander)
            {
                return saisies[rang];
            }
        }

        return null;
    }
}

/// <summary>Ce qu'une règle de contrôle voit du dossier entier.</summary>
internal sealed record DossierVu(Contexte Contexte, Bilan Bilan)
{
    public Dossier Dossier => Contexte.Dossier;

    public Chiffrage Chiffrage => Contexte.Chiffrage;
}
