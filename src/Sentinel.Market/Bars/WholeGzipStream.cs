using System.Buffers.Binary;
using System.IO.Compression;

namespace Sentinel.Market.Bars;

/// <summary>
/// Decompresses a gzip file and checks at the end that it came to one: the platform takes a cut-off file for one that ends. The last four bytes
/// hold the length of the content, so that a file of several members, which has one length each, is refused as well.
/// </summary>
internal sealed class WholeGzipStream : Stream
{
    private readonly GZipStream _content;
    private readonly uint _expected;
    private uint _length;

    /// <summary>Takes over a file, at any position.</summary>
    public WholeGzipStream(FileStream file)
    {
        Span<byte> trailer = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - 4);
        file.ReadExactly(trailer[..(int)Math.Min(4, file.Length)]);
        _expected = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        file.Position = 0;
        _content = new GZipStream(file, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _length = unchecked(_length + (uint)read);
        return read == 0 && buffer.Length > 0 && _length != _expected
            ? throw new InvalidDataException("the compressed file is cut off, or made of several")
            : read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
