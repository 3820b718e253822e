using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class AfterGateAuditTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Symbol Btc = Symbol.Parse("BTCUSDT");
    private static readonly Symbol Eth = Symbol.Parse("ETHUSDT");

    private static readonly Mandate Mandate = new()
    {
        KnownAt = Noon, AllowedSymbols = [Btc, Eth], MaxPosition = 0.3m, MaxGross = 0.5m, MaxRiskPerTrade = 0.01m, MaxTradesPerDay = 3, FirstHour = 8, LastHour = 16,
    };

    public static TheoryData<string, OrderRequest> Broken => new()
    {
        { "position", Order() with { Quantity = 31, ProtectiveStop = 97 } },
        { "risk", Order() with { ProtectiveStop = 94 } },
        { "stop", Order() with { ProtectiveStop = null } },
        { "symbol", Order() with { Symbol = Symbol.Parse("XRPUSDT") } },
        { "side", Order() with { Side = OrderSide.Sell, ProtectiveStop = 101 } },
    };

    [Fact]
    public void Breaches_OrderInside_AreNone() => new AfterGateAudit(Mandate).Breaches(Order(), Books(), 100, Noon).ShouldBe(0);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Breaches_OneLimitBroken_AreCounted(string limit, OrderRequest order) =>
        new AfterGateAudit(Mandate).Breaches(order, Books(), 100, Noon).ShouldBe(1, limit);

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 0)]
    [InlineData(16, 0)]
    [InlineData(17, 1)]
    public void Breaches_Hours_AreThoseOfTheMandate(int hour, int breaches) =>
        new AfterGateAudit(Mandate).Breaches(Order(), Books(), 100, Noon.AddHours(hour - 12)).ShouldBe(breaches);

    [Fact]
    public void Breaches_LossOfTheDay_AreCounted() =>
        new AfterGateAudit(Mandate).Breaches(Order(), Books() with { DayStartEquity = 11_000m, PeakEquity = 11_000m }, 100, Noon).ShouldBe(1);

    [Fact]
    public void Breaches_OrdersOfOneInstant_CountTogether()
    {
        var audit = new AfterGateAudit(Mandate);

        audit.Breaches(Order() with { Quantity = 30, ProtectiveStop = 97 }, Books(), 100, Noon).ShouldBe(0);
        audit.Breaches(Order() with { Symbol = Eth, Quantity = 21, ProtectiveStop = 97 }, Books(), 100, Noon).ShouldBe(1);
        audit.Breaches(Order() with { Symbol = Eth, Quantity = 21, ProtectiveStop = 97 }, Books(), 100, Noon.AddHours(1)).ShouldBe(0);
    }

    [Fact]
    public void Breaches_ClosingOrder_AreNone() =>
        new AfterGateAudit(Mandate).Breaches(Order() with { ReduceOnly = true, Quantity = 1_000, ProtectiveStop = null }, Books(), 100, Noon).ShouldBe(0);

    private static OrderRequest Order() => new() { ClientOrderId = "o", Symbol = Btc, Side = OrderSide.Buy, Quantity = 20, ProtectiveStop = 95 };

    private static Portfolio Books() => new() { AsOf = Noon, Cash = 10_000m, Equity = 10_000m, PeakEquity = 10_000m, DayStartEquity = 10_000m };
}
