namespace Reparation.Documents.Depot;

/// <summary>Octets que l'examen peut encore lire : une bombe de décompression s'arrête là.</summary>
internal sealed class Budget(long octets)
{
    private long restant = octets;

    /// <exception cref="InvalidDataException">Le plafond est dépassé.</exception>
    public void Prendre(int lus)
    {
        restant -= lus;
        if (restant < 0)
        {
            throw new InvalidDataException("Le contenu décompressé dépasse le plafond de l'examen.");
        }
    }
}

/// <summary>Flux en lecture seule dont chaque octet lu est compté, répétitions comprises. Ne ferme pas sa source.</summary>
internal sealed class FluxCompte(Stream source, Budget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => source.CanSeek;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position
    {
        get => source.Position;
        set => source.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var lus = source.Read(buffer);
        budget.Prendre(lus);
        return lus;
    }

    public override int ReadByte()
    {
        budget.Prendre(1);
        return source.ReadByte();
    }

    public override long Seek(long offset, SeekOrigin origin) => source.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
