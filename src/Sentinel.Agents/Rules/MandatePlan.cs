namespace Sentinel.Agents;

/// <summary>Plans a wish within a mandate that is known. It wishes no more than is left; the gate holds the limits whatever is wished.</summary>
internal static class MandatePlan
{
    // A wish stays a little below its limit, so that rounding does not carry it over.
    private const decimal Headroom = 0.999m;

    /// <summary>The risk to wish for, at most <paramref name="risk"/>, or why nothing may be opened.</summary>
    public static (decimal Risk, string? Objection) Fit(Mandate mandate, Portfolio books, AgentBrief brief, bool isLong, decimal risk, decimal stopShare)
    {
        if (Forbidden(mandate, books, brief, isLong) is { } objection)
        {
            return (0m, objection);
        }

        if (books.Equity <= 0m || stopShare <= 0m)
        {
            return (0m, "equity or the stop's distance is nothing");
        }

        var held = Math.Abs(brief.Position?.Value ?? 0m) / books.Equity;
        var gross = books.Positions.Sum(static position => Math.Abs(position.Value)) / books.Equity;
        var room = decimal.MaxValue;
        Narrow(mandate.MaxPosition - held);
        Narrow(mandate.MaxGross - gross);
        Narrow(mandate.MaxLeverage - gross);
        if (isLong && (mandate.CashFloor ?? (mandate.MaxLeverage is > 1m or null ? null : 0m)) is { } floor)
        {
            Narrow((books.Cash / books.Equity) - floor);
        }

        // The value of a position is its risk over the stop's share of the price.
        var allowed = room is decimal.MaxValue ? risk : Math.Min(risk, room * stopShare * Headroom);
        allowed = Math.Min(allowed, (mandate.MaxRiskPerTrade ?? allowed) is var most && most < risk ? most * Headroom : allowed);
        return allowed > 0m ? (allowed, null) : (0m, "no room is left under the limits");

        void Narrow(decimal? left) => room = left is { } share ? Math.Min(room, share) : room;
    }

    private static string? Forbidden(Mandate mandate, Portfolio books, AgentBrief brief, bool isLong)
    {
        var symbol = brief.Situation.Symbol;
        var hour = brief.AsOf.UtcDateTime.Hour;
        return mandate.ForbiddenSymbols.Contains(symbol) || (mandate.AllowedSymbols.Count > 0 && !mandate.AllowedSymbols.Contains(symbol)) ? "the mandate does not allow this market"
            : !isLong && !mandate.ShortAllowed ? "the mandate does not allow short positions"
            : mandate is { FirstHour: { } first, LastHour: { } last } && !(first <= last ? hour >= first && hour <= last : hour >= first || hour <= last) ? "the mandate does not allow this hour"
            : mandate.MaxTradesPerDay is { } trades && books.EntriesToday >= trades ? "the day's entries are used up"
            : mandate.MaxDailyLoss is { } daily && Fall(books.DayStartEquity, books.Equity) >= daily ? "the day's loss is at its limit"
            : mandate.MaxDrawdown is { } drawdown && Fall(books.PeakEquity, books.Equity) >= drawdown ? "the fall from the peak is at its limit"
            : null;
    }

    private static decimal Fall(decimal from, decimal to) => from <= 0m ? 0m : (from - to) / from;
}
