using System.Security.Cryptography;

namespace Reparation.Web.Securite;

/// <summary>Un code que quelqu'un lit d'un écran ou d'un papier et retape : ni O ni 0, ni I ni 1.</summary>
internal static class CodeARecopier
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Tire un code, de cinq bits par signe.</summary>
    public static string Tirer(int signes) => RandomNumberGenerator.GetString(Alphabet, signes);
}
