using Sentinel.Exchange.Recovery;

namespace Sentinel.Exchange.Tests.Recovery;

public sealed class FillFeedTests
{
    [Fact]
    public async Task Poll_NewFills_AreBookedOnceAndAskedForOnce()
    {
        var market = new Market().Holding(2);
        var ledger = new TradeLedger(100_000m);
        var feed = new FillFeed(market.Exchange, ledger);

        (await feed.PollAsync()).Value!.ShouldHaveSingleItem().ClientOrderId.ShouldBe("entry");
        (await feed.PollAsync()).Value!.ShouldBeEmpty();
        market.Place(Orders.Sell("out", 2));
        market.Bar(101, 101, 101, 101);
        (await feed.PollAsync()).Value!.ShouldHaveSingleItem().ClientOrderId.ShouldBe("out");

        ledger.Cash.ShouldBe(market.Cash);
        feed.LastFillId.ShouldBe("f000000002");
    }

    [Fact]
    public async Task Poll_ShuffledFills_RemembersTheNewest()
    {
        var market = new Market();
        for (var i = 0; i < 12; i++)
        {
            market.Place(Orders.Buy($"o{i}", 1));
        }

        market.Bar(100, 100, 100, 100).Count.ShouldBe(12);
        var ledger = new TradeLedger(100_000m);
        var feed = new FillFeed(new Sentinel.Exchange.Faults.FaultyExchange(market.Exchange, new() { ReorderedFills = 1, Seed = 3 }), ledger);

        (await feed.PollAsync()).Value!.Select(fill => fill.ClientOrderId).ShouldBe(Enumerable.Range(0, 12).Select(i => $"o{i}"));
        feed.LastFillId.ShouldBe("f000000012");
    }

    [Fact]
    public async Task Poll_FromWhatALedgerHas_BringsTheRest()
    {
        var market = new Market().Holding(2);
        market.Place(Orders.Sell("out", 2));
        market.Bar(101, 101, 101, 101);

        (await new FillFeed(market.Exchange, new TradeLedger(0), "f000000001").PollAsync()).Value!.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Poll_VenueFails_GivesItsErrorAndChangesNothing()
    {
        var ledger = new TradeLedger(0);

        (await new FillFeed(new Market().Exchange, ledger, "f000000009").PollAsync()).Error!.Code.ShouldBe(ExchangeCodes.UnknownFill);
        ledger.FillCount.ShouldBe(0);
    }

    [Fact]
    public async Task Compare_BooksThatLackAFill_NamesWhatDiffers()
    {
        var market = new Market().Holding(2);
        var ledger = new TradeLedger(100_000m);

        (await Reconciliation.CompareAsync(market.Exchange, ledger, "USD")).Value.ShouldBe(
            [new Discrepancy("USD", 100_000m, 99_799.8m), new Discrepancy("BTC", 0m, 2m)]);
        await new FillFeed(market.Exchange, ledger).PollAsync();
        (await Reconciliation.CompareAsync(market.Exchange, ledger, "USD")).Value!.ShouldBeEmpty();
    }
}
