using Reparation.Documents.Actes.Gabarits;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Voies;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes;

/// <summary>
/// Contrôles d'avant l'impression. Un blocage interdit la version définitive et paraît en tête du projet ; un simple
/// avertissement ne fait que paraître.
/// </summary>
internal static class Blocages
{
    private const int SommesAuPlus = 5;

    // Ceux de tout acte ; un modèle demande les autres par son en-tête.
    private static readonly Func<Cas, IEnumerable<Point>>[] Communs = [Perimes, Representation, PostesVides, SommesArretees];

    private static readonly Dictionary<string, Func<Cas, IEnumerable<Point>>> AuChoix = new(StringComparer.Ordinal)
    {
        ["saisineDeLaCommission"] = SaisineDeLaCommission,
        ["caisse"] = Caisse,
        ["autorisation"] = Autorisation,
        ["provision"] = Provision,
    };

    public static string Noms => string.Join(", ", AuChoix.Keys);

    /// <summary>Vrai si l'acte demande ou compare des sommes.</summary>
    public static bool AvecSommes(Gabarit gabarit) => gabarit.Cite("demandes") || gabarit.Cite("groupes") || gabarit.Cite("offres");

    public static bool Connait(string nom) => AuChoix.ContainsKey(nom);

    public static IReadOnlyList<Point> Examiner(Gabarit gabarit, Dossier dossier, Bilan bilan, DateOnly date)
    {
        var cas = new Cas(gabarit, dossier, bilan, date);
        return [.. Communs.Concat(gabarit.Entete.Controles.Select(c => AuChoix[c])).SelectMany(controle => controle(cas))];
    }

    private static IEnumerable<Point> Perimes(Cas cas) => cas.Gabarit.Textes.Where(id => Textes.EstPerime(id, cas.Date)).Select(id =>
    {
        var dernier = Textes.Versions(id)[^1];
        return new Point(
            $"L’article {dernier.Nom} ne porte plus ce numéro depuis le {Langue.Date(dernier.Au!.Value.AddDays(1))}, et son remplaçant n’est pas connu de l’application. Relisez le texte en vigueur, puis mettez à jour l’application, ou le modèle de l’acte.",
            "procedure");
    });

    // La qualité de celui qui agit pour un mineur se prouve par son titre ; celui que la justice désigne, par une décision datée.
    private static IEnumerable<Point> Representation(Cas cas)
    {
        if (!cas.Nominatif || cas.Dossier.Enfant.DateDeNaissance is not { } naissance)
        {
            yield break;
        }

        var majorite = Ages.Majorite(naissance);
        foreach (var representant in cas.Dossier.Representants)
        {
            if (representant.Qualite == QualiteRepresentant.VictimeMajeure && majorite > cas.Date)
            {
                yield return new("La victime est dite majeure, mais elle ne l’est pas encore. Choisissez la qualité de son représentant dans la rubrique « Enfant ».", "enfant");
            }
            else if (majorite > cas.Date && string.IsNullOrWhiteSpace(representant.Titre))
            {
                yield return new("Un représentant agit sans titre. Saisissez l’acte qui lui donne qualité (livret de famille, ordonnance) dans la rubrique « Enfant ».", "enfant");
            }
            else if (majorite > cas.Date && representant is { DateDuTitre: null, Qualite: not (QualiteRepresentant.AdministrateurLegal or QualiteRepresentant.VictimeMajeure) })
            {
                yield return new("La décision qui désigne le représentant n’est pas datée. Saisissez la date de son titre dans la rubrique « Enfant ».", "enfant");
            }
        }
    }

    private static IEnumerable<Point> PostesVides(Cas cas) => !cas.AvecSommes ? [] : cas.Bilan.Tous
        .Select(p => p.Evaluation switch
        {
            Evaluation.Chiffree when p.Brut == Montant.Zero =>
                $"{p.Poste.Nom} ({p.Poste.Code}) est demandé pour 0 €. Chiffrez ce poste, réservez-le, ou retirez-le de la demande.",
            Evaluation.AReserver reserve when string.IsNullOrWhiteSpace(reserve.Motif) =>
                $"{p.Poste.Nom} ({p.Poste.Code}) est réservé sans motif. Dites pourquoi il ne peut pas être chiffré aujourd’hui.",
            _ => null,
        }).OfType<string>().Select(m => new Point(m, "chiffrage"));

