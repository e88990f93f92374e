using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Voies;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Blocs.Graphiques;

/// <summary>Ce qu'une frise montre, avant d'être placé.</summary>
internal sealed record EvenementDeFrise(GenreDeRepere Genre, string Libelle, DateOnly Du, DateOnly Au);

/// <summary>Réunit ce qui est daté dans un dossier, sous des noms courts et neutres.</summary>
internal static class EvenementsDeFrise
{
    public static IReadOnlyList<EvenementDeFrise> Reunir(Dossier dossier, EtatDesDroits droits)
    {
        List<EvenementDeFrise> vecus = [.. Faits(dossier), .. Actes(dossier.Procedure)];
        List<EvenementDeFrise> dates = [.. vecus, .. Delais(droits.Delais.Echeances)];

        // Un âge atteint avant le premier fait n'a rien changé ; un dossier sans autre date n'a pas de frise.
        return dates.Count == 0 ? [] : [.. dates, .. Ages(droits.Delais.Ages, dates.Min(e => e.Du))];
    }

    private static IEnumerable<EvenementDeFrise> Faits(Dossier dossier) => dossier.Faits
        .Where(f => f.Du is not null).OrderBy(f => f.Du).ThenBy(f => f.Au ?? f.Du)
        .Select((f, i) => (Du: f.Du!.Value, Au: f.Au ?? f.Du!.Value, Rang: i + 1))
        .Select(f => new EvenementDeFrise(
            GenreDeRepere.Fait,
            $"fait n° {Langue.Nombre(f.Rang)}, {Langue.DateCourte(f.Du)}{(f.Au == f.Du ? "" : " – " + Langue.DateCourte(f.Au))}",
            f.Du, f.Au < f.Du ? f.Du : f.Au));

    private static IEnumerable<EvenementDeFrise> Actes(Procedure procedure)
    {
        var actes = procedure.Actes.Where(a => a.Le is not null).Select(a => (Le: a.Le!.Value, Nom: Nommer(a.Genre))).ToList();
        if (procedure.PlainteLe is { } plainte)
        {
            actes.Add((plainte, Nommer(GenreActe.Plainte)));
        }

        if (procedure.AudienceLe is { } audience)
        {
            actes.Add((audience, "audience pénale"));
        }

        actes.AddRange(procedure.Decisions.Where(d => d.Date is not null).Select(d => (d.Date!.Value, d.Definitive ? "décision définitive" : "décision")));
        return actes.Distinct().Select(a => new EvenementDeFrise(GenreDeRepere.Acte, $"{Langue.DateCourte(a.Le)} : {a.Nom}", a.Le, a.Le));
    }

    private static IEnumerable<EvenementDeFrise> Ages(IReadOnlyList<AgeQuiCompte> ages, DateOnly premier) => ages
        .Where(a => a.Le >= premier)
        .Select(a => new EvenementDeFrise(GenreDeRepere.Age, $"{a.Libelle}, {Langue.DateCourte(a.Le)}", a.Le, a.Le));

    private static IEnumerable<EvenementDeFrise> Delais(IReadOnlyList<Echeance> echeances) => echeances
        .Where(e => e is { AccomplieLe: null, JourDAlerte: not null, Nature: not NatureDuTerme.Date })
        .DistinctBy(e => (e.Regle, e.JourDAlerte, e.Statut))
        .Select(e => (Echeance: e, Le: e.JourDAlerte!.Value))
        .Select(e => new EvenementDeFrise(
            GenreDeRepere.Delai, $"{Langue.DateCourte(e.Le)} : {Regles.Trouver(e.Echeance.Regle)!.Abrege}{Etat(e.Echeance)}", e.Le, e.Le));

    private static string Etat(Echeance echeance) => echeance switch
    {
        { Nature: NatureDuTerme.Ouverture, Statut: not StatutDEcheance.NonOuvert } => " (voie ouverte)",
        { Statut: StatutDEcheance.Expire, Apparente: true } => " (passé, à vérifier)",
        { Statut: StatutDEcheance.Expire } => " (passé)",
        { Statut: StatutDEcheance.ForclosRelevePossible } => " (relevé possible)",
        { Apparente: true } => " (apparent)",
        _ => "",
    };

    // Noms plus courts que ceux des formulaires : ils tiennent à côté d'une marque.
    private static string Nommer(GenreActe genre) => genre switch
    {
        GenreActe.Plainte => "plainte",
        GenreActe.PlainteAvecPartieCivile => "plainte avec partie civile",
        GenreActe.AvisDeClassement => "avis de classement",
        GenreActe.ActeInterruptif => "acte interruptif",
        GenreActe.ActeInterruptifConnexe => "acte interruptif connexe",
        GenreActe.DecisionContradictoire => "décision pénale",
        GenreActe.Signification => "signification",
        GenreActe.DecisionPenaleDefinitive => "décision pénale définitive",
        GenreActe.DecisionCivileDefinitive => "intérêts civils, décision définitive",
        GenreActe.RequeteCivi => "CIVI, requête",
        GenreActe.ReceptionParLeFonds => "réception par le fonds",
        GenreActe.OffreDuFonds => "offre du fonds",
        GenreActe.DemandeDeProvision => "demande de provision",
        GenreActe.AudienceCivi => "CIVI, audience",
        GenreActe.NotificationCivi => "CIVI, notification",
        GenreActe.IrrecevabiliteCivi => "CIVI, irrecevabilité",
        GenreActe.PaiementDuFonds => "paiement du fonds",
        GenreActe.DemandeSarvi => "SARVI, demande",
        GenreActe.RefusSarvi => "SARVI, refus",
        GenreActe.DemandeAgrasc => "AGRASC, demande",
        GenreActe.ConnaissanceDuDommage => "connaissance du dommage",
        GenreActe.Emancipation => "émancipation",
        _ => "fin de mission",
    };
}
