using System.Globalization;
using System.Text;
using Reparation.Documents.Blocs;
using static Reparation.Documents.Blocs.Bloc;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Actes d'essai : fictifs, secs, et assez riches pour que chaque bloc y paraisse.</summary>
internal static class ActeExemple
{
    private const string Long =
        "La présente requête est formée au nom de l’enfant fictif, représenté par son administrateur ad hoc, devant la " +
        "Commission d’indemnisation des victimes d’infractions siégeant près le tribunal judiciaire. Elle tend à la " +
        "réparation intégrale des préjudices constatés par l’expert, poste par poste, sans perte ni profit, ainsi qu’à " +
        "l’allocation d’une provision à valoir sur l’indemnisation définitive. Les pièces visées sont communiquées sous " +
        "bordereau ; chacune est numérotée, datée et brièvement décrite.";

    private const string Court =
        "L’expert retient une consolidation acquise et décrit des périodes de gêne temporaire dont les dates et les taux " +
        "sont repris au tableau ci-dessous, sans en modifier la teneur.";

    public static IdentiteActe Identite { get; } = new(
        "Requête en indemnisation (exemple)", "Cabinet fictif", "Exemple de mise en pages", new DateOnly(2026, 1, 15),
        "Réf. EX-0001", "Document couvert par le secret professionnel", Projet: true);

    public static PieceJointe Jointe { get; } = new(
        "donnees.json", "application/json", "Données qui permettent de recalculer", Encoding.UTF8.GetBytes("{\"total\":1250.00}"));

    public static IReadOnlyList<Inline> T(string texte) => [new Inline.Texte(texte)];

    public static IReadOnlyList<Inline> Gras(string texte) => [new Inline.Texte(texte, Gras: true)];

    public static Paragraphe P(string texte, StyleParagraphe style = StyleParagraphe.Courant) => new(T(texte), style);

    public static Titre H(int niveau, string texte, string ancre) => new(niveau, T(texte), ancre);

    public static Acte Avec(params Bloc[] corps) => new(Identite with { Projet = false }, corps, []);

    /// <summary>Un acte complet d'une dizaine de pages.</summary>
    public static Acte Complet() => new(Identite, [.. EnTete(), .. Corps(), .. Fin()], [Jointe]);

    /// <summary>Un acte long, pour la durée et la pagination.</summary>
    public static Acte DeSoixantePages()
    {
        var corps = new List<Bloc>(EnTete());
        for (var i = 1; i <= 20; i++)
        {
            corps.Add(H(1, $"Partie {i.ToString(CultureInfo.InvariantCulture)} : discussion", $"partie-{i}"));
            for (var j = 1; j <= 3; j++)
            {
                corps.Add(H(2, $"Point {j} de la partie {i}", $"partie-{i}-{j}"));
                for (var k = 0; k < 5; k++)
                {
                    corps.Add(P($"{i}.{j}.{k} " + Long));
                }

                corps.Add(TableauDe(9));
            }
        }

        corps.AddRange(Fin());
        return new Acte(Identite, corps, [Jointe]);
    }

    /// <summary>Tout ce qui pourrait déborder.</summary>
    public static Acte Retors()
    {
        var mot = new string('m', 300);
        var adresse = "https://exemple.fr/" + string.Join('/', Enumerable.Repeat("dossier-sans-fin", 20));
        var etroit = new Tableau("Essai", [.. Enumerable.Range(0, 9).Select(i => new Colonne(T($"Colonne {i}")))],
            [new([.. Enumerable.Range(0, 9).Select(_ => T("Anticonstitutionnellement 15/01/2026"))])]);
        return Avec(
            P(mot), P(adresse), P($"Avant {adresse} après", StyleParagraphe.Centre),
            new Paragraphe([new Inline.Lien(adresse, [new Inline.Texte(adresse)])]),
            H(1, mot, "a"),
            new Liste(false, [[P(mot)], []]), new Liste(true, [[P("x")], [P("y")]], Debut: 1998),
            new Encadre([P(mot), new Encadre([P(Court), etroit])]),
            etroit,
            new Tableau("Sans en-tête", [new([]), new([])], [new([T("Clé"), T(mot)]), new([T(""), T("")])]),
            new CoteACote([[P(adresse)], [P(mot)], [new Encadre([P(Court)])]]),
            new CoteACote([[.. Enumerable.Range(0, 30).Select(_ => P(Court))], []]),
            new Sommaire(), new Paragraphe([]), new Paragraphe([new Inline.SautDeLigne(), new Inline.Texte(" x "), new Inline.SautDeLigne()]));
    }

