using System.Text;
using Reparation.Domain.Dossiers;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Le contenu scellé d'une version. Le contexte lie la charge et la raison au dossier, au numéro, à l'auteur et à
/// l'instant : rien de cela ne se change ni ne s'échange dans la base sans que l'ouverture échoue.
/// </summary>
internal static class Charge
{
    public static LigneVersion Sceller(
        CleDeDossier cle, Guid dossier, int numero, Guid auteur, DateTimeOffset le, byte[] contenu, string raison) => new()
    {
        DossierId = dossier,
        Numero = numero,
        Auteur = auteur,
        Le = le,
        Charge = cle.Sceller(Usage("charge", numero, auteur, le), contenu),
        Raison = cle.Sceller(Usage("raison", numero, auteur, le), Encoding.UTF8.GetBytes(raison)),
    };

    public static byte[] Octets(CleDeDossier cle, LigneVersion version) =>
        cle.Desceller(Usage("charge", version.Numero, version.Auteur, version.Le), version.Charge);

    public static Dossier Ouvrir(CleDeDossier cle, LigneVersion version) =>
        DossierJson.Relire(Octets(cle, version));

    public static string Raison(CleDeDossier cle, LigneVersion version) => Encoding.UTF8.GetString(
        cle.Desceller(Usage("raison", version.Numero, version.Auteur, version.Le), version.Raison));

    private static string Usage(string partie, int numero, Guid auteur, DateTimeOffset le) =>
        $"{partie}/{numero}/{auteur:N}/{le.UtcTicks}";
}
