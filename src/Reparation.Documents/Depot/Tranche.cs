namespace Reparation.Documents.Depot;

/// <summary>Partie d'un flux, lue d'un bout à l'autre.</summary>
internal sealed class Tranche(Stream source, long debut, long fin) : Stream
{
    private long lus;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => fin - debut;

    public override long Position
    {
        get => lus;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        source.Position = debut + lus;
        var pris = source.Read(buffer[..(int)Math.Min(buffer.Length, Length - lus)]);
        lus += pris;
        return pris;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
