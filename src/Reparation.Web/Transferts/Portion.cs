namespace Reparation.Web.Transferts;

/// <summary>Une suite d'octets lue dans un flux plus long, qu'elle ne ferme pas et ne dépasse jamais.</summary>
internal sealed class Portion(Stream source, long longueur) : Stream
{
    private long lus;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => longueur;

    public override long Position
    {
        get => lus;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (lus == longueur || buffer.IsEmpty)
        {
            return 0;
        }

        var recus = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, longueur - lus)], cancellationToken);
        lus += recus;
        return recus > 0 ? recus : throw new EndOfStreamException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
