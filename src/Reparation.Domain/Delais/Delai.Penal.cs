using Reparation.Domain.Commun;

namespace Reparation.Domain.Delais;

public static partial class Delai
{
    private sealed partial class Calcul
    {
        private Echeance PrescriptionPenale()
        {
            if (Exiger(Repere.DernierFait) is not { } dernier)
            {
                return Manquer(_manque);
            }

            if (regle.Mode == ModeDeDepart.Connexite && donnees.MemeAuteur is not true)
            {
                return Entete(
                    StatutDEcheance.Indetermine, "Établir d’abord que les deux procédures visent le même auteur.", regle.Versions[^1]);
            }

            var autreActe = regle.Mode is ModeDeDepart.Connexite or ModeDeDepart.Interruption ? Exiger(Repere.ActeInterruptif) : null;
            if (_manque.Count > 0)
            {
                return Manquer(_manque);
            }

            if (regle.Mode == ModeDeDepart.Connexite && autreActe < Prescription.Glissante)
            {
                _etapes.Add($"Acte antérieur au {Francais.Date(Prescription.Glissante)}\u00A0: sans effet.");
                autreActe = null;
            }

            var classes = ClassesPossibles(dernier);
            if (classes.Count == 0)
            {
                return Entete(StatutDEcheance.Indetermine, "L’infraction n’est pas dite\u00A0: choisir une qualification.", regle.Versions[^1]);
            }

            IReadOnlyList<DateOnly> actes = [.. donnees.ActesInterruptifs ?? [], .. autreActe is { } acte ? [acte] : Array.Empty<DateOnly>()];
            var majorite = Majorite();
            _manque.Clear();
            var retenu = Suivre(classes[0].Classe, "", Autorite(), dernier);
            if (retenu is null)
            {
                return Manquer([Repere.Naissance]);
            }

            _etapes.AddRange(retenu.Etapes);
            Avertir(dernier);
            foreach (var (classe, libelle) in classes)
            {
                Discuter(libelle, Suivre(classe, "", Autorite(), dernier));
                foreach (var (nom, suppose) in classe.Lectures)
                {
                    Discuter(suppose, Suivre(classe, nom, Autorite(), dernier));
                }

                if (donnees.AutoriteDeLAuteur is null)
                {
                    Discuter("auteur ascendant ou ayant autorité", Suivre(classe, "", autorite: true, dernier));
                }
            }

            if (donnees.Date(Repere.PremierFait) is { } premier && premier < dernier)
            {
                Discuter($"premier fait, le {Francais.Date(premier)}", Suivre(classes[0].Classe, "", Autorite(), premier));
            }

            return ConclureAuPenal(retenu);

            Prescription.Parcours? Suivre(ClasseDePrescription classe, string lecture, bool autorite, DateOnly faits) =>
                Prescription.Suivre(classe, lecture, autorite, faits, majorite, actes);

            void Discuter(string libelle, Prescription.Parcours? parcours)
            {
                if (parcours is not null && parcours.Terme != retenu.Terme && _disputees.All(d => d.DernierJour != parcours.Terme))
                {
                    Disputer(libelle, SansReport(parcours.Terme), parcours.Etapes);
                }
            }
        }

        private Echeance PrescriptionGlissante()
        {
            if (Exiger(Repere.DernierFait) is not { } fait || Majorite() is not { } majorite
                || Exiger(Repere.SecondFait) is not { } second || Exiger(Repere.SecondeNaissance) is not { } naissance)
            {
                return Manquer(_manque);
            }

            var premiere = Prescription.Classer(donnees.Infraction, donnees.Article, fait);
            var seconde = Prescription.Classer(donnees.SecondeInfraction, "", second);
            if (premiere is null || seconde is null)
            {
                return Entete(StatutDEcheance.Indetermine, "Dire les deux infractions\u00A0: sans elles, aucun délai ne se compare.", regle.Versions[^1]);
            }

            var majoriteDeLAutre = UneMajorite(naissance);
            var d1 = Prescription.Suivre(premiere, "", Autorite(), fait, majorite, donnees.ActesInterruptifs ?? [])!;
            var d2 = Prescription.Suivre(seconde, "", Autorite(), second, majoriteDeLAutre, [])!;
            _etapes.AddRange(d1.Etapes);
            var refus = Refus();
            if (refus is not null)
            {
                _etapes.Add(refus);
                return ConclureAuPenal(d1) with { Motif = refus };
            }

            _etapes.Add($"Fait du {Francais.Date(second)} sur un autre mineur, avant le {Francais.Date(d1.Terme)}\u00A0: {d2.Etapes[^1]}");
            return ConclureAuPenal(d2.Terme > d1.Terme ? d1 with { Terme = d2.Terme } : d1);

            string? Refus() => true switch
            {
                _ when donnees.MemeAuteur is not true => "Pas de prolongation\u00A0: il n’est pas établi que l’auteur est le même.",
                _ when !Prescription.EstSexuelle(donnees.Infraction) || !Prescription.EstSexuelle(donnees.SecondeInfraction) =>
                    "Pas de prolongation\u00A0: la loi vise le viol, l’agression et l’atteinte sexuelles.",
                _ when d1.Terme < Prescription.Glissante => "Pas de prolongation\u00A0: la première prescription était acquise avant la loi de 2021.",
                _ when second >= majoriteDeLAutre => "Pas de prolongation\u00A0: l’autre victime était majeure.",
                _ when second > d1.Terme => "Pas de prolongation\u00A0: le nouveau fait est postérieur au premier terme.",
                _ => null,
            };
        }

