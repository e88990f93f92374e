using System.Security.Cryptography;
using System.Text;

namespace Reparation.Web.Securite;

/// <summary>
/// Ce que l'application chiffre et déchiffre. Chaque dossier a sa clé ; la clé d'instance, tenue hors de la base,
/// n'enveloppe que ces clés et quelques valeurs courtes (courriels, empreintes de phrases de passe, témoin).
/// </summary>
public sealed class Coffre
{
    private readonly byte[] cleDesValeurs;
    private readonly byte[] cleDesEnveloppes;
    private readonly byte[] cleDesIndex;

    public Coffre(CleInstance cle)
    {
        ArgumentNullException.ThrowIfNull(cle);
        IdentifiantDeCle = cle.Identifiant;
        // Une clé par usage : un scellé d'un usage ne dit rien des autres.
        cleDesValeurs = cle.Deriver("valeurs");
        cleDesEnveloppes = cle.Deriver("enveloppes");
        cleDesIndex = cle.Deriver("index");
    }

    /// <summary>Identifiant public de la clé d'instance ; ne révèle rien d'elle.</summary>
    public string IdentifiantDeCle { get; }

    /// <summary>Scelle une valeur courte hors dossier ; le contexte dit laquelle, et pour qui.</summary>
    public byte[] Sceller(string contexte, ReadOnlySpan<byte> clair) => Scellement.Sceller(cleDesValeurs, contexte, clair);

    /// <inheritdoc cref="Sceller(string, ReadOnlySpan{byte})" />
    public byte[] Sceller(string contexte, string clair) => Sceller(contexte, Encoding.UTF8.GetBytes(clair));

    /// <summary>Ouvre une valeur scellée.</summary>
    /// <exception cref="DonneesAltereesException">Modifiée, déplacée, ou d'une autre clé.</exception>
    public byte[] Desceller(string contexte, ReadOnlySpan<byte> scelle) => Scellement.Desceller(cleDesValeurs, contexte, scelle);

    /// <summary>Ouvre une valeur scellée ; rien si elle a été écrite, déplacée ou changée hors de l'application.</summary>
    public byte[]? DescellerSiIntacte(string contexte, ReadOnlySpan<byte> scelle)
    {
        try
        {
            return Desceller(contexte, scelle);
        }
        catch (DonneesAltereesException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Desceller" />
    public string DescellerTexte(string contexte, ReadOnlySpan<byte> scelle) =>
        Encoding.UTF8.GetString(Desceller(contexte, scelle));

    /// <summary>Index aveugle : retrouve une valeur sans qu'on puisse la lire ni la deviner sans la clé.</summary>
    public byte[] Index(string domaine, string valeur) =>
        HMACSHA256.HashData(cleDesIndex, Encoding.UTF8.GetBytes($"{domaine}\n{valeur}"));

    /// <summary>Tire la clé d'un nouveau dossier et l'enveloppe. Changer le propriétaire dans la base la rend inutilisable.</summary>
    public byte[] NouvelleCle(Guid dossier, Guid proprietaire)
    {
        Span<byte> cle = stackalloc byte[Scellement.TailleDeCle];
        RandomNumberGenerator.Fill(cle);
        var enveloppe = Scellement.Sceller(cleDesEnveloppes, Enveloppe(dossier, proprietaire), cle);
        CryptographicOperations.ZeroMemory(cle);
        return enveloppe;
    }

    /// <summary>Ouvre l'enveloppe de la clé d'un dossier.</summary>
    /// <exception cref="DonneesAltereesException">Enveloppe, dossier ou propriétaire modifiés.</exception>
    public CleDeDossier Ouvrir(byte[] enveloppe, Guid dossier, Guid proprietaire) =>
        new(dossier, Scellement.Desceller(cleDesEnveloppes, Enveloppe(dossier, proprietaire), enveloppe));

    private static string Enveloppe(Guid dossier, Guid proprietaire) => $"cle/{dossier:N}/{proprietaire:N}";
}
