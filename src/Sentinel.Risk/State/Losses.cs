namespace Sentinel.Risk;

/// <summary>What was lost, as a part of where it began; 0 or more.</summary>
internal static class Losses
{
    /// <summary>Since the start of the UTC day, realised and not.</summary>
    public static decimal OfDay(Portfolio portfolio) => Fall(portfolio.DayStartEquity, portfolio.Equity);

    /// <summary>Since the peak of equity, or the one since a person resumed.</summary>
    public static decimal FromPeak(Portfolio portfolio, TradingState state) => Fall(state.PeakSinceResume ?? portfolio.PeakEquity, portfolio.Equity);

    // Where there was nothing, nothing can be measured; equity that is not above 0 is denied as an unknown state.
    private static decimal Fall(decimal from, decimal to) => from <= 0m ? 0m : Math.Max(0m, (from - to) / from);
}
