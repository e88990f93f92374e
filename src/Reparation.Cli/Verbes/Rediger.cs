using System.CommandLine;
using System.Globalization;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Documents.Rendu.Word;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbes <c>acte</c> et <c>plan</c> : un dossier devient un PDF, un document Word, ou un texte à relire.</summary>
internal static class Rediger
{
    public static Command CommandeActe(TextWriter sortie, TextWriter erreurs, TimeProvider horloge, OptionEditions editions)
    {
        var modele = new Argument<string>("MODELE")
        {
            Description = "Modèle\u00A0: " + string.Join(", ", Modeles.Identifiants) + ".",
        };
        var commande = new Command("acte", "Rédiger un acte en PDF, pour Word si le nom finit par .docx, ou en texte avec --texte.") { modele };
        return Completer(commande, l => l.GetRequiredValue(modele), sortie, erreurs, horloge, editions);
    }

    public static Command CommandePlan(TextWriter sortie, TextWriter erreurs, TimeProvider horloge, OptionEditions editions) =>
        Completer(new("plan", "Rédiger le plan de reconstruction\u00A0: acte plan/plan."), _ => "plan/plan", sortie, erreurs, horloge, editions);

    private static Command Completer(
        Command commande, Func<ParseResult, string> modele, TextWriter sortie, TextWriter erreurs, TimeProvider horloge, OptionEditions editions)
    {
        var fichier = new Argument<string>("DOSSIER") { Description = "Fichier JSON au format reparation/dossier@1." };
        var vers = new Option<string?>("--sortie", "-o")
        {
            Description = "Fichier à écrire, en .pdf ou .docx\u202F; sans elle, un PDF dont le nom vient du modèle et de la référence.",
            HelpName = "ACTE.pdf",
        };
        var texte = new Option<bool>("--texte") { Description = "Imprimer le texte de l’acte au lieu d’écrire un PDF." };
        var date = new Option<string?>("--date") { Description = "Date portée par l’acte\u202F; aujourd’hui sinon.", HelpName = "AAAA-MM-JJ" };
        var definitif = new Option<bool>("--definitif") { Description = "Retirer la mention «\u00A0Projet\u00A0»\u00A0: l’avocat a validé." };
        var profil = new Option<string?>("--profil")
        {
            Description = "Taire l’identité plus que le modèle ne le fait\u00A0: initiales, ou pseudonyme.",
            HelpName = "PROFIL",
        };
        var pour = new Option<string?>("--pour")
        {
            Description = "Organisme à qui écrire, par identifiant, pour un document qui se tire pour chacun\u202F; le premier sinon.",
            HelpName = "ID",
        };
        var json = Programme.OptionJson();
        commande.Add(fichier);
        var cabinet = new OptionModeles();
        foreach (var option in new Option[] { cabinet.Option, vers, texte, date, definitif, profil, pour, json })
        {
            commande.Add(option);
        }

        var sceau = new OptionSceau();
        sceau.Ajouter(commande);
        commande.SetAction(l =>
        {
            using var cle = sceau.Lire(l, l.GetValue(definitif));
            var demande = new Demande(
                Trouver(modele(l), cabinet.Lire(l, erreurs)), l.GetRequiredValue(fichier), l.GetValue(vers), l.GetValue(texte),
                Dater(l.GetValue(date), horloge), !l.GetValue(definitif), l.GetValue(json), editions.Lire(l))
            {
                Pour = l.GetValue(pour) ?? "",
                Cle = cle,
            };
            demande = demande with { Profil = Durcir(demande.Modele, l.GetValue(profil)) };
            return Executer(demande, sortie, erreurs);
        });
        return commande;
    }

    private static int Executer(Demande demande, TextWriter sortie, TextWriter erreurs)
    {
        var pourWord = demande.Vers is { } cible && Fichiers.Finit(cible, ".docx");
        if (!demande.EnTexte && demande.Vers is { } autre && !pourWord && !Fichiers.Finit(autre, ".pdf"))
        {
            throw new RefusException("-o\u00A0: un acte s’écrit en PDF ou pour Word. Donnez un nom qui finit par .pdf ou .docx.");
        }

        if (demande.Cle is not null && (demande.EnTexte || pourWord))
        {
            throw new RefusException("--sceau\u00A0: seul un PDF se scelle. Retirez l’option, ou écrivez un PDF.");
        }

        var dossier = Fichiers.LireDossier(demande.Fichier, demande.Editions);
        var bilan = Chiffreur.Evaluer(dossier, demande.Editions);
        if (demande.Pour.Length > 0 && Redaction.Destinataires(demande.Modele, dossier).All(o => o.Id != demande.Pour))
        {
            throw new RefusException(demande.Modele.ParOrganisme
                ? $"--pour\u00A0: aucun organisme du dossier ne porte cet identifiant. Identifiants\u00A0: {string.Join(", ", dossier.Organismes.Select(o => o.Id))}."
                : "--pour\u00A0: ce document ne se tire qu’une fois. Retirez l’option.");
        }

        switch (Redaction.Composer(
            demande.Modele, dossier, bilan, demande.Date, demande.Projet, demande.Editions, demande.Profil, demande.Pour))
        {
            case Composition.Incomplete incomplet:
                DireLesManques(
                    demande.Modele, incomplet.Manques, Convenance.Examiner(demande.Modele, dossier, demande.Date), demande.EnJson, sortie, erreurs);
                return Programme.Echec;
            case Composition.Prete prete when demande.EnTexte:
                DireLeTexte(demande, ActeTexte.Ecrire(prete.Acte), sortie);
                return Programme.Reussite;
            case Composition.Prete prete when pourWord:
                var octets = MoteurWord.Composer(prete.Acte, demande.Modele.Charte);
                Fichiers.Ecrire(demande.Vers!, octets);
                DireLeFichier(demande, demande.Vers!, octets.Length, null, sortie);
                return Programme.Reussite;
            case Composition.Prete prete:
                Imprimer(demande, Rendre(demande, prete.Acte, dossier, bilan),
                    Redaction.NomDeFichier(demande.Modele, dossier, demande.Projet, demande.Pour) + ".pdf", sortie);
                return Programme.Reussite;
            default:
                throw new InvalidOperationException();
        }
    }