    private static IEnumerable<Point> SommesArretees(Cas cas)
    {
        var choix = cas.Dossier.Chiffrage;
        if (!cas.AvecSommes || choix.Instantanes.FirstOrDefault(i => i.Id == choix.InstantaneDeReference) is not { } arrete)
        {
            yield break;
        }

        var ecarts = Instantanes.Comparer(arrete.Lignes, Instantanes.Lignes(cas.Bilan)).Where(e => e.Avant != e.Apres || e.EtatAvant != e.EtatApres).ToList();
        if (ecarts.Count > 0)
        {
            var dits = ecarts.Take(SommesAuPlus).Select(e => e.Avant == e.Apres ? $"{e.Code} : {e.EtatAvant}, puis {e.EtatApres}" : $"{e.Code} : {e.Avant} arrêtés, {e.Apres} dans l’acte").ToList();
            yield return new(
                $"Les sommes de l’acte ne sont plus celles du chiffrage arrêté « {(arrete.Libelle.Length > 0 ? arrete.Libelle : arrete.Id)} » ({string.Join(" ; ", dits)}{(ecarts.Count > SommesAuPlus ? " ; et d’autres" : "")}). Revenez au chiffrage, ou arrêtez-en un nouveau sous « Instantanés ».",
                "chiffrage");
        }
    }

    private static IEnumerable<Point> SaisineDeLaCommission(Cas cas) => Saisine.DeLaCommission(cas.Dossier) != Reponse.Inconnu ? [] :
    [
        new(
            "L’acte doit dire si la commission d’indemnisation est saisie, et si elle a indemnisé (art. 706-12 du code de procédure pénale) : l’oublier ouvre une nullité pendant deux ans. Répondez sous « Procédure », « Voies ».",
            "procedure/voies"),
    ];

    private static IEnumerable<Point> Caisse(Cas cas)
    {
        var caisses = cas.Dossier.Organismes.Where(o => o.Nature == NatureOrganisme.AssuranceMaladie).ToList();
        if (caisses.Count == 0)
        {
            yield return new(
                "Aucune caisse d’assurance maladie n’est saisie. La victime doit indiquer sa qualité d’assuré et appeler la caisse en déclaration de jugement commun, à peine d’une nullité ouverte pendant deux ans (art. L. 376-1 du code de la sécurité sociale). Ajoutez-la aux organismes de la rubrique « Enfant ».",
                "enfant");
        }

        foreach (var caisse in caisses.Where(c => c.MisEnCauseLe is null))
        {
            yield return new(
                $"La mise en cause de la caisse ({caisse.Nom}) n’est pas datée. Adressez-la par lettre recommandée, puis saisissez sa date aux organismes de la rubrique « Enfant » (art. L. 376-1 du code de la sécurité sociale).",
                "enfant");
        }
    }

    private static IEnumerable<Point> Autorisation(Cas cas) =>
        cas.Dossier.Enfant.DateDeNaissance is { } naissance && Ages.Majorite(naissance) <= cas.Date ? [] : cas.Dossier.Chiffrage.Offres
            .Where(o => o is { Suite: SuiteDOffre.Accepter or SuiteDOffre.AccepterSousReserve, AutoriseeLe: null })
            .Select(o => new Point(
                $"L’offre de {o.Auteur} serait acceptée pour un mineur sans autorisation du juge des tutelles (art. 387-1, 4° du code civil). Demandez-la d’abord, puis saisissez sa date sur la page de l’offre.",
                "chiffrage"));

    private static IEnumerable<Point> Provision(Cas cas)
    {
        var certains = Montant.Total(cas.Bilan.Directs.Where(p => p.Poste.Phase == Phase.Temporaire).Select(p => p.Demande));
        if (cas.Dossier.Chiffrage.ProvisionDemandee is { } provision && provision > certains)
        {
            yield return new($"La provision demandée ({provision}) dépasse le total des postes temporaires chiffrés ({certains}). Justifiez ce qui s’y ajoute, ou baissez-la.", "chiffrage", Bloque: false);
        }
    }

    private sealed record Cas(Gabarit Gabarit, Dossier Dossier, Bilan Bilan, DateOnly Date)
    {
        public bool Nominatif => Gabarit.Entete.Profil == "nominatif";

        public bool AvecSommes => Blocages.AvecSommes(Gabarit);
    }
}

/// <summary>Point à revoir avant signature.</summary>
internal sealed record Point(string Message, string Rubrique, bool Bloque = true);
