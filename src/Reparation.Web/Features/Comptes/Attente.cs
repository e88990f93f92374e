using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Reparation.Web.Features.Comptes;

/// <summary>
/// Ce que l'application confie au navigateur entre deux pages, scellé et pour peu de temps : un compte dont la phrase est bonne et
/// dont on attend le code, un secret dont on attend le premier code, l'épreuve proposée à une clé d'accès.
/// </summary>
public sealed class Attente(IDataProtectionProvider protections)
{
    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(5);

    /// <summary>Scelle un texte pour cinq minutes.</summary>
    /// <param name="usage">Un texte scellé pour un usage n'en ouvre pas un autre.</param>
    public string Sceller(string usage, string texte) => Protection(usage).Protect(texte, Duree);

    /// <summary>Ouvre le texte ; rien s'il a été changé ou si cinq minutes ont passé.</summary>
    public string? Ouvrir(string usage, string? scelle)
    {
        try
        {
            return Protection(usage).Unprotect(scelle ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protection(string usage) => protections.CreateProtector("attente", usage).ToTimeLimitedDataProtector();
}
