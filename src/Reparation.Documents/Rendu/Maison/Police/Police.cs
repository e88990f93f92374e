using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Mot mis en forme : glyphes, avances voulues et avances de la police, en millièmes de corps.</summary>
internal sealed class MotForme
{
    public required string Source { get; init; }

    public required ushort[] Glyphes { get; init; }

    public required short[] Avances { get; init; }

    public required short[] Naturelles { get; init; }

    /// <summary>Texte que porte chaque glyphe ; vide pour le second glyphe d'un même groupe.</summary>
    public required string[] Textes { get; init; }

    public required bool[] Extensibles { get; init; }

    public required int Largeur { get; init; }

    /// <summary>Nombre d'espaces insécables que la justification peut étirer.</summary>
    public required int Espaces { get; init; }
}

/// <summary>Une face embarquée, partagée par tous les documents et par tous les fils.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Une face vit aussi longtemps que le programme.")]
internal sealed class Police
{
    // Un serveur qui vit des mois ne garde pas pour autant tous les mots qu'il a lus.
    private const int MotsGardes = 30_000;

    // Un sixième de corps, comme l'espace fine des typographes.
    private const short EspaceFine = 167;

    private static readonly string[] Faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
    private static readonly string[] Suffixes = ["Regular", "Italic", "Bold", "BoldItalic"];
    private static readonly Lazy<Police>[] Toutes =
        [.. Enumerable.Range(0, 8).Select(i => new Lazy<Police>(() => new Police(i)))];

    private static readonly Feature[] Chiffres = [new(Tag.Parse("tnum"), 1), new(Tag.Parse("lnum"), 1)];

    private static readonly Language Langue = new("fr");

    private readonly Blob _blob;
    private readonly Font _fonte;
    private readonly ConcurrentDictionary<string, MotForme> _mots = new();
    private readonly ConcurrentDictionary<string, MotForme> _motsTabulaires = new();

    private Police(int rang)
    {
        Rang = rang;
        Nom = $"{(rang < 4 ? "SourceSerif4" : "SourceSans3")}-{Suffixes[rang % 4]}";
        var ressource = $"Polices/{(rang < 4 ? "SourceSerif4" : "SourceSans3")}_{Faces[rang % 4]}.ttf";
        using var flux = typeof(Police).Assembly.GetManifestResourceStream(ressource)
            ?? throw new InvalidOperationException($"Police absente du programme : {ressource}.");
        // Mémoire clouée et gardée : la bibliothèque native lit la police à chaque mot, bien après ce constructeur.
        Octets = GC.AllocateUninitializedArray<byte>((int)flux.Length, pinned: true);
        flux.ReadExactly(Octets);
        _blob = new Blob(Marshal.UnsafeAddrOfPinnedArrayElement(Octets, 0), Octets.Length, MemoryMode.ReadOnly);
        _blob.MakeImmutable();
        Face = new Face(_blob, 0);
        Face.MakeImmutable();
        _fonte = new Font(Face);
        _fonte.SetScale(1000, 1000);
        Metriques = Metriques.Lire(Octets);
    }

    public int Rang { get; }

    public string Nom { get; }

    public byte[] Octets { get; }

    public Face Face { get; }

    public Metriques Metriques { get; }

    public bool Grasse => Rang % 4 >= 2;

    public bool Italique => Rang % 2 == 1;

    public bool Serif => Rang < 4;

    public static Police Choisir(Famille famille, bool gras, bool italique) =>
        Toutes[(famille == Famille.Serif ? 0 : 4) + (gras ? 2 : 0) + (italique ? 1 : 0)].Value;

    /// <summary>Le texte, chaque caractère que la famille ne dessine pas remplacé : pour ce que nous transcrivons sans l'avoir écrit.</summary>
    public static string Dessinables(string texte, Famille famille, char remplacant)
    {
        var (maigre, grasse) = (Choisir(famille, gras: false, italique: false), Choisir(famille, gras: true, italique: false));
        var sortie = new StringBuilder(texte.Length);
        foreach (var rune in string.Concat(texte.EnumerateRunes()).Normalize().EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format)
            {
                sortie.Append(rune.Value == '\t' ? " " : "");
            }
            else
            {
                sortie.Append(maigre.Dessine(rune) && grasse.Dessine(rune) ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : remplacant.ToString());
            }
        }

