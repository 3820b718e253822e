namespace Sentinel.Memory;

/// <summary>Bytes that only grow.</summary>
internal interface IJournalLog : IDisposable
{
    /// <summary>How many bytes.</summary>
    long Length { get; }

    /// <summary>Appends bytes. When it returns they survive the death of the process.</summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Reads exactly so many bytes.</summary>
    void Read(long offset, Span<byte> destination);

    /// <summary>Cuts everything from here on.</summary>
    void Cut(long length);

    /// <summary>Puts other bytes in the place of all of them, at once or not at all.</summary>
    void Replace(ReadOnlySpan<byte> bytes);
}

/// <summary>Bytes in memory: for experiments that need no file.</summary>
internal sealed class MemoryLog : IJournalLog
{
    private byte[] _bytes = new byte[1 << 12];
    private int _length;

    public long Length => _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Read(long offset, Span<byte> destination) => _bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);

    public void Cut(long length) => _length = (int)length;

    public void Replace(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes.ToArray();
        _length = bytes.Length;
    }

    public void Dispose()
    {
        // Nothing to release.
    }
}
