using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Choix du chiffrage, points à revoir et constats, en mots.</summary>
internal sealed class RemplirLeChiffrage(Dossier dossier, Bilan bilan, Editions editions, Citations citations)
{
    public ChampsChiffrage Choix(bool projet)
    {
        var choix = dossier.Chiffrage;
        var provision = choix.ProvisionDemandee is { } p && p > Montant.Zero ? p : (Montant?)null;
        return new()
        {
            EtabliLe = Mots.Date(choix.EtabliLe),
            DateDeDecision = Mots.Date(choix.DateDeDecision),
            Consolidation = Mots.Date(choix.Consolidation),
            EtatMedical = Texte(choix.EtatMedical),
            ExpertiseDemandee = Texte(choix.ExpertiseDemandee),
            Mission = Texte(choix.ExpertiseDemandee.Trim().TrimEnd('.')),
            AvecGlobale = bilan.Global is { } global && (projet || global.Retenu),
            Referentiel = bilan.Referentiel?.Titre ?? choix.Referentiel,
            Capitalisation = Capitalisation(),
            Actualiser = choix.Actualiser,
            PartDuDroit = bilan.PartDuDroit == 1 ? null : Langue.Pourcent(bilan.PartDuDroit * 100),
            MotifDeLaPart = Texte(choix.MotifDeLaPart),
            DevantLaCommission = choix.Imputation == ModeDImputation.Civi,
            PostesTemporaires = Montant.Total(bilan.Directs.Where(p => p.Poste.Phase == Phase.Temporaire).Select(p => p.Demande)).ToString(),
            ProvisionDemandee = provision?.ToString(),
            ProvisionEnLettres = provision is { } somme ? EnLettres.Euros(somme) : null,
            EmploiDeLaProvision = Texte(choix.EmploiDeLaProvision),
            Frais = choix.Frais is { } f && f > Montant.Zero ? f.ToString() : null,
            Editions = [.. bilan.Editions.Select(e => new ChampsEdition
            {
                Intitule = e.Intitule,
                Page = Texte(e.Page),
                VerifieLe = Langue.Date(e.VerifieLe),
                Confiance = De(e.Confiance),
                Adresse = Texte(e.Adresse),
            })],
        };
    }

    /// <summary>Alertes et avertissements, chacun une fois. Les textes à relire s'y ajoutent une fois l'acte rendu.</summary>
    public IReadOnlyList<ChampsControle> Controles()
    {
        var postes = Postes().ToList();
        var textes = bilan.Alertes.Where(a => !a.Repondue).Select(a => a.Message)
            .Concat(postes.SelectMany(p => p.Alertes.Where(a => !a.Repondue).Select(a => a.Message)
                .Concat(p.Evaluation is Evaluation.Chiffree chiffree ? chiffree.Avertissements : [])
                .Select(a => $"{p.Poste.Code} : {a}")));
        return [.. Conditions().Concat(textes).Distinct().Select(t => new ChampsControle(t))];
    }

    /// <summary>Alertes du dossier entier auxquelles l'avocat a répondu.</summary>
    public IReadOnlyList<ChampsControle> Reponses() =>
        [.. bilan.Alertes.Where(a => a.Repondue).Select(a => new ChampsControle($"{a.Message} Réponse : {a.Reponse}"))];

    public ChampsRetentissement Retentissement(Retentissement retentissement, int rang) => new()
    {
        Repere = RemplirLesChamps.Rang("retentissement", rang),
        Nature = De(retentissement.Nature),
        Constat = Texte(retentissement.Constat.Trim().TrimEnd('.')),
        Periode = retentissement.Depuis is { } depuis ? Langue.Periode(depuis, retentissement.Jusqua) : null,
        Pieces = citations.Citer(retentissement.Pieces),
        NumerosDesPieces = citations.Colonne(retentissement.Pieces),
    };