    public static Figure UneFigure() => new(
        "Deux barres autour d’un repère.",
        T("Légende de la figure : la barre claire est à gauche."),
        new(300, 60,
        [
            new Trait.Rectangle(20, 10, 100, 12) { Teinte = Teinte.Claire },
            new Trait.Rectangle(120, 10, 150, 12) { Teinte = Teinte.Foncee },
            new Trait.Ligne(120, 5, 120, 40),
            new Trait.Texte(120, 50, "repère 1\u202F250,00\u00A0€", Alignement.Centre) { Gras = true },
            new Trait.Texte(300, 50, "à droite", Alignement.Droite) { Teinte = Teinte.Sourde },
        ]));

    public static Tableau TableauDe(int lignes) => new(
        "Périodes de gêne temporaire, avec taux et montants",
        [
            new(T("Période")),
            new(T("Observation")),
            new(T("Jours"), Alignement.Droite),
            new(T("Taux"), Alignement.Droite),
            new(T("Montant"), Alignement.Droite),
        ],
        [
            new([T("Avant consolidation")], GenreLigne.Groupe),
            .. Enumerable.Range(1, lignes).SelectMany<int, Ligne>(i => i % 12 == 0
                ?
                [
                    new([T("Sous-total"), T(""), T($"{i * 31}"), T(""), T($"{i * 1234}\u202F{i * 17 % 1000:000},00\u00A0€")], GenreLigne.Total),
                    new([T($"Période {i / 12 + 1}")], GenreLigne.Groupe),
                ]
                :
                [
                    new([
                        T($"du {1 + i % 28:00}/01/2024 au {1 + i % 28:00}/02/2024"),
                        T(i % 3 == 0 ? "Gêne décrite par l’expert ; l’enfant fictif a suivi une scolarité aménagée, selon le certificat produit." : "Gêne partielle"),
                        T("31"), T($"{i % 4 * 25}\u202F%"), T($"{i * 17 % 1000},50\u00A0€"),
                    ]),
                ]),
            new([T("Total"), T(""), T($"{lignes * 31}"), T(""), T("12\u202F345,50\u00A0€")], GenreLigne.Total),
        ]);

    private static IEnumerable<Bloc> EnTete() =>
    [
        new CoteACote(
        [
            [
                new Paragraphe(Gras("Cabinet fictif")),
                new Paragraphe([new Inline.Texte("12, rue de l’Exemple"), new Inline.SautDeLigne(), new Inline.Texte("75000 Paris")]),
            ],
            [
                P("À Mesdames et Messieurs les président et membres de la Commission d’indemnisation des victimes d’infractions"),
                P("Tribunal judiciaire de Paris"),
            ],
        ]),
        P("Paris, le 15 janvier 2026", StyleParagraphe.Droite),
        P("Requête en indemnisation", StyleParagraphe.TitreDocument),
        P("Articles 706-3 et suivants du code de procédure pénale", StyleParagraphe.SousTitre),
        new CoteACote(
        [
            [new Paragraphe(Gras("POUR")), P("L’enfant fictif, représenté par son administrateur ad hoc, ayant pour avocat le Cabinet fictif.")],
            [new Paragraphe(Gras("EN PRÉSENCE DE")), P("Le Fonds de garantie des victimes, pris en la personne de son représentant légal.")],
        ]),
        new Filet(),
        new Encadre(
        [
            new Paragraphe(Gras("En bref")),
            P("Il est demandé une provision de 12\u202F345,50\u00A0€ et la désignation d’un expert. Les calculs figurent à l’annexe."),
            new Liste(false, [[P("aucune forclusion n’est encourue ;")], [P("deux pièces restent attendues.")]]),
        ]),
        new Paragraphe(Gras("PLAISE À LA COMMISSION"), StyleParagraphe.Centre),
        new Sommaire(3),
        new SautDePage(),
    ];

