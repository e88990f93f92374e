using System.Collections.Frozen;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Postes;

/// <summary>Évalue tous les postes d'un dossier. Fonction pure : mêmes saisies, mêmes éditions, mêmes sommes.</summary>
public static class Chiffreur
{
    private static readonly FrozenDictionary<string, Action<Calcul>> Regles = new Dictionary<string, Action<Calcul>>
    {
        ["DSA"] = DepensesProuvees.Evaluer,
        ["FD"] = static calcul =>
        {
            Frais(calcul);
            AideHumaineTemporaire.Evaluer(calcul);
        },
        ["PGPA"] = static calcul =>
        {
            PertesDeRevenus.Evaluer(calcul);
            MontantMotive.Completer(calcul, calcul.Saisie.Pertes.Count == 0);
        },
        ["DSF"] = DepensesEtRentes,
        ["FLA"] = DepensesEtRentes,
        ["FVA"] = DepensesEtRentes,
        ["ATP"] = RentesCapitalisees.Evaluer,
        ["PGPF"] = static calcul =>
        {
            ScenariosDeCarriere.Evaluer(calcul);
            RentesCapitalisees.Evaluer(calcul);
        },
        ["IP"] = static calcul =>
        {
            RentesCapitalisees.Evaluer(calcul);
            MontantMotive.Completer(calcul, calcul.Saisie.Rentes.Count == 0);
        },
        ["PSU"] = PrejudiceScolaire.Evaluer,
        ["DFT"] = static calcul => AvecComposantes(calcul, DeficitFonctionnelTemporaire.Evaluer),
        ["SE"] = static calcul => AvecComposantes(calcul, PrejudiceCote.Evaluer),
        ["PET"] = MontantMotive.EvaluerSeul,
        ["DFP"] = static calcul => AvecComposantes(calcul, DeficitFonctionnelPermanent.Evaluer),
        ["PA"] = MontantMotive.EvaluerSeul,
        ["PEP"] = PrejudiceCote.Evaluer,
        ["PS"] = MontantMotive.EvaluerSeul,
        ["PE"] = MontantMotive.EvaluerSeul,
        ["PPE"] = MontantMotive.EvaluerSeul,
        ["PEV"] = MontantMotive.EvaluerSeul,
        ["FO"] = DepensesProuvees.Evaluer,
        ["PRP-D"] = static calcul =>
        {
            PertesDeRevenus.Evaluer(calcul);
            PertesDuFoyer.Evaluer(calcul);
            MontantMotive.Completer(calcul, calcul.Saisie is { Pertes.Count: 0, Foyers.Count: 0 });
        },
        ["FDP-D"] = Frais,
        ["PACC"] = MontantMotive.EvaluerSeul,
        ["PAF-D"] = PrejudiceDAffection.Evaluer,
        ["PRP-S"] = static calcul =>
        {
            PertesDeRevenus.Evaluer(calcul);
            RentesCapitalisees.Evaluer(calcul);
            MontantMotive.Completer(calcul, calcul.Saisie is { Pertes.Count: 0, Rentes.Count: 0 });
        },
        ["FDP-S"] = Frais,
        ["PAF-S"] = MontantMotive.EvaluerSeul,
        ["PEX-S"] = MontantMotive.EvaluerSeul,
    }.ToFrozenDictionary();

    // Un poste sans saisie en reçoit une vierge, toujours la même : elle est immuable.
    private static readonly FrozenDictionary<string, SaisiePoste> Vierges =
        Nomenclature.Postes.ToFrozenDictionary(p => p.Code, p => new SaisiePoste { Code = p.Code });

    private static readonly PosteDePrejudice[] PostesDeLEnfant =
        [.. Nomenclature.Postes.Where(p => p.Victime == Victime.Directe)];

    /// <summary>Bilan complet du dossier.</summary>
    public static Bilan Evaluer(Dossier dossier, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(editions);
        var contexte = new Contexte(dossier, editions);
        var saisies = Indexer(dossier.Chiffrage.Postes);
        var directs = new List<PosteEvalue>(PostesDeLEnfant.Length);
        foreach (var poste in PostesDeLEnfant)
        {
            directs.Add(EvaluerPoste(poste, saisies.GetValueOrDefault(poste.Code), contexte));
        }

        var proches = dossier.Proches.Select(p => EvaluerProche(p, contexte with { Proche = p })).ToList();
        var sources = new List<Source>();
        directs.ForEach(p => Recenser(p, sources));
        foreach (var poste in proches.SelectMany(p => p.Postes))
        {
            Recenser(poste, sources);
        }

        var bilan = new Bilan(directs, proches, sources)
        {
            Referentiel = contexte.Referentiel,
            Bareme = contexte.Bareme,
            Mode = contexte.Chiffrage.Imputation,
            PartDuDroit = contexte.PartDuDroit,
            Deductions = SommesRecues.Deduire(dossier, ""),
            Gains = GainsDeLExploiteur.Evaluer(contexte.Chiffrage),
        };
        if (contexte.Chiffrage.Globale is { Montant: { } globale } demande)
        {
            bilan = bilan with { Global = new(globale, bilan.TotalEnfant, demande.Retenue) };
        }

        return bilan with
        {
            Coauteurs = Coauteurs.Etablir(dossier, bilan),
            Alertes = Alertes.Relever(new DossierVu(contexte, bilan)),
        };
    }

