using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Francais;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Plan;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Reparation.Domain.Reperage;
using Reparation.Domain.Voies;
using static Reparation.Documents.Actes.Champs.Mots;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes.Champs;

/// <summary>Met un dossier et son bilan en mots, à une date.</summary>
internal sealed partial class RemplirLesChamps
{
    private readonly Discretion _discretion;
    private readonly Dossier _dossier;
    private readonly Bilan _bilan;
    private readonly DateOnly _date;
    private readonly Citations _citations;
    private readonly TextesCites _textes;

    private RemplirLesChamps(Discretion discretion, Bilan bilan, TextesCites textes, DateOnly date) =>
        (_discretion, _dossier, _bilan, _textes, _date, _citations) =
        (discretion, discretion.Dossier, bilan, textes, date, new(discretion.Dossier.Pieces));

    public static ChampsDeLActe Depuis(
        Discretion discretion, Bilan bilan, Editions editions, IReadOnlyList<Variation> variations, EtatDesDroits? droits, TextesCites textes,
        DateOnly date, bool projet, Organisme? destinataire, IReadOnlyList<string> points, AnnuaireDesServices annuaire) =>
        new RemplirLesChamps(discretion, bilan, textes, date).Tout(editions, variations, droits, projet, destinataire, points, annuaire);

    /// <summary>Point à revoir : un texte que l'acte cite sans que l'avocat l'ait relu.</summary>
    public static ChampsControle Relire(Source source) => new($"{source.Intitule} : {De(source)}.");

    private ChampsDeLActe Tout(
        Editions editions, IReadOnlyList<Variation> variations, EtatDesDroits? droits, bool projet, Organisme? destinataire,
        IReadOnlyList<string> points, AnnuaireDesServices annuaire)
    {
        var chiffrage = new RemplirLeChiffrage(_dossier, _bilan, editions, _citations);
        var enPostes = new RemplirLesPostes(_discretion, _bilan, _date, _citations, _textes);
        var resultats = new RemplirLesResultats(_dossier, _bilan, _date, _citations);
        var groupes = enPostes.Groupes();
        var postes = groupes.SelectMany(g => g.Postes).ToList();
        var avocat = Avocat();
        var pieces = new RemplirLesPieces(_dossier);
        return new()
        {
            Reference = _dossier.Reference,
            ProfilDIdentite = De(_discretion.Profil),
            Fictif = _dossier.Fictif,
            Projet = projet,
            Date = Langue.Date(_date),
            Enfant = Enfant(avocat),
            Representants = [.. _dossier.Representants.Select((r, i) => Representant(r, i, _date, _dossier.Enfant.AdresseConfidentielle))],
            Avocat = avocat,
            Organismes = [.. _dossier.Organismes.Select(Organisme)],
            OrganismeAppele = destinataire is null ? null : Organisme(destinataire, _dossier.Organismes.ToList().IndexOf(destinataire)),
            MisEnCause = [.. _dossier.MisEnCause.Select(MisEnCause)],
            Debiteurs = Debiteurs(),
            Mission = [.. MissionDExpertise.Points(_dossier.Chiffrage.Mission).Select(p => new ChampsPointDeMission(
                Nombre(p.Numero), p.Titre, p.Demande, Texte(Langue.Liste(p.Postes))))],
            Recouvrement = new RemplirLeRecouvrement(_dossier, _date, _citations).Tout(),
            Faits = [.. RemplirLaProcedure.ParDate(_dossier.Faits).Select(Fait)],
            Procedure = new RemplirLaProcedure(_discretion, _bilan, _date, _citations, _textes).Tout(avocat),
            Retentissements = [.. _dossier.Retentissements.Select(chiffrage.Retentissement)],
            Pieces = pieces.Communiquees(),
            PiecesParGroupe = pieces.ParGroupe(),
            PiecesRetenues = pieces.Retenues(),
            AvecEmpreintes = _dossier.Pieces.Any(p => p.Fichier is not null),
            Retraits = [.. _dossier.Retraits.OrderBy(r => r.DemandeLe ?? DateOnly.MaxValue).Select(Retrait)],
            PiecesMedicales = _citations.Citer(_dossier.Pieces.Where(p => p.Nature == NaturePiece.Medical).Select(p => p.Id)),
            Chiffrage = chiffrage.Choix(projet),
            Groupes = groupes,
            Demandes = [.. postes.Where(p => p.Chiffre)],
            Reserves = [.. postes.Where(p => p.Reserve)],
            Proches = enPostes.Proches(),
            Versements = [.. _dossier.Versements.OrderBy(v => v.Date).Select((v, i) => new ChampsVersement
            {
                Repere = Rang("versement", i),
                Date = Mots.Date(v.Date),
                Payeur = Texte(v.Payeur),
                Nature = De(v.Genre),
                Montant = v.Montant.ToString(),
                Pieces = _citations.Citer(v.Pieces),
            })],
            Argent = new RemplirLArgent(_discretion, _bilan, _citations).Tout(),
            Totaux = resultats.Totaux(),
            Recapitulation = enPostes.Recapituler(),
            Global = resultats.Global(),
            Gains = enPostes.Gains(),
            Coauteurs = resultats.Coauteurs(),
            Sensibilite = RemplirLesResultats.Varier(variations),
            Offres = resultats.Offres(),
            Controles = [.. points.Select(p => new ChampsControle(p)), .. chiffrage.Controles()],
            Reponses = chiffrage.Reponses(),
            Carnet = chiffrage.Carnet(postes),
            Sources = chiffrage.Sources(),
            Plan = new RemplirLePlan(_dossier, _date, annuaire).Tout(),
            Livret = Livret(),
            Contacts = [.. Contacts.Tous.Select(c => new ChampsContact(c.Numero, c.Nom, c.Pour))],
            ContactsAVerifier = Texte(Langue.Liste([.. Contacts.Tous
                .Where(c => c.Sources.Any(s => s.Confiance is Confiance.Memoire or Confiance.Contradictoire)).Select(c => c.Numero)])),
            EtatDuDroit = droits is null ? null : new RemplirLeDroit(droits, _textes).Tout(),
        };
    }

