using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using static Reparation.Domain.Infractions.EtatDElement;

namespace Reparation.Domain.Infractions;

/// <summary>Confronte un élément légal aux réponses du dossier. Une réponse absente n'est jamais lue comme un non.</summary>
internal static class Elements
{
    private const int AgeDuMineurDe15 = 15;
    private const int Majorite = 18;
    private const int Ecart = 5;

    public static ElementConstate Constater(ElementLegal element, Fait fait, Dossier dossier) => element switch
    {
        ElementLegal.VictimeMineure => Age("Victime de moins de dix-huit ans", fait, dossier, (debut, _) => debut < Majorite, Majorite),
        ElementLegal.VictimeMoinsDe15 => Age("Victime de moins de quinze ans", fait, dossier, (debut, _) => debut < AgeDuMineurDe15, AgeDuMineurDe15),
        ElementLegal.VictimeDe15A17 => Age("Victime de quinze à dix-sept ans", fait, dossier, (debut, fin) => debut < Majorite && fin >= AgeDuMineurDe15, Majorite),
        ElementLegal.AuteurMajeur => AuteurMajeur(fait),
        ElementLegal.EcartOuContrepartie => EcartOuContrepartie(fait, dossier),
        ElementLegal.Viol => Nature("Acte que la procédure nomme viol", fait, NatureDAtteinte.Viol),
        ElementLegal.Agression => Nature("Atteinte sexuelle autre que le viol", fait, NatureDAtteinte.AutreAtteinte),
        ElementLegal.Atteinte => Nature("Atteinte sexuelle", fait, NatureDAtteinte.Viol, NatureDAtteinte.AutreAtteinte),
        ElementLegal.NonCommis => Nature("Acte commandé ni commis ni tenté", fait, NatureDAtteinte.Aucune),
        ElementLegal.Moyen => Moyen("Violence, contrainte, menace ou surprise", fait, ContrainteMorale, _ => true),
        ElementLegal.Menace => Moyen("Violence, menace ou contrainte", fait, "", m => m != MoyenReleve.Surprise),
        ElementLegal.NonConsentement => NonConsentement(fait),
        ElementLegal.Circonstance => Circonstance(fait, AgeLe(dossier, fait.Du) < AgeDuMineurDe15),
        ElementLegal.CirconstanceAtteinte => Circonstance(fait, moinsDe15: false),
        ElementLegal.CirconstanceTraite => CirconstanceTraite(fait),
        ElementLegal.LienFamilial => Lien("Ascendant, ou proche ayant autorité (222-22-3)", fait, LienAvecLAuteur.Ascendant, LienAvecLAuteur.FamilleAyantAutorite),
        ElementLegal.Autorite => Lien("Autorité de droit ou de fait", fait, LienAvecLAuteur.Ascendant, LienAvecLAuteur.FamilleAyantAutorite, LienAvecLAuteur.Autorite),
        ElementLegal.ActeImpose => Selon("Acte imposé sur soi-même ou par un tiers", fait.ActeImpose),
        ElementLegal.ParReseau => Selon("Voie électronique", fait.ParReseau == Reponse.Inconnu && fait.ServiceEnLigne.Length > 0 ? Reponse.Oui : fait.ParReseau),
        ElementLegal.Partage => Selon("Images transmises à d’autres", fait.PartageDImages),
        ElementLegal.ContactPhysique => Selon("Contact physique", fait.ContactPhysique),
        ElementLegal.Contrepartie => Selon("Rémunération ou avantage", fait.Contrepartie),
        ElementLegal.BandeOrganisee => Selon("Bande organisée", fait.BandeOrganisee),
        ElementLegal.Substance => Selon("Substance administrée", fait.Substance),
        ElementLegal.IttOuHabitude => Itt(dossier),
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };

    // L'élément qui nomme l'acte vaut fait matériel : le redire ferait croire à deux preuves.
    private static readonly ElementLegal[] Actes =
    [
        ElementLegal.Viol, ElementLegal.Agression, ElementLegal.Atteinte, ElementLegal.ActeImpose, ElementLegal.Partage, ElementLegal.Substance,
    ];

