using Reparation.Domain.Commun;

namespace Reparation.Domain.Delais;

/// <summary>Calcule un délai : dernier jour, jour légal, jour prudent, état, raisons, lectures discutées.</summary>
public static partial class Delai
{
    private static readonly DateOnly LoiDe2023 = Regles.Trouver("CIVI-FORCL-NEW")!.Versions[0].Du;

    /// <summary>Calcule.</summary>
    /// <param name="regle">Identifiant de la règle.</param>
    /// <param name="donnees">Ce que l'on sait.</param>
    /// <param name="aujourdhui">Jour du calcul.</param>
    /// <param name="options">Ressort et demeure.</param>
    /// <exception cref="ArgumentException">La règle n'existe pas.</exception>
    public static Echeance Calculer(string regle, DonneesDeDelai donnees, DateOnly aujourdhui, OptionsDeDelai? options = null)
    {
        ArgumentNullException.ThrowIfNull(donnees);
        var connue = Regles.Trouver(regle) ?? throw new ArgumentException($"Règle inconnue : {regle}.", nameof(regle));
        return new Calcul(connue, donnees, aujourdhui, options ?? new()).Executer();
    }

    private sealed partial class Calcul(Regle regle, DonneesDeDelai donnees, DateOnly aujourdhui, OptionsDeDelai options)
    {
        private readonly List<string> _etapes = [];
        private readonly List<LectureDeDelai> _disputees = [];
        private readonly List<Repere> _manque = [];
        private readonly List<string> _reserves = [];
        private string _motif = "";

        public Echeance Executer() => regle.Mode switch
        {
            ModeDeDepart.Majorite => SurUneDate(Repere.Naissance, signalerLe29Fevrier: true),
            ModeDeDepart.Simple => SurLePremierConnu(),
            ModeDeDepart.Attente => Attendre(),
            ModeDeDepart.Forclusion => ForclusionCivi(),
            ModeDeDepart.PlusTardif => ActionCivile(),
            ModeDeDepart.MajeurOuEmancipe => MajeurOuEmancipe(),
            ModeDeDepart.Glissante => PrescriptionGlissante(),
            ModeDeDepart.Prescription or ModeDeDepart.Connexite or ModeDeDepart.Interruption => PrescriptionPenale(),
            _ => throw new InvalidOperationException(),
        };

        private Echeance SurLePremierConnu()
        {
            var connu = regle.Reperes.Where(r => donnees.Dates.ContainsKey(r)).Take(1).ToList();
            return connu.Count == 0 ? Manquer([regle.Reperes[^1]]) : SurUneDate(connu[0], signalerLe29Fevrier: false);
        }

        private Echeance SurUneDate(Repere repere, bool signalerLe29Fevrier)
        {
            if (Exiger(repere) is not { } depart)
            {
                return Manquer(_manque);
            }

            if (Version(depart) is not { Duree: { } duree } version)
            {
                return HorsVersion(depart);
            }

            duree = Eloigner(duree);
            var terme = Calendrier.Compter(depart, duree, regle.Comput, options.Territoire);
            if (signalerLe29Fevrier)
            {
                Dire29Fevrier(depart, terme.Dernier);
            }

            _etapes.Insert(0, Francais.Date(depart) + (duree.Mois < 0 || duree.Jours < 0 || duree.Heures < 0 ? " \u2212 " : " + ") + duree + " = " + Francais.Date(terme.Dernier) + ".");
            if (version.Discutee is { } autre)
            {
                Disputer(autre.Lecture, Calendrier.Compter(depart, autre.Duree, regle.Comput, options.Territoire), []);
            }

            if (regle.Comput == Comput.Heures && donnees.Heure is null)
            {
                _reserves.Add("Heure de l’audience inconnue\u00A0: faire recevoir l’envoi l’avant-veille.");
            }

            return Conclure(version.Texte, terme, version);
        }

        private Echeance Attendre()
        {
            if (donnees.PlaintePourCrime is true && donnees.Date(Repere.Plainte) is { } depot && Version(depot) is { } pourCrime)
            {
                _etapes.Add("Crime\u00A0: aucune attente.");
                return Conclure(pourCrime.Texte, new(depot, depot, depot), pourCrime);
            }

            if (donnees.Date(Repere.RefusDePoursuivre) is { } avis && Version(avis) is { } surAvis)
            {
                _etapes.Add($"Avis de ne pas poursuivre du {Francais.Date(avis)}\u00A0: la voie est ouverte ce jour-là.");
                return Conclure(surAvis.Texte, new(avis, avis, avis), surAvis);
            }

            return SurUneDate(Repere.Plainte, signalerLe29Fevrier: false);
        }

        private Echeance MajeurOuEmancipe()
        {
            var majorite = Majorite();
            var depart = donnees.Date(Repere.Emancipation) is { } emancipation && !(emancipation > majorite) ? emancipation : majorite;
            if (depart is not { } jour)
            {
                return Manquer(_manque);
            }

            if (Version(jour) is not { Duree: { } duree } version)
            {
                return HorsVersion(jour);
            }

            var terme = Calendrier.Compter(jour, duree, regle.Comput, options.Territoire);
            _etapes.Add($"{Francais.Date(jour)} + {duree} = {Francais.Date(terme.Dernier)}.");
            return Conclure(version.Texte, terme, version);
        }

