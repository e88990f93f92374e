using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Postes du bilan en mots : les sommes imprimées sont celles du bilan, aucune n'est recalculée ici.</summary>
internal sealed class RemplirLesPostes
{
    private readonly Dossier _dossier;
    private readonly Bilan _bilan;
    private readonly DateOnly _date;
    private readonly Citations _citations;
    private readonly TextesCites _textes;
    private readonly Dictionary<PosteEvalue, string> _numeros = new(ReferenceEqualityComparer.Instance);

    public RemplirLesPostes(Dossier dossier, Bilan bilan, DateOnly date, Citations citations, TextesCites textes)
    {
        (_dossier, _bilan, _date, _citations, _textes) = (dossier, bilan, date, citations, textes);

        // Le même ordre que les groupes : un numéro suit son poste du tableau à l'annexe.
        foreach (var poste in bilan.Directs.Where(EstPorte).GroupBy(p => (p.Poste.Famille, p.Poste.Phase)).SelectMany(g => g))
        {
            _numeros[poste] = RemplirLesChamps.Nombre(_numeros.Count + 1);
        }

        for (var i = 0; i < bilan.Proches.Count; i++)
        {
            var rang = 0;
            foreach (var poste in bilan.Proches[i].Postes.Where(EstPorte))
            {
                _numeros[poste] = $"P{RemplirLesChamps.Nombre(i + 1)}.{RemplirLesChamps.Nombre(++rang)}";
            }
        }
    }

    public IReadOnlyList<ChampsGroupe> Groupes() =>
    [
        .. _bilan.Directs.Where(EstPorte)
            .GroupBy(p => (p.Poste.Famille, p.Poste.Phase))
            .Select(g => new ChampsGroupe
            {
                Titre = Titre(g.Key.Famille, g.Key.Phase),
                AvecDemandes = g.Any(p => p.Evaluation is Evaluation.Chiffree),
                Postes = [.. g.Select(Poste)],
                Brut = Total(g, p => p.Brut),
                TiersPayeurs = Total(g, p => p.TiersPayeurs),
                Droit = Total(g, p => p.Droit),
                Demande = Total(g, p => p.Demande),
            }),
    ];

    public IReadOnlyList<ChampsProche> Proches() =>
    [
        .. _bilan.Proches.Where(b => b.Postes.Any(EstPorte)).Select((b, rang) => new ChampsProche
        {
            Repere = RemplirLesChamps.Rang("proche", rang),
            Nom = Texte(b.Proche.Nom),
            Initiales = Texte(b.Proche.Nom) is { } nom ? Tournures.Initiales(nom) : null,
            Lien = Texte(b.Proche.Lien),
            DateDeNaissance = Mots.Date(b.Proche.DateDeNaissance),
            Mineur = b.Proche.DateDeNaissance is { } naissance && Ages.Majorite(naissance) > _date,
            CommunauteDeVie = b.Proche.CommunauteDeVie,
            Postes = [.. b.Postes.Where(EstPorte).Select(Poste)],
            AvecDemandes = b.Postes.Any(p => p.Evaluation is Evaluation.Chiffree),
            Total = b.Total.ToString(),
            Solde = b.Solde.ToString(),
            Deductions = [.. b.Deductions.Select(d => new ChampsDeduction(d.Libelle, d.Montant.ToString()))],
        }),
    ];

    public IReadOnlyList<ChampsEtape> Recapituler() => new Recapitulation(_bilan, p => _numeros[p]).Lignes();

    /// <summary>Gains de l'exploiteur, présentés comme un poste ; rien s'ils ne sont pas demandés.</summary>
    public ChampsPoste? Gains()
    {
        if (_bilan.Gains is Evaluation.SansObjet)
        {
            return null;
        }

        var gains = _dossier.Chiffrage.Gains;
        var chiffree = _bilan.Gains as Evaluation.Chiffree;
        var montant = _bilan.TotalGains.ToString();
        var pieces = gains.Pieces.Concat(gains.Lignes.SelectMany(l => l.Pieces)).ToList();
        return Decrire("G", chiffree, _bilan.Gains as Evaluation.AReserver, []) with
        {
            Repere = "gains de l’exploiteur",
            Code = "hors nomenclature",
            Nom = "Gains retenus par l’exploiteur",
            Definition = "Somme tirée de l’exploitation de l’enfant et gardée par son auteur.",
            Methode = Texte(gains.Methode) ?? "",
            Brut = montant,
            Droit = montant,
            Demande = montant,
            Pieces = _citations.Citer(pieces),
            NumerosDesPieces = _citations.Colonne(pieces),
        };
    }

