using CsCheck;
using Sentinel.Exchange.Faults;
using Sentinel.Exchange.Recovery;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Faults;

public sealed class FaultyExchangeTests
{
    private const int Patience = 200;

    [Fact]
    public void AllFaults_AnyScenario_TheReaderEndsWithTheUndisturbedLedger() => Gen.Select(Scenario.Any, Gen.Int[0, 1_000_000], Gen.Int[1, 5]).Sample(
        (scenario, seed, tenths) =>
        {
            var undisturbed = scenario.Run();
            var inner = new SimulatedExchange(scenario.Options);
            var faulty = new FaultyExchange(inner, FaultOptions.All(tenths / 10.0, seed));
            var ledger = new TradeLedger(scenario.Options.InitialCash);
            var feed = new FillFeed(faulty, ledger);
            for (var i = 0; i < scenario.Steps.Length; i++)
            {
                foreach (var call in scenario.CallsOf(i))
                {
                    OrderRetry.RunAsync(() => call(faulty), Patience).Wait();
                }

                if (scenario.BarOf(i) is { } bar)
                {
                    inner.OnBar(bar);
                }

                feed.PollAsync().Wait();
            }

            Settle(feed, inner.Snapshot().Fills.Count, ledger);
            inner.Snapshot().ToJson().ShouldBe(undisturbed.Snapshot().ToJson());
            var right = undisturbed.Snapshot().ToLedger();
            (ledger.Cash, ledger.Fees, ledger.RealisedPnl).ShouldBe((right.Cash, right.Fees, right.RealisedPnl));
            ledger.Positions().ShouldBe(right.Positions());
            ledger.RoundTrips().ShouldBe(right.RoundTrips());
        },
        iter: 200);

    [Fact]
    public async Task LostAnswer_OrderIsThereAndSentAgainStaysOne()
    {
        var market = new Market();
        var faulty = new FaultyExchange(market.Exchange, new FaultOptions { LostAnswer = 1 });

        var error = (await faulty.PlaceAsync(Orders.Buy("a", 1))).Error.ShouldNotBeNull();

        (error.Code, error.IsTransient).ShouldBe((ExchangeCodes.Disconnected, true));
        market.Open.ShouldHaveSingleItem();
        await faulty.PlaceAsync(Orders.Buy("a", 1));
        market.Bar(100, 100, 100, 100).Count.ShouldBe(1);
    }

