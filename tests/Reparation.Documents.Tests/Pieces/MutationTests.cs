using CsCheck;

namespace Reparation.Documents.Tests.Pieces;

/// <summary>Des originaux abîmés au hasard : la liasse se compose toujours, ou dit qu'elle n'a pas pu lire.</summary>
public sealed class MutationTests
{
    private static readonly Lazy<byte[][]> Sains = new(() =>
    [
        Originaux.Compose(2),
        Originaux.Ecrit(Originaux.Reperee(90), Originaux.Reperee(0)),
        Originaux.Jpeg(64, 48, 6, 72),
        Originaux.Png(20, 16, 6, 8, (x, y) => [x, y, 0, 99], entrelace: true),
        Originaux.Png(20, 16, 3, 4, (x, y) => [x % 2], palette: [0, 0, 0, 255, 255, 255]),
        Originaux.Courriel(),
        Originaux.Word("Un paragraphe.", "Un autre."),
    ]);

    // Un octet changé, une suite ôtée, une suite répétée : ce qu'un mauvais transfert ou une main malveillante produit.
    private static readonly Gen<byte[]> Abime =
        from rang in Gen.Int[0, 6]
        from coups in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1_000_000], Gen.Int[1, 40], Gen.Byte).Array[1, 6]
        select coups.Aggregate(Sains.Value[rang], Frapper);

    [Fact]
    public void Aucun_original_abime_n_arrete_la_liasse() => Abime.Sample(
        original =>
        {
            var atelier = Atelier.Composer([original]);
            Assert.True(Assert.Single(atelier.Liasse.Fichiers).Pages >= 3);
        },
        iter: 400, threads: 1);

    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u3000')]
    [InlineData('\u4E2D')]
    public void Un_blanc_ou_un_signe_que_nos_polices_n_ont_pas_n_arrete_pas_la_liasse(char signe) =>
        Assert.Empty(Atelier.Composer([Originaux.Word($"Avant{signe}après.")]).Liasse.Incidents);

    private static byte[] Frapper(byte[] octets, (int Genre, int Place, int Longueur, byte Valeur) coup)
    {
        if (octets.Length == 0)
        {
            return octets;
        }

        var debut = coup.Place % octets.Length;
        var fin = Math.Min(octets.Length, debut + coup.Longueur);
        switch (coup.Genre)
        {
            case 0:
                var change = octets.ToArray();
                change[debut] = coup.Valeur;
                return change;
            case 1:
                return [.. octets[..debut], .. octets[fin..]];
            default:
                return [.. octets[..fin], .. octets[debut..]];
        }
    }
}