    private static DocumentRendu Rendre(Demande demande, Acte acte, Dossier dossier, Bilan bilan)
    {
        var moteur = new MoteurMaison();
        if (demande.Cle is not { } cle)
        {
            return moteur.Composer(acte, demande.Modele.Charte);
        }

        var rendu = moteur.Composer(Sceau.Reserver(acte), demande.Modele.Charte);
        return rendu with { Octets = Sceau.Apposer(rendu, FicheDuSceau.De(demande.Modele, dossier, demande.Date, bilan), cle, acte.Jointes) };
    }

    /// <summary>Dit pourquoi l'acte n'est pas imprimé.</summary>
    internal static void DireLesManques(
        Modele modele, IReadOnlyList<Manque> manques, IReadOnlyList<string> ecarts, bool enJson, TextWriter sortie, TextWriter erreurs)
    {
        if (enJson)
        {
            Programme.EcrireJson(sortie, new { Modele = modele.Id, Complet = false, NeConvientPas = ecarts, Manques = manques });
            return;
        }

        foreach (var ecart in ecarts)
        {
            erreurs.WriteLine($"{modele.Titre}\u00A0: cet acte ne convient pas à ce dossier\u00A0: {ecart}.");
        }

        erreurs.WriteLine($"{modele.Titre}\u00A0: l’acte n’est pas imprimé, il lui manque {Francais.Compte(manques.Count, "élément", "éléments")}.");
        foreach (var manque in manques)
        {
            erreurs.WriteLine($"- {manque.Rubrique}\u00A0: {manque.Message}");
        }
    }

    private static void DireLeTexte(Demande demande, string texte, TextWriter sortie)
    {
        if (demande.EnJson)
        {
            Programme.EcrireJson(sortie, new { Modele = demande.Modele.Id, Complet = true, demande.Date, demande.Projet, Texte = texte });
        }
        else
        {
            sortie.Write(texte);
        }
    }

    private static void Imprimer(Demande demande, DocumentRendu rendu, string nom, TextWriter sortie)
    {
        var chemin = demande.Vers ?? nom;
        Fichiers.Ecrire(chemin, rendu.Octets);
        DireLeFichier(demande, chemin, rendu.Octets.Length, rendu.Pages, sortie);
    }

    // Word compte ses pages lui-même : un .docx n'en annonce pas.
    private static void DireLeFichier(Demande demande, string chemin, int octets, int? pages, TextWriter sortie)
    {
        if (demande.EnJson)
        {
            Programme.EcrireJson(sortie, new
            {
                Modele = demande.Modele.Id,
                Complet = true,
                demande.Date,
                demande.Projet,
                Fichier = chemin,
                Pages = pages,
                Octets = octets,
            });
            return;
        }

        var mesure = pages is { } n ? Francais.Compte(n, "page", "pages") : "document Word";
        sortie.WriteLine($"{chemin}\u00A0: {mesure}{(demande.Projet ? ", mention «\u00A0Projet\u00A0»" : "")}.");
    }

    /// <summary>Modèle de cet identifiant.</summary>
    internal static Modele Trouver(string id, Modeles modeles) => modeles.Trouver(id) ?? throw new RefusException(
        $"MODELE\u00A0: ce modèle n’existe pas. Modèles connus\u00A0: {string.Join(", ", modeles.Tous.Select(m => m.Id))}.");

    private static Profil? Durcir(Modele modele, string? texte)
    {
        if (texte is null)
        {
            return null;
        }

        if (!Enum.TryParse<Profil>(texte, ignoreCase: true, out var profil) || !Enum.IsDefined(profil) || char.IsAsciiDigit(texte[0]))
        {
            throw new RefusException("--profil\u00A0: profil inconnu. Choisissez nominatif, initiales ou pseudonyme.");
        }

        return profil >= modele.Profil
            ? profil
            : throw new RefusException(
                $"--profil\u00A0: ce document est écrit sous le profil «\u00A0{modele.Profil.ToString().ToLowerInvariant()}\u00A0», qu’il ne peut pas assouplir. Retirez l’option, ou choisissez un profil plus discret.");
    }

    /// <summary>Date demandée, ou celle du jour.</summary>
    internal static DateOnly Dater(string? texte, TimeProvider horloge) => texte is null
        ? DateOnly.FromDateTime(horloge.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new RefusException("--date\u00A0: une date est attendue, année, mois, jour\u00A0: 2026-11-24.");

    private sealed record Demande(
        Modele Modele, string Fichier, string? Vers, bool EnTexte, DateOnly Date, bool Projet, bool EnJson, Editions Editions)
    {
        public Profil? Profil { get; init; }

        public string Pour { get; init; } = "";

        public CleDeSceau? Cle { get; init; }
    }
}
