using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>
/// Contenu d'une pièce, déchiffré morceau par morceau à mesure qu'on le lit : un seul est en mémoire. Il se relit de
/// n'importe où. Chaque flux a sa connexion et sa clé, rendues à sa fermeture.
/// </summary>
internal sealed class FluxDePiece(DossiersDb db, CleDeDossier cle, Guid contenu, long longueur) : Stream
{
    /// <summary>Octets en clair d'un morceau, le dernier excepté.</summary>
    public const int TailleDeMorceau = 256 * 1024;

    private byte[] morceau = [];
    private long rangDuMorceau = -1;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => longueur;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new IOException("Une position ne peut pas être négative.");
    }

    /// <summary>Ce qui lie un morceau à son contenu et à son rang : échangé ou déplacé, il ne s'ouvre plus.</summary>
    public static string Usage(Guid contenu, long rang) => $"piece/{contenu:N}/{rang}";

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (position >= longueur || buffer.IsEmpty)
        {
            return 0;
        }

        Charger(position / TailleDeMorceau);
        var debut = (int)(position % TailleDeMorceau);
        var lus = Math.Min(buffer.Length, morceau.Length - debut);
        morceau.AsSpan(debut, lus).CopyTo(buffer);
        position += lus;
        return lus;
    }

    public override int ReadByte()
    {
        if (position >= longueur)
        {
            return -1;
        }

        Charger(position / TailleDeMorceau);
        return morceau[(int)(position++ % TailleDeMorceau)];
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // SQLite lit de façon synchrone quoi qu'on lui demande.
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => longueur + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            db.Dispose();
            cle.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Charger(long rang)
    {
        if (rang == rangDuMorceau)
        {
            return;
        }

        var scelle = db.Morceaux.Where(m => m.ContenuId == contenu && m.Rang == (int)rang).Select(m => m.Scelle).SingleOrDefault()
            ?? throw new DonneesAltereesException();
        morceau = cle.Desceller(Usage(contenu, rang), scelle);
        if (morceau.Length != Math.Min(TailleDeMorceau, longueur - (rang * TailleDeMorceau)))
        {
            throw new DonneesAltereesException();
        }

        rangDuMorceau = rang;
    }
}
