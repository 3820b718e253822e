namespace Sentinel.Exchange.Simulator;

/// <summary>What a bar has to be before anything trades on it.</summary>
internal static class BarRules
{
    public static void Check(Bar bar)
    {
        var lowest = Math.Min(bar.Open, bar.Close);
        var highest = Math.Max(bar.Open, bar.Close);
        if (bar.Low <= 0 || bar.Low > lowest || bar.High < highest || bar.Volume < 0 || bar.Interval <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"The bar of {bar.Symbol} at {bar.OpenTime:O} contradicts itself: prices above 0, low <= open, close <= high, volume not below 0, an interval.", nameof(bar));
        }
    }
}
