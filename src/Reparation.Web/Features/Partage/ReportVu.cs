using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Features.Partage;

/// <summary>Ce que le chiffrage changerait s'il suivait le plan : les lignes, et chaque poste en euros.</summary>
/// <param name="Mouvements">Lignes ajoutées, changées ou retirées.</param>
/// <param name="Ecarts">Postes qui bougeraient.</param>
/// <param name="Doubles">Coûts qui seraient alors demandés à la main et par le plan.</param>
public sealed record ReportVu(
    IReadOnlyList<MouvementDeReport> Mouvements, IReadOnlyList<EcartDePoste> Ecarts, IReadOnlyList<string> Doubles)
{
    public Montant Difference => Montant.Total(Ecarts.Select(e => e.Ecart));

    public static ReportVu De(Dossier dossier, Editions editions)
    {
        var mouvements = ReportAuxPostes.Mouvements(dossier);
        if (mouvements.Count == 0)
        {
            return new([], [], []);
        }

        var apres = Chiffreur.Evaluer(ReportAuxPostes.Reporter(dossier), editions);
        return new(
            mouvements,
            [
                .. Instantanes.Comparer(Instantanes.Lignes(Chiffreur.Evaluer(dossier, editions)), Instantanes.Lignes(apres))
                    .Where(e => e.Avant != e.Apres || e.EtatAvant != e.EtatApres),
            ],
            [.. apres.Directs.SelectMany(p => p.Alertes.Where(a => a.Regle == ReportAuxPostes.RegleDuDouble).Select(a => $"{p.Poste.Code} : {a.Message}"))]);
    }

    /// <summary>Somme d'un poste, ou son état s'il n'est pas chiffré.</summary>
    public static string Dire(string etat, Montant somme) => etat == "chiffré" ? somme.ToString() : etat;

    /// <summary>« + 260,00 € », « – » si rien ne bouge.</summary>
    public static string Signer(Montant ecart) => ecart == Montant.Zero ? "–" : (ecart > Montant.Zero ? "+ " : "") + ecart;
}
