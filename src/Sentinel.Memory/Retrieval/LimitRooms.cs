namespace Sentinel.Memory;

/// <summary>The room left under each limit.</summary>
internal static class LimitRooms
{
    /// <summary>One row for each limit that is set; empty when the holdings are unknown.</summary>
    public static IReadOnlyList<LimitRoom> Of(Mandate mandate, Portfolio? portfolio)
    {
        if (portfolio is not { Equity: > 0 } held)
        {
            return [];
        }

        var gross = held.Positions.Sum(position => Math.Abs(position.Value)) / held.Equity;
        var largest = held.Positions.Count is 0 ? 0 : held.Positions.Max(position => Math.Abs(position.Value)) / held.Equity;
        var rooms = new List<LimitRoom>();
        Add(rooms, "max_leverage", mandate.MaxLeverage, gross);
        Add(rooms, "max_position", mandate.MaxPosition, largest);
        Add(rooms, "max_gross", mandate.MaxGross, gross);
        Add(rooms, "max_risk_per_trade", mandate.MaxRiskPerTrade, 0);
        Add(rooms, "max_daily_loss", mandate.MaxDailyLoss, Fall(held.DayStartEquity, held.Equity));
        Add(rooms, "max_drawdown", mandate.MaxDrawdown, Fall(held.PeakEquity, held.Equity));
        Add(rooms, "max_trades_per_day", mandate.MaxTradesPerDay, held.EntriesToday);
        if (mandate.CashFloor is { } floor)
        {
            var cash = held.Cash / held.Equity;
            rooms.Add(new LimitRoom("cash_floor", floor, cash, Math.Max(0, cash - floor)));
        }

        return rooms;
    }

    private static void Add(List<LimitRoom> rooms, string limit, decimal? allowed, decimal used)
    {
        if (allowed is { } most)
        {
            rooms.Add(new LimitRoom(limit, most, used, Math.Max(0, most - used)));
        }
    }

    private static decimal Fall(decimal from, decimal to) => from > 0 ? Math.Max(0, (from - to) / from) : 0;
}
