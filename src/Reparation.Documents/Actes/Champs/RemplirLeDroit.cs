using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Voies;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Qualifications, voies, délais et étapes, en mots. Le crédit imprimé est le plus faible de ce que la ligne affirme.</summary>
internal static class RemplirLeDroit
{
    public static ChampsDuDroit Depuis(EtatDesDroits droits)
    {
        var delais = droits.Delais;
        return new()
        {
            Faits = [.. droits.Qualifications.OrderBy(f => f.Fait.Du ?? DateOnly.MaxValue).ThenBy(f => f.Fait.Au ?? f.Fait.Du).Select(Fait)],
            Voies = [.. droits.Voies.Select(Voie)],
            Echeances = [.. delais.Echeances.Where(e => e.Nature != NatureDuTerme.Date).Select(e => Echeance(e, Sujet(e, droits)))],
            Manques = [.. delais.Manques.Select(m => new ChampsControle($"{m.Libelle} : {Francais.Tournures.Minuscule(m.Motif)}"))],
            Ages = [.. delais.Ages.Select(a => new ChampsAge(a.Libelle, Langue.Date(a.Le), a.Effet, a.Source.Intitule, De(a.Source.Confiance)))],
            Etapes = [.. droits.Etapes.Select(Etape)],
            ARelire = Compter(droits) is > 0 and var lignes ? RemplirLesChamps.Nombre(lignes) : null,
        };
    }

    private static ChampsFaitQualifie Fait(FaitQualifie fait, int rang) => new()
    {
        Repere = RemplirLesChamps.Rang("fait", rang),
        Periode = fait.Fait.Du is { } du ? Langue.Periode(du, fait.Fait.Au ?? du) : null,
        Qualifications = [.. fait.Qualifications.Select(q => new ChampsQualification(
            q.Infraction.Intitule, q.Visee, De(q.Verdict), Citer(q.Sources), De(q.Confiance),
            Texte(string.Join(" ; ", q.Elements.Where(e => e.Etat != EtatDElement.Reuni)
                .Select(e => $"{Francais.Tournures.Minuscule(e.Libelle).TrimEnd('.')} ({Francais.Tournures.Minuscule(e.Motif).TrimEnd('.')})")))))],
        Pieges = [.. fait.Pieges.Select(p => new ChampsPiege(p.Message, Citer(p.Sources), De(Credit(p.Sources))))],
    };

    private static ChampsVoie Voie(Voie voie) => new(
        voie.Nom, voie.Organe, De(voie.Etat),
        Texte(string.Join(" ", Retenues(voie).Select(c => $"{c.Exige.TrimEnd('.')} : {Francais.Tournures.Minuscule(c.Motif).TrimEnd('.')}."))),
        Citer(voie.Sources), De(voie.Confiance));

    // Ce qui ferme la voie, ou ce qui y manque ; si elle est ouverte, ce qui l'ouvre.
    private static IEnumerable<ConditionConstatee> Retenues(Voie voie)
    {
        var cherchee = voie.Etat switch
        {
            EtatDeVoie.Fermee => Reponse.Non,
            EtatDeVoie.Manque => Reponse.Inconnu,
            _ => Reponse.Oui,
        };
        var acquis = voie.Conditions.Where(c => c.Groupe.Length > 0 && c.Reponse == Reponse.Oui).Select(c => c.Groupe).ToHashSet(StringComparer.Ordinal);
        return voie.Conditions.Where(c => c.Reponse == cherchee && (cherchee == Reponse.Oui || !acquis.Contains(c.Groupe)));
    }

    private static ChampsEcheance Echeance(Echeance e, string? sujet) => new(
        e.Libelle,
        sujet,
        Langue.DateCourte(e.JourDAlerte!.Value),
        Langue.DateCourte(e.DernierJourLegal!.Value),
        De(e),
        e.Apparente,
        Texte(string.Join(" ; ", e.Disputees.Select(d => $"{Francais.Tournures.Minuscule(d.Libelle)} : {Langue.Date(d.DernierJourLegal)}"))),
        Texte(e.Reserve),
        e.Sources[0].Intitule,
        De(Credit(e.Sources)));

    // L'identifiant du fait ne dit rien à qui lit : seule la qualification, ou le jour de l'acte, reste.
    private static string? Sujet(Echeance e, EtatDesDroits droits) => droits.Qualifications.Any(f => f.Fait.Id == e.Sujet)
        ? null
        : Texte(e.Sujet.Split("\u00A0: ", 2)[^1]);

    private static ChampsEtapeDeProcedure Etape(EtapeProposee e) => new(
        e.Libelle, e.Pourquoi, e.PourLe is { } jour ? Langue.Date(jour) : null, e.Etat == EtatDEtape.Faite, e.Etat == EtatDEtape.Ecartee,
        Texte(e.Motif), Citer(e.Sources), De(Credit(e.Sources)));

    private static string Citer(IEnumerable<Source> sources) => string.Join(" ; ", sources.Select(s => s.Intitule).Distinct());

    private static Confiance Credit(IEnumerable<Source> sources) => sources.Select(s => s.Confiance).Max();

    private static int Compter(EtatDesDroits droits) => new[]
    {
        droits.Qualifications.SelectMany(f => f.Qualifications).Select(q => q.Confiance),
        droits.Qualifications.SelectMany(f => f.Pieges).Select(p => Credit(p.Sources)),
        droits.Voies.Select(v => v.Confiance),
        droits.Delais.Echeances.Where(e => e.Nature != NatureDuTerme.Date).Select(e => Credit(e.Sources)),
        droits.Delais.Ages.Select(a => a.Source.Confiance),
        droits.Etapes.Select(e => Credit(e.Sources)),
    }.Sum(l => l.Count(c => c is Confiance.Memoire or Confiance.Contradictoire));
}
