using System.Text.Json;
using System.Text.Json.Nodes;
using Reparation.Documents.Actes;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;

namespace Reparation.Cli;

/// <summary>Un bilan au terminal : tableau par groupes, ou arbre JSON.</summary>
internal static class Bilans
{
    private static readonly (string Titre, Famille Famille, Phase Phase)[] Groupes =
    [
        ("Préjudices patrimoniaux temporaires", Famille.Patrimonial, Phase.Temporaire),
        ("Préjudices patrimoniaux permanents", Famille.Patrimonial, Phase.Permanent),
        ("Préjudices extrapatrimoniaux temporaires", Famille.Extrapatrimonial, Phase.Temporaire),
        ("Préjudices extrapatrimoniaux permanents", Famille.Extrapatrimonial, Phase.Permanent),
        ("Préjudices extrapatrimoniaux évolutifs", Famille.Extrapatrimonial, Phase.Evolutif),
    ];

    public static string Dire(Confiance confiance) => confiance switch
    {
        Confiance.Verifiee => "lue dans la source",
        Confiance.Secondaire => "lue dans une transcription",
        Confiance.Derivee => "calculée à partir de sources citées",
        Confiance.Memoire => "de mémoire, à relire avant usage",
        _ => "les sources se contredisent",
    };

    public static void Ecrire(Dossier dossier, Bilan bilan, TextWriter sortie)
    {
        var chiffrage = dossier.Chiffrage;
        sortie.WriteLine($"Chiffrage du dossier {dossier.Reference}{(dossier.Fictif ? " (exemple inventé)" : "")}");
        sortie.WriteLine(
            $"Consolidation\u00A0: {Jour(chiffrage.Consolidation, "non acquise")}\u202F; décision prévue\u00A0: {Jour(chiffrage.DateDeDecision, "non fixée")}");
        sortie.WriteLine(chiffrage.Imputation == ModeDImputation.Civi
            ? "Imputation\u00A0: devant la commission d’indemnisation (art. 706-9 CPP)"
            : "Imputation\u00A0: contre l’auteur, droit de préférence de la victime (loi du 5 juillet 1985, art. 31)");
        sortie.WriteLine();
        EcrireLeTableau(bilan, sortie);
        EcrireLesReserves(bilan, sortie);
        EcrireLesAlertes(bilan, sortie);
        if (bilan.Editions.Count > 0)
        {
            sortie.WriteLine();
            sortie.WriteLine("Éditions employées");
            foreach (var source in bilan.Editions)
            {
                sortie.WriteLine($"- {source.Intitule}, lue le {Francais.DateCourte(source.VerifieLe)} ({Dire(source.Confiance)})");
            }
        }

        sortie.WriteLine();
        sortie.WriteLine("Ces sommes sont celles que l’avocat a choisies et motivées. Le logiciel les calcule\u202F; il ne prédit aucune décision.");
    }

    /// <summary>Le format joint aux actes, avec en plus ce qui se lit avant d'imprimer : réserves, alertes, calculs voisins.</summary>
    public static JsonNode EnJson(Dossier dossier, Bilan bilan)
    {
        var racine = JsonNode.Parse(ChiffrageJson.Ecrire(dossier, bilan))!;
        Completer(racine["postes"]!.AsArray(), bilan.Directs);
        for (var i = 0; i < bilan.Proches.Count; i++)
        {
            Completer(racine["proches"]![i]!["postes"]!.AsArray(), bilan.Proches[i].Postes);
        }

        return racine;
    }

    private static void Completer(JsonArray postes, IReadOnlyList<PosteEvalue> evalues)
    {
        foreach (var objet in postes.Cast<JsonObject>())
        {
            var evalue = evalues.Single(p => p.Poste.Code == (string)objet["code"]!);
            if (evalue.Evaluation is Evaluation.AReserver reserve)
            {
                objet["motif"] = reserve.Motif;
                objet["piecesAttendues"] = JsonSerializer.SerializeToNode(reserve.PiecesAttendues, Json.Options);
            }
            else if (evalue.Evaluation is Evaluation.Chiffree chiffree)
            {
                objet["comparaisons"] = JsonSerializer.SerializeToNode(chiffree.Comparaisons, Json.Options);
                objet["avertissements"] = JsonSerializer.SerializeToNode(chiffree.Avertissements, Json.Options);
            }

            objet["alertes"] = JsonSerializer.SerializeToNode(evalue.Alertes.Select(a => a.Message), Json.Options);
        }
    }

    private static void EcrireLeTableau(Bilan bilan, TextWriter sortie)
    {
        var table = new TableTexte("Poste", "Évaluation", "Tiers payeurs", "Droit à réparation", "Revenant à la victime");
        foreach (var (titre, famille, phase) in Groupes)
        {
            var postes = bilan.Directs.Where(p => p.Poste.Famille == famille && p.Poste.Phase == phase
                && p.Evaluation is not Evaluation.SansObjet).ToList();
            if (postes.Count == 0)
            {
                continue;
            }

            table.Ajouter(titre);
            Lignes(table, postes);
            if (postes.All(p => p.Evaluation is not Evaluation.Chiffree))
            {
                continue;
            }

            table.Ajouter(
                "  Total du groupe", Total(postes, p => p.Brut), Total(postes, p => p.TiersPayeurs), Total(postes, p => p.Droit),
                Somme(bilan.Total(famille, phase)));
        }

        table.Trait();
        table.Ajouter(
            "Total pour l’enfant", Somme(bilan.TotalBrut), Somme(bilan.TotalTiersPayeurs), Somme(bilan.TotalDroit), Somme(bilan.TotalEnfant));
        EcrireLaDemande(table, bilan);
        foreach (var deduction in bilan.Deductions)
        {
            table.Ajouter($"À déduire\u00A0: {deduction.Libelle}", "", "", "", "−" + Somme(deduction.Montant));
        }

        table.Ajouter("Reste dû à l’enfant", "", "", "", Somme(bilan.Solde));
        EcrireLesProches(table, bilan);
        table.Ecrire(sortie);
    }