        private Echeance ActionCivile()
        {
            var evenement = donnees.Date(regle.Reperes[0]);
            var majorite = Majorite();
            if (majorite is null)
            {
                return Manquer(evenement is null ? [regle.Reperes[0], Repere.Naissance] : _manque);
            }

            if (evenement is null)
            {
                var courante = regle.Versions[^1];
                return regle.Reperes[0] == Repere.Consolidation
                    ? Entete(StatutDEcheance.NonOuvert, "Pas de consolidation\u00A0: le délai n’a pas commencé.", courante) with { Manque = [Repere.Consolidation] }
                    : Manquer([regle.Reperes[0]]);
            }

            if (Version(evenement.Value) is not { Duree: { } duree } version)
            {
                return HorsVersion(evenement.Value);
            }

            var depart = evenement > majorite ? evenement.Value : majorite.Value;
            _etapes.Add(depart == evenement
                ? $"Départ\u00A0: {Francais.Date(depart)}, après la majorité."
                : $"Événement du {Francais.Date(evenement.Value)} pendant la minorité\u00A0: le délai part de la majorité, {Francais.Date(depart)}.");
            var terme = Calendrier.Compter(depart, duree, regle.Comput, options.Territoire);
            _etapes.Add($"{Francais.Date(depart)} + {duree} = {Francais.Date(terme.Dernier)}.");
            if (regle.Butoir is { } butoir && (donnees.Date(Repere.PremierFait) ?? donnees.Date(Repere.DernierFait)) is { } fait)
            {
                var limite = Calendrier.Compter(fait, butoir, regle.Comput, options.Territoire);
                if (limite.Dernier < terme.Dernier)
                {
                    _etapes.Add($"Butoir\u00A0: faits + {butoir} = {Francais.Date(limite.Dernier)}.");
                    terme = limite;
                }
            }

            return Conclure(version.Texte, terme, version);
        }

        private Echeance ForclusionCivi()
        {
            if (Exiger(Repere.DernierFait) is not { } dernier)
            {
                return Manquer(_manque);
            }

            var premier = donnees.Date(Repere.PremierFait) ?? dernier;
            var nouvelle = Regles.Trouver("CIVI-FORCL-NEW")!;
            var ancienne = Regles.Trouver("CIVI-FORCL-OLD")!;
            var retenue = dernier >= LoiDe2023 ? nouvelle : ancienne;
            if (retenue.EnVigueurLe(dernier) is not { } version)
            {
                return HorsVersion(dernier);
            }

            var appliquee = new Calcul(retenue, donnees, aujourdhui, options);
            if (appliquee.DepartCivi(dernier) is not { } terme)
            {
                return Manquer([Repere.Naissance]);
            }

            if (retenue.Id != regle.Id)
            {
                appliquee._etapes.Insert(0, $"Les faits relèvent de {retenue.Id}\u00A0: la loi de 2023 vaut pour les faits commis depuis le {Francais.Date(LoiDe2023)}.");
            }

            // À un jour de la frontière, ou sur une période qui l'enjambe, les deux régimes se discutent.
            var frontiere = dernier == LoiDe2023 || dernier == LoiDe2023.AddDays(-1);
            if (frontiere || (premier < LoiDe2023 && dernier >= LoiDe2023))
            {
                var autre = new Calcul(retenue == nouvelle ? ancienne : nouvelle, donnees, aujourdhui, options);
                var depart = frontiere ? dernier : premier;
                if (autre.DepartCivi(depart) is { } discute)
                {
                    var raison = frontiere ? "faits à un jour de l’entrée en vigueur" : "premiers faits de la période";
                    appliquee.Disputer($"{autre.LaRegle.Id}, {raison}", discute, autre._etapes);
                }
            }

            if (donnees.PoursuitesEnCours && donnees.Date(Repere.DecisionDefinitive) is null)
            {
                appliquee._reserves.Add("Poursuites en cours\u00A0: la décision pénale définitive ouvrira un an de plus, si ce terme est plus tardif.");
            }

            return appliquee.Conclure(version.Texte, terme, version);
        }

        private Regle LaRegle => regle;

        private Terme? DepartCivi(DateOnly faits)
        {
            var parMajorite = regle.Id == "CIVI-FORCL-NEW";
            var depart = parMajorite ? Majorite() : faits;
            if (depart is not { } jour)
            {
                return null;
            }

            var troisAns = regle.Versions[^1].Duree!.Value;
            var terme = Calendrier.Compter(jour, troisAns, regle.Comput, options.Territoire);
            _etapes.Add($"{(parMajorite ? "Majorité" : "Faits")} du {Francais.Date(jour)} + {troisAns} = {Francais.Date(terme.Dernier)}.");
            if (donnees.Date(Repere.DecisionDefinitive) is { } decision && regle.ApresDecision is { } apres)
            {
                var unAn = Calendrier.Compter(decision, apres, regle.Comput, options.Territoire);
                _etapes.Add($"Décision définitive du {Francais.Date(decision)} + {apres} = {Francais.Date(unAn.Dernier)}.");
                _etapes.Add("Le plus tardif des deux est retenu.");
                terme = unAn.Dernier > terme.Dernier ? unAn : terme;
            }

            return terme;
        }
    }
}
