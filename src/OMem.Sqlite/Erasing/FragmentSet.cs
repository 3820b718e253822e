using System.Runtime.InteropServices;

namespace OMem.Sqlite.Erasing;

/// <summary>What to look for after an erase: short values whole, longer ones as windows of 16 bytes, so that every run of 23 bytes of a text is found.</summary>
/// <remarks>
/// Holds at most <see cref="Most"/> fragments: beyond that a half of them is dropped, chosen by their hash, again and again. Values of less than
/// <see cref="Shortest"/> bytes are left out: such runs stand in any file by chance.
/// </remarks>
internal sealed class FragmentSet
{
    public const int Window = 16;
    public const int Shortest = 6;
    public const int TextStride = 8;

    /// <summary>Vectors and terms: what is left of one is a good part of it, or nothing that says anything.</summary>
    public const int BlobStride = 64;

    /// <summary>The most fragments held, some 20 MB.</summary>
    public const int Most = 1 << 19;

    // A window of mostly zeros is in any page.
    private const int MostZeros = Window / 2;

    private readonly HashSet<UInt128> _windows = [];
    private readonly HashSet<UInt128> _values = [];
    private readonly int _most;
    private ulong _sampling;

    public FragmentSet(int most = Most) => _most = most;

    /// <summary>Windows of 16 bytes.</summary>
    public IReadOnlySet<UInt128> Windows => _windows;

    /// <summary>Whole values of 6 to 15 bytes, their length in the last byte.</summary>
    public IReadOnlySet<UInt128> Values => _values;

    public int Count => _windows.Count + _values.Count;

    /// <summary>Whether there were too many, so that a sample of them is held.</summary>
    public bool IsSample => _sampling != 0;

    public void AddText(ReadOnlySpan<byte> value) => Add(value, TextStride);

    public void AddBlob(ReadOnlySpan<byte> value) => Add(value, BlobStride);

    /// <summary>The key of a short value.</summary>
    public static UInt128 ValueKey(ReadOnlySpan<byte> value)
    {
        Span<byte> key = stackalloc byte[Window];
        key.Clear();
        value.CopyTo(key);
        key[Window - 1] = (byte)value.Length;
        return MemoryMarshal.Read<UInt128>(key);
    }

    private void Add(ReadOnlySpan<byte> value, int stride)
    {
        if (value.Length is >= Shortest and < Window)
        {
            Keep(_values, ValueKey(value));
        }

        var last = value.Length - Window;
        for (var at = 0; at < last; at += stride)
        {
            AddWindow(value.Slice(at, Window));
        }

        if (last >= 0)
        {
            AddWindow(value[last..]);
        }
    }

    private void AddWindow(ReadOnlySpan<byte> window)
    {
        if (window.Count((byte)0) <= MostZeros)
        {
            Keep(_windows, MemoryMarshal.Read<UInt128>(window));
        }
    }

    private void Keep(HashSet<UInt128> fragments, UInt128 key)
    {
        if (IsKept(key) && fragments.Add(key) && Count > _most)
        {
            _sampling = (_sampling << 1) | 1;
            _windows.RemoveWhere(fragment => !IsKept(fragment));
            _values.RemoveWhere(fragment => !IsKept(fragment));
        }
    }

    private bool IsKept(UInt128 key) => (((((ulong)key ^ (ulong)(key >> 64)) * 0x9E3779B97F4A7C15) >> 32) & _sampling) == 0;
}
