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

    // Un nom, deux nombres et une empreinte.
    private const int OctetsParPartie = 200;

    private readonly List<string?> _objets = [null];
    private readonly IncrementalHash _empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Tampon _ligne = new(256);
    private readonly Dictionary<int, long> _flux = [];
    private readonly List<Partie> _parties = [];
    private readonly IncrementalHash _empreinteDePartie = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private (string Nom, long Debut) _entamee = ("", 0);
    private (int Numero, int Octets, DateOnly Date)? _manifeste;
    private long _position;

    /// <summary>Ce que portent les flux écrits à présent ; c'est le nom qu'une vérification donnera à ce qui a changé.</summary>
    public string Partie { get; set; } = Parties.Structure;

    /// <summary>Place du manifeste, connue après l'assemblage ; rien s'il n'a pas été réservé.</summary>
    public PlaceDuManifeste? Place { get; private set; }

    public void Dispose()
    {
        _empreinte.Dispose();
        _empreinteDePartie.Dispose();
    }

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
        Entamer(Partie);
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

    /// <summary>
    /// Réserve, avant tout autre flux, un flux écrit le dernier, sans compression : le manifeste s'y posera quand tous les autres octets seront
    /// connus, sans en déplacer aucun. La taille s'entend hors parties, dont la place s'ajoute.
    /// </summary>
    /// <exception cref="InvalidOperationException">Un flux est déjà parti : sa partie ne serait pas connue.</exception>
    public int ReserverLeManifeste(int octets, DateOnly date)
    {
        if (_position > 0)
        {
            throw new InvalidOperationException("La place du manifeste se réserve avant le premier flux.");
        }

        _manifeste = (Reserver(), octets, date);
        return _manifeste.Value.Numero;
    }

    /// <summary>Écrit la table et ferme le fichier ; rend sa taille.</summary>
    public long Assembler(int racine, int information)
    {
        EcrireEntete();
        Partie = Parties.Structure;
        var places = RangerEnPaquets();
        var debut = PoserLaPlace(out var reserves);
        Partie = Parties.Table;
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
        Entamer("");
        Place = _manifeste is null ? null : new(debut, reserves, _parties);
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
        if (_manifeste is not null)
        {
            _empreinteDePartie.AppendData(octets);
        }

        _position += octets.Length;
    }

    // La somme de contrôle de ce flux manque à dessein : le manifeste ne peut pas contenir l'empreinte de lui-même.
    private long PoserLaPlace(out int octets)
    {
        octets = 0;
        if (_manifeste is not var (numero, fixes, date))
        {
            return 0;
        }

        octets = fixes + ((_parties.Count + 4) * OctetsParPartie);
        Entamer(Parties.Annonce);
        _flux[numero] = _position;
        _ligne.Ascii(string.Create(CultureInfo.InvariantCulture,
            $"{numero} 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size {octets}/ModDate{Ecriture.DateInfo(date)}>>/Length {octets}>>\nstream\n"));
        EcrireLigne();
        Entamer("");
        var debut = _position;
        _ligne.Ascii(new string(' ', octets));
        EcrireLigne();
        _empreinteDePartie.GetHashAndReset();
        _entamee = (Parties.Annonce, _position);
        _ligne.Ascii("\nendstream\nendobj\n");
        EcrireLigne();
        return debut;
    }

    // Deux flux voisins de même nom ne font qu'une partie. L'empreinte se calcule à mesure : rien n'est relu.
    private void Entamer(string nom)
    {
        if (_manifeste is null || nom == _entamee.Nom)
        {
            return;
        }

        if (_position > _entamee.Debut)
        {
            _parties.Add(new(
                _entamee.Nom, _entamee.Debut, _position - _entamee.Debut, Convert.ToHexStringLower(_empreinteDePartie.GetHashAndReset())));
        }

        _entamee = (nom, _position);
    }

    private void EcrireEntete()
    {
        if (_position == 0)
        {
            Entamer(Parties.Entete);
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