    /// <summary>Le fait matériel, que seul l'avocat dit établi en visant l'infraction ; rien si un élément le nomme déjà.</summary>
    public static ElementConstate? Materiel(Infraction infraction, VersionDInfraction version, Fait fait) => version.Elements.Any(Actes.Contains)
        ? null
        : fait.Qualifications.Contains(infraction.Id)
            ? new(infraction.Materiel, Reuni, "Infraction visée ; citer la pièce qui l’établit.")
            : new(infraction.Materiel, ARechercher, "La forme de l’atteinte y renvoie ; établir ce fait.");

    /// <summary>Âge de l'enfant ce jour-là, s'il est connu.</summary>
    public static int? AgeLe(Dossier dossier, DateOnly? jour) =>
        dossier.Enfant.DateDeNaissance is { } naissance && jour is { } date && date >= naissance ? Ages.Le(naissance, date) : null;

    /// <summary>Majorité de l'auteur au premier jour, telle que le dossier la dit.</summary>
    public static Reponse Majeur(Fait fait) => fait.AgeDeLAuteur is { } age ? (age >= Majorite ? Reponse.Oui : Reponse.Non) : fait.AuteurMajeur;

    private const string ContrainteMorale =
        "Citer le moyen relevé. Pour un mineur, l’écart d’âge, l’autorité et la vulnérabilité servent la contrainte morale ou la surprise (222-22-1).";

    private static ElementConstate Age(string libelle, Fait fait, Dossier dossier, Func<int, int, bool> reuni, int seuil)
    {
        if (AgeLe(dossier, fait.Du) is not { } debut)
        {
            return new(libelle, ARechercher, "Saisir la date de naissance de l’enfant et celle des faits.");
        }

        var fin = AgeLe(dossier, fait.Au ?? fait.Du)!.Value;
        var constat = debut == fin ? $"{Francais.Ans(debut)} au jour des faits." : $"De {Francais.Nombre(debut, 0)} à {Francais.Ans(fin)} pendant les faits.";
        return !reuni(debut, fin)
            ? new(libelle, Contraire, constat)
            : new(libelle, Reuni, fin >= seuil
                ? constat + $" Jusqu’au {Francais.Date(Ages.Anniversaire(dossier.Enfant.DateDeNaissance!.Value, seuil).AddDays(-1))} seulement."
                : constat);
    }

    private static ElementConstate AuteurMajeur(Fait fait) => Selon("Auteur majeur", Majeur(fait)) with
    {
        Motif = fait.AgeDeLAuteur is { } age ? $"Auteur de {Francais.Ans(age)} au premier jour." : Selon("", fait.AuteurMajeur).Motif,
    };

    // Les âges sont en années révolues : un écart de cinq entre eux peut cacher quatre ans et un jour.
    private static ElementConstate EcartOuContrepartie(Fait fait, Dossier dossier)
    {
        const string Libelle = "Cinq ans d’écart d’âge au moins, ou rémunération ou avantage";
        if (fait.Contrepartie == Reponse.Oui)
        {
            return new(Libelle, Reuni, "Contrepartie saisie : l’écart d’âge n’est pas exigé.");
        }

        if (fait.AgeDeLAuteur is not { } auteur || AgeLe(dossier, fait.Du) is not { } victime)
        {
            return new(Libelle, ARechercher, "Saisir l’âge de l’auteur, celui de l’enfant, et s’il y a eu contrepartie.");
        }

        return (auteur - victime) switch
        {
            > Ecart => new(Libelle, Reuni, $"Auteur de {Francais.Ans(auteur)}, victime de {Francais.Ans(victime)}."),
            Ecart => new(Libelle, ARechercher, "Écart voisin de cinq ans : comparer les deux dates de naissance au jour près."),
            _ when fait.Contrepartie == Reponse.Non => new(Libelle, Contraire, "Moins de cinq ans d’écart, et aucune contrepartie."),
            _ => new(Libelle, ARechercher, "Moins de cinq ans d’écart : seule une contrepartie permettrait de retenir le texte."),
        };
    }

