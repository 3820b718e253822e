namespace Sentinel.Replay.Experiment;

/// <summary>The stationary bootstrap (Politis and Romano 1994): blocks of geometric length, wrapped around the end, so that a resample is stationary.</summary>
internal static class StationaryBootstrap
{
    /// <summary>Indices of one resample.</summary>
    /// <param name="random">Decides; seeded.</param>
    /// <param name="count">How many observations there are, and how many are drawn.</param>
    /// <param name="meanBlock">Mean length of a block, 1 or more; 1 is the plain bootstrap.</param>
    public static int[] Indices(Random random, int count, double meanBlock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(meanBlock, 1);
        var indices = new int[count];
        for (var i = 0; i < count; i++)
        {
            indices[i] = i is 0 || random.NextDouble() < 1 / meanBlock ? random.Next(count) : (indices[i - 1] + 1) % count;
        }

        return indices;
    }
}
