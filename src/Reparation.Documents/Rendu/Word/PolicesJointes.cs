using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Reparation.Documents.Rendu.Office;
using static Reparation.Documents.Rendu.Word.W;

namespace Reparation.Documents.Rendu.Word;

/// <summary>
/// Polices jointes entières : l'acte garde ses lignes et ses sommes d'un seul tenant sur un poste qui ne les a pas, et
/// l'avocat peut y écrire d'autres mots. Un poste qui refuse les polices jointes en prend une de même dessin.
/// </summary>
internal static class PolicesJointes
{
    private const string TypeMime = "application/vnd.openxmlformats-officedocument.obfuscatedFont";

    private static readonly (string Element, bool Gras, bool Italique)[] Faces =
    [
        ("embedRegular", false, false), ("embedBold", true, false), ("embedItalic", false, true), ("embedBoldItalic", true, true),
    ];

    /// <param name="paquet">Fichier à compléter.</param>
    /// <param name="famille">Famille du texte ; les tableaux sont toujours en linéale.</param>
    public static void Ajouter(Paquet paquet, Famille famille)
    {
        var relations = new List<Relation>();
        var polices = new List<XElement> { Police(Famille.Sans, "Calibri", "020F0502020204030204", "swiss", famille == Famille.Sans ? 4 : 2) };
        if (famille == Famille.Serif)
        {
            polices.Add(Police(Famille.Serif, "Cambria", "02040503050406030204", "roman", 4));
        }

        paquet.Ajouter(
            "word/fontTable.xml", MoteurWord.Word + "fontTable+xml",
            El("fonts", new XAttribute(XNamespace.Xmlns + "w", Espace), new XAttribute(XNamespace.Xmlns + "r", Paquet.Relations), polices),
            relations);

        XElement Police(Famille laquelle, string autre, string panose, string genre, int faces) => El(
            "font", At("name", Nom(laquelle)), Val("altName", autre), Val("panose1", panose), Val("family", genre), Val("pitch", "variable"),
            Faces.Take(faces).Select(f => Face(laquelle, f.Element, f.Gras, f.Italique)));

        XElement Face(Famille laquelle, string element, bool gras, bool italique)
        {
            var police = Maison.Police.Choisir(laquelle, gras, italique);
            var cle = new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(police.Nom)).AsSpan(0, 16));
            var chemin = $"fonts/{police.Nom}.odttf";
            paquet.Ajouter("word/" + chemin, TypeMime, Masquer(police.Octets, cle));
            relations.Add(new(police.Nom, Paquet.Relations + "/font", chemin));
            return El(
                element, new XAttribute(XNamespace.Get(Paquet.Relations) + "id", police.Nom), At("fontKey", cle.ToString("B").ToUpperInvariant()));
        }
    }

    // ISO/IEC 29500-4, § 9.1 : les trente-deux premiers octets, combinés à la clé lue à l'envers.
    private static byte[] Masquer(byte[] police, Guid cle)
    {
        var (masque, masquee) = (Convert.FromHexString(cle.ToString("N")), (byte[])police.Clone());
        for (var i = 0; i < 32; i++)
        {
            masquee[i] ^= masque[15 - i % 16];
        }

        return masquee;
    }
}
