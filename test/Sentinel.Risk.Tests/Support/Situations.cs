namespace Sentinel.Risk.Tests.Support;

/// <summary>A calm market at 100, an account of 10,000 in cash, the default mandate: what a test changes is what it is about.</summary>
internal static class Situations
{
    public static readonly Symbol Btc = Symbol.Parse("BTCUSDT");
    public static readonly Symbol Eth = Symbol.Parse("ETHUSDT");
    public static readonly DateTimeOffset Now = new(2024, 3, 5, 12, 0, 0, TimeSpan.Zero);

    /// <summary>No room is kept for moves until the fill, so that examples are exact.</summary>
    public static readonly RiskSettings Exact = new() { PriceMoveAllowance = 0m };

    public static RiskContext Context() => new()
    {
        Now = Now,
        Portfolio = Cash(10_000m),
        Mandate = Mandate(),
        Instrument = new Instrument { Symbol = Btc, LotSize = 0.001m, TickSize = 0.01m, MinNotional = 10m, TakerFee = 0m },
        Market = Market(100m),
    };

    public static Mandate Mandate() => new() { KnownAt = Now.AddDays(-30) };

    /// <summary>A mandate without any limit.</summary>
    public static Mandate Free() => Mandate() with
    {
        StopRequired = false, ShortAllowed = true, MaxLeverage = null, MaxPosition = null, MaxGross = null, MaxRiskPerTrade = null, MaxDailyLoss = null, MaxDrawdown = null,
    };

    public static Portfolio Cash(decimal cash) => new() { AsOf = Now, Cash = cash, Equity = cash, PeakEquity = cash, DayStartEquity = cash };

    /// <summary>Books with one position; equity stays as given.</summary>
    public static Portfolio Holding(decimal quantity, decimal mark = 100m, decimal equity = 10_000m, decimal? stop = null, Symbol? symbol = null) =>
        Cash(equity) with { Cash = equity - (quantity * mark), Positions = [new PositionView(symbol ?? Btc, quantity, mark, mark, stop, Now.AddDays(-1))] };

    public static MarketSnapshot Market(decimal close, double? atr = 2, double? sigma = 0.01, params (string Name, double Value)[] indicators) => new()
    {
        Symbol = Btc,
        AsOf = Now,
        LastBar = new Bar { Symbol = Btc, OpenTime = Now.AddHours(-1), Interval = TimeSpan.FromHours(1), Open = close, High = close, Low = close, Close = close, Volume = 1_000_000m },
        Atr = atr,
        Sigma = sigma,
        Indicators = [.. indicators.Select(indicator => KeyValuePair.Create(indicator.Name, indicator.Value))],
        State = new StateVector { Values = [.. StateVector.Names.Select(_ => double.NaN)] },
    };

    public static OrderRequest Buy(decimal quantity, decimal? stop = 95m) =>
        new() { ClientOrderId = "o-1", Symbol = Btc, Side = OrderSide.Buy, Quantity = quantity, ProtectiveStop = stop };

    public static OrderRequest Sell(decimal quantity, decimal? stop = null) =>
        new() { ClientOrderId = "o-2", Symbol = Btc, Side = OrderSide.Sell, Quantity = quantity, ProtectiveStop = stop };

    public static TradeIntent Long(decimal? stop = 95m, decimal? risk = null) => new()
    {
        Symbol = Btc, Direction = IntentDirection.Long, Conviction = 0.6, Horizon = TimeSpan.FromHours(5), Stop = stop, DesiredRisk = risk, Invalidation = "a close below the stop",
    };

    public static GateResult Check(OrderRequest order, RiskContext context, RiskSettings? settings = null) => new RiskGate(settings ?? Exact).Check(order, context);

    public static void ShouldDeny(this GateResult result, params string[] codes)
    {
        result.Verdict.ShouldBe(GateVerdict.Denied);
        result.Order.ShouldBeNull();
        result.Findings.Where(finding => finding.IsDenial).Select(finding => finding.Code).ShouldBe(codes);
    }

    public static void ShouldClamp(this GateResult result, decimal quantity, params string[] codes)
    {
        result.Verdict.ShouldBe(GateVerdict.Clamped);
        result.Order.ShouldNotBeNull().Quantity.ShouldBe(quantity);
        result.Findings.Select(finding => finding.Code).ShouldBe(codes);
    }
}
