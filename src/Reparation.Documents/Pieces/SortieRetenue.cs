namespace Reparation.Documents.Pieces;

/// <summary>
/// Sortie dont on retient la fin, pour y poser le sceau avant qu'elle parte. Elle se relit comme le fichier entier, où ce qui
/// est déjà parti n'est plus que des blancs : une liasse se scelle sans tenir ses pièces en mémoire.
/// </summary>
internal sealed class SortieRetenue(Stream sortie) : Stream
{
    // De quoi reconnaître un PDF : son en-tête reste lisible.
    private readonly byte[] entete = new byte[16];
    private readonly MemoryStream fin = new();
    private long partis;
    private long position;
    private bool retient;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => partis + fin.Length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new IOException("Une position ne peut pas être négative.");
    }

    /// <summary>Dès à présent, rien ne part plus.</summary>
    public void Retenir() => retient = true;

    /// <summary>Récrit des octets retenus, à leur place dans le fichier entier.</summary>
    public void Poser(long place, ReadOnlySpan<byte> octets) => octets.CopyTo(fin.GetBuffer().AsSpan(checked((int)(place - partis)), octets.Length));

    /// <summary>Laisse partir ce qui était retenu.</summary>
    public void Relacher() => fin.WriteTo(sortie);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (retient)
        {
            fin.Write(buffer);
            return;
        }

        if (partis < entete.Length)
        {
            buffer[..(int)Math.Min(buffer.Length, entete.Length - partis)].CopyTo(entete.AsSpan((int)partis));
        }

        sortie.Write(buffer);
        partis += buffer.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (position >= partis)
        {
            fin.Position = position - partis;
            var lus = fin.Read(buffer);
            fin.Position = fin.Length;
            position += lus;
            return lus;
        }

        var connus = position < entete.Length;
        var nombre = (int)Math.Min(buffer.Length, (connus ? Math.Min(partis, entete.Length) : partis) - position);
        if (connus)
        {
            entete.AsSpan((int)position, nombre).CopyTo(buffer);
        }
        else
        {
            buffer[..nombre].Fill((byte)' ');
        }

        position += nombre;
        return nombre;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void Flush() => sortie.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            fin.Dispose();
        }

        base.Dispose(disposing);
    }
}
