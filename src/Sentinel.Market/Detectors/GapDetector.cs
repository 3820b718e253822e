namespace Sentinel.Market.Detectors;

/// <summary>Bars missing before this one. What happened in them stays unknown: nothing is filled in.</summary>
internal static class GapDetector
{
    private const string Name = "gap@1";

    /// <summary>Reports bars missing between two.</summary>
    public static void Report(Bar before, Bar bar, bool isNewStart, EventSink sink)
    {
        var missing = (bar.OpenTime - before.CloseTime) / bar.Interval;
        if (missing > 0)
        {
            var change = Math.Log((double)bar.Open / (double)before.Close);
            sink.Add(
                Name,
                MarketEventTypes.Gap,
                0,
                before.CloseTime,
                missing,
                [("missing", missing), ("open_return", change), ("restart", isNewStart ? 1 : 0)]);
        }
    }
}