    private static void EcrireLaDemande(TableTexte table, Bilan bilan)
    {
        if (bilan.Global is { } global)
        {
            table.Ajouter(
                global.Retenu ? "Somme globale demandée à la place du détail" : "Somme globale, pour comparaison (non demandée)",
                "", "", "", Somme(global.Montant));
        }

        if (bilan.Gains is Evaluation.Chiffree)
        {
            table.Ajouter("Gains retenus par l’exploiteur, hors nomenclature", "", "", "", Somme(bilan.TotalGains));
        }

        if (bilan.Global is { Retenu: true } || bilan.Gains is Evaluation.Chiffree)
        {
            table.Ajouter("Total demandé pour l’enfant", "", "", "", Somme(bilan.TotalDemande));
        }
    }

    private static void EcrireLesProches(TableTexte table, Bilan bilan)
    {
        if (bilan.Proches.Count == 0)
        {
            return;
        }

        table.Trait();
        foreach (var proche in bilan.Proches)
        {
            table.Ajouter($"Proche\u00A0: {proche.Proche.Lien}");
            Lignes(table, [.. proche.Postes.Where(p => p.Evaluation is not Evaluation.SansObjet)]);
            foreach (var deduction in proche.Deductions)
            {
                table.Ajouter($"  À déduire\u00A0: {deduction.Libelle}", "", "", "", "−" + Somme(deduction.Montant));
            }
        }

        table.Ajouter("Total pour les proches", "", "", "", Somme(bilan.TotalProches));
    }

    private static void Lignes(TableTexte table, IReadOnlyList<PosteEvalue> postes)
    {
        foreach (var poste in postes)
        {
            var nom = $"  {poste.Poste.Code,-5} {poste.Poste.Nom}";
            if (poste.Evaluation is Evaluation.Chiffree)
            {
                table.Ajouter(nom, Somme(poste.Brut), Somme(poste.TiersPayeurs), Somme(poste.Droit), Somme(poste.Demande));
            }
            else
            {
                table.Ajouter(nom, "", "", "", "à réserver");
            }
        }
    }

    private static void EcrireLesReserves(Bilan bilan, TextWriter sortie)
    {
        var reserves = Tous(bilan).Where(p => p.Poste.Evaluation is Evaluation.AReserver).ToList();
        if (reserves.Count == 0)
        {
            return;
        }

        sortie.WriteLine();
        sortie.WriteLine("Postes à réserver");
        foreach (var (nom, poste) in reserves)
        {
            sortie.WriteLine($"- {nom}\u00A0: {((Evaluation.AReserver)poste.Evaluation).Motif}");
        }
    }

    private static void EcrireLesAlertes(Bilan bilan, TextWriter sortie)
    {
        var ouvertes = bilan.Alertes.Where(a => !a.Repondue).Select(a => $"- {a.Message}")
            .Concat(Tous(bilan).SelectMany(p => p.Poste.Alertes.Where(a => !a.Repondue).Select(a => a.Message)
                .Concat(p.Poste.Evaluation is Evaluation.Chiffree chiffree ? chiffree.Avertissements : [])
                .Select(a => $"- {p.Nom}\u00A0: {a}"))).ToList();
        sortie.WriteLine();
        sortie.WriteLine(ouvertes.Count == 0 ? "Aucune alerte sans réponse." : "À voir avant d’imprimer");
        ouvertes.ForEach(sortie.WriteLine);
        var repondues = bilan.Alertes.Where(a => a.Repondue).Select(a => $"- {a.Message} Réponse\u00A0: {a.Reponse}")
            .Concat(Tous(bilan).SelectMany(p => p.Poste.Alertes.Where(a => a.Repondue)
                .Select(a => $"- {p.Nom}\u00A0: {a.Message} Réponse\u00A0: {a.Reponse}"))).ToList();
        if (repondues.Count > 0)
        {
            sortie.WriteLine();
            sortie.WriteLine("Alertes auxquelles l’avocat a répondu");
            repondues.ForEach(sortie.WriteLine);
        }
    }

    private static IEnumerable<(string Nom, PosteEvalue Poste)> Tous(Bilan bilan) => bilan.Directs
        .Select(p => (p.Poste.Code, p))
        .Concat(bilan.Proches.SelectMany(b => b.Postes.Select(p => ($"{p.Poste.Code} ({b.Proche.Lien})", p))));

    private static string Jour(DateOnly? date, string sinon) => date is { } jour ? Francais.Date(jour) : sinon;

    private static string Somme(Montant montant) => montant.ToString();

    private static string Total(IEnumerable<PosteEvalue> postes, Func<PosteEvalue, Montant> partie) =>
        Somme(Montant.Total(postes.Select(partie)));
}
