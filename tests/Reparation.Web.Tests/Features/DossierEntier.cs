using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Web.Tests.Features;

/// <summary>Un dossier inventé où chaque poste porte une ligne de chaque sorte qu'il admet : rien de ce qu'il dit ne doit se perdre à l'écran.</summary>
internal static class DossierEntier
{
    private static readonly Montant Somme = Montant.DeEuros(1_234.56m);

    public static Dossier Composer(bool deces) => new()
    {
        Reference = "ESSAI-ENTIER",
        Pseudonyme = "Lou",
        Fictif = true,
        Enfant = new() { DateDeNaissance = new(2012, 5, 8), Sexe = Sexe.NonPrecise, DecedeLe = deces ? new(2026, 1, 2) : null },
        Pieces = [new() { Id = "p1", Numero = 1, Titre = "Pièce fictive" }],
        Organismes = [new() { Id = "o1", Nom = "Caisse fictive" }],
        MisEnCause = [new() { Id = "m1", Designation = "Auteur fictif", TenuInSolidum = true, PartEntreCoauteurs = 60 }],
        Proches =
        [
            new()
            {
                Id = "x1", Nom = "Personne fictive", Lien = "mère", DateDeNaissance = new(1985, 1, 2), Sexe = Sexe.Feminin, CommunauteDeVie = true,
                Postes = Saisies(deces ? Victime.ProcheDeces : Victime.ProcheSurvie),
            },
        ],
        Versements = [new() { Date = new(2026, 3, 4), Payeur = "Fonds", Montant = Somme, Poste = "DFT", MisEnCause = "m1", Genre = GenreVersement.AvanceDuSarvi, Pieces = ["p1"] }],
        Chiffrage = new()
        {
            DateDeDecision = new(2027, 3, 1),
            Consolidation = new(2026, 9, 30),
            Methode = MethodeDeCapitalisation.CourbeAnnuelle,
            Courbe = [new() { Annee = 1, Taux = 2.5m, Inflation = 1.5m }, new() { Annee = 10, Taux = 3, Inflation = 2 }],
            PaiementMensuel = true,
            MotifDeCapitalisation = "Raisons fictives.",
            Actualiser = true,
            PartDuDroit = 90,
            MotifDeLaPart = "Décision fictive.",
            Imputation = ModeDImputation.Auteur,
            Globale = new() { Montant = Montant.DeEuros(50_000), Motif = "Motif fictif." },
            Gains = new() { Demandes = true, Methode = "Relevés.", Pieces = ["p1"], Lignes = [new() { Libelle = "virements relevés", Du = new(2025, 1, 1), Au = new(2025, 2, 1), Quantite = 3, Unitaire = Somme, Pieces = ["p1"] }] },
            Postes = Saisies(Victime.Directe),
            Offres = [new() { Id = "offre-1", Auteur = "Fonds", RecueLe = new(2026, 11, 2), Reference = "R1", Pieces = ["p1"], Lignes = [new() { Code = "DFT", Montant = Somme, Fondement = "Base", Reponse = "Non." }, new() { Code = "SE" }] }],
            Instantanes = [new() { Id = "instantane-1", Libelle = "Avant expertise", Le = new(2026, 1, 1), Choix = "choix d’alors", Lignes = [new() { Code = "DFT", Etat = "chiffré", Evaluation = Somme, Demande = Somme }] }],
            Reponses = [new() { Regle = "regle-fictive", Poste = "DFT", Motif = "Parce que.", Le = new(2026, 1, 1) }],
        },
    };

    private static List<SaisiePoste> Saisies(Victime victime) => [.. Nomenclature.Postes.Where(p => p.Victime == victime).Select(Saisie)];

