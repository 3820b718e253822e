namespace Sentinel.Replay.Experiment;

/// <summary>
/// How often each day of each user counts in each resample: users are drawn with replacement (the cluster), and the days inside a drawn user by the
/// stationary bootstrap. One plan serves every arm and every endpoint, so that each difference is paired by user and day.
/// </summary>
internal sealed class ResamplePlan
{
    private readonly ushort[][] _weights;
    private readonly int[] _starts;

    private ResamplePlan(ushort[][] weights, int[] starts) => (_weights, _starts) = (weights, starts);

    /// <summary>How many resamples.</summary>
    public int Count => _weights.Length;

    /// <summary>Draws a plan.</summary>
    /// <param name="seed">Decides.</param>
    /// <param name="days">Days of each user; a user without days takes no part.</param>
    /// <param name="meanBlock">Mean length of a block of days.</param>
    /// <param name="resamples">How many.</param>
    public static ResamplePlan Draw(int seed, IReadOnlyList<int> days, double meanBlock, int resamples)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        var starts = new int[days.Count + 1];
        for (var user = 0; user < days.Count; user++)
        {
            starts[user + 1] = starts[user] + days[user];
        }

        var random = new Random(seed);
        var weights = new ushort[resamples][];
        for (var sample = 0; sample < resamples; sample++)
        {
            var weight = weights[sample] = new ushort[starts[^1]];
            for (var draw = 0; draw < days.Count; draw++)
            {
                var user = random.Next(days.Count);
                foreach (var day in StationaryBootstrap.Indices(random, days[user], meanBlock))
                {
                    weight[starts[user] + day]++;
                }
            }
        }

        return new ResamplePlan(weights, starts);
    }

    /// <summary>The sum over all days of a value times its count in a resample.</summary>
    /// <param name="sample">Which resample.</param>
    /// <param name="values">One value a day, users one after the other.</param>
    public double Sum(int sample, ReadOnlySpan<double> values)
    {
        var weight = _weights[sample];
        if (values.Length != weight.Length)
        {
            throw new ArgumentException("There has to be one value a day of each user.", nameof(values));
        }

        var sum = 0.0;
        for (var i = 0; i < weight.Length; i++)
        {
            sum += weight[i] * values[i];
        }

        return sum;
    }

    /// <summary>How many days of how many users.</summary>
    public int Length => _starts[^1];
}
