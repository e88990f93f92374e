using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Delais;

/// <summary>Tous les délais d'un dossier, par jour d'alerte.</summary>
/// <param name="Echeances">Délais calculés : à faire d'abord, par jour d'alerte ; accomplis et simples dates ensuite.</param>
/// <param name="Manques">Délais que les données ne permettent pas encore de calculer, et ce qui manque.</param>
/// <param name="Ages">Âges qui changent quelque chose.</param>
public sealed record TableauDesDelais(
    IReadOnlyList<Echeance> Echeances, IReadOnlyList<Echeance> Manques, IReadOnlyList<AgeQuiCompte> Ages);

/// <summary>Âge qui change la procédure ou l'argent de l'enfant.</summary>
/// <param name="Libelle">« 17 ans et demi ».</param>
/// <param name="Le">Jour où il est atteint, 29 février ramené au 28 par prudence.</param>
/// <param name="Effet">Ce qui change.</param>
/// <param name="Source">Texte.</param>
public sealed record AgeQuiCompte(string Libelle, DateOnly Le, string Effet, Source Source);

/// <summary>Dresse les délais d'un dossier : par fait et qualification, par acte de procédure, et les âges qui comptent.</summary>
public static class Echeancier
{
    private static readonly IReadOnlyList<(int Mois, string Libelle, string Effet, Source Source)> LesAges = LireLesAges();

    private static readonly (string Regle, GenreActe Genre, Repere Repere)[] ParActe =
    [
        ("CIVI-OFFRE", GenreActe.ReceptionParLeFonds, Repere.ReceptionParLeFonds),
        ("CIVI-REPONSE", GenreActe.OffreDuFonds, Repere.Offre),
        ("CIVI-PROVISION", GenreActe.DemandeDeProvision, Repere.DemandeDeProvision),
        ("CIVI-AUDIENCE", GenreActe.AudienceCivi, Repere.AudienceCivi),
        ("CIVI-OBS", GenreActe.AudienceCivi, Repere.AudienceCivi),
        ("CIVI-PAIEMENT", GenreActe.NotificationCivi, Repere.Notification),
        ("CIVI-APPEL", GenreActe.NotificationCivi, Repere.Notification),
        ("CIVI-COMPL", GenreActe.DecisionCivileDefinitive, Repere.DecisionInteretsCivils),
        ("SARVI-CIVI", GenreActe.IrrecevabiliteCivi, Repere.IrrecevabiliteCivi),
        ("SARVI-RELEVE", GenreActe.RefusSarvi, Repere.RefusSarvi),
        ("CIV-2225", GenreActe.FinDeMission, Repere.FinDeMission),
    ];

    private static readonly string[] ApresDecision = ["SARVI-OPEN", "SARVI", "AGRASC", "NUL-706-12"];

    /// <summary>Dresse le tableau.</summary>
    /// <param name="dossier">Dossier.</param>
    /// <param name="aujourdhui">Jour.</param>
    /// <param name="options">Ressort et demeure ; ceux du dossier par défaut.</param>
    public static TableauDesDelais Dresser(Dossier dossier, DateOnly aujourdhui, OptionsDeDelai? options = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var toutes = new Dresseur(dossier, aujourdhui, options ?? new(dossier.Procedure.Ressort, dossier.Procedure.Demeure)).Tout().ToList();
        var ages = dossier.Enfant.DateDeNaissance is { } naissance
            ? LesAges.Select(a => new AgeQuiCompte(a.Libelle, naissance.AddMonths(a.Mois), a.Effet, a.Source)).ToList()
            : [];
        return new(
            [.. toutes.Where(e => e.DernierJour is not null)
                .OrderBy(e => e.AccomplieLe is not null || e.Nature != NatureDuTerme.Delai || e.Statut == StatutDEcheance.Expire)
                .ThenBy(e => e.JourDAlerte).ThenBy(e => e.Regle, StringComparer.Ordinal).ThenBy(e => e.Sujet, StringComparer.Ordinal)],
            [.. toutes.Where(e => e.DernierJour is null)],
            ages);
    }

