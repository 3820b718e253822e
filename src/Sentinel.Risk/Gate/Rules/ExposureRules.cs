namespace Sentinel.Risk.Rules;

/// <summary>Limits on what is held after the trade. Each says how much of the opening part fits, whatever was asked for.</summary>
internal static class ExposureRules
{
    public static void RiskPerTrade(GateRun run)
    {
        if (run.Mandate?.MaxRiskPerTrade is not { } limit || Exposures.Of(run) is not { } exposures)
        {
            return;
        }

        // A position that is built in pieces is one trade: what it risks already counts.
        var held = run.Held != 0m && run.Held > 0m == run.IsBuy && run.Context.Portfolio?.Position(run.Order.Symbol) is { } position
            ? Math.Abs(position.Quantity) * Loss(position.Quantity > 0m, position.AverageCost, position.Stop)
            : 0m;
        var pending = run.Context.Pending
            .Where(entry => Exposures.IsEntry(entry) && entry.Order.Symbol == run.Order.Symbol && entry.Order.Side == run.Order.Side)
            .Sum(entry => entry.Remaining * AtStop(entry.Order, run));
        Hold(run, exposures, GateCodes.RiskPerTrade, held + pending, AtStop(run.Order, run), limit, "loss at the stop");
    }

    public static void MaxPosition(GateRun run)
    {
        if (run.Mandate?.MaxPosition is { } limit && Exposures.Of(run) is { } exposures)
        {
            Hold(run, exposures, GateCodes.MaxPosition, exposures.Symbol, exposures.Price, limit, "position");
        }
    }

    public static void MaxGross(GateRun run)
    {
        if (run.Mandate?.MaxGross is { } limit && Exposures.Of(run) is { } exposures)
        {
            Hold(run, exposures, GateCodes.MaxGross, exposures.Gross, exposures.Price, limit, "all positions");
        }
    }

    public static void MaxLeverage(GateRun run)
    {
        if (run.Mandate is { } mandate && Exposures.Of(run) is { } exposures)
        {
            Hold(run, exposures, GateCodes.MaxLeverage, exposures.Gross, exposures.Price, Leverage(run, mandate), "gross exposure");
        }
    }

    public static void CorrelatedExposure(GateRun run)
    {
        if (run.Settings.MaxCorrelated is not { } limit || run.Books is not { } books || Exposures.Of(run) is not { } exposures)
        {
            return;
        }

        var together = exposures.Symbol + books.Positions
            .Where(position => position.Symbol != run.Order.Symbol && position.Quantity > 0m == run.IsBuy && MovesTogether(run, position.Symbol))
            .Sum(position => Math.Abs(position.Value) * (1m + run.Settings.PriceMoveAllowance));
        Hold(run, exposures, GateCodes.CorrelatedExposure, together, exposures.Price, limit, "assets that move together");
    }

    public static void CashFloor(GateRun run)
    {
        if (run.Mandate is not { } mandate || run.Books is not { } books || !run.IsBuy || Exposures.Of(run) is not { } exposures)
        {
            return;
        }

        // Without leave to borrow cash never falls below zero.
        var floor = mandate.CashFloor ?? (Leverage(run, mandate) <= 1m ? 0m : (decimal?)null);
        if (floor is not { } share)
        {
            return;
        }

        var pending = run.Context.Pending.Where(static entry => Exposures.IsEntry(entry) && entry.Order.Side is OrderSide.Buy)
            .Sum(entry => entry.Value * (1m + run.Settings.PriceMoveAllowance));
        var fees = 1m + (run.Instrument?.TakerFee ?? 0m);
        var highestEquity = books.Equity + (run.Settings.PriceMoveAllowance * exposures.Gross);
        var unit = exposures.Price * fees;
        var room = books.Cash - (run.Closing * unit) - (pending * fees) - (share * highestEquity);
        var asked = books.Cash - ((run.Asked + run.Closing) * unit) - (pending * fees);
        run.Cap(GateCodes.CashFloor, Math.Min(GateRun.Largest, room / unit), Severity.Of((share * highestEquity) - asked, books.Equity), $"cash would fall below {share:P1} of equity");
    }

    private static void Hold(GateRun run, Exposures exposures, string code, decimal already, decimal perUnit, decimal limit, string what)
    {
        var share = exposures.Share(already, perUnit, run.Asked);
        run.Cap(code, exposures.Room(already, perUnit, limit), Severity.Of(share, limit), $"{what} would be {share:P2} of equity, the limit is {limit:P2}");
    }

    /// <summary>The house's ceiling holds whatever the mandate says.</summary>
    private static decimal Leverage(GateRun run, Mandate mandate) => Math.Min(mandate.MaxLeverage ?? decimal.MaxValue, run.Settings.LeverageCeiling);

    private static decimal AtStop(OrderRequest order, GateRun run) => order.ProtectiveStop is null
        ? Prices.Highest(order, run.Bar!.Close, run.Settings.PriceMoveAllowance)
        : Loss(order.Side is OrderSide.Buy, Prices.Worst(order, run.Bar!.Close, run.Settings.PriceMoveAllowance), order.ProtectiveStop);

    /// <summary>Without a stop all of the value is at risk.</summary>
    private static decimal Loss(bool isLong, decimal entry, decimal? stop) => stop is not { } price ? entry : Math.Max(0m, isLong ? entry - price : price - entry);

    private static bool MovesTogether(GateRun run, Symbol other)
    {
        foreach (var correlation in run.Context.Correlations)
        {
            if (correlation.Symbol == other)
            {
                return !(correlation.Rho < run.Settings.CorrelatedFrom);
            }
        }

        return true;
    }
}
