using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Actes.Langues;
using Reparation.Documents.Blocs;
using Reparation.Documents.Blocs.Graphiques;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Voies;

namespace Reparation.Documents.Actes;

/// <summary>Rédige un acte : mêmes données, même date, mêmes blocs.</summary>
public static class Redaction
{
    // Rubriques dont les textes sont repris dans les documents qui taisent l'identité de l'enfant.
    private static readonly string[] RubriquesDeRecit = ["plan", "chiffrage", "retentissements", "pieces"];

    /// <summary>Compose l'acte, ou dit tout ce qui manque au dossier.</summary>
    /// <param name="modele">Modèle choisi.</param>
    /// <param name="dossier">Dossier.</param>
    /// <param name="bilan">Bilan du même dossier.</param>
    /// <param name="date">Date portée par l'acte.</param>
    /// <param name="projet">Faux quand l'avocat a validé : la mention « Projet » et la liste des points à revoir disparaissent.</param>
    /// <param name="editions">Éditions dont vient le bilan ; celles de l'application par défaut.</param>
    /// <param name="profil">Profil d'identité plus discret que celui du modèle ; sans effet s'il ne l'est pas.</param>
    /// <param name="pour">Organisme à qui le document s'adresse, par identifiant, si le modèle se tire pour chacun ; le premier par défaut.</param>
    /// <exception cref="ModeleException">Le modèle lui-même est fautif.</exception>
    /// <exception cref="ArgumentException">Aucun organisme du dossier ne porte cet identifiant.</exception>
    public static Composition Composer(
        Modele modele, Dossier dossier, Bilan bilan, DateOnly date, bool projet = true, Editions? editions = null,
        Profil? profil = null, string pour = "")
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        editions ??= Editions.Embarquees;
        var gabarit = modele.En(dossier.Livret.Langue);
        var prepare = Preparer(modele, dossier, bilan, date, projet, editions, profil, pour);
        (dossier, bilan) = (prepare.Dossier, prepare.Bilan);
        var (registre, markdown, aRelire) = prepare.Rendre([]);
        if (projet && aRelire.Count > 0 && gabarit.Cite("controles"))
        {
            // Ce que le projet cite ne se sait qu'une fois rendu : il se rend de nouveau, avec ces points à revoir.
            (registre, markdown, aRelire) = prepare.Rendre(aRelire);
        }

        RefuserLIdentite(dossier.Enfant, modele.Profil, registre);

        var blocages = prepare.Points.Where(p => p.Bloque).Select(p => new Manque("", p.Message, gabarit.Fichier, 1, p.Rubrique)).ToList();
        if (!projet)
        {
            blocages.ForEach(registre.Manquer);
            if (aRelire.Count > 0)
            {
                registre.Manquer(FauteDeRelecture(aRelire, gabarit.Fichier));
            }
        }

        if (gabarit.Traduction is { } langue)
        {
            RefuserLeMelange(modele, dossier, gabarit, langue, registre);
        }

        if (registre.Manques.Count > 0)
        {
            return new Composition.Incomplete(registre.Manques) { ARelire = aRelire };
        }

        var corps = MarkdownEnBlocs.Lire(markdown, gabarit.Fichier, registre, gabarit.Entete.Numerotation);
        if (dossier.Adaptations.Any(a => a.Modele == modele.Id) && SectionsDActe.Etablir(modele, dossier, bilan, date, editions) is { } sections)
        {
            var fautes = sections.Manques(modele, modele.Profil == Profil.Nominatif ? null : Identite.Motif(dossier.Enfant), projet);
            if (fautes.Count > 0)
            {
                return new Composition.Incomplete(fautes) { ARelire = aRelire };
            }

            blocages.AddRange(sections.Manques(modele, identite: null, projet: false));
            corps = sections.Appliquer(corps, projet);
        }

