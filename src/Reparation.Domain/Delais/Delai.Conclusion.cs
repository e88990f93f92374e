using Reparation.Domain.Commun;

namespace Reparation.Domain.Delais;

public static partial class Delai
{
    private sealed partial class Calcul
    {
        private DateOnly? Exiger(Repere repere)
        {
            var jour = donnees.Date(repere);
            if (jour is null)
            {
                _manque.Add(repere);
            }

            return jour;
        }

        private VersionDeRegle? Version(DateOnly jour) => regle.EnVigueurLe(jour);

        private DateOnly? Majorite()
        {
            if (Exiger(Repere.Naissance) is not { } naissance)
            {
                return null;
            }

            var majorite = UneMajorite(naissance);
            Dire29Fevrier(naissance, majorite);
            return majorite;
        }

        // Le 28 février, par prudence, quand Commun.Ages retient le 1er mars pour compter un âge : un délai qui part un jour
        // plus tôt finit un jour plus tôt, et personne n'y perd son droit.
        private static DateOnly UneMajorite(DateOnly naissance) => Regles.Trouver("MAJ")!.Versions[0].Duree!.Value.Depuis(naissance);

        private void Dire29Fevrier(DateOnly naissance, DateOnly majorite)
        {
            if (naissance is { Month: 2, Day: 29 } && majorite.Day == 28)
            {
                _reserves.Add($"Naissance un 29 février\u00A0: majorité retenue le {Francais.Date(majorite)}, par prudence.");
            }
        }

        private Duree Eloigner(Duree duree)
        {
            var mois = regle.Distance ? options.Demeure switch
            {
                Demeure.OutreMer => 1,
                Demeure.Etranger => 2,
                _ => 0,
            } : 0;
            if (mois > 0)
            {
                _etapes.Add($"Éloignement (art. 643 du code de procédure civile)\u00A0: {Francais.Compte(mois, "mois", "mois")} de plus, compris.");
            }

            return duree with { Mois = duree.Mois + mois };
        }

        private void Disputer(string libelle, Terme terme, IReadOnlyList<string> etapes)
        {
            terme = Ajuster(terme);
            _disputees.Add(new(libelle, terme.Dernier, terme.Legal, terme.Prudent) { Etapes = etapes });
        }

        // Avant le jour d'ouverture, une demande est prématurée : le jour prudent n'y est pas la veille.
        private Terme Ajuster(Terme terme) => regle.Nature == NatureDuTerme.Ouverture ? terme with { Prudent = terme.Legal } : terme;

        private Echeance Manquer(IReadOnlyList<Repere> manque) =>
            Entete(StatutDEcheance.Indetermine, "Il manque une date\u00A0: " + Francais.Liste([.. manque.Select(Reperes.Nommer)]) + ".", regle.Versions[^1]) with
            {
                Manque = [.. manque],
            };

        private Echeance HorsVersion(DateOnly jour) => Entete(
            StatutDEcheance.Indetermine,
            $"Aucune version de cette règle n’est connue au {Francais.Date(jour)}. Chercher le texte alors en vigueur.",
            regle.Versions[0]);

        private Echeance Entete(StatutDEcheance statut, string motif, VersionDeRegle version) => new(regle.Id, regle.Libelle, statut, motif)
        {
            Etapes = [.. _etapes],
            Sources = version.Sources,
            Reserve = string.Join(' ', _reserves.Prepend(version.Reserve).Where(r => r.Length > 0).Distinct()),
            Charge = regle.Charge,
            Nature = regle.Nature,
        };

        private Echeance Conclure(string motif, Terme terme, VersionDeRegle version)
        {
            terme = Ajuster(terme);
            if (terme.Legal != terme.Dernier)
            {
                _etapes.Add($"{Jour(terme.Dernier)} {Francais.Date(terme.Dernier)}\u00A0: report au {Jour(terme.Legal)} {Francais.Date(terme.Legal)}.");
            }

            if (terme.Dernier >= Regles.Renumerotation.Du && version.Sources[0].Intitule.Contains("procédure pénale", StringComparison.Ordinal))
            {
                _reserves.Add(Regles.Renumerotation.Texte);
            }

            var penal = regle.Comput == Comput.QuantiemeSansReport && regle.Mode is ModeDeDepart.Prescription or ModeDeDepart.Glissante
                or ModeDeDepart.Connexite or ModeDeDepart.Interruption;
            var apparente = penal && donnees.ActesInterruptifs is null;
            var alerte = _disputees.Select(d => d.JourPrudent).Append(terme.Prudent).Min();
            var statut = Situer(terme, alerte);
            _motif = statut == StatutDEcheance.Expire && apparente
                ? "Prescription apparente, à vérifier\u00A0: les actes interruptifs ne sont pas établis. " + motif
                : motif;
            return Entete(statut, _motif, version) with
            {
                DernierJour = terme.Dernier,
                DernierJourLegal = terme.Legal,
                JourPrudent = terme.Prudent,
                JourDAlerte = alerte,
                Heure = regle.Comput == Comput.Heures ? donnees.Heure : null,
                Apparente = apparente,
                Disputees = [.. _disputees],
                Rappels = regle.Nature == NatureDuTerme.Delai
                    ? [.. Regles.Rappels.Select(j => alerte.AddDays(-j)).Where(j => j >= aujourdhui)]
                    : [],
            };
        }

        private StatutDEcheance Situer(Terme terme, DateOnly alerte) => regle.Nature switch
        {
            NatureDuTerme.Ouverture or NatureDuTerme.Date => aujourdhui < terme.Legal ? StatutDEcheance.NonOuvert : StatutDEcheance.Ouvert,
            _ when aujourdhui > terme.Legal => regle.Releve ? StatutDEcheance.ForclosRelevePossible : StatutDEcheance.Expire,
            _ when aujourdhui >= alerte.AddDays(-Regles.JoursUrgents) => StatutDEcheance.Urgent,
            _ => StatutDEcheance.Ouvert,
        };

        private static string Jour(DateOnly jour) => jour.DayOfWeek switch
        {
            DayOfWeek.Monday => "lundi",
            DayOfWeek.Tuesday => "mardi",
            DayOfWeek.Wednesday => "mercredi",
            DayOfWeek.Thursday => "jeudi",
            DayOfWeek.Friday => "vendredi",
            DayOfWeek.Saturday => "samedi",
            _ => "dimanche",
        };
    }
}