    [Fact]
    public async Task LostCall_OrderIsNotThere()
    {
        var market = new Market();
        var faulty = new FaultyExchange(market.Exchange, new FaultOptions { LostCall = 1 });

        (await faulty.PlaceAsync(Orders.Buy("a", 1))).Error!.Code.ShouldBe(ExchangeCodes.Disconnected);
        (await faulty.GetPositionsAsync()).Error!.IsTransient.ShouldBeTrue();
        market.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task LostCall_WithAnOutage_TakesTheNextCallsWithIt()
    {
        var faulty = new FaultyExchange(new Market().Exchange, new FaultOptions { LostCall = 0.2, OutageCalls = 4, Seed = 8 });
        var said = "";
        for (var i = 0; i < 200; i++)
        {
            said += (await faulty.GetOpenOrdersAsync()).IsSuccess ? '.' : 'x';
        }

        said.Split('.', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(outage => outage.Length % 4 == 0 || said.EndsWith(outage, StringComparison.Ordinal));
        said.Count(call => call == 'x').ShouldBeInRange((faulty.Counts[nameof(FaultOptions.LostCall)] * 4) - 3, faulty.Counts[nameof(FaultOptions.LostCall)] * 4);
    }

    [Fact]
    public async Task DelayedAck_SaysTimeoutAndTheOrderIsThere()
    {
        var market = new Market();
        var faulty = new FaultyExchange(market.Exchange, new FaultOptions { DelayedAck = 1 });

        (await faulty.PlaceAsync(Orders.Buy("a", 1))).Error!.Code.ShouldBe(ExchangeCodes.Timeout);
        (await faulty.GetOrderAsync("a")).Value!.Status.ShouldBe(OrderStatus.New);
    }

    [Fact]
    public async Task RejectedCancel_LeavesTheOrderOpen()
    {
        var market = new Market();
        market.Place(Orders.Buy("a", 1));
        var faulty = new FaultyExchange(market.Exchange, new FaultOptions { RejectedCancel = 1 });

        (await faulty.CancelAsync("a")).Error!.Code.ShouldBe(ExchangeCodes.CancelRejected);
        market.Open.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Rejection_OfTheVenue_IsNotTransient()
    {
        var faulty = new FaultyExchange(new Market().Exchange, new FaultOptions());

        (await OrderRetry.RunAsync(() => faulty.PlaceAsync(Orders.Buy("a", -1)))).Error.ShouldBe(
            new ExchangeError(ExchangeCodes.InvalidOrder, "The order contradicts itself, or a field it needs is missing or not above 0."));
    }

    [Fact]
    public async Task Retry_NeverAnswered_GivesTheLastErrorAfterItsAttempts()
    {
        var faulty = new FaultyExchange(new Market().Exchange, new FaultOptions { LostCall = 1 });

        (await OrderRetry.RunAsync(() => faulty.GetOpenOrdersAsync(), attempts: 4)).Error!.Code.ShouldBe(ExchangeCodes.Disconnected);
        faulty.Counts[nameof(FaultOptions.LostCall)].ShouldBe(4);
    }

    [Fact]
    public async Task Bars_LateAndTwice_AllArriveAndAVenueFedWithThemIgnoresThem()
    {
        var market = new Market();
        var stream = new FaultyExchange(market.Exchange, new FaultOptions { LateBar = 0.5, DuplicateBar = 0.5, Seed = 5 }).SubscribeBarsAsync([]);
        for (var i = 0; i < 50; i++)
        {
            market.Bar(100 + i, 100 + i, 100 + i, 100 + i);
        }

        market.Exchange.CompleteBars();
        var bars = await stream.ToListAsync();

        bars.Select(bar => bar.OpenTime).Distinct().Count().ShouldBe(50);
        bars.Count.ShouldBeGreaterThan(50);
        bars.Zip(bars.Skip(1), (left, right) => right.OpenTime < left.OpenTime).ShouldContain(true);
        var second = new SimulatedExchange(Market.Free);
        bars.ForEach(bar => second.OnBar(bar));
        second.IgnoredBars.ShouldBe(bars.Zip(bars.Select((_, i) => bars.Take(i).Select(bar => bar.OpenTime).DefaultIfEmpty().Max()), (bar, last) => bar.OpenTime <= last).Count(late => late));
    }

    [Fact]
    public async Task SameSeed_SameCalls_SameFaults()
    {
        static async Task<string> RunAsync(int seed)
        {
            var market = new Market();
            var faulty = new FaultyExchange(market.Exchange, FaultOptions.All(0.4, seed));
            var said = new List<string>();
            for (var i = 0; i < 30; i++)
            {
                said.Add((await faulty.PlaceAsync(Orders.Buy($"o{i}", 1))).Error?.Code ?? "ok");
                market.Bar(100, 100, 100, 100);
                said.Add(string.Join(',', (await faulty.GetFillsAsync()).Value?.Select(fill => fill.Id) ?? []));
            }

            return string.Join('\n', said);
        }

        (await RunAsync(1)).ShouldBe(await RunAsync(1));
        (await RunAsync(1)).ShouldNotBe(await RunAsync(2));
    }

    private static void Settle(FillFeed feed, int fills, TradeLedger ledger)
    {
        for (var i = 0; i < Patience && ledger.FillCount < fills; i++)
        {
            feed.PollAsync().Wait();
        }
    }
}