        return new Composition.Prete(prepare.Discretion.Appliquer(new(
            new(gabarit.Entete.Titre, dossier.Avocat?.Cabinet.Trim() ?? "", gabarit.Entete.Titre, date, dossier.Reference, gabarit.Entete.Pied, projet)
            {
                Langue = gabarit.Traduction?.Etiquette ?? IdentiteActe.Francais,
                Reserve = gabarit.Traduction?.Mention ?? "",
            },
            corps,
            gabarit.Entete.Joindre ? [ChiffrageJson.Joindre(dossier, bilan)] : [])))
        {
            ARelire = aRelire,
            Blocages = blocages,
        };
    }

    /// <summary>Textes à relire que l'acte citerait, sans le composer ; les mêmes que ceux de sa composition en projet.</summary>
    public static IReadOnlyList<Source> TextesARelire(Modele modele, Dossier dossier, Bilan bilan, DateOnly date, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        return Preparer(modele, dossier, bilan, date, projet: true, editions, profil: null, pour: "").Rendre([]).ARelire;
    }

    private static Preparation Preparer(
        Modele modele, Dossier dossier, Bilan bilan, DateOnly date, bool projet, Editions editions, Profil? profil, string pour)
    {
        var gabarit = modele.En(dossier.Livret.Langue);
        var points = Blocages.Examiner(gabarit, dossier, bilan, date).Select(p => p with { Message = Francais.Typographie.Composer(p.Message) }).ToList();
        if (gabarit.Entete.ImputationImposee is { } imputation && imputation != dossier.Chiffrage.Imputation)
        {
            // Le même dossier se demande à la commission et au juge pénal : l'imputation suit le juge, pas un réglage oublié.
            var ailleurs = bilan.TotalDemande;
            dossier = dossier with { Chiffrage = dossier.Chiffrage with { Imputation = imputation } };
            bilan = Chiffreur.Evaluer(dossier, editions);
            if (bilan.TotalDemande != ailleurs)
            {
                points.Add(new(
                    $"Devant ce juge, l’imputation des tiers payeurs et les gains retenus changent le total : {bilan.TotalDemande}, au lieu de {ailleurs} à l’écran du chiffrage.",
                    "chiffrage", Bloque: false));
            }
        }

        var discretion = new Discretion(dossier, modele.Profil, profil, gabarit.Entete.Lecteur);
        var destinataire = Destinataire(modele, dossier, pour);

        // La sensibilité chiffre le dossier plusieurs fois, et ne sort pas du cabinet : seul un projet qui la montre la demande.
        var variations = projet && gabarit.Cite("sensibilite") ? Sensibilite.Mesurer(dossier, editions) : [];
        var figures = new Dictionary<string, Bloc.Figure>();
        if (variations.Count > 0)
        {
            figures["sensibilite"] = Tornade.Dessiner(variations);
        }

        var droits = gabarit.Cite("etatDuDroit") ? Droits.Etablir(dossier, date) : null;
        if (droits is not null && Frise.Placer(dossier, droits, date) is not null)
        {
            figures["frise"] = Frise.Dessiner(dossier, droits, date);
        }

        if (gabarit.Cite("scenarios") && RemplirLeTemps.Dessiner(dossier) is { } capital)
        {
            figures["capital"] = capital;
        }

        if (gabarit.Cite("calendrier") && CalendrierDuPlan.Dessiner(dossier.Plan) is { } calendrier)
        {
            figures["calendrier"] = calendrier;
        }

        if (gabarit.Cite("suivi") && CourbesDuSuivi.Dessiner(dossier.Plan) is { } suivi)
        {
            figures["suivi"] = suivi;
        }

        return new(dossier, bilan, discretion, points, Rendre);

        (Registre, string, IReadOnlyList<Source>) Rendre(IReadOnlyList<Source> aRevoir)
        {
            var textes = new TextesCites(dossier);
            var neuf = new Registre(gabarit.Emplacements, textes) { Figures = figures, Jour = date, Traduction = gabarit.Traduction };
            var champs = RemplirLesChamps.Depuis(
                discretion, bilan, editions, variations, droits, textes, date, projet, destinataire, [.. points.Select(p => p.Message)], modele.Annuaire);
            if (gabarit.Traduction is { } langue)
            {
                champs = ChampsTraduits.Vers(langue, champs, dossier, date);
            }

            if (!Blocages.AvecSommes(gabarit))
            {
                // Un acte sans somme n'a pas à porter les doutes du chiffrage.
                champs = champs with { Controles = [.. points.Select(p => new ChampsControle(p.Message))] };
            }

            return (neuf, gabarit.Rendre(champs with { Controles = [.. champs.Controles, .. aRevoir.Select(RemplirLesChamps.Relire)] }, neuf), textes.ARelire);
        }
    }

    // Un livret à moitié dans une langue et à moitié dans l'autre ne se lit dans aucune.
    private static void RefuserLeMelange(Modele modele, Dossier dossier, Gabarit gabarit, Traduction langue, Registre registre)
    {
        void Manquer(string message) => registre.Manquer(new Manque("", Francais.Typographie.Composer(message), gabarit.Fichier, 1, "plan"));
        if (gabarit.NonTraduites.Count > 0)
        {
            Manquer($"Une phrase de ce livret n’a pas de traduction dans cette langue ({langue.Nom}) : « {gabarit.NonTraduites.First()} ». "
                + "Un modèle du cabinet l’a sans doute changée. Choisissez le français sous « Livret », ou reprenez la phrase livrée.");
        }

        if (dossier.Adaptations.Any(a => a.Modele == modele.Id))
        {
            Manquer($"Des sections de ce livret ont été réécrites en français ; elles n’ont pas de traduction ({langue.Nom}). "
                + "Choisissez le français sous « Livret », ou retirez ces réécritures sur la page de l’acte.");
        }
    }

    private static Manque FauteDeRelecture(IReadOnlyList<Source> textes, string fichier) => new(
        "",
        Francais.Typographie.Composer(
            (textes.Count == 1
                ? "Un texte cité par cet acte est de mémoire ou contredit, et n’a pas été relu : "
                : $"{RemplirLesChamps.Nombre(textes.Count)} textes cités par cet acte sont de mémoire ou contredits, et n’ont pas été relus : ")
            + Domain.Commun.Francais.Liste([.. textes.Select(t => t.Intitule).Distinct()])
            + ". Relisez-les à la source, puis confirmez-les sous « Textes à relire » ; le projet, lui, s’imprime."),
        fichier,
        1,
        "textes");

    /// <summary>Organismes pour chacun desquels un document se tire ; aucun si le modèle ne se tire qu'une fois.</summary>
    public static IReadOnlyList<Organisme> Destinataires(Modele modele, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        return modele.ParOrganisme ? dossier.Organismes : [];
    }

    /// <summary>
    /// Nom du fichier, sans extension : ASCII, référence neutre, jamais un nom. Les documents d'une même série se distinguent
    /// par leur rang.
    /// </summary>
    public static string NomDeFichier(Modele modele, Dossier dossier, bool projet, string pour = "")
    {
        var rang = Destinataires(modele, dossier).Select(o => o.Id).ToList().IndexOf(pour) + 1;
        return $"{modele.NomDeFichier}-{dossier.Reference}"
            + (modele.En(dossier.Livret.Langue).Traduction is { } langue ? "-" + langue.Etiquette[..2] : "")
            + (rang > 0 ? "-" + rang.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")
            + (projet ? "-projet" : "");
    }

    private static Organisme? Destinataire(Modele modele, Dossier dossier, string pour)
    {
        var possibles = Destinataires(modele, dossier);
        return pour.Length == 0
            ? possibles is [var premier, ..] ? premier : null
            : possibles.FirstOrDefault(o => o.Id == pour) ?? throw new ArgumentException("Aucun organisme du dossier ne porte cet identifiant.", nameof(pour));
    }

    /// <summary>Ce qui précède le rendu : le dossier et le bilan tels que ce juge les lit, et de quoi rendre avec des points à revoir en plus.</summary>
    private sealed record Preparation(
        Dossier Dossier, Bilan Bilan, Discretion Discretion, IReadOnlyList<Point> Points,
        Func<IReadOnlyList<Source>, (Registre Registre, string Markdown, IReadOnlyList<Source> ARelire)> Rendre);

    // Un prénom laissé dans un récit révélerait l'enfant dans un document écrit pour le taire ; l'intitulé d'une pièce est neutre partout.
    private static void RefuserLIdentite(Enfant enfant, Profil prevu, Registre registre)
    {
        var motif = prevu == Profil.Nominatif ? null : Identite.Motif(enfant);
        var prenoms = Identite.MotifDesPrenoms(enfant);
        foreach (var (ou, texte) in registre.Saisies)
        {
            if (motif?.IsMatch(texte) == true && RubriquesDeRecit.Contains(ou.Libelle.Rubrique))
            {
                registre.Manquer(ou, $"{Francais.Tournures.Majuscule(ou.Libelle.Nom)} porte un nom ou un prénom de l’enfant, que ce document ne doit pas révéler. Écrivez « l’enfant » ou le prénom d’emprunt.");
            }
            else if (ou.Champ == "piece.titre" && prenoms?.IsMatch(texte) == true)
            {
                registre.Manquer(ou, "L’intitulé d’une pièce porte un prénom de l’enfant. Écrivez un intitulé neutre dans la rubrique « Pièces » : le bordereau et les noms de fichiers le reprennent.");
            }
        }
    }
}