        private bool Autorite() => donnees.AutoriteDeLAuteur is true;

        private static Terme SansReport(DateOnly jour) => new(jour, jour, jour.AddDays(-1));

        private Echeance ConclureAuPenal(Prescription.Parcours parcours)
        {
            var version = regle.Versions[^1];
            version = version with
            {
                // La loi qui gouverne ces faits passe devant : c'est elle qui s'imprime.
                Sources = parcours.Lois[0].Intitule.StartsWith(version.Sources[0].Intitule, StringComparison.Ordinal)
                    ? [.. version.Sources, .. parcours.Lois.Where(l => l.ARelire)]
                    : [.. parcours.Lois, .. version.Sources],
            };
            if (donnees.ActesInterruptifs is null)
            {
                _reserves.Add("Actes interruptifs non établis\u00A0: date apparente, à vérifier.");
            }

            return Conclure(parcours.Etapes[^1], SansReport(parcours.Terme), version);
        }

        private IReadOnlyList<(ClasseDePrescription Classe, string Libelle)> ClassesPossibles(DateOnly faits)
        {
            if (donnees.Infraction == "non_denonciation" || regle.Id == "PEN-434-3")
            {
                return donnees.CrimeTu switch
                {
                    true => Choix(("nonDenonciationCrime", "")),
                    false => Choix(("nonDenonciationDelit", "")),
                    null => Choix(("nonDenonciationDelit", "le fait tu est un délit"), ("nonDenonciationCrime", "le fait tu est un crime")),
                };
            }

            if (donnees.Infraction == "agression_imposee_tiers_soi" || regle.Id == "PEN-SELON-ACTE")
            {
                return donnees.ActeImpose switch
                {
                    ActeImpose.Viol => Choix(("crimeSexuel", "")),
                    ActeImpose.Agression15 => Choix(("agression15", "")),
                    ActeImpose.Autre => Choix(("delitSexuel", "")),
                    _ => Choix(
                        ("delitSexuel", "l’acte imposé est une autre atteinte"),
                        ("agression15", "l’acte imposé est une agression de l’article 222-29-1"),
                        ("crimeSexuel", "l’acte imposé est un viol")),
                };
            }

            var classe = Prescription.Classer(donnees.Infraction, donnees.Article, faits);

            // La règle demandée l'emporte sur l'infraction : l'avocat peut vouloir le régime d'une autre qualification.
            if (classe is not null && (regle.Classe.Length == 0 || classe.Regle == regle.Id || faits < regle.Versions[^1].Du))
            {
                return [(classe, classe.Libelle)];
            }

            return regle.Classe.Length > 0 ? Choix((regle.Classe, "")) : [];

            static IReadOnlyList<(ClasseDePrescription, string)> Choix(params IReadOnlyList<(string Id, string Libelle)> choix) =>
                [.. choix.Select(c => (Prescription.Classes[c.Id], c.Libelle))];
        }

        private void Avertir(DateOnly faits)
        {
            if (faits < Prescription.NouveauCodePenal)
            {
                _reserves.Add($"Faits antérieurs au {Francais.Date(Prescription.NouveauCodePenal)}\u00A0: qualifier d’après l’ancien code pénal.");
            }

            if (Prescription.TexteDepuis(donnees.Infraction) is { } depuis && faits < depuis)
            {
                _reserves.Add($"Ce texte date du {Francais.Date(depuis)}, après les faits\u00A0: la prescription est celle de l’infraction alors punie, s’il y en avait une.");
            }
        }
    }
}
