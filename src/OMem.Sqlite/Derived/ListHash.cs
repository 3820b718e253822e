using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>A running hash over a list in its order. Whether a list only grew is seen from the hash of its old length: nothing has to be read.</summary>
internal struct ListHash
{
    private ulong _state;

    public readonly long Value => unchecked((long)_state);

    public static long Of(IReadOnlyList<long> list, int count)
    {
        var hash = default(ListHash);
        for (var i = 0; i < count; i++)
        {
            hash.Add(list[i]);
        }

        return hash.Value;
    }

    public static long Of(IReadOnlyList<Evidence> list, int count)
    {
        var hash = default(ListHash);
        for (var i = 0; i < count; i++)
        {
            var evidence = list[i];
            hash.Add(evidence.Sequence);
            hash.Add(evidence.Start);
            hash.Add(evidence.Length);
            foreach (var c in evidence.InteractionId)
            {
                hash.Add(c);
            }
        }

        return hash.Value;
    }

    /// <summary>One round of SplitMix64 (Steele, Lea, Flood 2014) over the state and the value.</summary>
    private void Add(long value)
    {
        var z = unchecked((_state ^ (ulong)value) + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        _state = z ^ (z >> 31);
    }
}
