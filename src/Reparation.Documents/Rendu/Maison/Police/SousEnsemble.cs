using System.Runtime.InteropServices;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Réduit une face aux glyphes employés. La bibliothèque native l'offre, l'enveloppe .NET ne le montre pas :
/// d'où ces imports. Les numéros de glyphes sont gardés, donc rien n'est à renuméroter.
/// </summary>
internal static partial class SousEnsemble
{
    private const string Bibliotheque = "libHarfBuzzSharp";
    private const int EnsembleTablesRetirees = 3;
    private const uint SansHinting = 0x1;
    private const uint GardeNumeros = 0x2;
    private const uint ContourNotdef = 0x40;
    private const uint SansFermeture = 0x200;

    private static readonly string[] TablesInutiles =
        ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "kern", "gasp", "post", "name", "OS/2", "meta"];

    /// <summary>Les octets de la face réduite ; nul si la bibliothèque de cette machine ne sait pas réduire.</summary>
    public static byte[]? Reduire(Police police, IEnumerable<int> glyphes)
    {
        try
        {
            var entree = hb_subset_input_create_or_fail();
            if (entree == 0)
            {
                return null;
            }

            try
            {
                return Reduire(police, glyphes, entree);
            }
            finally
            {
                hb_subset_input_destroy(entree);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // La face entière sera jointe : le fichier grossit, rien ne manque.
            return null;
        }
    }

    private static byte[]? Reduire(Police police, IEnumerable<int> glyphes, nint entree)
    {
        var voulus = hb_subset_input_glyph_set(entree);
        foreach (var glyphe in glyphes)
        {
            hb_set_add(voulus, (uint)glyphe);
        }

        var retires = hb_subset_input_set(entree, EnsembleTablesRetirees);
        foreach (var table in TablesInutiles)
        {
            hb_set_add(retires, (uint)(table[0] << 24 | table[1] << 16 | table[2] << 8 | table[3]));
        }

        hb_subset_input_set_flags(entree, SansHinting | GardeNumeros | SansFermeture | ContourNotdef);
        var face = hb_subset_or_fail(police.Face.Handle, entree);
        if (face == 0)
        {
            return null;
        }

        var blob = hb_face_reference_blob(face);
        var debut = hb_blob_get_data(blob, out var taille);
        var octets = new byte[taille];
        Marshal.Copy(debut, octets, 0, (int)taille);
        hb_blob_destroy(blob);
        hb_face_destroy(face);
        return octets;
    }

    [LibraryImport(Bibliotheque)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Bibliotheque)]
    private static partial void hb_subset_input_destroy(nint entree);

    [LibraryImport(Bibliotheque)]
    private static partial nint hb_subset_input_glyph_set(nint entree);

    [LibraryImport(Bibliotheque)]
    private static partial nint hb_subset_input_set(nint entree, int genre);

    [LibraryImport(Bibliotheque)]
    private static partial void hb_subset_input_set_flags(nint entree, uint drapeaux);

    [LibraryImport(Bibliotheque)]
    private static partial nint hb_subset_or_fail(nint face, nint entree);

    [LibraryImport(Bibliotheque)]
    private static partial void hb_set_add(nint ensemble, uint valeur);

    [LibraryImport(Bibliotheque)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Bibliotheque)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(Bibliotheque)]
    private static partial nint hb_blob_get_data(nint blob, out uint taille);

    [LibraryImport(Bibliotheque)]
    private static partial void hb_blob_destroy(nint blob);
}
