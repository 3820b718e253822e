namespace OMem.Evaluation;

/// <summary>A small seeded generator (Steele, Lea and Flood 2014): the same numbers on every runtime version.</summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>A number from 0 (inclusive) to 1 (exclusive).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
