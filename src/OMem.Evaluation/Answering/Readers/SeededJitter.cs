namespace OMem.Evaluation;

/// <summary>Numbers from 0 to 1 that spread retries. Thread-safe.</summary>
internal sealed class SeededJitter(int seed)
{
    private readonly Lock _lock = new();
    private SplitMix64 _random = new((ulong)seed);

    /// <summary>The next number.</summary>
    public double Next()
    {
        lock (_lock)
        {
            return _random.Unit();
        }
    }
}
