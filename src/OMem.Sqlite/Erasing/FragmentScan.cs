using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OMem.Sqlite.Erasing;

/// <summary>Looks for fragments at every byte of what it is shown. A bit filter passes over nearly all of them.</summary>
internal sealed class FragmentScan
{
    private const ulong ValueStart = (1UL << (8 * FragmentSet.Shortest)) - 1;
    private const int FilterBitsPerFragment = 64;
    private const int SmallestFilter = 1 << 18;
    private const int LargestFilter = 1 << 24;

    private readonly IReadOnlySet<UInt128> _windows;
    private readonly IReadOnlySet<UInt128> _values;
    private readonly bool[] _lengths = new bool[FragmentSet.Window];
    private readonly ulong[] _filter;
    private readonly int _shift;

    public FragmentScan(IReadOnlySet<UInt128> windows, IReadOnlySet<UInt128> values)
    {
        (_windows, _values) = (windows, values);
        var bits = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((ulong)(windows.Count + values.Count) * FilterBitsPerFragment), SmallestFilter, LargestFilter);
        _filter = new ulong[bits / 64];
        _shift = 64 - BitOperations.Log2((uint)bits);
        foreach (var window in windows)
        {
            Mark((ulong)window);
        }

        foreach (var value in values)
        {
            Mark((ulong)value & ValueStart);
            _lengths[(int)(value >> 120)] = true;
        }
    }

    /// <summary>Windows found so far.</summary>
    public HashSet<UInt128> FoundWindows { get; } = [];

    /// <summary>Short values found so far.</summary>
    public HashSet<UInt128> FoundValues { get; } = [];

    public int Found => FoundWindows.Count + FoundValues.Count;

    public bool HasFoundAll => Found == _windows.Count + _values.Count;

    public void Scan(ReadOnlySpan<byte> bytes)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var last = bytes.Length - sizeof(ulong);
        for (var i = 0; i <= last; i++)
        {
            var head = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, i));
            if (IsMarked(head) && i <= bytes.Length - FragmentSet.Window)
            {
                var window = MemoryMarshal.Read<UInt128>(bytes[i..]);
                if (_windows.Contains(window))
                {
                    FoundWindows.Add(window);
                }
            }

            if (IsMarked(head & ValueStart))
            {
                LookForValue(bytes[i..]);
            }
        }

        for (var i = Math.Max(0, last + 1); i <= bytes.Length - FragmentSet.Shortest; i++)
        {
            LookForValue(bytes[i..]);
        }
    }

    private void LookForValue(ReadOnlySpan<byte> bytes)
    {
        for (var length = FragmentSet.Shortest; length < FragmentSet.Window && length <= bytes.Length; length++)
        {
            if (_lengths[length] && FragmentSet.ValueKey(bytes[..length]) is var key && _values.Contains(key))
            {
                FoundValues.Add(key);
            }
        }
    }

    private void Mark(ulong head)
    {
        var bit = Bit(head);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    private bool IsMarked(ulong head)
    {
        var bit = Bit(head);
        return (_filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    private ulong Bit(ulong head) => (head * 0x9E3779B97F4A7C15) >> _shift;
}