    private static List<(int Mois, string Libelle, string Effet, Source Source)> LireLesAges()
    {
        using var fiche = Fiche.Ouvrir("delais/ages.json", Editions.FichiersEmbarques());
        var lueLe = fiche.Date(fiche.Racine, "verifie_le");
        return [.. fiche.Elements(fiche.Racine, "ages").Select(a => (
            a.GetProperty("mois").GetInt32(), fiche.Texte(a, "libelle"), fiche.Texte(a, "effet"),
            new Source(GenreSource.Article, fiche.Texte(a, "article"), fiche.Texte(a, "adresse"), lueLe, fiche.Parmi<Confiance>(a, "confiance"))))];
    }

    private sealed class Dresseur(Dossier dossier, DateOnly aujourdhui, OptionsDeDelai options)
    {
        private Procedure Procedure => dossier.Procedure;

        public IEnumerable<Echeance> Tout() =>
            [.. Civiles(), .. dossier.Faits.SelectMany(Prescriptions), .. PenalesParActe(), .. ApresLaDecision(), .. Autres()];

        // Le lien avec l'enfant est la seule chose propre à un auteur qui change le délai : ceux du même lien n'en ont qu'un.
        private IEnumerable<Echeance> Prescriptions(Fait saisi, int rang)
        {
            var groupes = AuteursDuFait.Separer(saisi, dossier).GroupBy(s => Autorite(s.Fait)).ToList();
            foreach (var groupe in groupes)
            {
                var auteurs = groupe.Select(s => s.Auteur).OfType<MisEnCause>().ToList();
                var pour = groupes.Count == 1 ? "" : "pour " + Francais.Liste([.. auteurs.Select(a => a.Designation)]);
                foreach (var (echeance, qualification) in Prescriptions(groupe.First().Fait, auteurs))
                {
                    string[] precisions = [qualification, pour];
                    yield return echeance with
                    {
                        Fait = saisi.Id,
                        Sujet = string.Join("\u00A0: ", [$"Fait {Francais.Nombre(rang + 1)}", .. precisions.Where(p => p.Length > 0)]),
                    };
                }
            }
        }

        private IEnumerable<(Echeance Echeance, string Qualification)> Prescriptions(Fait fait, IReadOnlyList<MisEnCause> auteurs)
        {
            foreach (var id in fait.Qualifications)
            {
                if (Prescription.RegleDe(id) is not { } regle)
                {
                    continue;
                }

                var qualification = Qualifications.Trouver(id)?.Intitule ?? id;
                yield return (Prescrire(regle, fait, id, auteurs), qualification);
                foreach (var acte in Actes(GenreActe.ActeInterruptifConnexe, fait))
                {
                    yield return (Calculer("PEN-CONNEXITE", Penales(fait, id, acte.Le) with { MemeAuteur = true }), qualification);
                }

                foreach (var autre in Procedure.AutresVictimes.Where(v => Prescription.EstSexuelle(id) && Vise(v.MisEnCause, fait)))
                {
                    var donnees = Penales(fait, id, autres: [(Repere.SecondeNaissance, autre.DateDeNaissance), (Repere.SecondFait, autre.FaitLe)]);
                    yield return (Calculer("PEN-GLISSANTE", donnees with { SecondeInfraction = autre.Qualification, MemeAuteur = true }), qualification);
                }
            }

            if (fait.Qualifications.Count == 0)
            {
                yield return (Prescrire("PEN-TRANSITOIRE", fait, "", auteurs), "");
            }
        }

