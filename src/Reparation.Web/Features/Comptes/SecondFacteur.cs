using System.Security.Cryptography;
using System.Text.Json;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Comptes;

/// <summary>Le code à six chiffres d'un compte, et ses codes de secours. Un code sert une fois.</summary>
public sealed class SecondFacteur(Annuaire annuaire, Coffre coffre, TimeProvider horloge)
{
    private const int CodesDeSecours = 10;
    private const int LongueurDUnCode = 10;

    private sealed record Etat(byte[] Secret, long DernierPas, List<byte[]> Secours);

    /// <summary>Un secret neuf, que rien ne garde avant que son premier code ne soit tapé.</summary>
    public static byte[] Tirer() => RandomNumberGenerator.GetBytes(CodeTemporaire.TailleDuSecret);

    /// <summary>Active le second facteur si le code tapé est celui du secret ; rend les codes de secours, montrés une fois.</summary>
    public async Task<IReadOnlyList<string>?> ActiverAsync(Compte compte, byte[] secret, string code, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(compte);
        if (CodeTemporaire.Reconnaitre(secret, code, horloge.GetUtcNow(), dernierPas: 0) is not { } pas)
        {
            return null;
        }

        string[] secours = [.. Enumerable.Range(0, CodesDeSecours).Select(_ => CodeARecopier.Tirer(LongueurDUnCode))];
        await annuaire.ChangerSecondAsync(
            compte.Id, _ => Sceller(compte.Id, new(secret, pas, [.. secours.Select(s => Index(compte.Id, s))])), annulation);
        return [.. secours.Select(s => $"{s[..5]}-{s[5..]}")];
    }

    /// <summary>Retire le second facteur.</summary>
    public Task RetirerAsync(Guid compte, CancellationToken annulation) => annuaire.ChangerSecondAsync(compte, _ => null, annulation);

    /// <summary>Vrai si ce code, temporaire ou de secours, est bon ; il ne servira plus.</summary>
    public async Task<bool> VerifierAsync(Guid compte, string code, CancellationToken annulation)
    {
        ArgumentNullException.ThrowIfNull(code);
        var bon = false;
        await annuaire.ChangerSecondAsync(
            compte,
            scelle =>
            {
                if (scelle is null)
                {
                    return scelle;
                }

                var etat = Ouvrir(compte, scelle);
                var suivant = CodeTemporaire.Reconnaitre(etat.Secret, code, horloge.GetUtcNow(), etat.DernierPas) is { } pas
                    ? etat with { DernierPas = pas }
                    : SansLeCode(etat, Index(compte, code));
                bon = suivant is not null;
                return suivant is null ? scelle : Sceller(compte, suivant);
            },
            annulation);
        return bon;
    }

    /// <summary>Codes de secours qu'il reste ; rien sans second facteur.</summary>
    public async Task<int?> SecoursRestantsAsync(Guid compte, CancellationToken annulation) =>
        await annuaire.SecondAsync(compte, annulation) is { } scelle ? Ouvrir(compte, scelle).Secours.Count : null;

    private static Etat? SansLeCode(Etat etat, byte[] index)
    {
        var restants = etat.Secours.Where(s => !CryptographicOperations.FixedTimeEquals(s, index)).ToList();
        return restants.Count < etat.Secours.Count ? etat with { Secours = restants } : null;
    }

    private byte[] Index(Guid compte, string code) => coffre.Index(
        "code-de-secours", $"{compte:N}/{new string([.. code.Where(char.IsLetterOrDigit)]).ToUpperInvariant()}");

    private Etat Ouvrir(Guid compte, byte[] scelle) => JsonSerializer.Deserialize<Etat>(coffre.Desceller(Contexte(compte), scelle))!;

    private byte[] Sceller(Guid compte, Etat etat) => coffre.Sceller(Contexte(compte), JsonSerializer.SerializeToUtf8Bytes(etat));

    private static string Contexte(Guid compte) => $"compte/{compte:N}/second";
}
