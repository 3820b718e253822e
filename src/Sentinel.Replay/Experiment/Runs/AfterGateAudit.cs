namespace Sentinel.Replay.Experiment;

/// <summary>
/// Holds each order that was sent against the mandate by arithmetic of its own, not the gate's: prices are the last close, orders sent at the same instant count
/// as filled. What it finds the gate let through.
/// </summary>
internal sealed class AfterGateAudit(Mandate mandate)
{
    private const decimal Rounding = 1.000001m;

    private readonly List<(Symbol Symbol, decimal Value)> _sent = [];
    private DateTimeOffset _at;

    /// <summary>How many limits the order breaks.</summary>
    public int Breaches(OrderRequest order, Portfolio books, decimal close, DateTimeOffset asOf)
    {
        if (asOf != _at)
        {
            _at = asOf;
            _sent.Clear();
        }

        if (order.ReduceOnly)
        {
            return 0;
        }

        var price = order.LimitPrice ?? order.StopPrice ?? close;
        var held = books.Position(order.Symbol);
        var signed = order.Side is OrderSide.Buy ? order.Quantity : -order.Quantity;
        var position = Math.Abs(((held?.Quantity ?? 0m) + signed) * price);
        var gross = position + books.Positions.Where(other => other.Symbol != order.Symbol).Sum(other => Math.Abs(other.Value)) + _sent.Sum(sent => sent.Value);
        var entries = books.EntriesToday + _sent.Count;
        _sent.Add((order.Symbol, order.Quantity * price));
        bool[] broken =
        [
            mandate.ForbiddenSymbols.Contains(order.Symbol) || (mandate.AllowedSymbols.Count > 0 && !mandate.AllowedSymbols.Contains(order.Symbol)),
            order.Side is OrderSide.Sell && !mandate.ShortAllowed,
            !IsAllowedHour(asOf.UtcDateTime.Hour),
            mandate.StopRequired && order.ProtectiveStop is null,
            order.ProtectiveStop is { } stop && Exceeds(order.Quantity * Math.Abs(price - stop), mandate.MaxRiskPerTrade, books.Equity),
            Exceeds(position, mandate.MaxPosition, books.Equity),
            Exceeds(gross, mandate.MaxGross, books.Equity),
            Exceeds(gross, mandate.MaxLeverage, books.Equity),
            mandate.MaxTradesPerDay is { } trades && entries >= trades,
            mandate.MaxDailyLoss is { } loss && books.DayStartEquity - books.Equity >= loss * books.DayStartEquity,
            mandate.MaxDrawdown is { } fall && books.PeakEquity - books.Equity >= fall * books.PeakEquity,
        ];
        return broken.Count(static one => one);
    }

    private static bool Exceeds(decimal value, decimal? share, decimal equity) => share is { } limit && value > limit * equity * Rounding;

    private bool IsAllowedHour(int hour) => mandate is not { FirstHour: { } first, LastHour: { } last }
        || (first <= last ? hour >= first && hour <= last : hour >= first || hour <= last);
}
