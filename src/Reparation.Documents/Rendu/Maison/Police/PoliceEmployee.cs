using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Une police dans un document : les glyphes employés, et le texte que chacun porte.</summary>
internal sealed class PoliceEmployee(Police police, string nom)
{
    private readonly SortedDictionary<int, string> _glyphes = [];
    private readonly HashSet<MotForme> _vus = [];

    public Police Police => police;

    public string Nom => nom;

    public void Employer(MotForme mot)
    {
        if (!_vus.Add(mot))
        {
            return;
        }

        for (var i = 0; i < mot.Glyphes.Length; i++)
        {
            if (!_glyphes.TryGetValue(mot.Glyphes[i], out var texte) || texte.Length == 0)
            {
                _glyphes[mot.Glyphes[i]] = mot.Textes[i];
            }
        }
    }

    public int Ecrire(Fichier fichier)
    {
        var reduite = SousEnsemble.Reduire(police, _glyphes.Keys);
        var octets = reduite ?? police.Octets;
        var nomComplet = reduite is null ? police.Nom : $"{Etiquette(octets)}+{police.Nom}";
        var programme = fichier.PoserFlux($"/Length1 {octets.Length.ToString(CultureInfo.InvariantCulture)}", octets);
        var m = police.Metriques;
        var drapeaux = 4 | (police.Serif ? 2 : 0) | (police.Italique ? 64 : 0);
        var descripteur = fichier.Poser(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{nomComplet}/Flags {drapeaux}/FontBBox[{m.XMin} {m.YMin} {m.XMax} {m.YMax}]/ItalicAngle {Ecriture.Nombre(m.Angle)}/Ascent {m.Ascendante}/Descent {m.Descendante}/CapHeight {m.Capitale}/StemV {(police.Grasse ? 140 : 80)}/FontFile2 {programme} 0 R>>"));
        var descendante = fichier.Poser(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{nomComplet}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 500/W{Largeurs()}/FontDescriptor {descripteur} 0 R>>"));
        var unicode = fichier.PoserFlux("", VersUnicode());
        return fichier.Poser(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Font/Subtype/Type0/BaseFont/{nomComplet}/Encoding/Identity-H/DescendantFonts[{descendante} 0 R]/ToUnicode {unicode} 0 R>>"));
    }

    private string Largeurs()
    {
        var sortie = new StringBuilder("[");
        var precedent = -2;
        foreach (var glyphe in _glyphes.Keys)
        {
            if (glyphe != precedent + 1)
            {
                sortie.Append(precedent < 0 ? "" : "]").Append(CultureInfo.InvariantCulture, $"{glyphe}[");
            }
            else
            {
                sortie.Append(' ');
            }

            sortie.Append(CultureInfo.InvariantCulture, $"{police.Avance(glyphe)}");
            precedent = glyphe;
        }

        return sortie.Append(precedent < 0 ? "]" : "]]").ToString();
    }

    private byte[] VersUnicode()
    {
        var sortie = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
            "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
            "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var lot in _glyphes.Where(g => g.Value.Length > 0).Chunk(100))
        {
            sortie.Append(CultureInfo.InvariantCulture, $"{lot.Length} beginbfchar\n");
            foreach (var (glyphe, texte) in lot)
            {
                sortie.Append(CultureInfo.InvariantCulture,
                    $"<{glyphe:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texte))}>\n");
            }

            sortie.Append("endbfchar\n");
        }

        sortie.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(sortie.ToString());
    }

    // Six lettres tirées du contenu : le même sous-ensemble porte toujours le même nom.
    private static string Etiquette(byte[] octets) =>
        string.Concat(SHA256.HashData(octets).Take(6).Select(o => (char)('A' + o % 26)));
}
