using Sentinel.Exchange.Paper;
using Sentinel.Exchange.Simulator;
using Sentinel.Exchange.Tests.Recovery;

namespace Sentinel.Exchange.Tests.Paper;

public sealed class PaperExchangeTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly HandClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_BarsOfASource_TradesLikeTheSimulator()
    {
        var bars = Enumerable.Range(0, 20).Select(i => Market.BarAt(i, 100 + i, 103 + i, 98 + i, 101 + i)).ToArray();
        using var paper = Open();
        var simulated = new SimulatedExchange(Market.Free);
        for (var i = 0; i < bars.Length; i++)
        {
            _clock.Now = bars[i].CloseTime.AddSeconds(5);
            (await paper.RunAsync(new[] { bars[i] }.ToAsyncEnumerable())).ShouldBe(1);
            simulated.OnBar(bars[i]);
            var order = Orders.Buy($"o{i}", 1) with { ProtectiveStop = 95 + i };
            await paper.Exchange.PlaceAsync(order);
            await simulated.PlaceAsync(order);
        }

        paper.Exchange.Snapshot().ToJson().ShouldBe(simulated.Snapshot().ToJson());
        paper.Exchange.Snapshot().Fills.Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Place_LongAfterTheClose_DoesNotSeeTheBarThatIsUnderWay()
    {
        using var paper = Open();
        paper.Exchange.OnBar(Market.BarAt(0, 100, 100, 100, 100));
        _clock.Now = Market.Start.AddHours(1.5);

        await paper.Exchange.PlaceAsync(Orders.Buy("a", 1));

        paper.Exchange.OnBar(Market.BarAt(1, 50, 100, 50, 100)).ShouldBeEmpty();
        paper.Exchange.OnBar(Market.BarAt(2, 110, 110, 110, 110)).ShouldHaveSingleItem().Price.ShouldBe(110m);
    }

    [Fact]
    public async Task Open_Again_StandsWhereItStood()
    {
        string before;
        using (var paper = Open())
        {
            paper.Exchange.OnBar(Market.BarAt(0, 100, 100, 100, 100));
            await paper.Exchange.PlaceAsync(Orders.Buy("a", 40) with { ProtectiveStop = 90 });
            paper.Exchange.OnBar(Market.BarAt(1, 100, 100, 100, 100));
            before = paper.Exchange.Snapshot().ToJson();
        }

        using var again = Open();

        again.Exchange.Snapshot().ToJson().ShouldBe(before);
        again.Exchange.OnBar(Market.BarAt(1, 100, 100, 100, 100)).ShouldBeEmpty("that bar was traded before the restart");
        again.Exchange.OnBar(Market.BarAt(2, 101, 101, 101, 101)).ShouldHaveSingleItem().Quantity.ShouldBe(15m);
        (await again.Exchange.PlaceAsync(Orders.Buy("a", 40) with { ProtectiveStop = 90 })).Value!.Status.ShouldBe(OrderStatus.Filled);
    }

    [Fact]
    public async Task Run_LateBars_AreNotCounted()
    {
        using var paper = Open();

        (await paper.RunAsync(new[] { 0, 2, 1, 2, 3 }.Select(hour => Market.BarAt(hour, 100, 100, 100, 100)).ToAsyncEnumerable())).ShouldBe(3);
    }

    private PaperExchange Open() => PaperExchange.Open(_folder.File("paper.jsonl"), Market.Free, _clock);

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Market.Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
