using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Voies;

/// <summary>Examine chaque voie sur le dossier : ouverte, fermée, ou ce qui manque, chaque condition avec sa raison et sa source.</summary>
public static class ExamenDesVoies
{
    internal const string Integrale = "civi-integrale";
    private const string Entree = "entrée";

    private static readonly IReadOnlyList<Modele> Modeles = Lire();

    /// <summary>Toutes les voies, dans l'ordre d'emploi.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="aujourdhui">Jour de l'examen : âge de l'enfant, noms des juridictions, audiences à venir.</param>
    public static IReadOnlyList<Voie> Examiner(Dossier dossier, DateOnly aujourdhui)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var parametres = ParametresDesVoies.Embarques;
        var situation = new Situation(dossier, aujourdhui, parametres);
        situation.Integrale = Etat(Modeles.Single(m => m.Id == Integrale), Constater(Modeles.Single(m => m.Id == Integrale), situation), dossier);
        return [.. Modeles.Select(m => Examiner(m, situation, dossier, aujourdhui, parametres))];
    }

    /// <summary>Chaque porte d'entrée devant la commission, ce que le dossier en dit, et l'alerte si seuls des faits en ligne sont saisis.</summary>
    public static EntreeDevantLaCommission Entrer(Dossier dossier, DateOnly aujourdhui)
    {
        var voie = Examiner(dossier, aujourdhui).Single(v => v.Id == Integrale);
        return new([.. voie.Conditions.Where(c => c.Groupe == Entree)], voie.Montant, voie.Alertes);
    }

    private static Voie Examiner(Modele modele, Situation situation, Dossier dossier, DateOnly jour, ParametresDesVoies parametres)
    {
        var conditions = Constater(modele, situation);
        return new(modele.Id, modele.Ordre, modele.Nom, modele.Nature, Etat(modele, conditions, dossier), conditions)
        {
            Organe = Textes.Identifiants.Contains(modele.Organe) ? Textes.Nom(modele.Organe, jour).Nom : modele.Organe,
            Delais = modele.Delais,
            Pieces = modele.Pieces,
            Contenu = modele.Contenu,
            Remarques = modele.Remarques,
            Acte = modele.Acte,
            Sources = modele.Sources,
            Montant = Montant(modele.Id, conditions, situation, dossier, jour, parametres),
            Alertes = modele.Id == Integrale ? AlertesDEntree(conditions, situation) : [],
        };
    }

    private static IReadOnlyList<ConditionConstatee> Constater(Modele modele, Situation situation) => [.. modele.Conditions.Select(c =>
    {
        var (reponse, motif) = situation.Constater(c.Condition);
        return new ConditionConstatee(c.Exige, reponse, motif, c.Groupe, c.Sources);
    })];

    private static EtatDeVoie Etat(Modele modele, IReadOnlyList<ConditionConstatee> conditions, Dossier dossier)
    {
        var exigees = conditions.Where(c => c.Groupe.Length == 0).Select(c => c.Reponse)
            .Concat(conditions.Where(c => c.Groupe.Length > 0).GroupBy(c => c.Groupe).Select(g => UneSuffit([.. g.Select(c => c.Reponse)])))
            .ToList();
        if (exigees.Contains(Reponse.Non))
        {
            return EtatDeVoie.Fermee;
        }

        if (exigees.Contains(Reponse.Inconnu))
        {
            return EtatDeVoie.Manque;
        }

        return modele.Sources.Any(dossier.DoitRelire) ? EtatDeVoie.AVerifier : EtatDeVoie.Ouverte;
    }

    private static Reponse UneSuffit(IReadOnlyList<Reponse> reponses) =>
        reponses.Contains(Reponse.Oui) ? Reponse.Oui : reponses.Contains(Reponse.Inconnu) ? Reponse.Inconnu : Reponse.Non;

    private static Etape? Montant(
        string id, IReadOnlyList<ConditionConstatee> conditions, Situation situation, Dossier dossier, DateOnly jour, ParametresDesVoies parametres) => id switch
        {
            Integrale when conditions.Where(c => c.Groupe == Entree && c.Reponse == Reponse.Oui).ToList() is [{ } seule]
                && seule.Exige == Modeles.Single(m => m.Id == Integrale).Conditions.Single(c => c.Condition == ConditionDeVoie.ViolencesSurMineur).Exige
                && situation.Constater(ConditionDeVoie.IttUnMois).Reponse == Reponse.Non => parametres.PlafondDesViolences(jour),
            "civi-plafonnee" => parametres.MaximumPlafonne(jour),
            "sarvi" when dossier.Droits.DommagesInterets is { } alloue => parametres.AvanceDuSarvi(alloue, jour),
            _ => null,
        };

    private static IReadOnlyList<Alerte> AlertesDEntree(IReadOnlyList<ConditionConstatee> conditions, Situation situation) =>
        situation.EnLigneSeulement && conditions.Where(c => c.Groupe == Entree).All(c => c.Reponse != Reponse.Oui)
            ? [Pieges.Trouver("entree-en-ligne-seulement")]
            : [];

    private static List<Modele> Lire()
    {
        var modeles = new List<Modele>();
        foreach (var nom in SourcesDuDroit.Fichiers.Keys.Where(n => n.StartsWith("voies/", StringComparison.Ordinal)))
        {
            using var fiche = Fiche.Ouvrir(nom, SourcesDuDroit.Fichiers);
            if (fiche.Contient("conditions"))
            {
                modeles.Add(new(
                    fiche.Texte("id"), (int)fiche.Nombre(fiche.Racine, "ordre"), fiche.Texte("nom"), fiche.Texte("organe"),
                    fiche.Parmi<NatureDeVoie>(fiche.Racine, "nature"),
                    [.. fiche.Elements(fiche.Racine, "conditions").Select(c => new ConditionExigee(
                        fiche.Parmi<ConditionDeVoie>(c, "condition"), fiche.Texte(c, "exige"), fiche.TexteOuVide(c, "groupe"), SourcesDuDroit.Citer(fiche.Textes(c, "sources"))))],
                    fiche.Textes(fiche.Racine, "delais"), fiche.Textes(fiche.Racine, "pieces"), fiche.Textes(fiche.Racine, "contenu"),
                    [.. fiche.Elements(fiche.Racine, "remarques").Select(r => new Remarque(fiche.Texte(r, "texte"), SourcesDuDroit.Citer(fiche.Textes(r, "sources"))))],
                    fiche.TexteOuVide(fiche.Racine, "acte"), SourcesDuDroit.Citer(fiche.Textes(fiche.Racine, "sources"))));
            }
        }

        return [.. modeles.OrderBy(m => m.Ordre)];
    }

    private sealed record ConditionExigee(ConditionDeVoie Condition, string Exige, string Groupe, IReadOnlyList<Source> Sources);

    private sealed record Modele(
        string Id, int Ordre, string Nom, string Organe, NatureDeVoie Nature, IReadOnlyList<ConditionExigee> Conditions, IReadOnlyList<string> Delais,
        IReadOnlyList<string> Pieces, IReadOnlyList<string> Contenu, IReadOnlyList<Remarque> Remarques, string Acte, IReadOnlyList<Source> Sources);
}

/// <summary>Entrée devant la commission : chaque porte, et ce que le dossier en dit.</summary>
/// <param name="Portes">Infraction citée, incapacité permanente, incapacité d'un mois, décès, violences sur mineur.</param>
/// <param name="Plafond">Plafond, si seules des violences de moins d'un mois ouvrent la porte.</param>
/// <param name="Alertes">Alerte quand seuls des faits en ligne sont saisis.</param>
public sealed record EntreeDevantLaCommission(IReadOnlyList<ConditionConstatee> Portes, Etape? Plafond, IReadOnlyList<Alerte> Alertes)
{
    /// <summary>Oui si une porte est ouverte, non si toutes sont fermées.</summary>
    public Reponse Ouverte => Portes.Any(p => p.Reponse == Reponse.Oui) ? Reponse.Oui
        : Portes.Any(p => p.Reponse == Reponse.Inconnu) ? Reponse.Inconnu : Reponse.Non;
}
