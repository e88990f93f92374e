using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Bilan en mots : les sommes imprimées sont celles du bilan, aucune n'est recalculée ici.</summary>
internal sealed class RemplirLeChiffrage(Dossier dossier, Bilan bilan, Citations citations)
{
    private const int FormuleCourte = 48;

    public List<ChampsGroupe> Groupes()
    {
        var numero = 0;
        return
        [
            .. bilan.Directs.Where(p => p.Evaluation is not Evaluation.SansObjet)
                .GroupBy(p => (p.Poste.Famille, p.Poste.Phase))
                .Select(g => new ChampsGroupe
                {
                    Titre = Titre(g.Key.Famille, g.Key.Phase),
                    AvecDemandes = g.Any(p => p.Evaluation is Evaluation.Chiffree),
                    Postes = [.. g.Select(p => Poste(p, ++numero))],
                    Brut = Montant.Total(g.Select(p => p.Brut)).ToString(),
                    TiersPayeurs = Montant.Total(g.Select(p => p.TiersPayeurs)).ToString(),
                    Demande = Montant.Total(g.Select(p => p.Demande)).ToString(),
                }),
        ];
    }

    public IReadOnlyList<ChampsProche> Proches() =>
    [
        .. bilan.Proches.Where(b => b.Postes.Any(p => p.Evaluation is not Evaluation.SansObjet)).Select((b, rang) => new ChampsProche
        {
            Repere = RemplirLesChamps.Rang("proche", rang),
            Nom = Texte(b.Proche.Nom),
            Initiales = Texte(b.Proche.Nom) is { } nom ? Tournures.Initiales(nom) : null,
            Lien = Texte(b.Proche.Lien),
            CommunauteDeVie = b.Proche.CommunauteDeVie,
            Postes = [.. b.Postes.Where(p => p.Evaluation is not Evaluation.SansObjet).Select((p, i) => Poste(p, i + 1))],
            AvecDemandes = b.Postes.Any(p => p.Evaluation is Evaluation.Chiffree),
            Total = b.Total.ToString(),
        }),
    ];

