namespace Sentinel.Replay.Experiment;

/// <summary>All runs of one arm in one world, users in order, and the figures that are formed over them.</summary>
internal sealed class ArmRuns(IReadOnlyList<RunRecord> runs)
{
    private const int Quarters = 4;

    /// <summary>The runs.</summary>
    public IReadOnlyList<RunRecord> Runs => runs;

    /// <summary>Days of each user.</summary>
    public IReadOnlyList<int> Days => [.. runs.Select(run => run.Days.Count)];

    /// <summary>One measure over another, over all days.</summary>
    public Ratio Over(Measure numerator, Measure denominator) => Over(numerator, denominator, static (_, _) => true);

    /// <summary>The same in the last quarter of each run less in the first.</summary>
    public Figure LateLessEarly(Measure numerator, Measure denominator) =>
        new(Quarter(numerator, denominator, Quarters - 1, Quarters), Quarter(numerator, denominator, 0, Quarters));

    /// <summary>The same in one part of each run.</summary>
    public Ratio Quarter(Measure numerator, Measure denominator, int part, int parts) =>
        Over(numerator, denominator, (day, days) => day >= days * part / parts && day < days * (part + 1) / parts);

    /// <summary>The mean over users of one value each; users without one are left out. The value lies on all days alike, so that a drawn user counts whole.</summary>
    public Ratio Mean(Func<RunRecord, double> value)
    {
        var (numerator, denominator) = (new List<double>(), new List<double>());
        foreach (var run in runs)
        {
            var one = value(run);
            var isThere = double.IsFinite(one);
            for (var day = 0; day < run.Days.Count; day++)
            {
                numerator.Add(isThere ? one / run.Days.Count : 0);
                denominator.Add(isThere ? 1.0 / run.Days.Count : 0);
            }
        }

        return new Ratio([.. numerator], [.. denominator]);
    }

    /// <summary>Returns by day, the mean over users: equal money with each.</summary>
    public double[] DailyReturns()
    {
        var days = runs.Min(run => run.Days.Count);
        return [.. Enumerable.Range(0, days).Select(day => runs.Average(run => run.Days[day][(int)Measure.Return]))];
    }

    private Ratio Over(Measure numerator, Measure denominator, Func<int, int, bool> counts)
    {
        var days = runs.SelectMany(run => run.Days.Select((row, day) => counts(day, run.Days.Count) ? (row[(int)numerator], row[(int)denominator]) : (0, 0))).ToArray();
        return new Ratio([.. days.Select(static day => day.Item1)], [.. days.Select(static day => day.Item2)]);
    }
}