    private static BilanDuProche EvaluerProche(Proche proche, Contexte contexte)
    {
        var saisies = Indexer(proche.Postes);
        var postes = new List<PosteEvalue>(saisies.Count);
        foreach (var poste in Nomenclature.Postes)
        {
            if (saisies.TryGetValue(poste.Code, out var saisie))
            {
                postes.Add(EvaluerPoste(poste, saisie, contexte));
            }
        }

        return new(proche, postes) { Deductions = SommesRecues.Deduire(contexte.Dossier, proche.Id) };
    }

    private static Dictionary<string, (SaisiePoste Saisie, bool Doublon)> Indexer(IReadOnlyList<SaisiePoste> saisies)
    {
        var index = new Dictionary<string, (SaisiePoste Saisie, bool Doublon)>(saisies.Count, StringComparer.Ordinal);
        foreach (var saisie in saisies)
        {
            index[saisie.Code] = index.TryGetValue(saisie.Code, out var premiere) ? (premiere.Saisie, true) : (saisie, false);
        }

        return index;
    }

    private static PosteEvalue EvaluerPoste(
        PosteDePrejudice poste, (SaisiePoste? Saisie, bool Doublon) entree, Contexte contexte)
    {
        var saisie = entree.Saisie ?? Vierges[poste.Code];
        var evaluation = EvaluerSaisie(poste, saisie, contexte);
        var brut = evaluation is Evaluation.Chiffree chiffree ? chiffree.Montant : Montant.Zero;
        var (imputation, parTiers) = Imputation.Imputer(poste, saisie, brut, contexte);
        return new(
            poste, saisie, evaluation, brut, imputation.TiersPayeur, imputation.Victime,
            entree.Saisie is null ? [] : Alertes.Relever(new PosteVu(poste, saisie, evaluation, entree.Doublon, contexte)))
        {
            ParTiers = parTiers,
        };
    }

    private static Evaluation EvaluerSaisie(PosteDePrejudice poste, SaisiePoste saisie, Contexte contexte)
    {
        if (saisie.Choix == ChoixPoste.SansObjet)
        {
            return new Evaluation.SansObjet(Motif(saisie, "Poste non demandé, par choix."));
        }

        if (saisie.Choix == ChoixPoste.Reserver)
        {
            return new Evaluation.AReserver(Motif(saisie, "Poste réservé dans l’attente des pièces."), poste.Pieces);
        }

        if (poste.AttendLaConsolidation && contexte.Consolidation is null)
        {
            return AvantLaConsolidation.Reserver(poste, contexte);
        }

        if (saisie.EstVierge())
        {
            return new Evaluation.SansObjet("Aucune saisie : poste non demandé à ce jour.");
        }

        var calcul = new Calcul(poste, saisie, contexte);
        ConditionsDesProches.Verifier(calcul);
        Regles[poste.Code](calcul);
        return calcul.Conclure();
    }

    private static string Motif(SaisiePoste saisie, string defaut) =>
        string.IsNullOrWhiteSpace(saisie.Motif) ? defaut : saisie.Motif;

    private static void Frais(Calcul calcul)
    {
        DepensesProuvees.Evaluer(calcul);
        Deplacements.Evaluer(calcul);
    }

    private static void AvecComposantes(Calcul calcul, Action<Calcul> regle)
    {
        regle(calcul);
        Composantes.Evaluer(calcul);
    }

    private static void DepensesEtRentes(Calcul calcul)
    {
        DepensesProuvees.Evaluer(calcul);
        RentesCapitalisees.Evaluer(calcul);
    }

    private static void Recenser(PosteEvalue poste, List<Source> sources)
    {
        if (poste.Evaluation is Evaluation.Chiffree chiffree)
        {
            Recenser(chiffree.Calcul, sources);
        }
    }

    private static void Recenser(Etape etape, List<Source> sources)
    {
        // Parcours par rang : ce chemin est suivi pour chaque ligne de chaque poste, sans rien allouer.
        for (var rang = 0; rang < etape.Sources.Count; rang++)
        {
            if (etape.Sources[rang] is { Genre: GenreSource.Edition } source && !sources.Contains(source))
            {
                sources.Add(source);
            }
        }

        for (var rang = 0; rang < etape.Details.Count; rang++)
        {
            Recenser(etape.Details[rang], sources);
        }
    }
}