        // Un acte qui vise un seul des auteurs d'un fait interrompt pour tous, mais on ne s'y fie pas : la date sans lui commande l'alarme.
        private Echeance Prescrire(string regle, Fait fait, string infraction, IReadOnlyList<MisEnCause> auteurs)
        {
            var retenue = Calculer(regle, Penales(fait, infraction));
            var propres = Actes(GenreActe.ActeInterruptif, fait)
                .Where(a => a.MisEnCause.Length == 0 || auteurs.All(m => m.Id == a.MisEnCause)).Select(a => a.Le!.Value).ToList();
            var stricte = Procedure.ActesInterruptifsEtablis ? Calculer(regle, Penales(fait, infraction) with { ActesInterruptifs = propres }) : retenue;
            return stricte.DernierJour is not { } dernier || !(dernier < retenue.DernierJour) ? retenue : retenue with
            {
                Disputees =
                [
                    .. retenue.Disputees,
                    new("sans les actes qui ne visent qu’un autre mis en cause", dernier, stricte.DernierJourLegal!.Value, stricte.JourPrudent!.Value)
                    {
                        Etapes = stricte.Etapes,
                    },
                ],
                JourDAlerte = stricte.JourDAlerte < retenue.JourDAlerte ? stricte.JourDAlerte : retenue.JourDAlerte,
                Rappels = stricte.Rappels,
                Statut = retenue.Statut == StatutDEcheance.Ouvert && stricte.Statut != StatutDEcheance.Ouvert ? StatutDEcheance.Urgent : retenue.Statut,
            };
        }

        private IEnumerable<ActeDeProcedure> Actes(GenreActe genre, Fait fait) =>
            Procedure.Actes.Where(a => a.Genre == genre && a.Le is not null && Vise(a.MisEnCause, fait));

        private static bool Vise(string auteur, Fait fait) => auteur.Length == 0 || fait.MisEnCause.Count == 0 || fait.MisEnCause.Contains(auteur);

        private static bool? Autorite(Fait fait) => fait.LienAvecLAuteur is { } lien ? lien != LienAvecLAuteur.Tiers : null;

        private DonneesDeDelai Penales(
            Fait fait, string infraction, DateOnly? acte = null, IReadOnlyList<(Repere Repere, DateOnly? Jour)>? autres = null) =>
            Avec([(Repere.PremierFait, fait.Du), (Repere.DernierFait, fait.Au ?? fait.Du), (Repere.ActeInterruptif, acte), .. autres ?? []]) with
            {
                Infraction = infraction,
                AutoriteDeLAuteur = Autorite(fait),
                ActeImpose = fait.Atteinte switch
                {
                    NatureDAtteinte.Viol => ActeImpose.Viol,
                    NatureDAtteinte.AutreAtteinte when fait.Qualifications.Contains("agression_15_violence") => ActeImpose.Agression15,
                    _ => null,
                },
                ActesInterruptifs = Procedure.ActesInterruptifsEtablis ? [.. Actes(GenreActe.ActeInterruptif, fait).Select(a => a.Le!.Value)] : null,
            };

        private IEnumerable<Echeance> Civiles()
        {
            var premiers = dossier.Faits.Select(f => f.Du).Where(d => d is not null).Min();
            var derniers = dossier.Faits.Select(f => f.Au ?? f.Du).Where(d => d is not null).Max();
            var faits = Avec((Repere.PremierFait, premiers), (Repere.DernierFait, derniers), (Repere.DecisionDefinitive, DecisionDefinitive()));
            yield return Calculer("CIVI-FORCL-NEW", faits with
            {
                PoursuitesEnCours = Procedure.Stade is StadeProcedure.Enquete or StadeProcedure.Instruction or StadeProcedure.Jugement or StadeProcedure.InteretsCivils,
            });
            var consolidation = Avec((Repere.Consolidation, dossier.Chiffrage.Consolidation));
            yield return Calculer("CIV-2226-20", consolidation);
            yield return Calculer("CIV-2226-10", consolidation);
            yield return Calculer("CIV-2224", Avec((Repere.Connaissance, Jour(GenreActe.ConnaissanceDuDommage)), (Repere.PremierFait, premiers)));
            yield return Calculer("ADM-LEG", Avec((Repere.Emancipation, Jour(GenreActe.Emancipation))));
            yield return Calculer("MAJ", Avec());
        }

