using System.Security.Cryptography;

namespace Reparation.Web.Securite;

/// <summary>Clé ouverte d'un dossier, le temps d'une opération.</summary>
public sealed class CleDeDossier : IDisposable
{
    private readonly Guid dossier;
    private readonly byte[] cle;

    internal CleDeDossier(Guid dossier, byte[] cle)
    {
        this.dossier = dossier;
        this.cle = cle;
    }

    /// <summary>Scelle une donnée de ce dossier ; l'usage dit laquelle (« charge/12 »).</summary>
    public byte[] Sceller(string usage, ReadOnlySpan<byte> clair) => Scellement.Sceller(cle, Contexte(usage), clair);

    /// <summary>Ouvre une donnée de ce dossier.</summary>
    /// <exception cref="DonneesAltereesException">Modifiée ou déplacée.</exception>
    public byte[] Desceller(string usage, ReadOnlySpan<byte> scelle) => Scellement.Desceller(cle, Contexte(usage), scelle);

    public void Dispose() => CryptographicOperations.ZeroMemory(cle);

    private string Contexte(string usage) => $"dossier/{dossier:N}/{usage}";
}