    private static IEnumerable<Bloc> Corps() =>
    [
        H(1, "I. Rappel des faits et de la procédure", "faits"),
        H(2, "A. Les constatations", "constatations"),
        new Paragraphe(
        [
            new Inline.Texte("Par jugement du 1"), new Inline.Texte("er", Exposant: true),
            new Inline.Texte(" mars 2024, le tribunal a statué ; le détail figure "),
            new Inline.Lien("#poste-dft", [new Inline.Texte("au chapitre du déficit fonctionnel temporaire")]),
            new Inline.Texte(". Le texte est consultable sur "),
            new Inline.Lien("https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006151920", [new Inline.Texte("https://www.legifrance.gouv.fr/codes/id/LEGISCTA000006151920")]),
            new Inline.Texte(" et, pour les "), new Inline.Texte("mots importants", Gras: true),
            new Inline.Texte(", en "), new Inline.Texte("italique", Italique: true), new Inline.Texte("."),
        ]),
        P(Long), P(Court), P(Long),
        H(3, "1. Sur les certificats produits", "certificats"),
        P(Long),
        H(4, "a) Premier certificat", "certificat-1"),
        P(Court),
        H(4, "b) Second certificat", "certificat-2"),
        P("Il en ressort :"),
        new Liste(false,
        [
            [P("une première constatation, assez longue pour tenir sur deux lignes au moins, de sorte que l’alignement du texte sous la puce puisse être jugé à l’œil ;")],
            [
                P("une deuxième, qui se subdivise :"),
                new Liste(false, [[P("premier sous-point ;")], [P("second sous-point.")]]),
            ],
            [P("une dernière.")],
        ]),
        H(2, "B. La procédure", "procedure"),
        P(Long),
        new Liste(true,
        [
            [P("Requête déposée au greffe."), P("Accusé de réception joint.")],
            [P("Expertise ordonnée :"), new Liste(true, [[P("mission ;")], [P("délai.")]])],
            [P("Rapport déposé.")],
        ]),
        H(1, "II. Sur la recevabilité de la demande et le respect des délais qui s’imposent à la victime mineure", "recevabilite"),
        P(Long), P(Long), P(Court),
        new Encadre([new Paragraphe(Gras("Point d’attention")), P(Long), P(Court)]),
        P(Court),
        H(1, "III. Sur l’évaluation des préjudices", "evaluation"),
        H(2, "A. Déficit fonctionnel temporaire", "poste-dft"),
        P(Court),
        TableauDe(64),
        P("Sources : rapport d’expertise, pièce n° 4 ; barème fictif. Montants arrêtés au jour de la requête, sous réserve de consolidation.", StyleParagraphe.Note),
        H(2, "B. Souffrances endurées", "poste-se"),
        P(Long), P(Long),
        H(1, "IV. Récapitulatif", "recapitulatif"),
        UneFigure(),
        new Tableau("Récapitulatif des demandes", [new(T("Poste")), new(T("Demande"), Alignement.Droite)],
        [
            new([T("Déficit fonctionnel temporaire"), T("12\u202F345,50\u00A0€")]),
            new([T("Souffrances endurées"), T("à réserver")]),
            new([T("Total"), T("12\u202F345,50\u00A0€")], GenreLigne.Total),
        ]),
    ];

    private static IEnumerable<Bloc> Fin() =>
    [
        new Paragraphe(Gras("PAR CES MOTIFS"), StyleParagraphe.Centre),
        P("Il est demandé à la Commission de :"),
        new Liste(false,
        [
            [P("déclarer la requête recevable ;")],
            [P("allouer la provision demandée ;")],
            [P("ordonner une expertise.")],
        ]),
        P("Sous toutes réserves.", StyleParagraphe.Droite),
        new Signature(T("Fait à Paris, le 15 janvier 2026")),
    ];
}
