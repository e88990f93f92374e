using System.Text;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>
/// Blocs « ::: nom ». Markdown veut plus de deux-points au bloc qui contient qu'au bloc contenu ; un juriste n'a pas à le
/// savoir, on les compte pour lui.
/// </summary>
internal static class Conteneurs
{
    private const int ProfondeurAuPlus = 6;
    internal static readonly string[] Noms =
    [
        "encadre", "cote-a-cote", "titre-document", "sous-titre", "centre", "droite", "note", "signature", "tableau",
        "formulaire", "chemin", "idee", "figure", "lignes", "sommaire", "saut-de-page",
    ];

    private static readonly string[] SansContenu = ["figure", "lignes", "sommaire", "saut-de-page"];
    private static readonly string[] Figures = ["calendrier", "capital", "frise", "mesures", "sensibilite", "suivi"];

    /// <summary>Refuse un nom inconnu ou un bloc mal fermé ; une section réécrite n'a que les figures de son modèle.</summary>
    public static void Verifier(string fichier, string texte, int premiereLigne, IReadOnlyList<string>? figures = null)
    {
        figures ??= Figures;
        var ouverts = new Stack<int>();
        var lignes = texte.Split('\n');
        for (var i = 0; i < lignes.Length; i++)
        {
            if (Lire(lignes[i]) is not { } nom)
            {
                continue;
            }

            var ligne = premiereLigne + i;
            if (nom.Length == 0)
            {
                if (!ouverts.TryPop(out _))
                {
                    throw new ModeleException(fichier, ligne, "« ::: » ferme un bloc qui n’est pas ouvert.");
                }
            }
            else if (!Noms.Contains(nom))
            {
                throw new ModeleException(fichier, ligne, $"« {nom} » n’est pas un bloc connu ; blocs possibles : {string.Join(", ", Noms)}.");
            }
            else if (nom == "figure" && !figures.Contains(lignes[i].Trim().TrimStart(':').Trim()[nom.Length..].Trim()))
            {
                throw new ModeleException(fichier, ligne, $"cette figure est inconnue ; figures possibles : {(figures.Count == 0 ? "aucune" : string.Join(", ", figures))}.");
            }
            else if (!SansContenu.Contains(nom))
            {
                ouverts.Push(ligne);
                if (ouverts.Count > ProfondeurAuPlus)
                {
                    throw new ModeleException(fichier, ligne, "les blocs « ::: » sont trop imbriqués.");
                }
            }
        }

        if (ouverts.TryPop(out var oublie))
        {
            throw new ModeleException(fichier, oublie, "ce bloc « ::: » n’est pas fermé ; ajoutez une ligne « ::: ».");
        }
    }

    /// <summary>Réécrit les deux-points d'un Markdown rendu, du bloc extérieur au bloc intérieur.</summary>
    public static string Compter(string markdown)
    {
        var resultat = new StringBuilder(markdown.Length);
        var profondeur = 0;
        foreach (var ligne in markdown.Split('\n'))
        {
            switch (Lire(ligne))
            {
                case null:
                    resultat.Append(ligne).Append('\n');
                    break;
                case "":
                    profondeur--;
                    resultat.Append(Points(profondeur)).Append('\n');
                    break;
                case var nom when SansContenu.Contains(nom):
                    resultat.Append('\n').Append(Points(profondeur)).Append(ligne.Trim().TrimStart(':')).Append('\n')
                        .Append(Points(profondeur)).Append("\n\n");
                    break;
                default:
                    resultat.Append('\n').Append(Points(profondeur)).Append(ligne.Trim().TrimStart(':')).Append('\n');
                    profondeur++;
                    break;
            }
        }

        return resultat.ToString();
    }

    private static string? Lire(string ligne)
    {
        var propre = ligne.Trim();
        return propre.StartsWith(":::", StringComparison.Ordinal)
            ? propre.TrimStart(':').Trim().Split(' ', 2)[0]
            : null;
    }

    private static string Points(int profondeur) => new(':', 3 + (2 * (ProfondeurAuPlus + 1 - profondeur)));
}