    private ChampsLivret Livret()
    {
        var livret = _dossier.Livret;
        var recu = Montant.Total(_dossier.Versements.Where(v => v.Proche.Length == 0).Select(v => v.Montant));
        return new(livret.Aides, livret.Chemin, livret.Droits, livret.Choix, livret.Argent, livret.Plan, livret.Danger)
        {
            SommeRecue = livret.Sommes && recu > Montant.Zero ? recu.ToString() : null,
        };
    }

    private ChampsEnfant Enfant(ChampsAvocat avocat)
    {
        var enfant = _dossier.Enfant;
        var naissance = enfant.DateDeNaissance;
        return new()
        {
            Nom = Texte(enfant.Nom),
            Prenoms = Texte(enfant.Prenoms),
            Initiales = Texte(enfant.Nom) is null || Texte(enfant.Prenoms) is null
                ? null
                : Tournures.Initiales(enfant.Prenoms.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[0], enfant.Nom),
            Pseudonyme = Texte(_dossier.Pseudonyme),
            Ne = enfant.Sexe switch { Sexe.Feminin => "née", Sexe.Masculin => "né", _ => null },
            AccordIncertain = enfant.Sexe is not (Sexe.Feminin or Sexe.Masculin),
            NomTu = _discretion.TaitLIdentite,
            DateDeNaissance = Taire(naissance, "(date non révélée)"),
            LieuDeNaissance = Texte(enfant.LieuDeNaissance),
            Nationalite = Texte(enfant.Nationalite),
            Demeure = !enfant.AdresseConfidentielle
                ? Adresse(enfant.Demeure)
                : avocat.Adresse is { } adresse ? $"adresse non révélée, domicile élu au cabinet de son conseil, {adresse}" : null,
            Age = naissance is { } n ? Langue.Ans(Ages.Le(n, _date)) : null,
            AgeAuxFaits = AgeAuxFaits(),
            AnneeDeMajorite = naissance is { } jourDe ? Nombre(Ages.Majorite(jourDe).Year) : null,
            DateDeMajorite = Taire(naissance is { } ne ? Ages.Majorite(ne) : null, "jour de ses dix-huit ans"),
            Majeur = naissance is { } jour && Ages.Majorite(jour) <= _date,
            Scolarite = Texte(enfant.Scolarite),
            CadreDeVie = Texte(enfant.CadreDeVie),
            Avis = Texte(enfant.Avis),
            Compte = Texte(enfant.Compte),
            SeizeAns = naissance is { } jourDeSeize && Ages.Le(jourDeSeize, _date) >= 16,
        };
    }

