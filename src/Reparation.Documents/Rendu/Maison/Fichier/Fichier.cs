using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Objets numérotés et leur table. Les objets sans flux vont par paquets compressés : un acte en compte des
/// milliers, et le fichier doublerait. Un flux part vers la sortie dès qu'il est posé : une liasse d'un gigaoctet tient
/// en peu de mémoire.
/// </summary>
internal sealed class Fichier(bool comprime, Stream sortie) : IDisposable
{
    private const int ParPaquet = 200;

    private readonly List<string?> _objets = [null];
    private readonly IncrementalHash _empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Tampon _ligne = new(256);
    private readonly Dictionary<int, long> _flux = [];

    private long _position;

    public void Dispose() => _empreinte.Dispose();

    public int Reserver()
    {
        _objets.Add(null);
        return _objets.Count - 1;
    }

    public void Poser(int numero, string corps) => _objets[numero] = corps;

    public int Poser(string corps)
    {
        var numero = Reserver();
        _objets[numero] = corps;
        return numero;
    }

    public int PoserFlux(string entrees, ReadOnlySpan<byte> octets, bool compressible = true)
    {
        var numero = Reserver();
        PoserFlux(numero, entrees, octets, compressible);
        return numero;
    }

    /// <summary>Écrit un flux aussitôt : sa place dans le fichier est alors connue.</summary>
    public void PoserFlux(int numero, string entrees, ReadOnlySpan<byte> octets, bool compressible = true)
    {
        EcrireEntete();
        _flux[numero] = _position;
        var compresse = comprime && compressible;
        var donnees = compresse ? Comprimer(octets) : octets;
        _ligne.Entier(numero).Ascii(" 0 obj\n<<").Ascii(entrees);
        if (compresse)
        {
            _ligne.Ascii("/Filter/FlateDecode");
        }

        _ligne.Ascii("/Length ").Entier(donnees.Length).Ascii(">>\nstream\n");
        EcrireLigne();
        Ecrire(donnees);
        _ligne.Ascii("\nendstream\nendobj\n");
        EcrireLigne();
    }

    /// <summary>Écrit la table et ferme le fichier ; rend sa taille.</summary>
    public long Assembler(int racine, int information)
    {
        EcrireEntete();
        var places = RangerEnPaquets();
        var numero = Reserver();
        var depart = _position;
        var table = new Tampon(_objets.Count * 7);
        for (var i = 0; i < _objets.Count; i++)
        {
            var (genre, place, rang) = i == numero ? (1, depart, 0)
                : _flux.TryGetValue(i, out var position) ? (1, position, 0)
                : places.TryGetValue(i, out var paquet) ? (2, paquet.Numero, paquet.Rang)
                : (0, 0L, 65535);
            table.GrosBoutiste(genre, 1).GrosBoutiste(place, 4).GrosBoutiste(rang, 2);
        }

        // L'identifiant vient du contenu : deux compositions du même acte donnent le même fichier.
        var empreinte = Convert.ToHexString(_empreinte.GetHashAndReset().AsSpan(0, 16));
        PoserFlux(numero, string.Create(CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {_objets.Count}/W[1 4 2]/Root {racine} 0 R/Info {information} 0 R/ID[<{empreinte}><{empreinte}>]"),
            table.Octets);
        _ligne.Ascii("startxref\n").Entier(depart).Ascii("\n%%EOF\n");
        EcrireLigne();
        return _position;
    }

    private void EcrireLigne()
    {
        Ecrire(_ligne.Octets);
        _ligne.Vider();
    }

    private void Ecrire(ReadOnlySpan<byte> octets)
    {
        sortie.Write(octets);
        _empreinte.AppendData(octets);
        _position += octets.Length;
    }

    private void EcrireEntete()
    {
        if (_position == 0)
        {
            _ligne.Ascii("%PDF-1.7\n%").Brut([0xE2, 0xE3, 0xCF, 0xD3]).Ascii("\n");
            EcrireLigne();
        }
    }

    private Dictionary<int, (long Numero, int Rang)> RangerEnPaquets()
    {
        var places = new Dictionary<int, (long, int)>();
        var simples = Enumerable.Range(1, _objets.Count - 1).Where(n => _objets[n] is not null).ToList();
        foreach (var paquet in simples.Chunk(ParPaquet))
        {
            var numero = Reserver();
            var index = new StringBuilder();
            var corps = new StringBuilder();
            for (var rang = 0; rang < paquet.Length; rang++)
            {
                index.Append(CultureInfo.InvariantCulture, $"{paquet[rang]} {corps.Length} ");
                corps.Append(_objets[paquet[rang]]).Append('\n');
                places[paquet[rang]] = (numero, rang);
            }

            PoserFlux(numero,
                string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {paquet.Length}/First {index.Length}"),
                Encoding.ASCII.GetBytes(index.Append(corps).ToString()));
        }

        return places;
    }

    private static byte[] Comprimer(ReadOnlySpan<byte> octets)
    {
        using var memoire = new MemoryStream(octets.Length / 3 + 64);
        using (var zlib = new ZLibStream(memoire, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(octets);
        }

        return memoire.ToArray();
    }
}
