using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Tests.Actes;

/// <summary>Les trois dossiers fictifs livrés avec l'application, et de quoi les rédiger.</summary>
internal static class Exemples
{
    public static readonly DateOnly Jour = new(2026, 11, 24);

    private const string Prefixe = "templates/exemples/";

    public static IReadOnlyList<string> Noms { get; } =
    [
        .. typeof(Modeles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefixe, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal))
            .Select(n => n[Prefixe.Length..^5]).Order(StringComparer.Ordinal),
    ];

    // Un même dossier, plus tôt ou plus tard : les actes qu'aucun des trois exemples n'appelle tel qu'il est livré.
    private static readonly Dictionary<string, (string Base, string Modele, Func<Dossier, Dossier> Changer)> ParVariante = new(StringComparer.Ordinal)
    {
        ["avant-l-audience"] = ("2-proxenetisme", "penal/partie-civile", d => d with
        {
            Procedure = d.Procedure with { Stade = StadeProcedure.Jugement, AudienceLe = new(2027, 1, 20), Decisions = [d.Procedure.Decisions[0]] },
            MisEnCause = [.. d.MisEnCause.Select(m => m.TenuInSolidum ? m with { Situation = "renvoyé devant le tribunal" } : m)],
            Versements = [],
        }),
        ["sans-commission"] = ("2-proxenetisme", "recouvrement/sarvi", d => Definitive(d) with
        {
            Droits = new() { PartieCivile = Reponse.Oui, CiviIrrecevable = Reponse.Oui, DommagesInterets = Montant.DeEuros(12_000), PayesParLAuteur = Reponse.Non },
        }),
        ["avoirs-confisques"] = ("2-proxenetisme", "recouvrement/agrasc", d => Definitive(d) with
        {
            Droits = new() { PartieCivile = Reponse.Oui, CiviSaisie = Reponse.Non, DommagesInterets = Montant.DeEuros(12_000), BiensSaisis = Reponse.Oui },
        }),
        ["sans-administrateur"] = ("3-intrafamilial", "protection/administrateur", d => d with
        {
            Representants =
            [
                new() { Id = "pere", Nom = "Exemple Thêta", Lien = "père", Demeure = "6 rue de l’Exemple, 00000 Villefictive", Titre = "livret de famille", DateDuTitre = new(2016, 5, 12) },
                new() { Id = "mere", Nom = "Exemple Kappa", Lien = "mère", Demeure = "6 rue de l’Exemple, 00000 Villefictive", Titre = "livret de famille", DateDuTitre = new(2016, 5, 12) },
            ],
            Enfant = d.Enfant with { Avis = "Rencontré par son avocat le 14 octobre 2026. Il a compris que des adultes demandent réparation pour lui et ne souhaite pas être entendu." },
            Droits = d.Droits with { OppositionDInterets = Reponse.Oui },
            Procedure = d.Procedure with
            {
                MotifDAdministrateur = "La personne mise en cause est le frère de la mère, qui l’héberge encore et dit ne pas pouvoir prendre parti.",
                AdministrateurPropose = "L’Association fictive des administrateurs ad hoc, inscrite sur la liste de la cour d’appel, sans lien avec la famille.",
            },
        }),
        ["offre-a-accepter"] = ("3-intrafamilial", "protection/tutelles", d => d with
        {
            Chiffrage = d.Chiffrage with
            {
                Offres =
                [
                    .. d.Chiffrage.Offres,
                    new()
                    {
                        Id = "offre-2", Emetteur = EmetteurDOffre.FondsDeGarantie, Auteur = "le fonds de garantie", RecueLe = new(2026, 11, 10), Reference = "FICTIF-OFFRE-3",
                        Suite = SuiteDOffre.AccepterSousReserve,
                        Avis = "Les dépenses de santé sont offertes au montant demandé et l’enfant en a besoin maintenant. Les autres postes attendent l’expertise : ils doivent rester ouverts.",
                        EmploiDesFonds = "La somme rembourse les soins déjà payés et finance les séances de l’année. Rien n’est placé.",
                        Lignes = [new() { Code = "DSA", Montant = Bilan(d).Directs.Single(p => p.Poste.Code == "DSA").Demande, Fondement = "Factures." }],
                    },
                ],
            },
        }),
        ["danger-nomme"] = ("2-proxenetisme", "livret/15-17", d => d with { Livret = d.Livret with { Danger = true } }),
        ["argent-a-garder"] = ("3-intrafamilial", "protection/argent", d => d with
        {
            Versements =
            [
                new() { Date = new(2026, 10, 2), Payeur = "le fonds de garantie", Genre = GenreVersement.Provision, Montant = Montant.DeEuros(4_000) },
                new() { Date = new(2026, 10, 2), Payeur = "le fonds de garantie", Genre = GenreVersement.Provision, Montant = Montant.DeEuros(900), Poste = "DSA" },
                new() { Date = new(2026, 10, 2), Payeur = "le fonds de garantie", Genre = GenreVersement.Provision, Montant = Montant.DeEuros(2_500), Poste = "SE" },
            ],
            Enfant = d.Enfant with { Compte = "Banque fictive, livret de l’enfant" },
            Argent = new()
            {
                Requerant = "l’Association fictive d’aide aux enfants, qui suit l’enfant",
                Situation = "Une provision de 7 400 € a été versée à un enfant de dix ans. Le compte sur lequel elle est arrivée est tenu par la personne qui héberge encore l’auteur des faits.",
                EmploiDesFonds = "Les séances de soin qu’aucun organisme ne rembourse, sur factures.",
                Placement = "Le reste sur un livret réglementé ouvert au nom de l’enfant.",
                PartBloquee = Montant.DeEuros(6_000),
                PrelevementParMois = Montant.DeEuros(60),
            },
        }),
        ["douze-ans"] = ("3-intrafamilial", "livret/11-14", d => d with { Enfant = d.Enfant with { DateDeNaissance = new(2014, 5, 8) } }),
    };

    public static IReadOnlyList<string> Variantes { get; } = [.. ParVariante.Keys];

    /// <summary>Un exemple se rédige par tous les modèles qui lui conviennent ; une variante, par celui pour lequel elle est faite.</summary>
    public static bool EstARediger(Modele modele, string nom) => ParVariante.TryGetValue(nom, out var variante)
        ? variante.Modele == modele.Id
        : Convenance.Examiner(modele, Lire(nom), Jour).Count == 0;

    private static Dossier Definitive(Dossier dossier) => dossier with
    {
        Enfant = dossier.Enfant with { Compte = "Banque fictive, livret de l’enfant" },
        MisEnCause =
        [
            .. dossier.MisEnCause.Select(m => m.TenuInSolidum
                ? m with
                {
                    Solvabilite = "Détenu ; sans emploi connu ; un véhicule.",
                    Confiscation = m.Id == "mec-1" ? "Jugement du 20 mai 2026 : confiscation d’une somme de 9 400 € saisie en numéraire, scellé n° FICTIF-7." : "",
                }
                : m),
        ],
        Procedure = dossier.Procedure with { Actes = [new() { Genre = GenreActe.DecisionPenaleDefinitive, Le = new(2026, 6, 1) }] },
    };

    public static Dossier Lire(string nom)
    {
        if (ParVariante.TryGetValue(nom, out var variante))
        {
            return variante.Changer(Lire(variante.Base));
        }

        return LireLeFichier("exemples/" + nom);
    }

    /// <summary>Un dossier livré, par son chemin sous <c>templates/</c>, sans extension.</summary>
    public static Dossier LireLeFichier(string chemin)
    {
        using var flux = typeof(Modeles).Assembly.GetManifestResourceStream($"templates/{chemin}.json")!;
        using var memoire = new MemoryStream();
        flux.CopyTo(memoire);
        return Assert.IsType<Lecture.Reussie>(DossierJson.Lire(memoire.ToArray(), Editions.Embarquees)).Dossier;
    }

    public static Bilan Bilan(Dossier dossier) => Chiffreur.Evaluer(dossier, Editions.Embarquees);

    public static Composition Composer(string modele, Dossier dossier, bool projet = true, DateOnly? jour = null) =>
        Redaction.Composer(Modeles.Embarques.Trouver(modele)!, dossier, Bilan(dossier), jour ?? Jour, projet);

    public static Acte Acte(string modele, Dossier dossier) => Composer(modele, dossier) switch
    {
        Composition.Prete prete => prete.Acte,
        Composition.Incomplete incomplete => throw new InvalidOperationException(
            string.Join('\n', incomplete.Manques.Select(m => $"{m.Fichier}:{m.Ligne} {m.Champ} {m.Message}"))),
        _ => throw new InvalidOperationException(),
    };

    public static string Texte(string modele, Dossier dossier) => ActeTexte.Ecrire(Acte(modele, dossier));

    /// <summary>Le dossier, une fois relus les textes de mémoire que cet acte cite.</summary>
    public static Dossier Relu(string modele, Dossier dossier) => dossier with
    {
        Confirmations = [.. Composer(modele, dossier).ARelire.Select(s => new ConfirmationDeTexte { Texte = s.Cle, Motif = "Relu pour l’essai.", Le = Jour })],
    };

    /// <summary>Rédige un modèle écrit pour l'essai.</summary>
    public static Acte Essayer(string corps, Dossier dossier)
    {
        var modele = Assert.Single(Modele(corps).Tous);
        return Assert.IsType<Composition.Prete>(Redaction.Composer(modele, dossier, Bilan(dossier), Jour)).Acte;
    }

    public static Modeles Modele(string corps, params (string Fichier, string Texte)[] autres)
    {
        var fichiers = autres.ToDictionary(a => a.Fichier, a => a.Texte);
        fichiers["essai/essai.md"] = "---\ntitre: Essai\ndestinataire: personne\ncharte: acte\nfichier: Essai\npied: Essai\n---\n" + corps;
        return Modeles.Depuis(fichiers);
    }
}
