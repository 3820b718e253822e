namespace Sentinel.Domain.Tests.Books;

public sealed class PortfolioTrackerTests
{
    [Fact]
    public void Observe_BeforeAnyFill_IsTheCash()
    {
        var portfolio = new PortfolioTracker(new TradeLedger(500m)).Observe(Fills.Start, Marks());

        (portfolio.Cash, portfolio.Equity, portfolio.PeakEquity, portfolio.DayStartEquity).ShouldBe((500m, 500m, 500m, 500m));
        portfolio.Positions.ShouldBeEmpty();
    }

    [Fact]
    public void Observe_MarkedPosition_EquityIsCashAndMark()
    {
        var portfolio = new PortfolioTracker(Fills.Ledger(1_000m, Fills.Buy(2, 100, fee: 1)))
            .Observe(Fills.Start.AddHours(1), Marks(120m), new Dictionary<Symbol, decimal> { [Fills.Btc] = 90m });

        portfolio.Equity.ShouldBe(1_039m);
        portfolio.Position(Fills.Btc).ShouldBe(new PositionView(Fills.Btc, 2, 100.5m, 120, 90, Fills.Start));
    }

    [Fact]
    public void Observe_PriceUpAndDown_KeepsThePeak()
    {
        var tracker = new PortfolioTracker(Fills.Ledger(1_000m, Fills.Buy(1, 100)));

        tracker.Observe(Fills.Start.AddHours(1), Marks(150m));
        var later = tracker.Observe(Fills.Start.AddHours(2), Marks(80m));

        (later.Equity, later.PeakEquity).ShouldBe((980m, 1_050m));
    }

    [Fact]
    public void Observe_AtMidnight_StartsTheDayThere()
    {
        var tracker = new PortfolioTracker(Fills.Ledger(1_000m, Fills.Buy(1, 100, hours: 1)));

        tracker.Observe(Fills.Start.AddHours(23), Marks(110m)).DayStartEquity.ShouldBe(1_000m);
        tracker.Observe(Fills.Start.AddHours(24), Marks(120m)).DayStartEquity.ShouldBe(1_020m);
        tracker.Observe(Fills.Start.AddHours(30), Marks(90m)).DayStartEquity.ShouldBe(1_020m);
    }

    [Fact]
    public void Observe_NothingAtMidnight_StartsTheDayWithWhatWasSeenBefore()
    {
        var tracker = new PortfolioTracker(Fills.Ledger(1_000m, Fills.Buy(1, 100, hours: 1)));

        tracker.Observe(Fills.Start.AddHours(23), Marks(110m));
        tracker.Observe(Fills.Start.AddHours(25), Marks(50m)).DayStartEquity.ShouldBe(1_010m);
    }

    [Fact]
    public void Observe_MidnightInAnotherOffset_IsStillUtc()
    {
        var tracker = new PortfolioTracker(Fills.Ledger(1_000m, Fills.Buy(1, 100, hours: 1)));

        tracker.Observe(Fills.Start.AddHours(23).ToOffset(TimeSpan.FromHours(5)), Marks(110m)).DayStartEquity.ShouldBe(1_000m);
        tracker.Observe(Fills.Start.AddHours(25).ToOffset(TimeSpan.FromHours(-5)), Marks(50m)).DayStartEquity.ShouldBe(1_010m);
    }

    [Fact]
    public void Observe_EntriesOfTheDay_CountOrdersAndNotTheirParts()
    {
        var ledger = Fills.Ledger(
            10_000m,
            Fills.Buy(1, 100, hours: 20, order: "yesterday"),
            Fills.Buy(1, 100, hours: 25, order: "a"),
            Fills.Buy(1, 101, hours: 26, order: "a"),
            Fills.Sell(1, 101, hours: 27, order: "exit"),
            Fills.Buy(1, 100, hours: 28, order: "b", symbol: Fills.Eth),
            Fills.Sell(5, 100, hours: 29, order: "flip"));

        new PortfolioTracker(ledger).Observe(Fills.Start.AddHours(30), Marks()).EntriesToday.ShouldBe(3);
    }

    [Fact]
    public void Observe_Exits_AreNewestFirstAndSayWhetherAStopDidIt()
    {
        var ledger = Fills.Ledger(
            10_000m,
            Fills.Buy(1, 100), Fills.Sell(1, 90, fee: 1, hours: 1) with { OrderType = OrderType.Stop },
            Fills.Buy(1, 100, hours: 2, symbol: Fills.Eth), Fills.Sell(1, 120, hours: 3, symbol: Fills.Eth));

        new PortfolioTracker(ledger).Observe(Fills.Start.AddHours(4), Marks()).RecentExits.ShouldBe(
        [
            new RecentExit(Fills.Eth, Fills.Start.AddHours(3), 20m, false),
            new RecentExit(Fills.Btc, Fills.Start.AddHours(1), -11m, true),
        ]);
    }

    [Fact]
    public void Observe_ExitsBeforeTheWindow_AreLeftOut()
    {
        var ledger = Fills.Ledger(10_000m, Fills.Buy(1, 100), Fills.Sell(1, 90, hours: 1), Fills.Buy(1, 100, hours: 30), Fills.Sell(1, 90, hours: 31));
        var tracker = new PortfolioTracker(ledger, TimeSpan.FromDays(1));

        tracker.Observe(Fills.Start.AddHours(25), Marks()).RecentExits.Count.ShouldBe(2);
        tracker.Observe(Fills.Start.AddHours(32), Marks()).RecentExits.ShouldHaveSingleItem().ClosedAt.ShouldBe(Fills.Start.AddHours(31));
        tracker.Observe(Fills.Start.AddHours(56), Marks()).RecentExits.ShouldBeEmpty();
    }

    [Fact]
    public void Observe_MissingMark_KeepsTheLastOne()
    {
        var tracker = new PortfolioTracker(Fills.Ledger(1_000m, Fills.Buy(1, 100)));

        tracker.Observe(Fills.Start, new Dictionary<Symbol, decimal>()).Equity.ShouldBe(1_000m);
        tracker.Observe(Fills.Start.AddHours(1), Marks(130m)).Equity.ShouldBe(1_030m);
        tracker.Observe(Fills.Start.AddHours(2), new Dictionary<Symbol, decimal>()).Equity.ShouldBe(1_030m);
    }

    [Fact]
    public void Observe_TimeRunsBackwards_IsRefused()
    {
        var tracker = new PortfolioTracker(new TradeLedger(1));
        tracker.Observe(Fills.Start, Marks());

        Should.Throw<ArgumentException>(() => tracker.Observe(Fills.Start.AddTicks(-1), Marks()));
    }

    private static Dictionary<Symbol, decimal> Marks(decimal price = 100m) => new() { [Fills.Btc] = price };
}
