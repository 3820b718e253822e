namespace Sentinel.Risk.Rules;

/// <summary>What would be held when everything that may be filled is filled, at the prices that make it most.</summary>
/// <param name="Equity">What equity is at least by then.</param>
/// <param name="Symbol">Value of the order's symbol without the order, on the order's side.</param>
/// <param name="Gross">Sum of absolute values of everything without the order; what the order closes is not in it.</param>
/// <param name="Price">The price a unit of the order is valued at.</param>
/// <param name="UnitCost">What a unit of the order takes off equity: fee and a bad fill.</param>
internal readonly record struct Exposures(decimal Equity, decimal Symbol, decimal Gross, decimal Price, decimal UnitCost)
{
    /// <summary>Null when too little is known; then a rule of state has denied.</summary>
    public static Exposures? Of(GateRun run)
    {
        if (run.Books is not { } books || run.Bar is not { } bar || run.Instrument is not { } instrument || !run.Opens || run.Asked > GateRun.Largest
            || Prices.Reference(run.Order, bar.Close) is <= 0m or > GateRun.Largest)
        {
            return null;
        }

        var allowance = run.Settings.PriceMoveAllowance;
        var gross = 0m;
        var own = 0m;
        foreach (var position in books.Positions)
        {
            var quantity = position.Symbol == run.Order.Symbol ? Math.Abs(position.Quantity) - run.Closing : Math.Abs(position.Quantity);
            var value = quantity * position.Mark * (1m + allowance);
            gross += value;
            own += position.Symbol == run.Order.Symbol && position.Quantity > 0m == run.IsBuy ? value : 0m;
        }

        var costs = 0m;
        foreach (var pending in run.Context.Pending.Where(static pending => IsEntry(pending)))
        {
            var value = pending.Value * (1m + allowance);
            gross += value;
            costs += value * (instrument.TakerFee + (2m * allowance));
            own += pending.Order.Symbol == run.Order.Symbol && pending.Order.Side == run.Order.Side ? value : 0m;
        }

        var price = Prices.Highest(run.Order, bar.Close, allowance);
        var closingCost = run.Closing * price * (instrument.TakerFee + (2m * allowance));
        var equity = books.Equity - (allowance * gross) - costs - closingCost;
        return new Exposures(equity, own, gross, price, price * (instrument.TakerFee + (2m * allowance)));
    }

    /// <summary>How much may open so that <paramref name="already"/> and it stay below a part of equity: <c>already + q p &lt;= limit (E - q cost)</c>.</summary>
    public decimal Room(decimal already, decimal perUnit, decimal limit)
    {
        var room = (limit * Equity) - already;
        var unit = perUnit + (limit * UnitCost);
        return room <= 0m ? 0m : unit <= 0m ? GateRun.Largest : Math.Min(GateRun.Largest, room / unit);
    }

    /// <summary>What a part of equity would come to as it was asked for.</summary>
    public decimal Share(decimal already, decimal perUnit, decimal asked) =>
        Equity - (asked * UnitCost) is var left && left > 0m ? (already + (asked * perUnit)) / left : GateRun.Largest;

    /// <summary>Whether an open order may still open or add to a position.</summary>
    public static bool IsEntry(RestingOrder pending) => !pending.Order.ReduceOnly && pending.Remaining > 0m;
}
