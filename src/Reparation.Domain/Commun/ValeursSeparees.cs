using System.Text;

namespace Reparation.Domain.Commun;

/// <summary>Un fichier de valeurs séparées (CSV), tel qu'un tableur l'écrit.</summary>
/// <param name="Lignes">Lignes non vides : numéro de la première ligne de texte, et cases sans leurs espaces de bord.</param>
/// <param name="GuillemetOuvert">Vrai si un guillemet n'est pas refermé : la dernière case a tout pris jusqu'à la fin.</param>
public sealed record ValeursSeparees(IReadOnlyList<(int Ligne, IReadOnlyList<string> Cases)> Lignes, bool GuillemetOuvert)
{
    /// <summary>Découpe un texte. Un séparateur ou un retour à la ligne entre guillemets reste dans sa case ; deux guillemets de suite en font un.</summary>
    /// <param name="texte">Contenu du fichier.</param>
    /// <param name="separateur">Signe entre deux cases.</param>
    public static ValeursSeparees Lire(string texte, char separateur)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var lignes = new List<(int, IReadOnlyList<string>)>();
        var (cases, courante, cite, ligne, debut) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < texte.Length; i++)
        {
            var signe = texte[i];
            if (cite && signe == '"' && i + 1 < texte.Length && texte[i + 1] == '"')
            {
                courante.Append('"');
                i++;
            }
            else if (signe == '"' && (cite || courante.ToString().Trim().Length == 0))
            {
                cite = !cite;
            }
            else if (!cite && signe == separateur)
            {
                FermerLaCase();
            }
            else if (!cite && signe == '\n')
            {
                FermerLaLigne();
                debut = ligne + 1;
            }
            else
            {
                courante.Append(signe);
            }

            ligne += signe == '\n' ? 1 : 0;
        }

        FermerLaLigne();
        return new(lignes, cite);

        void FermerLaCase()
        {
            cases.Add(courante.ToString().Trim());
            courante.Clear();
        }

        void FermerLaLigne()
        {
            FermerLaCase();
            if (cases.Any(c => c.Length > 0))
            {
                lignes.Add((debut, cases));
            }

            cases = [];
        }
    }
}
