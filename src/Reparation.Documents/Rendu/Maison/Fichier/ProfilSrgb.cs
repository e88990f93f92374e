using System.Text;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Profil de sortie sRGB, calculé : trois couleurs primaires et une courbe. Aucun fichier tiers, aucune licence.
/// </summary>
internal static class ProfilSrgb
{
    private const int Points = 1024;

    private static readonly Lazy<byte[]> Profil = new(Calculer);

    public static ReadOnlySpan<byte> Octets => Profil.Value;

    private static byte[] Calculer()
    {
        var courbe = Courbe();
        var etiquettes = new (string Nom, byte[] Donnees)[]
        {
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Texte("Domaine public")),
            ("wtpt", Xyz(0.9504559, 1, 1.0890578)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", courbe),
            ("gTRC", courbe),
            ("bTRC", courbe),
        };

        var table = new Tampon();
        var donnees = new Tampon();
        table.GrosBoutiste(etiquettes.Length, 4);
        var debut = 128 + 4 + 12 * etiquettes.Length;
        var places = new Dictionary<byte[], int>();
        foreach (var (nom, valeur) in etiquettes)
        {
            if (!places.TryGetValue(valeur, out var place))
            {
                place = debut + donnees.Longueur;
                places[valeur] = place;
                donnees.Brut(valeur).Brut(new byte[-valeur.Length & 3]);
            }

            table.Ascii(nom).GrosBoutiste(place, 4).GrosBoutiste(valeur.Length, 4);
        }

        var taille = debut + donnees.Longueur;
        return Entete(taille).Brut(table.Octets).Brut(donnees.Octets).Octets.ToArray();
    }

    private static Tampon Entete(int taille) => new Tampon()
        .GrosBoutiste(taille, 4).GrosBoutiste(0, 4).GrosBoutiste(0x02100000, 4)
        .Ascii("mntrRGB XYZ ")
        .GrosBoutiste(2000, 2).GrosBoutiste(1, 2).GrosBoutiste(1, 2).GrosBoutiste(0, 6)
        .Ascii("acsp").GrosBoutiste(0, 4).GrosBoutiste(0, 4).GrosBoutiste(0, 8).GrosBoutiste(0, 8).GrosBoutiste(0, 4)
        .Brut(Triplet(0.9642, 1, 0.8249)).GrosBoutiste(0, 4).Brut(new byte[44]);

    private static byte[] Courbe()
    {
        var sortie = new Tampon().Ascii("curv").GrosBoutiste(0, 4).GrosBoutiste(Points, 4);
        for (var i = 0; i < Points; i++)
        {
            var x = i / (double)(Points - 1);
            var y = x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
            sortie.GrosBoutiste((long)Math.Round(y * 65535), 2);
        }

        return sortie.Octets.ToArray();
    }

    private static byte[] Xyz(double x, double y, double z) =>
        new Tampon().Ascii("XYZ ").GrosBoutiste(0, 4).Brut(Triplet(x, y, z)).Octets.ToArray();

    private static byte[] Triplet(double x, double y, double z) =>
        new Tampon().GrosBoutiste(Fixe(x), 4).GrosBoutiste(Fixe(y), 4).GrosBoutiste(Fixe(z), 4).Octets.ToArray();

    private static long Fixe(double valeur) => (long)Math.Round(valeur * 65536);

    private static byte[] Texte(string texte) =>
        new Tampon().Ascii("text").GrosBoutiste(0, 4).Ascii(texte).Octet(0).Octets.ToArray();

    private static byte[] Description(string texte) => new Tampon()
        .Ascii("desc").GrosBoutiste(0, 4).GrosBoutiste(Encoding.ASCII.GetByteCount(texte) + 1, 4)
        .Ascii(texte).Octet(0).GrosBoutiste(0, 4).GrosBoutiste(0, 4).GrosBoutiste(0, 2).Octet(0).Brut(new byte[67])
        .Octets.ToArray();
}
