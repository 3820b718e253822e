namespace Sentinel.Exchange.Tests.Simulator;

public sealed class BarTests
{
    [Fact]
    public void OnBar_LateOrRepeated_IsIgnored()
    {
        var market = new Market();
        market.Bar(100, 100, 100, 100);
        market.Place(Orders.Buy("a", 1));

        market.Exchange.OnBar(Market.BarAt(0, 50, 50, 50, 50)).ShouldBeEmpty();
        market.Exchange.OnBar(Market.BarAt(1, 50, 50, 50, 50)).ShouldBeEmpty();

        market.Exchange.IgnoredBars.ShouldBe(2);
        market.Exchange.OnBar(Market.BarAt(2, 60, 60, 60, 60)).ShouldHaveSingleItem().Price.ShouldBe(60m);
    }

    [Theory]
    [InlineData(0, 1, 0, 1, 1)]
    [InlineData(10, 11, -1, 10, 1)]
    [InlineData(10, 9, 8, 9, 1)]
    [InlineData(10, 11, 10.5, 11, 1)]
    [InlineData(10, 11, 9, 12, 1)]
    [InlineData(10, 11, 9, 10, -1)]
    public void OnBar_ThatContradictsItself_IsAnErrorAndChangesNothing(double open, double high, double low, double close, double volume)
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));
        var before = market.Exchange.Snapshot().ToJson();

        Should.Throw<ArgumentException>(() => market.Bar((decimal)open, (decimal)high, (decimal)low, (decimal)close, (decimal)volume));

        market.Exchange.Snapshot().ToJson().ShouldBe(before);
    }

    [Fact]
    public void OnBar_OfAnUnknownSymbol_IsAnError() =>
        Should.Throw<ArgumentException>(() => new Market().Bar(1, 1, 1, 1, symbol: Symbol.Parse("DOGE"))).Message.ShouldContain("DOGE");

    [Fact]
    public void AdvanceTo_LaterThanTheNextOpen_LetsThatBarPass()
    {
        var market = new Market();
        market.Exchange.AdvanceTo(Market.Start.AddHours(1.2));
        market.Place(Orders.Buy("a", 1));

        market.Bar(100, 100, 100, 100).ShouldBeEmpty();
        market.Bar(101, 101, 101, 101).ShouldHaveSingleItem().Price.ShouldBe(101m);
    }

    [Fact]
    public void OnBar_OfAMarketThatLagsBehind_DoesNotTurnTheTimeBack()
    {
        var market = new Market();
        market.Skip(5);
        market.Bar(100, 100, 100, 100);
        market.Bar(50, 50, 50, 50, symbol: Market.Eth);
        market.Place(Orders.Buy("a", 1) with { Symbol = Market.Eth });

        market.Bar(40, 40, 40, 40, symbol: Market.Eth).ShouldBeEmpty("that hour was over when the order was sent");
        market.Exchange.Now.ShouldBe(Market.Start.AddHours(7));
    }

    [Fact]
    public async Task SubscribeBars_Listener_GetsBarsOfItsSymbolsFromThenOn()
    {
        var market = new Market();
        var eth = market.Exchange.SubscribeBarsAsync([Market.Eth]);
        var all = market.Exchange.SubscribeBarsAsync([]);
        market.Bar(101, 101, 101, 101);
        market.Bar(50, 50, 50, 50, symbol: Market.Eth);
        market.Exchange.CompleteBars();

        (await eth.ToListAsync()).ShouldHaveSingleItem().Symbol.ShouldBe(Market.Eth);
        (await all.ToListAsync()).Select(bar => bar.Open).ShouldBe([101m, 50m]);
        (await market.Exchange.SubscribeBarsAsync([]).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetInstruments_AreThoseOfTheOptions() =>
        (await new Market().Exchange.GetInstrumentsAsync()).Value!.Select(instrument => instrument.Symbol).ShouldBe([Market.Btc, Market.Eth]);
}