    private ChampsPoste Poste(PosteEvalue evalue)
    {
        var (poste, saisie) = (evalue.Poste, evalue.Saisie);
        var (chiffree, reserve) = (evalue.Evaluation as Evaluation.Chiffree, evalue.Evaluation as Evaluation.AReserver);
        return Decrire(_numeros[evalue], chiffree, reserve, evalue.Alertes) with
        {
            Repere = poste.Code,
            Code = poste.Code,
            Nom = poste.Nom,
            Definition = poste.Definition,
            Methode = poste.Methode,
            Mineur = Texte(poste.Mineur),
            Temporaire = poste.Phase == Phase.Temporaire,
            Recit = Texte(saisie.Recit),
            Motif = reserve is null ? Texte(saisie.Motif) : Texte(reserve.Motif),
            Constats = poste.Victime == Victime.Directe ? Constats(poste.Code) : null,
            Parametres = chiffree is null ? null : Parametres(saisie),
            Brut = evalue.Brut.ToString(),
            TiersPayeurs = evalue.TiersPayeurs.ToString(),
            AvecTiersPayeurs = evalue.TiersPayeurs > Montant.Zero,
            Droit = evalue.Droit.ToString(),
            Demande = _textes.Citer(evalue.Demande.ToString(), SourcesDe(chiffree)),
            Prestations = [.. saisie.Prestations.Select((p, i) => new ChampsPrestation
            {
                Repere = $"{poste.Code}, {RemplirLesChamps.Rang("prestation", i)}",
                Organisme = _dossier.Organismes.FirstOrDefault(o => o.Id == p.Organisme) is { } organisme ? Texte(organisme.Nom) : null,
                Nature = Texte(p.Nature),
                Montant = p.Montant.ToString(),
            })],
            Pieces = _citations.Citer(evalue.Pieces),
            NumerosDesPieces = _citations.Colonne(evalue.Pieces),
            Composantes = [.. (chiffree?.Composantes ?? []).Select((c, i) => new ChampsComposante
            {
                Repere = $"{poste.Code}, {RemplirLesChamps.Rang("composante", i)}",
                Nature = c.Nom,
                Expose = Texte(c.Expose),
                Explication = c.Explication,
                Sources = Texte(_textes.Citer(Langue.Liste([.. c.Sources.Select(s => s.Intitule)]), c.Sources)),
            })],
        };
    }

    private ChampsPoste Decrire(
        string numero, Evaluation.Chiffree? chiffree, Evaluation.AReserver? reserve, IReadOnlyList<Alerte> alertes) => new()
        {
            Repere = "",
            Numero = numero,
            Code = "",
            Nom = "",
            Definition = "",
            Methode = "",
            Motif = reserve is null ? null : Texte(reserve.Motif),
            Chiffre = chiffree is not null,
            Reserve = reserve is not null,
            Brut = Montant.Zero.ToString(),
            TiersPayeurs = Montant.Zero.ToString(),
            AvecTiersPayeurs = false,
            Droit = Montant.Zero.ToString(),
            Demande = Montant.Zero.ToString(),
            Prestations = [],
            Composantes = [],
            Sources = chiffree is null ? null : Texte(_textes.Citer(
                string.Join(" ; ", SourcesDe(chiffree).Select(s => s.Page.Length == 0 ? s.Intitule : $"{s.Intitule}, {s.Page}").Distinct()), SourcesDe(chiffree))),
            PiecesAttendues = reserve is null ? null : Texte(Langue.Liste(reserve.PiecesAttendues)),
            Etapes = chiffree is null ? [] : [.. Crayon.Lignes(chiffree.Calcul, numero, _citations)],
            Comparaisons = [.. (chiffree?.Comparaisons ?? []).Select(Comparaison)],
            Avertissements =
        [
            .. (chiffree?.Avertissements ?? []).Concat(alertes.Where(a => !a.Repondue).Select(a => a.Message))
                .Distinct().Select(a => new ChampsControle(a)),
        ],
            Reponses = [.. alertes.Where(a => a.Repondue).Select(a => new ChampsControle($"{a.Message} Réponse : {a.Reponse}"))],
        };

    private static ChampsComparaison Comparaison(Comparaison comparaison)
    {
        var (operation, precision) = Crayon.Separer(comparaison.Formule);
        return new(comparaison.Libelle, operation, precision, comparaison.Resultat.ToString());
    }

    private string? Constats(string code)
    {
        var rangs = _dossier.Retentissements.Select((r, i) => (r, i)).Where(x => x.r.Postes.Contains(code))
            .Select(x => RemplirLesChamps.Nombre(x.i + 1)).ToList();
        return rangs.Count switch
        {
            0 => null,
            1 => "constat n° " + rangs[0],
            _ => "constats n° " + Langue.Liste(rangs),
        };
    }

    private static IReadOnlyList<Source> SourcesDe(Evaluation.Chiffree? chiffree) =>
        chiffree is null ? [] : [.. Aplatir(chiffree.Calcul).SelectMany(e => e.Sources)];

    internal static string? Parametres(SaisiePoste saisie) => saisie switch
    {
        { Cotation: { } cotation } => $"cotation {Langue.Nombre(cotation)}/7",
        { TauxDeDeficit: { } taux } => $"taux {Langue.Pourcent(taux)}",
        _ => null,
    };

    private static string Total(IEnumerable<PosteEvalue> postes, Func<PosteEvalue, Montant> partie) =>
        Montant.Total(postes.Select(partie)).ToString();

    private static bool EstPorte(PosteEvalue poste) => poste.Evaluation is not Evaluation.SansObjet;

    /// <summary>Tous les pas d'un calcul, la racine d'abord.</summary>
    internal static IEnumerable<Etape> Aplatir(Etape racine) => racine.Details.SelectMany(Aplatir).Prepend(racine);
}
