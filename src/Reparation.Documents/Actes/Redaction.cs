using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Actes.Gabarits;
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
    private static readonly string[] RubriquesDeRecit = ["plan", "chiffrage", "retentissements"];

    /// <summary>Compose l'acte, ou dit tout ce qui manque au dossier.</summary>
    /// <param name="modele">Modèle choisi.</param>
    /// <param name="dossier">Dossier.</param>
    /// <param name="bilan">Bilan du même dossier.</param>
    /// <param name="date">Date portée par l'acte.</param>
    /// <param name="projet">Faux quand l'avocat a validé : la mention « Projet » et la liste des points à revoir disparaissent.</param>
    /// <param name="editions">Éditions dont vient le bilan ; celles de l'application par défaut.</param>
    /// <exception cref="ModeleException">Le modèle lui-même est fautif.</exception>
    public static Composition Composer(
        Modele modele, Dossier dossier, Bilan bilan, DateOnly date, bool projet = true, Editions? editions = null)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        var gabarit = modele.Gabarit;
        editions ??= Editions.Embarquees;
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

        var (registre, markdown, aRelire) = Rendre([]);
        if (projet && aRelire.Count > 0 && gabarit.Cite("controles"))
        {
            // Ce que le projet cite ne se sait qu'une fois rendu : il se rend de nouveau, avec ces points à revoir.
            (registre, markdown, aRelire) = Rendre(aRelire);
        }

        if (gabarit.Entete.Profil != "nominatif")
        {
            RefuserLIdentite(dossier.Enfant, registre);
        }

        var blocages = points.Where(p => p.Bloque).Select(p => new Manque("", p.Message, gabarit.Fichier, 1, p.Rubrique)).ToList();
        if (!projet)
        {
            blocages.ForEach(registre.Manquer);
            if (aRelire.Count > 0)
            {
                registre.Manquer(FauteDeRelecture(aRelire, gabarit.Fichier));
            }
        }

        if (registre.Manques.Count > 0)
        {
            return new Composition.Incomplete(registre.Manques) { ARelire = aRelire };
        }

        var corps = MarkdownEnBlocs.Lire(markdown, gabarit.Fichier, registre, gabarit.Entete.Numerotation);
        if (dossier.Adaptations.Any(a => a.Modele == modele.Id) && SectionsDActe.Etablir(modele, dossier, bilan, date, editions) is { } sections)
        {
            var fautes = sections.Manques(modele, gabarit.Entete.Profil == "nominatif" ? null : Identite.Motif(dossier.Enfant), projet);
            if (fautes.Count > 0)
            {
                return new Composition.Incomplete(fautes) { ARelire = aRelire };
            }

            blocages.AddRange(sections.Manques(modele, identite: null, projet: false));
            corps = sections.Appliquer(corps, projet);
        }

        return new Composition.Prete(new(
            new(modele.Titre, dossier.Avocat?.Cabinet.Trim() ?? "", modele.Titre, date, dossier.Reference, gabarit.Entete.Pied, projet),
            corps,
            gabarit.Entete.Joindre ? [ChiffrageJson.Joindre(dossier, bilan)] : []))
        {
            ARelire = aRelire,
            Blocages = blocages,
        };

        (Registre, string, IReadOnlyList<Source>) Rendre(IReadOnlyList<Source> aRevoir)
        {
            var textes = new TextesCites(dossier);
            var neuf = new Registre(gabarit.Emplacements, textes) { Figures = figures, Jour = date };
            var champs = RemplirLesChamps.Depuis(dossier, bilan, editions, variations, droits, textes, date, projet, [.. points.Select(p => p.Message)]);
            if (!Blocages.AvecSommes(gabarit))
            {
                // Un acte sans somme n'a pas à porter les doutes du chiffrage.
                champs = champs with { Controles = [.. points.Select(p => new ChampsControle(p.Message))] };
            }

            return (neuf, gabarit.Rendre(champs with { Controles = [.. champs.Controles, .. aRevoir.Select(RemplirLesChamps.Relire)] }, neuf), textes.ARelire);
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

    // Un prénom laissé dans un récit révélerait l'enfant dans un document qui promet de le taire.
    private static void RefuserLIdentite(Enfant enfant, Registre registre)
    {
        if (Identite.Motif(enfant) is not { } motif)
        {
            return;
        }

        foreach (var (ou, texte) in registre.Saisies.Where(s => RubriquesDeRecit.Contains(s.Ou.Libelle.Rubrique)))
        {
            if (motif.IsMatch(texte))
            {
                registre.Manquer(ou, $"{Francais.Tournures.Majuscule(ou.Libelle.Nom)} porte un nom ou un prénom de l’enfant, que ce document ne doit pas révéler. Écrivez « l’enfant » ou le prénom d’emprunt.");
            }
        }
    }
}
