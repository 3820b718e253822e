namespace Sentinel.Replay.Experiment;

/// <summary>Puts short bars together to longer ones on the grid of the day. Holes stay holes: a longer bar is made of what there is.</summary>
internal static class BarMerge
{
    /// <summary>Longer bars, in order.</summary>
    public static IEnumerable<Bar> To(IEnumerable<Bar> bars, TimeSpan interval)
    {
        Bar? merged = null;
        foreach (var bar in bars)
        {
            if (bar.Interval > interval || interval.Ticks % bar.Interval.Ticks is not 0)
            {
                throw new ExperimentException("The bars of the files do not divide those of the experiment.");
            }

            var open = new DateTimeOffset(bar.OpenTime.UtcTicks - (bar.OpenTime.UtcTicks % interval.Ticks), TimeSpan.Zero);
            if (merged is not null && merged.OpenTime == open)
            {
                merged = merged with { High = Math.Max(merged.High, bar.High), Low = Math.Min(merged.Low, bar.Low), Close = bar.Close, Volume = merged.Volume + bar.Volume };
                continue;
            }

            if (merged is not null)
            {
                yield return merged;
            }

            merged = bar with { OpenTime = open, Interval = interval };
        }

        if (merged is not null)
        {
            yield return merged;
        }
    }
}