    public ChampsChiffrage Choix()
    {
        var choix = dossier.Chiffrage;
        return new()
        {
            EtabliLe = Mots.Date(choix.EtabliLe),
            DateDeDecision = Mots.Date(choix.DateDeDecision),
            Consolidation = Mots.Date(choix.Consolidation),
            EtatMedical = Texte(choix.EtatMedical),
            ExpertiseDemandee = Texte(choix.ExpertiseDemandee),
            Referentiel = bilan.Referentiel?.Titre ?? choix.Referentiel,
            Bareme = bilan.Bareme?.Titre ?? choix.Bareme,
            Taux = (choix.Taux ?? bilan.Bareme?.Taux[0]) is { } taux ? Langue.Pourcent(taux) : null,
            DevantLaCommission = choix.Imputation == ModeDImputation.Civi,
            ImputationCivi = choix.Imputation == ModeDImputation.Civi ? "oui" : null,
            ProvisionDemandee = choix.ProvisionDemandee is { } p && p > Montant.Zero ? p.ToString() : null,
            ProvisionEnLettres = choix.ProvisionDemandee is { } l && l > Montant.Zero ? EnLettres.Euros(l) : null,
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

    public ChampsTotaux Totaux()
    {
        var general = bilan.TotalEnfant + bilan.TotalProches;
        return new()
        {
            Brut = bilan.TotalBrut.ToString(),
            TiersPayeurs = bilan.TotalTiersPayeurs.ToString(),
            Enfant = bilan.TotalEnfant.ToString(),
            EnfantEnLettres = EnLettres.Euros(bilan.TotalEnfant),
            Proches = bilan.TotalProches.ToString(),
            General = general.ToString(),
            GeneralEnLettres = EnLettres.Euros(general),
            Provisions = bilan.Provisions.ToString(),
            Solde = bilan.Solde.ToString(),
            SoldeEnLettres = EnLettres.Euros(bilan.Solde),
            MontantReclame = general > Montant.Zero ? general.ToString()
                : dossier.Chiffrage.ProvisionDemandee is { } provision && provision > Montant.Zero ? provision.ToString() : null,
            AvecProvisions = bilan.Provisions > Montant.Zero,
            AvecTiersPayeurs = bilan.TotalTiersPayeurs > Montant.Zero,
            AvecProches = bilan.Proches.Any(b => b.Postes.Any(p => p.Evaluation is not Evaluation.SansObjet)),
            AvecDemandes = bilan.Directs.Any(p => p.Evaluation is Evaluation.Chiffree),
        };
    }

    /// <summary>Alertes, avertissements et sources peu sûres, chacun une fois.</summary>
    public IReadOnlyList<ChampsControle> Controles()
    {
        var postes = bilan.Directs.Concat(bilan.Proches.SelectMany(b => b.Postes))
            .Where(p => p.Evaluation is not Evaluation.SansObjet).ToList();
        var textes = postes.SelectMany(p => p.Alertes.Where(a => !a.Repondue).Select(a => a.Message)
                .Concat(p.Evaluation is Evaluation.Chiffree chiffree ? chiffree.Avertissements : [])
                .Select(a => $"{p.Poste.Code} : {a}"))
            .Concat(postes.SelectMany(p => p.Evaluation is Evaluation.Chiffree c ? Aplatir(c.Calcul).SelectMany(e => e.Etape.Sources) : [])
                .Concat(bilan.Editions)
                .Where(s => s.Confiance is Confiance.Memoire or Confiance.Contradictoire)
                .Select(s => $"{s.Intitule} : {De(s.Confiance)}."));
        return [.. Conditions().Concat(textes).Distinct().Select(t => new ChampsControle(t))];
    }

    // Une infraction peut n'être citée par l'article 706-3 que sous une condition : l'avocat la vérifie, l'outil la rappelle.
    private IEnumerable<string> Conditions() => dossier.Procedure.FondementCivi != FondementCivi.InfractionListee
        ? []
        : dossier.Faits.SelectMany(f => f.Qualifications).Distinct().Select(Qualifications.Trouver).OfType<Qualification>()
            .Where(q => q.ListeeA7063 && q.Condition.Length > 0)
            .Select(q => $"{q.Intitule}, au regard de l’article 706-3 : {q.Condition}");

    public ChampsRetentissement Retentissement(Retentissement retentissement, int rang) => new()
    {
        Repere = RemplirLesChamps.Rang("retentissement", rang),
        Nature = De(retentissement.Nature),
        Constat = Texte(retentissement.Constat.Trim().TrimEnd('.')),
        Periode = retentissement.Depuis is { } depuis ? Langue.Periode(depuis, retentissement.Jusqua) : null,
        Pieces = citations.Citer(retentissement.Pieces),
    };

    private ChampsPoste Poste(PosteEvalue evalue, int numero)
    {
        var chiffree = evalue.Evaluation as Evaluation.Chiffree;
        var reserve = evalue.Evaluation as Evaluation.AReserver;
        return new()
        {
            Repere = evalue.Poste.Code,
            Numero = RemplirLesChamps.Nombre(numero),
            Code = evalue.Poste.Code,
            Nom = evalue.Poste.Nom,
            Definition = evalue.Poste.Definition,
            Methode = evalue.Poste.Methode,
            Mineur = Texte(evalue.Poste.Mineur),
            Chiffre = chiffree is not null,
            Reserve = reserve is not null,
            Recit = Texte(evalue.Saisie.Recit),
            Motif = reserve is null ? Texte(evalue.Saisie.Motif) : Texte(reserve.Motif),
            Constats = evalue.Poste.Victime == Victime.Directe ? Constats(evalue.Poste.Code) : null,
            Parametres = chiffree is null ? "réservé" : Parametres(evalue.Saisie, chiffree.Calcul),
            Brut = evalue.Brut.ToString(),
            TiersPayeurs = evalue.TiersPayeurs.ToString(),
            AvecTiersPayeurs = evalue.TiersPayeurs > Montant.Zero,
            Prestations = [.. evalue.Saisie.Prestations.Select((p, i) => new ChampsPrestation
            {
                Repere = $"{evalue.Poste.Code}, {RemplirLesChamps.Rang("prestation", i)}",
                Organisme = dossier.Organismes.FirstOrDefault(o => o.Id == p.Organisme) is { } organisme ? Texte(organisme.Nom) : null,
                Nature = Texte(p.Nature),
                Montant = p.Montant.ToString(),
            })],
            Demande = evalue.Demande.ToString(),
            Pieces = citations.Citer(evalue.Pieces),
            NumerosDesPieces = citations.Colonne(evalue.Pieces),
            Sources = chiffree is null ? null : Texte(string.Join(" ; ", Aplatir(chiffree.Calcul).SelectMany(e => e.Etape.Sources)
                .Select(s => s.Page.Length == 0 ? s.Intitule : $"{s.Intitule}, {s.Page}").Distinct())),
            PiecesAttendues = reserve is null ? null : Texte(Langue.Liste(reserve.PiecesAttendues)),
            Etapes = chiffree is null ? [] : [.. Aplatir(chiffree.Calcul).Select(Etape)],
            Comparaisons = chiffree is null ? [] : [.. chiffree.Comparaisons.Select(c => new ChampsComparaison(c.Libelle, c.Formule, c.Resultat.ToString()))],
            Avertissements = chiffree is null ? [] : [.. chiffree.Avertissements.Concat(evalue.Alertes.Where(a => !a.Repondue).Select(a => a.Message)).Distinct().Select(a => new ChampsControle(a))],
        };
    }

    private string? Constats(string code)
    {
        var rangs = dossier.Retentissements.Select((r, i) => (r, i)).Where(x => x.r.Postes.Contains(code))
            .Select(x => RemplirLesChamps.Nombre(x.i + 1)).ToList();
        return rangs.Count switch
        {
            0 => null,
            1 => "constat n° " + rangs[0],
            _ => "constats n° " + Langue.Liste(rangs),
        };
    }

    private ChampsEtape Etape((Etape Etape, int Profondeur) pas) => new()
    {
        Retrait = pas.Profondeur < 2 ? null : string.Concat(Enumerable.Repeat("–" + Langue.Insecable, pas.Profondeur - 1)),
        Libelle = pas.Etape.Libelle,
        Formule = pas.Etape.Formule,
        Resultat = pas.Etape.Resultat.ToString(),
        Pieces = citations.Colonne(pas.Etape.Pieces),
        Racine = pas.Profondeur == 0,
    };

    private static IEnumerable<(Etape Etape, int Profondeur)> Aplatir(Etape racine, int profondeur = 0) =>
        racine.Details.SelectMany(d => Aplatir(d, profondeur + 1)).Prepend((racine, profondeur));

    private static string Parametres(SaisiePoste saisie, Etape calcul)
    {
        var feuilles = Aplatir(calcul).Select(e => e.Etape).Where(e => e.Details.Count == 0).ToList();
        return (saisie, feuilles) switch
        {
            ({ Cotation: { } cotation }, _) => $"cotation {Langue.Nombre(cotation)}/7",
            ({ TauxDeDeficit: { } taux }, _) => $"taux {Langue.Pourcent(taux)}",
            (_, [var seule]) when seule.Formule.Length <= FormuleCourte => seule.Formule,
            (_, [_]) => "voir le calcul",
            _ => Langue.Compte(feuilles.Count, "ligne", "lignes"),
        };
    }
}
