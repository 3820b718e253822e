using System.Text;

namespace OMem.Encryption;

/// <summary>Gives equal bytes the same string while a scope is read: speakers and sessions repeat ten thousand times.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NamePool
{
    private const int LongestPooled = 128;
    private const int MostNames = 4096;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestPooled)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> chars = stackalloc char[LongestPooled];
        chars = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        if (_lookup.TryGetValue(chars, out var known))
        {
            return known;
        }

        var name = new string(chars);
        if (_names.Count < MostNames)
        {
            _names.Add(name);
        }

        return name;
    }
}