    private static SaisiePoste Saisie(PosteDePrejudice poste)
    {
        bool Emploie(ChampDeSaisie champ) => poste.Saisies.Contains(champ);
        return new()
        {
            Code = poste.Code,
            Motif = "Motif fictif.",
            Pieces = ["p1"],
            Prestations = [new() { Organisme = "o1", Nature = "frais", Montant = Montant.DeEuros(10), PreuveDuRecours = poste.Recours ? "" : "Décompte fictif." }],
            Depenses = Emploie(ChampDeSaisie.Depenses) ? [new() { Libelle = "Serrure", Nature = NatureDepense.Relogement, Date = new(2026, 1, 5), Quantite = 2, PrixUnitaire = Somme, Pieces = ["p1"] }] : [],
            Aides = Emploie(ChampDeSaisie.Aides) ? [new() { Libelle = "Veille", Du = new(2026, 1, 5), Au = new(2026, 2, 5), HeuresParSemaine = 10, HeuresOrdinaires = 4, Nature = NatureAide.Specialisee, JoursParAn = 412, TauxHoraire = Montant.DeEuros(20), Pieces = ["p1"] }] : [],
            Deplacements = Emploie(ChampDeSaisie.Deplacements) ? [new() { Libelle = "expertise", Date = new(2026, 2, 3), Kilometres = 42.5m, Nombre = 3, TarifAuKilometre = 0.529m, SourceDuTarif = "barème fictif", FraisParTrajet = Montant.DeEuros(4), Pieces = ["p1"] }] : [],
            Pertes = Emploie(ChampDeSaisie.Pertes) ? [new() { Libelle = "contrat rompu", Du = new(2026, 1, 1), Au = new(2026, 3, 31), ReferenceParMois = Montant.DeEuros(900), RecuParMois = Montant.DeEuros(100), Pieces = ["p1"] }] : [],
            Periodes = Emploie(ChampDeSaisie.Periodes) ? [new() { Du = new(2026, 1, 1), Au = new(2026, 1, 31), Taux = 37, Motif = "soins", Pieces = ["p1"] }] : [],
            BaseJournaliere = Emploie(ChampDeSaisie.Periodes) || Emploie(ChampDeSaisie.Taux) ? Montant.DeEuros(30) : null,
            Cotation = Emploie(ChampDeSaisie.Cotation) ? 3.5m : null,
            TauxDeDeficit = Emploie(ChampDeSaisie.Taux) ? 12 : null,
            ValeurDuPoint = Emploie(ChampDeSaisie.Taux) ? Montant.DeEuros(2_000) : null,
            Annees = Emploie(ChampDeSaisie.Annees) ? [new() { Niveau = NiveauScolaire.Lycee, AnneeScolaire = "2025-2026", Raison = "Absence.", Nombre = 1, ParAnnee = Somme, Pieces = ["p1"] }] : [],
            Rentes = Emploie(ChampDeSaisie.Rentes) ? [Renouvelee(), Depuis(), EnHeures()] : [],
            Scenarios = Emploie(ChampDeSaisie.Scenarios) ? [Carriere("études courtes", 60), Carriere("emploi au salaire médian", 40)] : [],
            Foyers = Emploie(ChampDeSaisie.Foyers) ? [new() { Libelle = "foyer", RevenuDuFoyer = Montant.DeEuros(30_000), Autoconsommation = 20, RevenuQuiReste = Montant.DeEuros(15_000), PartDuProche = 80, Du = new(2026, 1, 2), JusquALAge = 70, Pieces = ["p1"] }] : [],
            Composantes = Emploie(ChampDeSaisie.Composantes) ? [new() { Nature = NatureComposante.Denegations, Expose = "Constat fictif." }] : [],
            LigneDAffection = Emploie(ChampDeSaisie.Affection) ? "conjoint" : "",
            Montant = Emploie(ChampDeSaisie.Montant) ? Somme : null,
        };
    }

    private static Rente Renouvelee() => new()
    {
        Libelle = "appareil",
        Montant = Somme,
        Periodicite = Periodicite.Renouvellement,
        TousLesAns = 4.5m,
        DesLAge = 18,
        JusquALAge = 60,
        Croissance = 0.5m,
        Chance = 80,
        Pieces = ["p1"],
    };

    private static Rente Depuis() => new()
    {
        Libelle = "séances",
        Montant = Somme,
        Periodicite = Periodicite.Mensuelle,
        Du = new(2026, 10, 1),
        Au = new(2030, 12, 31),
        CoefficientImprime = 12.345m,
        ReferenceDuCoefficient = "barème fictif, p. 1",
    };

    private static Rente EnHeures() => new()
    {
        Libelle = "aide",
        HeuresParJour = 2.5m,
        TauxHoraire = Montant.DeEuros(21),
        Aide = NatureAide.Surveillance,
        JoursParAn = 412,
        JusquALAge = 25,
    };

    private static ScenarioDeCarriere Carriere(string libelle, decimal probabilite) => new()
    {
        Libelle = libelle,
        DesLAge = 20,
        JusquALAge = 64,
        Du = new(2032, 9, 1),
        ReferenceParAn = Montant.DeEuros(24_000),
        ResiduelParAn = Montant.DeEuros(16_000),
        Probabilite = probabilite,
        Raisons = "Bulletins.",
        Pieces = ["p1"],
    };
}