    /// <summary>Carnet de bord : les constats par date, les imparfaits nommés, les dépenses déjà chiffrées.</summary>
    public ChampsCarnet Carnet(IReadOnlyList<ChampsPoste> postes)
    {
        var entrees = dossier.Retentissements.OrderBy(r => r.Depuis ?? DateOnly.MaxValue).ToList();
        var incompletes = entrees.Select((r, i) => (r, Rang: RemplirLesChamps.Nombre(i + 1)))
            .Where(x => x.r.Depuis is null || citations.Colonne(x.r.Pieces) is null).Select(x => x.Rang).ToList();
        var frais = bilan.Directs.Where(p => p.Poste is { Famille: Famille.Patrimonial, Phase: Phase.Temporaire }).Select(p => p.Poste.Code).ToList();
        return new()
        {
            Depuis = entrees is [{ Depuis: { } premier }, ..] ? $"le {Langue.Date(premier)}" : null,
            Entrees = [.. entrees.Select(Retentissement)],
            Incompletes = incompletes.Count == 0 ? null : $"ligne{(incompletes.Count > 1 ? "s" : "")} {Langue.Liste(incompletes)}",
            Frais = [.. postes.Where(p => p.Chiffre && frais.Contains(p.Code))],
        };
    }

    /// <summary>Sources des calculs imprimés.</summary>
    public IReadOnlyList<ChampsSource> Sources() =>
    [
        .. Postes().SelectMany(p => p.Evaluation is Evaluation.Chiffree c ? RemplirLesPostes.Aplatir(c.Calcul).SelectMany(e => e.Sources) : [])
            .Concat(bilan.Editions).Where(s => s.Genre != GenreSource.Dossier)
            .Select(s => s.Page.Length == 0 ? s.Intitule : $"{s.Intitule}, {s.Page}").Distinct().Order(StringComparer.Ordinal).Select(s => new ChampsSource(s)),
    ];

    // Une infraction peut n'être citée par l'article 706-3 que sous une condition : l'avocat la vérifie, l'outil la rappelle.
    private IEnumerable<string> Conditions() => dossier.Procedure.FondementCivi != FondementCivi.InfractionListee
        ? []
        : dossier.Faits.SelectMany(f => f.Qualifications).Distinct().Select(Qualifications.Trouver).OfType<Qualification>()
            .Where(q => q.ListeeA7063 && q.Condition.Length > 0)
            .Select(q => $"{q.Intitule}, au regard de l’article 706-3 : {q.Condition}");

    // Le barème ne paraît que s'il a servi : un dossier sans avenir capitalisé n'a pas à en citer un.
    private ChampsCapitalisation? Capitalisation()
    {
        var choix = dossier.Chiffrage;
        if (bilan.Bareme is not { } bareme || !bilan.Editions.Contains(bareme.Source))
        {
            return null;
        }

        var tables = bilan.Editions.Where(e => editions.Tables.Any(t => t.Source == e)).Select(e => e.Intitule).Distinct().ToList();
        return new()
        {
            Bareme = bareme.Titre,
            Tables = Texte(Langue.Liste(tables)),
            Taux = choix.Methode == MethodeDeCapitalisation.CourbeAnnuelle
                ? "courbe de taux et d’inflation, année par année"
                : Langue.Pourcent(choix.Taux ?? bareme.Taux[0]),
            Decision = Mots.Date(choix.DateDeDecision),
            Age = Age(),
            Paiement = choix.PaiementMensuel ? "chaque mois" : "une fois l’an, à terme échu",
            Plaidee = choix.Methode != MethodeDeCapitalisation.Edition || choix.PaiementMensuel || (choix.Taux is { } taux && !bareme.Taux.Contains(taux)),
            Motif = Texte(choix.MotifDeCapitalisation),
        };
    }

    private string? Age()
    {
        if (dossier is not { Enfant.DateDeNaissance: { } naissance, Chiffrage.DateDeDecision: { } decision } || decision < naissance)
        {
            return null;
        }

        var ans = Ages.Le(naissance, decision);
        var jours = decision.DayNumber - Ages.Anniversaire(naissance, ans).DayNumber;
        return jours == 0 ? Langue.Ans(ans) : $"{Langue.Ans(ans)} et {Langue.Compte(jours, "jour", "jours")}";
    }

    private IEnumerable<PosteEvalue> Postes() =>
        bilan.Tous.Where(p => p.Evaluation is not Evaluation.SansObjet);
}