    private static ElementConstate Nature(string libelle, Fait fait, params ReadOnlySpan<NatureDAtteinte> attendues) => fait.Atteinte switch
    {
        null => new(libelle, ARechercher, "Saisir la nature légale que la procédure donne à l’acte."),
        { } nature when attendues.Contains(nature) => new(libelle, Reuni, "Nature légale saisie au fait."),
        _ => new(libelle, Contraire, "La nature légale saisie au fait est une autre."),
    };

    private static ElementConstate Moyen(string libelle, Fait fait, string conseil, Func<MoyenReleve, bool> admis)
    {
        var releves = fait.Moyens.Where(m => m != MoyenReleve.AucunReleve && admis(m)).Select(m => m.ToString().ToLowerInvariant()).Distinct().ToList();
        if (releves.Count > 0)
        {
            return new(libelle, Reuni, $"Relevé : {Francais.Liste(releves)}.");
        }

        return fait.Moyens.Contains(MoyenReleve.AucunReleve)
            ? new(libelle, Contraire, "La procédure n’en relève aucun.")
            : new(libelle, ARechercher, conseil.Length > 0 ? conseil : "Citer le moyen relevé.");
    }

    private static ElementConstate NonConsentement(Fait fait)
    {
        const string Libelle = "Défaut de consentement";
        return fait.Moyens.Any(m => m != MoyenReleve.AucunReleve)
            ? new(Libelle, Reuni, "Un moyen est relevé : il exclut le consentement.")
            : Selon(Libelle, fait.NonConsentement);
    }

    private static ElementConstate Circonstance(Fait fait, bool moinsDe15)
    {
        var trouvees = new List<string>();
        Ajouter(moinsDe15, "mineur de quinze ans");
        Ajouter(fait.LienAvecLAuteur is LienAvecLAuteur.Ascendant, "ascendant");
        Ajouter(fait.LienAvecLAuteur is LienAvecLAuteur.FamilleAyantAutorite or LienAvecLAuteur.Autorite, "autorité");
        Ajouter(fait.PlusieursAuteurs == Reponse.Oui, "plusieurs auteurs");
        Ajouter(fait.ParReseau == Reponse.Oui, "mise en contact par un réseau");
        return trouvees.Count > 0
            ? new("Circonstance aggravante", Reuni, $"Relevé : {Francais.Liste(trouvees)}.")
            : new("Circonstance aggravante", ARechercher, "Chercher : âge, ascendance, autorité, pluralité d’auteurs, réseau, vulnérabilité.");

        void Ajouter(bool oui, string mot)
        {
            if (oui)
            {
                trouvees.Add(mot);
            }
        }
    }

    private static ElementConstate CirconstanceTraite(Fait fait) => fait.BandeOrganisee == Reponse.Oui || fait.Moyens.Any(m => m != MoyenReleve.AucunReleve)
        ? new("Circonstance aggravante de la traite", Reuni, "Bande organisée ou moyen relevé.")
        : new("Circonstance aggravante de la traite", ARechercher, "Chercher : plusieurs victimes, réseau, moyen employé, autorité, situation grave de la victime (225-4-2).");

    private static ElementConstate Lien(string libelle, Fait fait, params ReadOnlySpan<LienAvecLAuteur> attendus) => fait.LienAvecLAuteur switch
    {
        null => new(libelle, ARechercher, "Saisir le lien de l’auteur avec l’enfant."),
        { } lien when attendus.Contains(lien) => new(libelle, Reuni, "Lien saisi au fait."),
        _ => new(libelle, Contraire, "Le lien saisi au fait est un autre."),
    };

    private static ElementConstate Itt(Dossier dossier)
    {
        const string Libelle = "Incapacité de plus de huit jours, ou violences habituelles";
        return dossier.Procedure.JoursDItt is > 8
            ? new(Libelle, Reuni, $"Incapacité de {Francais.Compte(dossier.Procedure.JoursDItt.Value, "jour", "jours")}.")
            : new(Libelle, ARechercher, "Saisir les jours d’incapacité, ou établir l’habitude.");
    }

    private static ElementConstate Selon(string libelle, Reponse reponse) => reponse switch
    {
        Reponse.Oui => new(libelle, Reuni, "Saisi au fait."),
        Reponse.Non => new(libelle, Contraire, "Le fait dit le contraire."),
        _ => new(libelle, ARechercher, "Le dossier ne le dit pas encore."),
    };
}
