using System.Globalization;
using Reparation.Documents.Actes.Champs;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Rendu.Tableur;

/// <summary>Le tableau récapitulatif : une ligne par poste, sous-totaux, totaux et solde.</summary>
internal sealed class FeuilleDeSynthese(Dossier dossier, Bilan bilan, DateOnly date, Citations citations, FeuilleDesEtapes etapes)
{
    private static readonly string[] Entetes =
        ["N°", "Poste", "Paramètres", "Pièces", "Total du poste", "Tiers payeurs", "Droit à réparation", "Demandé", "Offre", "Alloué", "Écart"];

    private const int Brut = 4;
    private const int Tiers = 5;
    private const int Droit = 6;
    private const int Demande = 7;
    private const int Offre = 8;

    private readonly List<IReadOnlyList<Case?>> _rangees = [];
    private readonly OffreComparee? _offre = dossier.Chiffrage.Offres.MaxBy(o => o.RecueLe) is { } derniere
        ? ReponseALOffre.Comparer(derniere, bilan)
        : null;

    private int _numero;

    public Feuille Ecrire()
    {
        _rangees.Add([new(dossier.Fictif ? "Chiffrage (dossier fictif)" : "Chiffrage", Aspect.Titre)]);
        _rangees.Add([new(
            $"{dossier.Reference}, {Langue.Date(date)}. Les sommes se recalculent depuis la feuille « Étapes » ; la colonne « Alloué » est à remplir.",
            Aspect.Petit)]);
        _rangees.Add([.. Entetes.Select(e => new Case(e, Aspect.Entete))]);
        Enfant();
        for (var i = 0; i < bilan.Proches.Count; i++)
        {
            Proche(bilan.Proches[i], i + 1);
        }

        return new("Synthèse", [6, 46, 20, 12, 17, 17, 17, 17, 17, 17, 17], 3, _rangees);
    }

    private void Enfant()
    {
        var sousTotaux = new List<int>();
        foreach (var groupe in bilan.Directs.Where(p => p.Evaluation is not Evaluation.SansObjet).GroupBy(p => (p.Poste.Famille, p.Poste.Phase)))
        {
            _rangees.Add([null, new(Mots.Titre(groupe.Key.Famille, groupe.Key.Phase), Aspect.Groupe)]);
            var premiere = _rangees.Count;
            foreach (var poste in groupe)
            {
                Poste(poste, RemplirLesChamps.Nombre(++_numero), "");
            }

            sousTotaux.Add(_rangees.Count);
            Total("Sous-total", [.. groupe], c => $"SUM({Classeur.Adresse(c, premiere)}:{Classeur.Adresse(c, _rangees.Count - 1)})");
        }

        var total = _rangees.Count;
        Total("Total du détail pour l’enfant", bilan.Directs, c => Somme(sousTotaux.Select(r => Classeur.Adresse(c, r))));
        var termes = new List<string> { Classeur.Adresse(Demande, total) };
        if (bilan.Global is { Retenu: true } globale)
        {
            termes = [Ligne("Somme globale demandée à la place du détail", globale.Montant, null)];
        }

        if (bilan.Gains is Evaluation.Chiffree gains)
        {
            termes.Add(Ligne("Gains retenus par l’exploiteur, hors nomenclature", bilan.TotalGains, etapes.Ajouter(gains.Calcul, "G")));
        }

        var demande = termes is [var seul] && bilan.Global is not { Retenu: true }
            ? seul
            : Ligne("Total demandé pour l’enfant", bilan.TotalDemande, Somme(termes), total: true);
        Solder(demande, bilan.Deductions, bilan.Solde);
    }

    private void Proche(BilanDuProche proche, int rang)
    {
        var postes = proche.Postes.Where(p => p.Evaluation is not Evaluation.SansObjet).ToList();
        if (postes.Count == 0)
        {
            return;
        }

        // Le lien suffit : le nom d'un proche n'a rien à faire dans un tableur.
        var nom = $"Proche n° {RemplirLesChamps.Nombre(rang)}{(proche.Proche.Lien.Length == 0 ? "" : $" ({proche.Proche.Lien})")}";
        _rangees.Add([null, new(nom, Aspect.Groupe)]);
        var premiere = _rangees.Count;
        for (var i = 0; i < postes.Count; i++)
        {
            Poste(postes[i], $"P{RemplirLesChamps.Nombre(rang)}.{RemplirLesChamps.Nombre(i + 1)}", proche.Proche.Id);
        }

        var total = _rangees.Count;
        Total("Total de ce proche", postes, c => $"SUM({Classeur.Adresse(c, premiere)}:{Classeur.Adresse(c, total - 1)})");
        Solder(Classeur.Adresse(Demande, total), proche.Deductions, proche.Solde);
    }