    // Un anniversaire dit la date de naissance aussi sûrement qu'elle.
    private string? Taire(DateOnly? date, string sinon) => date is null || !_discretion.TaitLIdentite ? Mots.Date(date) : sinon;

    private string? AgeAuxFaits()
    {
        var debuts = _dossier.Faits.Where(f => f.Du is not null).ToList();
        if (_dossier.Enfant.DateDeNaissance is not { } naissance || debuts.Count == 0)
        {
            return null;
        }

        var premier = Ages.Le(naissance, debuts.Min(f => f.Du!.Value));
        var dernier = Ages.Le(naissance, debuts.Max(f => f.Au ?? f.Du!.Value));
        return premier == dernier ? Langue.Ans(premier) : $"{Nombre(premier)} à {Langue.Ans(dernier)}";
    }

    internal static ChampsRepresentant Representant(Representant representant, int rang, DateOnly jour, bool adresseConfidentielle) => new()
    {
        Repere = Rang("représentant", rang),
        Nom = Texte(representant.Nom),
        Qualite = De(representant.Qualite, Tournures.EstUneFemme(representant.Lien), jour),
        Lien = Texte(representant.Lien) ?? representant.Qualite switch
        {
            QualiteRepresentant.AdministrateurAdHoc => "personne désignée par la justice",
            QualiteRepresentant.AideSocialeALEnfance => "service à qui l’enfant est confié",
            QualiteRepresentant.Tuteur => "tuteur",
            _ => null,
        },
        // L'adresse du parent est celle de l'enfant : la taire pour l'un et l'écrire pour l'autre ne protégerait rien.
        Demeure = adresseConfidentielle
            && representant.Qualite is (QualiteRepresentant.AdministrateurLegal or QualiteRepresentant.VictimeMajeure)
            ? "adresse non révélée, domicile élu au cabinet du conseil"
            : Adresse(representant.Demeure),
        Titre = Texte(representant.Titre),
        DateDuTitre = Mots.Date(representant.DateDuTitre),
        EstLaVictime = representant.Qualite == QualiteRepresentant.VictimeMajeure,
        PourLEnfant = (representant.Qualite, Texte(representant.Lien)) switch
        {
            (QualiteRepresentant.AdministrateurAdHoc, _) => "l’administrateur ad hoc",
            (QualiteRepresentant.AideSocialeALEnfance, _) => "le service qui te protège",
            (QualiteRepresentant.VictimeMajeure, _) or (_, null) => null,
            var (_, lien) => (Tournures.EstUneFemme(lien!) ? "ta " : "ton ") + lien,
        },
    };

    private ChampsAvocat Avocat()
    {
        var avocat = _dossier.Avocat ?? new Avocat();
        return new()
        {
            Nom = Texte(avocat.Nom),
            Barreau = Texte(avocat.Barreau) is { } barreau ? Tournures.De(PrefixeDeBarreau().Replace(barreau, "")) : null,
            Toque = Texte(avocat.Toque),
            Cabinet = Texte(avocat.Cabinet),
            Adresse = Adresse(avocat.Adresse),
            Ville = VilleDeLAdresse().Match(avocat.Adresse) is { Success: true } ville ? ville.Groups[1].Value.Trim() : null,
            Telephone = Texte(avocat.Telephone),
            Courriel = Texte(avocat.Courriel),
            AideJuridictionnelle = Texte(avocat.AideJuridictionnelle),
        };
    }

    private ChampsMisEnCause MisEnCause(MisEnCause personne, int rang) => new()
    {
        Repere = Rang("personne", rang),
        Designation = Texte(personne.Designation),
        Lien = Texte(personne.Lien),
        Situation = Texte(personne.Situation),
        CivilementResponsable = Texte(personne.CivilementResponsable),
        Solvabilite = Texte(personne.Solvabilite),
        Confiscation = Texte(personne.Confiscation),
        Poursuivi = Poursuivis().Contains(personne),
    };

