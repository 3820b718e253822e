using OMem.Sqlite.Access;

namespace OMem.Sqlite.Log;

/// <summary>A stretch of rows read in one go: many small ones or a few large ones.</summary>
internal sealed class Chunk<T>(long after, long last)
{
    public const long MaxRows = 1024;

    private const long MaxBytes = 4 << 20;

    private long _bytes;

    /// <summary>The next row comes after this position.</summary>
    public long After { get; private set; } = after;

    /// <summary>The last position of the whole read.</summary>
    public long Last { get; } = last;

    /// <summary>Strings seen so far, shared by the chunks of one read.</summary>
    public StringPool Strings { get; } = new();

    public List<T> Rows { get; } = [];

    public bool IsFull => _bytes >= MaxBytes;

    /// <summary>Whether rows may be left after this chunk.</summary>
    public bool HasMore => After < Last;

    public void Add(long position, T row, long bytes)
    {
        After = position;
        _bytes += bytes;
        Rows.Add(row);
    }

    public void Clear()
    {
        Rows.Clear();
        _bytes = 0;
    }
}
