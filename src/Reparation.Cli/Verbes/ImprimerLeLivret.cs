using System.CommandLine;
using System.Text.Json;
using Reparation.Documents.Actes;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli.Verbes;

/// <summary>Verbe <c>livret</c> : le livret de l'enfant tel qu'on le lui remet, en pages ou en cahier à plier.</summary>
internal static class ImprimerLeLivret
{
    private static readonly Dictionary<string, FormeDeLivret> Tranches = new(StringComparer.Ordinal)
    {
        ["7-10"] = FormeDeLivret.De7A10,
        ["11-14"] = FormeDeLivret.De11A14,
        ["15-17"] = FormeDeLivret.De15A17,
    };

    private static readonly Dictionary<string, LangueDuLivret> Langues =
        Enum.GetValues<LangueDuLivret>().ToDictionary(l => JsonNamingPolicy.CamelCase.ConvertName(l.ToString()), StringComparer.Ordinal);

    public static Command Commande(TextWriter sortie, TextWriter erreurs, TimeProvider horloge, OptionEditions editions)
    {
        var fichier = new Argument<string>("DOSSIER") { Description = "Fichier JSON au format reparation/dossier@1." };
        var tranche = new Option<string?>("--tranche")
        {
            Description = $"Livret de cet âge\u00A0: {string.Join(", ", Tranches.Keys)}\u202F; sans elle, celui du dossier, ou de l’âge de l’enfant.",
            HelpName = "AGES",
        };
        var facile = new Option<bool>("--facile") { Description = "Livret facile à lire, à tout âge." };
        var langue = new Option<string?>("--langue")
        {
            Description = $"Langue\u00A0: {string.Join(", ", Langues.Keys)}\u202F; sans elle, celle du dossier. Hors le français, un brouillon que personne n’a relu.",
            HelpName = "LANGUE",
        };
        var plie = new Option<bool>("--plie") { Description = "Cahier à plier\u00A0: feuilles A4 à imprimer recto verso sur le petit côté, puis à plier en A5." };
        var vers = new Option<string?>("--sortie", "-o") { Description = "PDF à écrire\u202F; sans elle, un nom tiré de la référence.", HelpName = "LIVRET.pdf" };
        var date = new Option<string?>("--date") { Description = "Date portée par le livret\u202F; aujourd’hui sinon.", HelpName = "AAAA-MM-JJ" };
        var json = Programme.OptionJson();
        var cabinet = new OptionModeles();
        var commande = new Command("livret", "Imprimer le livret de l’enfant en PDF, et dire ce qu’il demande de savoir lire.")
        {
            fichier, tranche, facile, langue, plie, vers, date, cabinet.Option, json,
        };
        commande.SetAction(l =>
        {
            var jour = Rediger.Dater(l.GetValue(date), horloge);
            var dossier = Fichiers.LireDossier(l.GetRequiredValue(fichier), editions.Lire(l));
            dossier = dossier with { Livret = Choisir(dossier.Livret, l.GetValue(tranche), l.GetValue(facile), l.GetValue(langue)) };
            var forme = FormesDuLivret.De(dossier, jour) ?? throw new RefusException(
                "DOSSIER\u00A0: aucun livret ne convient, l’enfant est majeur ou sa date de naissance manque. Choisissez une forme par --tranche ou --facile.");
            var modele = cabinet.Lire(l, erreurs).Tous.First(m => m.Livret == forme);
            return Executer(modele, dossier, jour, editions.Lire(l), l.GetValue(plie), l.GetValue(vers), l.GetValue(json), sortie, erreurs);
        });
        return commande;
    }

    private static int Executer(
        Modele modele, Dossier dossier, DateOnly jour, Editions editions, bool plie, string? vers, bool enJson, TextWriter sortie, TextWriter erreurs)
    {
        if (vers is { } cible && !Fichiers.Finit(cible, ".pdf"))
        {
            throw new RefusException("-o\u00A0: un livret s’écrit en PDF. Donnez un nom qui finit par .pdf.");
        }

        // Le livret se remet à l'enfant : l'encadré pour l'adulte et la mention « Projet » n'y ont pas de place.
        switch (Redaction.Composer(modele, dossier, Chiffreur.Evaluer(dossier, editions), jour, projet: false, editions))
        {
            case Composition.Incomplete incomplet:
                Rediger.DireLesManques(modele, incomplet.Manques, Convenance.Examiner(modele, dossier, jour), enJson, sortie, erreurs);
                return Programme.Echec;
            case Composition.Prete prete:
                var moteur = new MoteurMaison();
                var rendu = plie ? moteur.Plier(prete.Acte, modele.Charte) : moteur.Composer(prete.Acte, modele.Charte);
                var chemin = vers ?? $"{Redaction.NomDeFichier(modele, dossier, projet: false)}{(plie ? "-cahier" : "")}.pdf";
                Fichiers.Ecrire(chemin, rendu.Octets);
                Dire(modele, prete, chemin, rendu.Pages, plie, enJson, sortie);
                return Programme.Reussite;
            default:
                throw new InvalidOperationException();
        }
    }

    private static void Dire(Modele modele, Composition.Prete prete, string chemin, int pages, bool plie, bool enJson, TextWriter sortie)
    {
        var lecture = LectureDuLivret.De(modele, prete.Acte)!;
        var identite = prete.Acte.Identite;
        if (enJson)
        {
            Programme.EcrireJson(sortie, new
            {
                Modele = modele.Id,
                Complet = true,
                identite.Langue,
                identite.Reserve,
                Fichier = chemin,
                Pages = pages,
                Plie = plie,
                lecture.PlusLongue,
                Limite = lecture.Limite.Mots,
                lecture.Mesure.MotsParPhrase,
                lecture.Mesure.Lix,
                lecture.TropLongues,
            });
            return;
        }

        sortie.WriteLine($"{chemin}\u00A0: {Francais.Compte(pages, plie ? "face" : "page", plie ? "faces" : "pages")}{(identite.Reserve.Length > 0 ? $", mention «\u00A0{identite.Reserve}\u00A0»" : "")}.");
        sortie.WriteLine(
            $"Phrase la plus longue\u00A0: {Francais.Compte(lecture.PlusLongue, "mot", "mots")}, pour une limite de {lecture.Limite.Mots}. "
            + $"Indice LIX\u00A0: {Francais.Nombre(lecture.Mesure.Lix)}.");
        foreach (var phrase in lecture.TropLongues)
        {
            sortie.WriteLine($"- à raccourcir\u00A0: {phrase}");
        }
    }

    private static LivretDeLEnfant Choisir(LivretDeLEnfant livret, string? tranche, bool facile, string? langue)
    {
        if (tranche is not null && facile)
        {
            throw new RefusException("--facile\u00A0: le livret facile à lire vaut à tout âge. Retirez --tranche, ou --facile.");
        }

        return livret with
        {
            Forme = facile ? FormeDeLivret.FacileALire
                : tranche is null ? livret.Forme
                : Tranches.TryGetValue(tranche, out var forme) ? forme
                : throw new RefusException($"--tranche\u00A0: âges inconnus. Choisissez {string.Join(", ", Tranches.Keys)}."),
            Langue = langue is null ? livret.Langue
                : Langues.TryGetValue(langue, out var choisie) ? choisie
                : throw new RefusException($"--langue\u00A0: langue inconnue. Choisissez {string.Join(", ", Langues.Keys)}."),
        };
    }
}
