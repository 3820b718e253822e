using System.Text;

namespace OMem.Sqlite.Access;

/// <summary>Gives equal bytes the same string while rows are read: speakers, sessions and models repeat ten thousand times.</summary>
internal sealed class StringPool
{
    private const int Slots = 256;
    private const int LongestPooled = 64;

    private readonly byte[]?[] _keys = new byte[Slots][];
    private readonly string[] _values = new string[Slots];

    public string? GetOrNull(Statement row, int column) => row.IsNull(column) ? null : Get(row.Bytes(column));

    public string Get(Statement row, int column) => Get(row.Bytes(column));

    private string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LongestPooled)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var slot = Slot(bytes);
        if (_keys[slot] is { } key && bytes.SequenceEqual(key))
        {
            return _values[slot];
        }

        _keys[slot] = bytes.ToArray();
        return _values[slot] = Encoding.UTF8.GetString(bytes);
    }

    private static int Slot(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)(hash ^ (hash >> 16)) & (Slots - 1);
    }
}