    // Ceux qui doivent la réparation entière ; à défaut de tout lien de solidarité saisi, la seule personne désignée.
    private IReadOnlyList<MisEnCause> Poursuivis() =>
        _dossier.MisEnCause.Any(m => m.TenuInSolidum) ? [.. _dossier.MisEnCause.Where(m => m.TenuInSolidum)]
        : _dossier.MisEnCause.Count == 1 ? _dossier.MisEnCause : [];

    private ChampsDebiteurs Debiteurs()
    {
        var poursuivis = Poursuivis();
        var noms = poursuivis.Select(p => p.Designation.Trim())
            .Concat(poursuivis.Where(p => p.CivilementResponsable.Trim().Length > 0).Select(p => $"{p.CivilementResponsable.Trim()}, civilement responsable de {p.Designation.Trim()}"))
            .Where(n => n.Length > 0).ToList();
        return new()
        {
            Noms = Texte(Langue.Liste(noms)),
            Condamner = noms.Count switch
            {
                0 => null,
                1 => $"condamner {noms[0]}",
                _ => $"condamner solidairement {Langue.Liste(noms)}",
            },
            Plusieurs = noms.Count > 1,
        };
    }

    private static ChampsOrganisme Organisme(Organisme organisme, int rang) => new()
    {
        Repere = Rang("organisme", rang),
        Nom = Texte(organisme.Nom),
        Nature = De(organisme.Nature),
        Adresse = Adresse(organisme.Adresse),
        Caisse = organisme.Nature == NatureOrganisme.AssuranceMaladie,
        Numero = Texte(organisme.Numero),
        MisEnCauseLe = Mots.Date(organisme.MisEnCauseLe),
        Decompte = Texte(organisme.Decompte),
    };

    private static ChampsRetrait Retrait(Retrait retrait, int rang) => new()
    {
        Repere = Rang("demande de retrait", rang),
        DemandeLe = Mots.Date(retrait.DemandeLe),
        Aupres = Texte(retrait.Destinataire) is { } destinataire && retrait.Canal is CanalDeRetrait.Hebergeur or CanalDeRetrait.Moteur
            ? $"{De(retrait.Canal)} ({destinataire})"
            : De(retrait.Canal),
        Numero = Texte(retrait.Numero),
        Suite = De(retrait.Suite) + (retrait.ReponduLe is { } repondu ? $" le {Langue.Date(repondu)}" : "")
            + (retrait.ReapparuLe is { } reapparu ? $" ; contenu réapparu le {Langue.Date(reapparu)}" : ""),
    };

    private ChampsFait Fait(Fait fait, int rang) => new()
    {
        Repere = fait.Du is { } du ? $"fait {Langue.Periode(du, fait.Au ?? du)}" : Rang("fait", rang),
        Periode = fait.Du is { } debut ? Tournures.Majuscule(Langue.Periode(debut, fait.Au ?? debut)) : null,
        Lieu = Texte(fait.Lieu),
        ServiceEnLigne = Texte(fait.ServiceEnLigne),
        Qualifications = RemplirLaProcedure.Libeller([fait], fait.Qualifications, _textes),
        Expose = Texte(fait.Expose),
        References = Texte(Langue.Liste([.. fait.References.Where(r => r.Numero.Length > 0).Select(De)])),
        Pieces = _citations.Citer(fait.Pieces),
    };

    internal static string Rang(string nom, int rang) => $"{nom} n° {Nombre(rang + 1)}";

    internal static string Nombre(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b\d{5}\s+([\p{L}][\p{L}'’ \-]*?)(?:\s+(?:cedex|CEDEX|Cedex).*)?\s*$")]
    private static partial Regex VilleDeLAdresse();

    [GeneratedRegex(@"^\s*(?:avocate? au )?barreau (?=de|d’|d'|du)", RegexOptions.IgnoreCase)]
    private static partial Regex PrefixeDeBarreau();
}
