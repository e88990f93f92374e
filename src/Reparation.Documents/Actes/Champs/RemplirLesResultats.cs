using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Totaux, somme globale, coauteurs, sensibilité et offres, en mots.</summary>
internal sealed class RemplirLesResultats(Dossier dossier, Bilan bilan, DateOnly date, Citations citations)
{
    public ChampsTotaux Totaux()
    {
        var general = bilan.TotalDemande + bilan.TotalProches;
        return new()
        {
            Brut = bilan.TotalBrut.ToString(),
            TiersPayeurs = bilan.TotalTiersPayeurs.ToString(),
            Droit = bilan.TotalDroit.ToString(),
            Enfant = bilan.TotalEnfant.ToString(),
            Demande = bilan.TotalDemande.ToString(),
            DemandeEnLettres = EnLettres.Euros(bilan.TotalDemande),
            Proches = bilan.TotalProches.ToString(),
            General = general.ToString(),
            Provisions = bilan.Provisions.ToString(),
            Solde = bilan.Solde.ToString(),
            SoldeEnLettres = EnLettres.Euros(bilan.Solde),
            MontantReclame = general > Montant.Zero ? general.ToString()
                : dossier.Chiffrage.ProvisionDemandee is { } provision && provision > Montant.Zero ? provision.ToString() : null,
            Deductions = [.. bilan.Deductions.Select(d => new ChampsDeduction(d.Libelle, d.Montant.ToString()))],
            AvecProvisions = bilan.Provisions > Montant.Zero,
            AvecTiersPayeurs = bilan.TotalTiersPayeurs > Montant.Zero,
            AvecProches = bilan.Proches.Any(b => b.Postes.Any(p => p.Evaluation is not Evaluation.SansObjet)),
            AvecDemandes = bilan.Directs.Any(p => p.Evaluation is Evaluation.Chiffree),
            AvecSomme = bilan.TotalDemande > Montant.Zero,
        };
    }

    public ChampsGlobal? Global() => bilan.Global is not { } global ? null : new()
    {
        Montant = global.Montant.ToString(),
        EnLettres = EnLettres.Euros(global.Montant),
        Detail = global.Detail.ToString(),
        Ecart = Montant.Max(global.Ecart, Montant.Zero - global.Ecart).ToString(),
        Sens = global.Ecart < Montant.Zero ? "de plus que le détail" : "de moins que le détail",
        Retenu = global.Retenu,
        Motif = Texte(dossier.Chiffrage.Globale.Motif),
    };

    public IReadOnlyList<ChampsCoauteur> Coauteurs() =>
    [
        .. bilan.Coauteurs.Select((c, i) => new ChampsCoauteur
        {
            Repere = RemplirLesChamps.Rang("personne", i),
            Designation = Texte(c.MisEnCause.Designation),
            Du = c.Du.ToString(),
            Paye = c.Paye.ToString(),
            Charge = c.Charge?.ToString(),
        }),
    ];

    public static IReadOnlyList<ChampsVariation> Varier(IReadOnlyList<Variation> variations) =>
    [
        .. variations.Select(v => new ChampsVariation(
            v.Libelle, v.SiBas, v.Bas.ToString(), v.SiHaut, v.Haut.ToString(), v.Etendue.ToString())),
    ];

    public IReadOnlyList<ChampsOffre> Offres() =>
    [
        .. dossier.Chiffrage.Offres.Select((offre, rang) =>
        {
            var comparee = ReponseALOffre.Comparer(offre, bilan);
            return new ChampsOffre
            {
                Repere = RemplirLesChamps.Rang("offre", rang),
                Auteur = Texte(offre.Auteur),
                RecueLe = Mots.Date(offre.RecueLe),
                Reference = Texte(offre.Reference),
                Suite = offre.Suite switch
                {
                    SuiteDOffre.Accepter => "de l’accepter",
                    SuiteDOffre.AccepterSousReserve => "de l’accepter pour les postes qu’elle chiffre, en réservant tous les autres",
                    SuiteDOffre.Refuser => "de la refuser",
                    _ => null,
                },
                Acceptee = offre.Suite is SuiteDOffre.Accepter or SuiteDOffre.AccepterSousReserve,
                Refusee = offre.Suite == SuiteDOffre.Refuser,
                SousReserve = offre.Suite == SuiteDOffre.AccepterSousReserve,
                Avis = Texte(offre.Avis),
                EmploiDesFonds = Texte(offre.EmploiDesFonds),
                AutoriseeLe = Mots.Date(offre.AutoriseeLe),
                RepondreAvant = Mots.Date(RepondreAvant(offre)),
                OffertEnLettres = EnLettres.Euros(comparee.TotalOffert),
                Ventilation = RemplirLArgent.Repartir(JouissanceLegale.Offert(offre)),
                Globale = offre.Globale is not null,
                Pieces = citations.Citer(offre.Pieces),
                Postes = [.. comparee.Postes.Select(Poste)],
                Silences = Texte(Langue.Liste([.. comparee.Postes.Where(EstTu)
                    .Select(p => $"{Tournures.Minuscule(p.Nom)} ({p.Code}{(Lien(p) is { } lien ? $", {lien}" : "")})")])),
                Demande = comparee.TotalDemande.ToString(),
                Offert = comparee.TotalOffert.ToString(),
                Ecart = Langue.Euros(comparee.Ecart.Euros),
            };
        }),
    ];

    private DateOnly? RepondreAvant(OffreRecue offre) => offre is { Emetteur: EmetteurDOffre.FondsDeGarantie, RecueLe: { } recue }
        ? Echeancier.Dresser(dossier, date).Echeances.FirstOrDefault(e => e.Regle == "CIVI-REPONSE" && e.Sujet == Langue.Date(recue))?.DernierJourLegal
        : null;

    private static bool EstTu(PosteOffert poste) => poste is { Offert: null, Fondement: "", Reponse: "" };

    private string? Lien(PosteOffert poste) => poste.Proche.Length == 0
        ? null
        : dossier.Proches.FirstOrDefault(p => p.Id == poste.Proche) is { } proche ? Texte(proche.Lien) ?? "proche" : "proche";

    private ChampsPosteOffert Poste(PosteOffert poste) => new()
    {
        Repere = poste.Code,
        Nom = poste.Nom,
        Code = poste.Code,
        Proche = Lien(poste),
        Tu = EstTu(poste),
        Demande = poste.Demande.ToString(),
        Reserve = poste.Reserve,
        Offert = poste.Offert?.ToString(),
        Ecart = poste.Ecart.ToString(),
        Fondement = Texte(poste.Fondement),
        Reponse = Texte(poste.Reponse),
        Constats = [.. poste.Constats.Select(c => new ChampsControle(c))],
    };
}
