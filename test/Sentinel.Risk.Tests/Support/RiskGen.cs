using CsCheck;

namespace Sentinel.Risk.Tests.Support;

/// <summary>Random books, mandates and orders around a price of 100.</summary>
internal static class RiskGen
{
    private static readonly Gen<decimal?> Share = Gen.Int[-50, 150].Select(percent => percent < 0 ? null : (decimal?)percent / 100m);

    public static readonly Gen<RiskSettings> Settings =
        from move in Gen.Int[0, 30]
        from correlated in Share
        from ceiling in Gen.Int[1, 4]
        select new RiskSettings { PriceMoveAllowance = move / 1000m, MaxCorrelated = correlated, LeverageCeiling = ceiling };

    public static readonly Gen<Mandate> Mandate =
        from shares in Gen.Select(Share, Share, Share, Share)
        from risk in Gen.Int[-40, 100].Select(per => per < 0 ? null : (decimal?)per / 1000m)
        from flags in Gen.Select(Gen.Bool, Gen.Bool)
        from trades in Gen.Int[-4, 4].Select(count => count < 0 ? null : (int?)count)
        from losses in Gen.Select(Gen.Int[1, 100], Gen.Int[1, 100])
        select Situations.Mandate() with
        {
            MaxPosition = shares.Item1,
            MaxGross = shares.Item2,
            MaxLeverage = shares.Item3 * 3m,
            CashFloor = shares.Item4 is { } floor ? Math.Min(floor, 1m) : null,
            MaxRiskPerTrade = risk,
            ShortAllowed = flags.Item1,
            StopRequired = flags.Item2,
            MaxTradesPerDay = trades,
            MaxDailyLoss = losses.Item1 / 100m,
            MaxDrawdown = losses.Item2 / 100m,
        };

    public static readonly Gen<Portfolio> Books =
        from cash in Gen.Int[0, 20_000]
        from own in Gen.Int[-60, 60]
        from other in Gen.Int[-60, 60]
        from stop in Gen.Int[60, 120].Select(price => price < 80 ? null : (int?)price)
        from entries in Gen.Int[0, 3]
        from fall in Gen.Int[0, 30]
        select Of(cash, own, other, stop, entries, fall);

    public static readonly Gen<OrderRequest> Order =
        from buys in Gen.Bool
        from quantity in Gen.Int[1, 200_000]
        from type in Gen.Int[0, 2].Select(kind => kind is 0 ? OrderType.Limit : OrderType.Market)
        from limit in Gen.Int[8_000, 12_000]
        from stop in Gen.Int[5_000, 13_000].Select(price => price < 7_000 ? null : (decimal?)price)
        select new OrderRequest
        {
            ClientOrderId = "o",
            Symbol = Situations.Btc,
            Side = buys ? OrderSide.Buy : OrderSide.Sell,
            Type = type,
            Quantity = quantity / 1000m,
            LimitPrice = type is OrderType.Limit ? limit / 100m : null,
            ProtectiveStop = stop / 100m,
        };

    public static readonly Gen<RiskContext> Context =
        from books in Books
        from mandate in Mandate
        from rho in Gen.Double[-1, 1]
        from fee in Gen.Int[0, 20]
        select Situations.Context() with
        {
            Portfolio = books,
            Mandate = mandate,
            Instrument = Situations.Context().Instrument! with { TakerFee = fee / 10_000m },
            Correlations = [new AssetCorrelation(Situations.Eth, rho)],
        };

    private static Portfolio Of(int cash, int own, int other, int? stop, int entries, int fall)
    {
        var positions = new List<PositionView>();
        if (own != 0)
        {
            positions.Add(new PositionView(Situations.Btc, own, 100m, 100m, stop, Situations.Now.AddDays(-2)));
        }

        if (other != 0)
        {
            positions.Add(new PositionView(Situations.Eth, other, 50m, 50m, null, Situations.Now.AddDays(-2)));
        }

        var equity = cash + positions.Sum(position => position.Value);
        return new Portfolio
        {
            AsOf = Situations.Now, Cash = cash, Equity = equity, PeakEquity = Math.Max(1m, equity) * (100 + fall) / 100m, DayStartEquity = Math.Max(1m, equity), Positions = positions, EntriesToday = entries,
        };
    }
}
