using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Web.Transferts;

/// <summary>Une liste lue : les dossiers à créer, ceux qui sont déjà là, et ce qui ne va pas, ligne par ligne.</summary>
public sealed record ListeLue(IReadOnlyList<Dossier> Nouveaux, IReadOnlyList<string> Deja, IReadOnlyList<Anomalie> Anomalies);

/// <summary>
/// Des dossiers neufs depuis un tableur (CSV) : référence, prénom d'emprunt, naissance, sexe. Aucun nom. Une seule ligne fautive, et rien n'est créé.
/// </summary>
public static class ListeDeDossiers
{
    /// <summary>Taille d'un fichier, au plus.</summary>
    public const int OctetsMaximaux = 1024 * 1024;

    /// <summary>Lignes, au plus.</summary>
    public const int LignesMaximales = 500;

    /// <summary>Colonnes, dans l'ordre où on les montre ; les deux premières sont nécessaires.</summary>
    public static IReadOnlyList<string> Colonnes { get; } = ["reference", "pseudonyme", "naissance", "sexe"];

    /// <summary>Lit la liste. Deux fois la même ne crée rien deux fois : une référence déjà ouverte est passée.</summary>
    /// <param name="ouvertes">Références des dossiers que le compte ouvre.</param>
    public static ListeLue Lire(ReadOnlySpan<byte> octets, IReadOnlySet<string> ouvertes, Editions editions)
    {
        ArgumentNullException.ThrowIfNull(ouvertes);
        octets = octets.StartsWith("\uFEFF"u8) ? octets[3..] : octets;
        if (octets.Length > OctetsMaximaux)
        {
            return Refus("Le fichier dépasse 1\u00A0Mo. Une liste ne porte que des références : vérifiez le fichier choisi.");
        }

        if (!Utf8.IsValid(octets))
        {
            return Refus("Le fichier n’est pas codé en UTF-8. Dans le tableur, enregistrez-le sous « CSV UTF-8 ».");
        }

        var (lignes, guillemetOuvert) = Decouper(Encoding.UTF8.GetString(octets));
        if (guillemetOuvert)
        {
            return Refus("Un guillemet ouvert n’est pas refermé. Enregistrez de nouveau la liste depuis le tableur.");
        }

        if (lignes.Count == 0)
        {
            return Refus($"Le fichier est vide. Sa première ligne nomme les colonnes\u00A0: {string.Join("\u202F; ", Colonnes)}.");
        }

        var entete = lignes[0].Cases.Select(c => Francais.SansAccents(c).ToLowerInvariant()).ToList();
        if (entete.Distinct().Count() != entete.Count || entete.Except(Colonnes).Any() || Colonnes.Take(2).Except(entete).Any())
        {
            return Refus($"La première ligne doit nommer les colonnes, chacune une fois, parmi\u00A0: {string.Join(", ", Colonnes)}. Les deux premières sont nécessaires\u202F; retirez toute autre colonne, et tout nom.");
        }

        if (lignes.Count - 1 is var total && (total == 0 || total > LignesMaximales))
        {
            return Refus(total == 0
                ? "La liste ne contient que sa première ligne. Ajoutez une ligne par dossier."
                : $"La liste dépasse {Francais.Nombre(LignesMaximales, 0)} lignes. Divisez-la.");
        }

        return LireLesLignes(lignes.Skip(1), entete, ouvertes, editions);
    }

    private static ListeLue LireLesLignes(IEnumerable<(int Ligne, IReadOnlyList<string> Cases)> lignes, List<string> entete, IReadOnlySet<string> ouvertes, Editions editions)
    {
        var (nouveaux, deja, anomalies, vues) = (new List<Dossier>(), new List<string>(), new List<Anomalie>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (numero, champs) in lignes)
        {
            var ou = $"ligne {Francais.Nombre(numero, 0)}";
            if (champs.Count > entete.Count)
            {
                anomalies.Add(new(ou, $"Cette ligne a {Francais.Compte(champs.Count, "valeur", "valeurs")} pour {Francais.Compte(entete.Count, "colonne", "colonnes")}. Mettez entre guillemets un texte qui contient le séparateur."));
                continue;
            }

            string Champ(string nom) => entete.IndexOf(nom) is var rang && rang >= 0 && rang < champs.Count ? champs[rang] : "";
            var (naissance, sexe) = (Date(Champ("naissance")), SexeDe(Champ("sexe")));
            if (naissance is null && Champ("naissance").Length > 0)
            {
                anomalies.Add(new(ou, "La date de naissance n’existe pas au calendrier ou n’est pas complète. Écrivez par exemple 03/09/2012."));
            }

            if (sexe is null && Champ("sexe").Length > 0)
            {
                anomalies.Add(new(ou, "Le sexe s’écrit F, M, ou se laisse vide."));
            }

            var dossier = new Dossier { Reference = Champ("reference"), Pseudonyme = Champ("pseudonyme"), Enfant = new() { DateDeNaissance = naissance, Sexe = sexe } };
            if (DossierJson.Lire(DossierJson.Ecrire(dossier), editions) is Lecture.Refusee refus)
            {
                anomalies.AddRange(refus.Anomalies.Select(a => new Anomalie(ou, a.Message)));
            }
            else if (!vues.TryAdd(dossier.Reference, numero))
            {
                anomalies.Add(new(ou, $"Cette référence est déjà celle de la ligne {Francais.Nombre(vues[dossier.Reference], 0)}. Donnez-en une autre, ou retirez l’une des deux."));
            }
            else if (ouvertes.Contains(dossier.Reference))
            {
                deja.Add(dossier.Reference);
            }
            else
            {
                nouveaux.Add(dossier);
            }
        }

        return new(anomalies.Count == 0 ? nouveaux : [], deja, anomalies);
    }

    private static ListeLue Refus(string message) => new([], [], [new("(fichier)", message)]);

    private static DateOnly? Date(string texte) =>
        DateOnly.TryParseExact(texte, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static Sexe? SexeDe(string texte) => texte.ToUpperInvariant() switch
    {
        "F" => Sexe.Feminin,
        "M" => Sexe.Masculin,
        _ => null,
    };

    // Le séparateur est celui de la première ligne.
    private static ValeursSeparees Decouper(string texte)
    {
        var premiere = texte.AsSpan(0, texte.IndexOf('\n') is var n and >= 0 ? n : texte.Length);
        return ValeursSeparees.Lire(texte, premiere.Contains(';') ? ';' : premiere.Contains('\t') ? '\t' : ',');
    }
}
