using Sentinel.Market.Detectors;
using Sentinel.Market.Hindsight;

namespace Sentinel.Market;

/// <summary>
/// Peaks and troughs dated over a whole series (Bry and Boschan; Pagan and Sossounov, JAE 2003), on the last closes of calendar months. The dating
/// looks eight months ahead and mends itself later still: each label counts as known at the end of the series and not before. For evaluation.
/// </summary>
public static class HindsightCycles
{
    private const string Name = "hindsight_cycle@1";

    /// <summary>The turns of a series, oldest first: side -1 is a peak, 1 a trough; peaks and troughs alternate.</summary>
    public static IReadOnlyList<MarketEvent> Label(IEnumerable<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var months = new List<Bar>();
        Bar? last = null;
        foreach (var bar in bars)
        {
            last = bar;
            if (months.Count > 0 && SameMonth(months[^1], bar))
            {
                months[^1] = bar;
            }
            else
            {
                months.Add(bar);
            }
        }

        if (last is null)
        {
            return [];
        }

        var sink = new EventSink(last.Symbol, TimeSpan.Zero);
        sink.Begin(last);
        var turns = CycleDating.Date([.. months.Select(bar => Math.Log((double)bar.Close))]);
        for (var i = 0; i < turns.Count; i++)
        {
            var phase = i == 0 ? 0 : turns[i].Month - turns[i - 1].Month;
            sink.Add(
                Name,
                MarketEventTypes.HindsightCycle,
                turns[i].IsPeak ? -1 : 1,
                months[turns[i].Month].OpenTime,
                1,
                [("log_close", turns[i].Value), ("phase_months", phase)]);
        }

        return sink.Events();
    }

    private static bool SameMonth(Bar left, Bar right) =>
        left.OpenTime.UtcDateTime.Year == right.OpenTime.UtcDateTime.Year && left.OpenTime.UtcDateTime.Month == right.OpenTime.UtcDateTime.Month;
}
