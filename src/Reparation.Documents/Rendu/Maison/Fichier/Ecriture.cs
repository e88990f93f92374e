using System.Globalization;
using System.Text;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Valeurs PDF sous leur forme écrite.</summary>
internal static class Ecriture
{
    public static string Reference(int numero) => string.Create(CultureInfo.InvariantCulture, $"{numero} 0 R");

    /// <summary>Chaîne de texte : entre parenthèses si elle est ASCII, en UTF-16 sinon.</summary>
    public static string Chaine(string texte)
    {
        var sortie = new StringBuilder(texte.Length + 2);
        if (texte.All(c => c is >= ' ' and <= '~'))
        {
            sortie.Append('(');
            foreach (var c in texte)
            {
                if (c is '(' or ')' or '\\')
                {
                    sortie.Append('\\');
                }

                sortie.Append(c);
            }

            return sortie.Append(')').ToString();
        }

        return sortie.Append("<FEFF").Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texte))).Append('>')
            .ToString();
    }

    /// <summary>Nom PDF : tout caractère hors lettres, chiffres, point et tiret y est chiffré.</summary>
    public static string Nom(string texte)
    {
        var sortie = new StringBuilder("/");
        foreach (var octet in Encoding.UTF8.GetBytes(texte))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+')
            {
                sortie.Append(c);
            }
            else
            {
                sortie.Append('#').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return sortie.ToString();
    }

    public static string Nombre(double valeur) =>
        Math.Round(valeur, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Nombre venu d'ailleurs ou coefficient : six décimales, jamais d'exposant.</summary>
    public static string Precis(double valeur) =>
        Math.Round(valeur, 6).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Minuit UTC du jour de l'acte : aucune heure n'est lue à la machine.</summary>
    public static string DateInfo(DateOnly date) =>
        $"(D:{date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000+00'00')";

    /// <summary>La même date, telle que l'écrit XMP.</summary>
    public static string DateXmp(DateOnly date) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+00:00";
}
