using System.Globalization;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Texte d'une rédaction, jusqu'à une taille : les pas bornent une boucle, pas ce que chaque tour écrit.</summary>
/// <param name="fichier">Modèle que la faute nomme.</param>
/// <param name="auPlus">Nombre de caractères.</param>
internal sealed class SortieBornee(string fichier, int auPlus) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Compter(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Compter(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Compter(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Compter(value?.Length ?? 0);
        base.Write(value);
    }

    private void Compter(int suite)
    {
        if (GetStringBuilder().Length + suite > auPlus)
        {
            throw new ModeleException(fichier, 1, "le modèle écrit sans fin : une boucle y répète un texte trop long. Raccourcissez ce qu’elle répète, ou sortez-le de la boucle.");
        }
    }
}