    private void Poste(PosteEvalue poste, string numero, string proche)
    {
        var rangee = _rangees.Count;
        var chiffree = poste.Evaluation as Evaluation.Chiffree;
        Case? offre = _offre?.Postes.FirstOrDefault(o => o.Code == poste.Poste.Code && o.Proche == proche)?.Offert is { } offert ? new(offert.Euros, Aspect.Euros) : null;
        List<Case?> cases =
        [
            new(numero, Aspect.Texte), new($"{poste.Poste.Nom} ({poste.Poste.Code})", Aspect.Texte),
            new(chiffree is null ? "" : RemplirLesPostes.Parametres(poste.Saisie) ?? "", Aspect.Texte),
            new(RenvoiDePiece.Oter(citations.Colonne(poste.Pieces) ?? ""), Aspect.Texte),
        ];
        if (chiffree is null)
        {
            cases.AddRange([null, null, null, new("réservé", Aspect.Texte), offre, null, null]);
        }
        else
        {
            var part = Montant.Arrondir(poste.Brut.Euros * bilan.PartDuDroit) == poste.Droit
                ? bilan.PartDuDroit == 1
                    ? Classeur.Adresse(Brut, rangee)
                    : $"ROUND({Classeur.Adresse(Brut, rangee)}*{bilan.PartDuDroit.ToString(CultureInfo.InvariantCulture)},2)"
                : null;
            cases.AddRange(
            [
                new(poste.Brut.Euros, Aspect.Euros, etapes.Ajouter(chiffree.Calcul, numero)),
                new(poste.TiersPayeurs.Euros, Aspect.Euros),
                new(poste.Droit.Euros, Aspect.Euros, part),
                new(poste.Demande.Euros, Aspect.Euros, $"{Classeur.Adresse(Droit, rangee)}-{Classeur.Adresse(Tiers, rangee)}"),
                offre,
                null,
                Difference(rangee, poste.Demande.Euros, (decimal?)offre?.Valeur),
            ]);
        }

        _rangees.Add(cases);
    }

    private static Case Difference(int rangee, decimal demande, decimal? offre)
    {
        var (d, o) = (Classeur.Adresse(Demande, rangee), Classeur.Adresse(Offre, rangee));
        return new(offre is { } offerte ? demande - offerte : "", Aspect.Euros, $"IF({o}=\"\",\"\",{d}-{o})");
    }

    private void Total(string libelle, IReadOnlyList<PosteEvalue> postes, Func<int, string> formule)
    {
        Case Somme(int colonne, Func<PosteEvalue, Montant> partie) =>
            new(Montant.Total(postes.Select(partie)).Euros, Aspect.TotalEuros, formule(colonne));

        _rangees.Add(
        [
            new("", Aspect.TotalTexte), new(libelle, Aspect.TotalTexte), new("", Aspect.TotalTexte), new("", Aspect.TotalTexte),
            Somme(Brut, p => p.Brut), Somme(Tiers, p => p.TiersPayeurs), Somme(Droit, p => p.Droit), Somme(Demande, p => p.Demande),
        ]);
    }

    private void Solder(string total, IReadOnlyList<Deduction> deductions, Montant solde)
    {
        if (deductions.Count == 0)
        {
            return;
        }

        // Le payeur peut être une personne : la nature et la date suffisent à refaire la somme.
        var recues = deductions.Select(d => Ligne(
            $"À déduire : {Mots.De(d.Versement.Genre)}{(d.Versement.Date is { } le ? $" du {Langue.Date(le)}" : "")}", d.Montant, null)).ToList();
        Ligne("Solde", solde, $"MAX(0,{total}-{Somme(recues)})", total: true);
    }

    private string Ligne(string libelle, Montant montant, string? formule, bool total = false)
    {
        var (texte, somme) = total ? (Aspect.TotalTexte, Aspect.TotalEuros) : (Aspect.Texte, Aspect.Euros);
        var cases = new Case?[Demande + 1];
        (cases[1], cases[Demande]) = (new(libelle, texte), new(montant.Euros, somme, formule));
        _rangees.Add(cases);
        return Classeur.Adresse(Demande, _rangees.Count - 1);
    }

    private static string Somme(IEnumerable<string> adresses) => $"SUM({string.Join(',', adresses)})";
}