        private IEnumerable<Echeance> PenalesParActe()
        {
            var plainte = Jour(GenreActe.Plainte) ?? Procedure.PlainteLe;
            if (plainte is not null || Jour(GenreActe.AvisDeClassement) is not null)
            {
                yield return Calculer("PEN-CPC-3M", Avec((Repere.Plainte, plainte), (Repere.RefusDePoursuivre, Jour(GenreActe.AvisDeClassement))));
            }

            if (Procedure.AudienceLe is not null)
            {
                yield return Calculer("PEN-PC-AVANT", Avec((Repere.Audience, Procedure.AudienceLe)));
            }

            if (Jour(GenreActe.DecisionContradictoire) is not null || Jour(GenreActe.Signification) is not null)
            {
                var decision = Avec((Repere.Jugement, Jour(GenreActe.DecisionContradictoire)), (Repere.Signification, Jour(GenreActe.Signification)));
                yield return Calculer("PEN-APPEL", decision);
                yield return Calculer("PEN-POURVOI", decision);
            }
        }

        private IEnumerable<Echeance> ApresLaDecision()
        {
            var decision = Jour(GenreActe.DecisionCivileDefinitive) ?? DecisionDefinitive();
            return ApresDecision.Select(r => Calculer(r, Avec((Repere.DecisionDefinitive, decision))));
        }

        private IEnumerable<Echeance> Autres()
        {
            foreach (var (regle, genre, repere) in ParActe)
            {
                foreach (var jour in Jours(genre).Concat(genre == GenreActe.OffreDuFonds ? OffresDuChiffrage() : []).Distinct())
                {
                    yield return Calculer(regle, Avec((repere, jour))) with { Sujet = Francais.Date(jour) };
                }
            }
        }

        private IEnumerable<DateOnly> OffresDuChiffrage() => dossier.Chiffrage.Offres.Where(o => o.Emetteur == EmetteurDOffre.FondsDeGarantie && o.RecueLe is not null).Select(o => o.RecueLe!.Value);

        // À défaut du jour où elle est devenue définitive, sa date : le délai calculé finit plus tôt que le vrai.
        private DateOnly? DecisionDefinitive() => Jour(GenreActe.DecisionPenaleDefinitive)
            ?? Procedure.Decisions.Where(d => d.Definitive).Select(d => d.Date).Max();

        private DateOnly? Jour(GenreActe genre) => Jours(genre).Select(j => (DateOnly?)j).Max();

        private IEnumerable<DateOnly> Jours(GenreActe genre) =>
            Procedure.Actes.Where(a => a.Genre == genre && a.Le is not null).Select(a => a.Le!.Value);

        private DonneesDeDelai Avec(params IReadOnlyList<(Repere Repere, DateOnly? Jour)> dates) => new()
        {
            Dates = dates.Append((Repere.Naissance, dossier.Enfant.DateDeNaissance)).Where(d => d.Item2 is not null)
                .ToDictionary(d => d.Item1, d => d.Item2!.Value),
        };

        private Echeance Calculer(string regle, DonneesDeDelai donnees)
        {
            var calculee = Delai.Calculer(regle, donnees, aujourdhui, options);
            var appliquee = Regles.Trouver(calculee.Regle)!;
            return appliquee.AccompliPar.Length == 0 ? calculee : calculee with
            {
                AccomplieLe = Procedure.Actes
                    .Where(a => Nom(a.Genre) == appliquee.AccompliPar && a.Le >= donnees.Date(appliquee.Reperes[0])).Select(a => a.Le).Min(),
            };
        }

        private static string Nom(GenreActe genre) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(genre.ToString());
    }
}
