namespace Reparation.Web.Features.Pieces;

/// <summary>Ce qui s'y écrit part vers la sortie, ou se perd s'il n'y en a pas. Le fermer ne ferme pas la sortie.</summary>
internal sealed class FluxPerdu(Stream? sortie = null) : Stream
{
    private long ecrits;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => ecrits;

    public override long Position
    {
        get => ecrits;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        sortie?.Write(buffer);
        ecrits += buffer.Length;
    }

    public override void Flush() => sortie?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
