using System.Globalization;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>Chiffrages figés à une date, et comparaison de deux d'entre eux.</summary>
public static class Instantanes
{
    private const string Chiffre = "chiffré";
    private const string Reserve = "à réserver";
    private const string NonDemande = "non demandé";

    /// <summary>Fige le bilan du jour. L'identifiant est le premier libre du dossier.</summary>
    public static Instantane Prendre(Dossier dossier, Bilan bilan, string libelle, DateOnly le)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        ArgumentNullException.ThrowIfNull(libelle);
        return new()
        {
            Id = Libre(dossier.Chiffrage.Instantanes),
            Libelle = libelle,
            Le = le,
            Choix = Dire(dossier.Chiffrage),
            Lignes = Lignes(bilan),
        };
    }

    /// <summary>Postes chiffrés ou à réserver du bilan ; ceux qui ne sont pas demandés n'y figurent pas.</summary>
    public static IReadOnlyList<LigneDInstantane> Lignes(Bilan bilan)
    {
        ArgumentNullException.ThrowIfNull(bilan);
        return
        [
            .. bilan.Directs.Where(EstPorte).Select(p => Ligne("", p)),
            .. bilan.Proches.SelectMany(proche => proche.Postes.Where(EstPorte).Select(p => Ligne(proche.Proche.Id, p))),
        ];
    }

    /// <summary>Compare deux chiffrages : tous les postes de l'un ou de l'autre, l'enfant d'abord, dans l'ordre de la nomenclature.</summary>
    public static IReadOnlyList<EcartDePoste> Comparer(IReadOnlyList<LigneDInstantane> avant, IReadOnlyList<LigneDInstantane> apres)
    {
        ArgumentNullException.ThrowIfNull(avant);
        ArgumentNullException.ThrowIfNull(apres);
        return
        [
            .. avant.Concat(apres)
                .Select(l => (l.Proche, l.Code))
                .Distinct()
                .OrderBy(cle => cle.Proche, StringComparer.Ordinal)
                .ThenBy(cle => Rang(cle.Code))
                .Select(cle => Ecart(cle, avant, apres)),
        ];
    }

    private static EcartDePoste Ecart(
        (string Proche, string Code) cle, IReadOnlyList<LigneDInstantane> avant, IReadOnlyList<LigneDInstantane> apres)
    {
        var (a, b) = (Trouver(avant, cle), Trouver(apres, cle));
        return new(
            cle.Code, Nomenclature.Trouver(cle.Code)?.Nom ?? cle.Code, cle.Proche,
            a?.Etat ?? NonDemande, a?.Demande ?? Montant.Zero, b?.Etat ?? NonDemande, b?.Demande ?? Montant.Zero);
    }

    private static LigneDInstantane? Trouver(IReadOnlyList<LigneDInstantane> lignes, (string Proche, string Code) cle) =>
        lignes.FirstOrDefault(l => l.Proche == cle.Proche && l.Code == cle.Code);

    private static int Rang(string code)
    {
        for (var rang = 0; rang < Nomenclature.Postes.Count; rang++)
        {
            if (Nomenclature.Postes[rang].Code == code)
            {
                return rang;
            }
        }

        return int.MaxValue;
    }

    private static bool EstPorte(PosteEvalue poste) => poste.Evaluation is not Evaluation.SansObjet;

    private static LigneDInstantane Ligne(string proche, PosteEvalue poste) => new()
    {
        Code = poste.Poste.Code,
        Proche = proche,
        Etat = poste.Evaluation is Evaluation.Chiffree ? Chiffre : Reserve,
        Evaluation = poste.Brut,
        Demande = poste.Demande,
    };

    private static string Libre(IReadOnlyList<Instantane> pris)
    {
        var rang = 1;
        while (pris.Any(i => i.Id == Id(rang)))
        {
            rang++;
        }

        return Id(rang);

        static string Id(int rang) => "instantane-" + rang.ToString(CultureInfo.InvariantCulture);
    }

    private static string Dire(Chiffrage chiffrage)
    {
        var choix = new List<string>
        {
            $"référentiel {chiffrage.Referentiel}",
            $"barème {chiffrage.Bareme}",
            chiffrage.Methode switch
            {
                MethodeDeCapitalisation.CourbeAnnuelle => "courbe annuelle de taux",
                MethodeDeCapitalisation.TauxLibre => $"taux plaidé de {Taux(chiffrage.Taux)}",
                _ => $"taux de l’édition ({Taux(chiffrage.Taux)})",
            },
            Dater("décision prévue le", chiffrage.DateDeDecision, "date de décision non saisie"),
            Dater("consolidation le", chiffrage.Consolidation, "non consolidé"),
            chiffrage.Imputation == ModeDImputation.Civi ? "devant la commission d’indemnisation" : "contre l’auteur",
        };
        if (chiffrage.PaiementMensuel)
        {
            choix.Add("rentes payées chaque mois");
        }

        if (chiffrage.Actualiser)
        {
            choix.Add("pertes passées revalorisées");
        }

        if (chiffrage.PartDuDroit is { } part)
        {
            choix.Add($"droit limité à {Francais.Pourcent(part)}");
        }

        return string.Join(Francais.Fine + "; ", choix);
    }

    private static string Taux(decimal? taux) => taux is { } points ? Francais.Pourcent(points) : "principal";

    private static string Dater(string quoi, DateOnly? date, string defaut) => date is { } jour ? $"{quoi} {Francais.Date(jour)}" : defaut;
}

/// <summary>Un poste entre deux chiffrages.</summary>
/// <param name="Code">Code du poste.</param>
/// <param name="Nom">Nom du poste.</param>
/// <param name="Proche">Proche, par identifiant ; vide pour l'enfant.</param>
/// <param name="EtatAvant">État dans le premier chiffrage.</param>
/// <param name="Avant">Part demandée dans le premier.</param>
/// <param name="EtatApres">État dans le second.</param>
/// <param name="Apres">Part demandée dans le second.</param>
public sealed record EcartDePoste(
    string Code, string Nom, string Proche, string EtatAvant, Montant Avant, string EtatApres, Montant Apres)
{
    /// <summary>Second moins premier.</summary>
    public Montant Ecart => Apres - Avant;
}
