using Reparation.Documents.Actes.Gabarits;
using Reparation.Domain.Commun;
using Reparation.Domain.Delais;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Voies;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Qualifications, voies, délais et étapes, en mots. Le crédit imprimé est le plus faible de ce que la ligne affirme.</summary>
internal sealed class RemplirLeDroit(EtatDesDroits droits, TextesCites textes)
{
    public ChampsDuDroit Tout()
    {
        var delais = droits.Delais;
        return new()
        {
            Faits = [.. droits.Qualifications.OrderBy(f => f.Fait.Du ?? DateOnly.MaxValue).ThenBy(f => f.Fait.Au ?? f.Fait.Du).Select(Fait)],
            Voies = [.. droits.Voies.Select(Voie)],
            Echeances = [.. delais.Echeances.Where(e => e.Nature != NatureDuTerme.Date).Select(e => Echeance(e, Sujet(e)))],
            Manques = [.. delais.Manques.Select(m => new ChampsControle($"{m.Libelle} : {Francais.Tournures.Minuscule(m.Motif)}"))],
            Ages = [.. delais.Ages.Select(a => new ChampsAge(a.Libelle, Langue.Date(a.Le), a.Effet, textes.Citer([a.Source]), textes.Crediter([a.Source])))],
            Etapes = [.. droits.Etapes.Select(Etape)],
            ARelire = Compter() is > 0 and var lignes ? RemplirLesChamps.Nombre(lignes) : null,
        };
    }

    private ChampsFaitQualifie Fait(FaitQualifie fait, int rang) => new()
    {
        Repere = RemplirLesChamps.Rang("fait", rang),
        Periode = fait.Fait.Du is { } du ? Langue.Periode(du, fait.Fait.Au ?? du) : null,
        Qualifications = [.. fait.Qualifications.Select(q => new ChampsQualification(
            q.Infraction.Intitule, q.Visee, De(q.Verdict), textes.Citer(q.Sources), textes.Crediter(q.Sources),
            Texte(string.Join(" ; ", q.Elements.Where(e => e.Etat != EtatDElement.Reuni)
                .Select(e => $"{Francais.Tournures.Minuscule(e.Libelle).TrimEnd('.')} ({Francais.Tournures.Minuscule(e.Motif).TrimEnd('.')})")))))],
        Pieges = [.. fait.Pieges.Select(p => new ChampsPiege(p.Message, textes.Citer(p.Sources), textes.Crediter(p.Sources)))],
    };

    private ChampsVoie Voie(Voie voie) => new(
        voie.Nom, voie.Organe, De(voie.Etat),
        Texte(string.Join(" ", Retenues(voie).Select(c => $"{c.Exige.TrimEnd('.')} : {Francais.Tournures.Minuscule(c.Motif).TrimEnd('.')}."))),
        textes.Citer([.. voie.Sources, .. voie.Conditions.SelectMany(c => c.Sources).Where(s => s.ARelire)]), textes.Crediter(voie.Toutes));

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

    private ChampsEcheance Echeance(Echeance e, string? sujet) => new(
        e.Libelle,
        sujet,
        Langue.DateCourte(e.JourDAlerte!.Value),
        Langue.DateCourte(e.DernierJourLegal!.Value),
        De(e),
        e.Apparente,
        Texte(string.Join(" ; ", e.Disputees.Select(d => $"{Francais.Tournures.Minuscule(d.Libelle)} : {Langue.Date(d.DernierJourLegal)}"))),
        Texte(e.Reserve),
        textes.Citer(e.Sources[0].Intitule, e.Sources),
        textes.Crediter(e.Sources));

    // Le rang d'un fait ne dit rien à qui lit : seuls la qualification et l'auteur, ou le jour de l'acte, restent.
    private static string? Sujet(Echeance e) => e.Fait.Length == 0 ? Texte(e.Sujet) : e.Sujet.Split("\u00A0: ", 2) is [_, var reste] ? reste : null;

    private ChampsEtapeDeProcedure Etape(EtapeProposee e) => new(
        e.Libelle, e.Pourquoi, e.PourLe is { } jour ? Langue.Date(jour) : null, e.Etat == EtatDEtape.Faite, e.Etat == EtatDEtape.Ecartee,
        Texte(e.Motif), textes.Citer(e.Sources), textes.Crediter(e.Sources));

    private int Compter() => new IEnumerable<IReadOnlyList<Source>>[]
    {
        droits.Qualifications.SelectMany(f => f.Qualifications).Select(q => q.Sources),
        droits.Qualifications.SelectMany(f => f.Pieges).Select(p => p.Sources),
        droits.Voies.Select(v => v.Toutes),
        droits.Delais.Echeances.Where(e => e.Nature != NatureDuTerme.Date).Select(e => e.Sources),
        droits.Delais.Ages.Select(a => (IReadOnlyList<Source>)[a.Source]),
        droits.Etapes.Select(e => e.Sources),
    }.Sum(lignes => lignes.Count(textes.ResteARelire));
}