        return sortie.ToString();
    }

    /// <summary>Avance d'un glyphe, en millièmes de corps.</summary>
    public int Avance(int glyphe) => _fonte.GetHorizontalGlyphAdvance((uint)glyphe);

    /// <summary>Met un mot en forme. Les mots se répètent : la mise en forme est gardée.</summary>
    /// <exception cref="RenduException">Un caractère n'a pas de dessin.</exception>
    public MotForme Former(ReadOnlySpan<char> mot, bool tabulaire)
    {
        var cache = tabulaire ? _motsTabulaires : _mots;
        if (cache.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(mot, out var connu))
        {
            return connu;
        }

        if (cache.Count > MotsGardes)
        {
            cache.Clear();
        }

        var source = mot.ToString();
        return cache.GetOrAdd(source, MettreEnForme(source, tabulaire));
    }

    private MotForme MettreEnForme(string source, bool tabulaire)
    {
        var texte = Suppleer(source);
        using var tampon = new Buffer { Direction = Direction.LeftToRight, Script = Script.Latin, Language = Langue };
        tampon.AddUtf16(texte);
        _fonte.Shape(tampon, tabulaire ? Chiffres : []);
        var infos = tampon.GetGlyphInfoSpan();
        var positions = tampon.GetGlyphPositionSpan();

        var n = infos.Length;
        var (glyphes, avances, naturelles) = (new ushort[n], new short[n], new short[n]);
        var (textes, extensibles) = (new string[n], new bool[n]);
        var (largeur, espaces) = (0, 0);
        for (var i = 0; i < n; i++)
        {
            var debut = (int)infos[i].Cluster;
            var suite = i + 1;
            while (suite < n && infos[suite].Cluster == infos[i].Cluster)
            {
                suite++;
            }

            var fin = suite < n ? (int)infos[suite].Cluster : texte.Length;
            var premier = i == 0 || infos[i - 1].Cluster != infos[i].Cluster;
            // L'espace et l'espace insécable partagent un dessin : on le relit comme une espace simple.
            textes[i] = premier ? texte[debut..fin].Replace('\u00A0', ' ') : "";
            glyphes[i] = infos[i].Codepoint != 0
                ? (ushort)infos[i].Codepoint
                : throw new RenduException($"La police {Nom} n'a pas de dessin pour un caractère composé de l'acte.");
            naturelles[i] = (short)_fonte.GetHorizontalGlyphAdvance(infos[i].Codepoint);
            avances[i] = (short)positions[i].XAdvance;
            if (source[debut] == '\u202F')
            {
                // Trop mince dans Source Sans : « 12 345 » se lirait d'un bloc.
                avances[i] = EspaceFine;
            }

            extensibles[i] = source[debut] is '\u00A0' or ' ';
            largeur += avances[i];
            espaces += source[debut] == '\u00A0' ? 1 : 0;
        }

        return new MotForme
        {
            Source = source,
            Glyphes = glyphes,
            Avances = avances,
            Naturelles = naturelles,
            Textes = textes,
            Extensibles = extensibles,
            Largeur = largeur,
            Espaces = espaces,
        };
    }

    private bool Dessine(Rune rune) =>
        rune.Value is 0x202F or 0x2011 || (_fonte.TryGetNominalGlyph((uint)rune.Value, out var glyphe) && glyphe != 0);

    /// <summary>Deux caractères ont un remplaçant de même longueur ; tout autre manque arrête le rendu.</summary>
    private string Suppleer(string source)
    {
        StringBuilder? remplace = null;
        var i = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            if (!_fonte.TryGetNominalGlyph((uint)rune.Value, out var glyphe) || glyphe == 0)
            {
                remplace ??= new StringBuilder(source);
                remplace[i] = rune.Value switch
                {
                    0x202F => '\u00A0',
                    0x2011 => '-',
                    // Le mot lui-même n'est pas cité : ce peut être un nom.
                    _ => throw new RenduException(
                        $"Le caractère « {rune} » (U+{rune.Value:X4}) n’a pas de dessin dans la police {Nom}. " +
                        "Cherchez-le dans les textes du dossier et remplacez-le."),
                };
            }

            i += rune.Utf16SequenceLength;
        }

        return remplace?.ToString() ?? source;
    }
}

/// <summary>Mesures de la face que le descripteur PDF répète.</summary>
internal sealed record Metriques(int XMin, int YMin, int XMax, int YMax, int Ascendante, int Descendante, int Capitale, double Angle)
{
    public static Metriques Lire(ReadOnlySpan<byte> octets)
    {
        var tete = Table(octets, "head"u8);
        var hhea = Table(octets, "hhea"u8);
        var os2 = Table(octets, "OS/2"u8);
        var post = Table(octets, "post"u8);
        return new Metriques(
            Court(tete, 36), Court(tete, 38), Court(tete, 40), Court(tete, 42),
            Court(hhea, 4), Court(hhea, 6), Court(os2, 88),
            BinaryPrimitives.ReadInt32BigEndian(post[4..]) / 65536.0);
    }

    private static short Court(ReadOnlySpan<byte> table, int position) =>
        BinaryPrimitives.ReadInt16BigEndian(table[position..]);

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> nom)
    {
        var nombre = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        for (var i = 0; i < nombre; i++)
        {
            var entree = octets.Slice(12 + 16 * i, 16);
            if (entree[..4].SequenceEqual(nom))
            {
                return octets[(int)BinaryPrimitives.ReadUInt32BigEndian(entree[8..])..];
            }
        }

        throw new InvalidOperationException("Police embarquée incomplète.");
    }
}
