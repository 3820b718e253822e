namespace Sentinel.Market.Tests.Tracking;

public sealed class MarketTrackerTests
{
    [Fact]
    public void Update_TheSameBarAgain_ChangesNothing()
    {
        var bars = Series.Generated(seed: 1, count: 600);
        var tracker = new MarketTracker(Series.Symbol);
        var told = new List<string>();
        foreach (var bar in bars)
        {
            told.Add(tracker.Update(bar).Print());
            var again = tracker.Update(bar with { });
            again.IsRepeat.ShouldBeTrue();
            again.Events.ShouldBeEmpty();
            again.Snapshot.ShouldBeSameAs(tracker.Snapshot);
        }

        told.ShouldBe(Series.Track(bars).Select(update => update.Print()));
    }

    [Fact]
    public void Update_ANewTrackerToldTheSameBars_IsTheSame() =>
        Series.Track(Series.Generated(seed: 2)).Select(update => update.Print()).ShouldBe(Series.Track(Series.Generated(seed: 2)).Select(update => update.Print()));

    [Fact]
    public void Update_ABarThatIsRefused_ChangesNothing()
    {
        var bars = Series.Generated(seed: 3, count: 400);
        var tracker = new MarketTracker(Series.Symbol);
        var told = new List<string>();
        foreach (var bar in bars)
        {
            told.Add(tracker.Update(bar).Print());
            if (told.Count % 40 != 0)
            {
                continue;
            }

            Bar[] refused =
            [
                bar with { Close = bar.Low },
                bar with { OpenTime = bar.OpenTime - bar.Interval },
                bar with { OpenTime = bar.OpenTime + (bar.Interval / 2) },
                bar with { OpenTime = bar.CloseTime, Symbol = Symbol.Parse("OTHER") },
                bar with { OpenTime = bar.CloseTime, Interval = TimeSpan.FromDays(1) },
                bar with { OpenTime = bar.CloseTime, Low = 0 },
                bar with { OpenTime = bar.CloseTime, High = bar.Low / 2 },
                bar with { OpenTime = bar.CloseTime, Volume = -1 },
            ];
            // A bar that closes at its low is the bar itself told again.
            foreach (var wrong in refused.Where(wrong => wrong != bar))
            {
                Should.Throw<ArgumentException>(() => tracker.Update(wrong));
            }
        }

        told.ShouldBe(Series.Track(bars).Select(update => update.Print()));
    }

    [Fact]
    public void Snapshot_BeforeTheFirstBar_KnowsNothing()
    {
        var snapshot = new MarketTracker(Series.Symbol).Snapshot;

        snapshot.LastBar.ShouldBeNull();
        snapshot.Atr.ShouldBeNull();
        snapshot.Regime.ShouldBe(MarketRegime.Unknown);
        snapshot.Indicators.ShouldBeEmpty();
        snapshot.State.Values.Count.ShouldBe(StateVector.Names.Count);
        snapshot.State.Values.ShouldAllBe(value => double.IsNaN(value));
    }

    [Fact]
    public void Snapshot_WithEnoughBars_HasEveryIndicatorInOrdinalOrder()
    {
        var snapshot = Series.Track(Series.Generated(seed: 4, count: 400))[^1].Snapshot;

        snapshot.Indicators.Select(item => item.Key).ShouldBe(
        [
            "adx14", "atr14", "bb_lower", "bb_middle", "bb_upper", "choppiness14", "donchian20_high", "donchian20_low", "drawdown", "ema20",
            "ema200", "ema50", "minus_di14", "obv", "plus_di14", "rsi14", "rv20", "rv_z", "sigma", "volume_z", "vwap20", "vwap_day",
        ]);
        snapshot.Indicators.Select(item => item.Key).ShouldBe(snapshot.Indicators.Select(item => item.Key).Order(StringComparer.Ordinal));
        snapshot.Atr.ShouldBe(snapshot.Indicator("atr14"));
        snapshot.Sigma.ShouldBe(snapshot.Indicator("sigma"));
    }

    [Fact]
    public void Snapshot_WithFewBars_HasOnlyWhatIsReady()
    {
        var snapshot = Series.Track(Series.Generated(seed: 4, count: 15))[^1].Snapshot;

        snapshot.Indicator("atr14").ShouldNotBeNull();
        snapshot.Indicator("ema20").ShouldBeNull();
        snapshot.Indicators.ShouldAllBe(item => double.IsFinite(item.Value));
    }

    [Fact]
    public void Events_OfARun_HaveIdsOfTheirOwn()
    {
        var events = Series.Events(Series.Generated(seed: 5, count: 5000));

        events.Count.ShouldBeGreaterThan(200);
        events.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(events.Count);
        events.ShouldAllBe(e => e.Features.Select(f => f.Key).SequenceEqual(e.Features.Select(f => f.Key).Order(StringComparer.Ordinal)));
        events.ShouldAllBe(e => e.Severity >= 1 && e.Severity < double.PositiveInfinity);
    }

    [Fact]
    public void Events_OfAnotherSymbol_HaveOtherIds()
    {
        var bars = Series.Generated(seed: 5);
        var other = Symbol.Parse("OTHER");
        var tracker = new MarketTracker(other);
        var renamed = bars.SelectMany(bar => tracker.Update(bar with { Symbol = other }).Events).ToList();
        var events = Series.Events(bars);

        renamed.Select(e => (e.Type, e.EventTime)).ShouldBe(events.Select(e => (e.Type, e.EventTime)));
        renamed.Select(e => e.Id).Intersect(events.Select(e => e.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Update_ALongerPast_AllocatesNoMorePerBar()
    {
        var bars = Series.Generated(seed: 6, count: 12_000);
        var tracker = new MarketTracker(Series.Symbol);
        foreach (var bar in bars.Take(1000))
        {
            tracker.Update(bar);
        }

        var early = Allocated(bars.Skip(1000).Take(1000));
        foreach (var bar in bars.Skip(2000).Take(9000))
        {
            tracker.Update(bar);
        }

        Allocated(bars.Skip(11_000)).ShouldBeLessThan(early * 1.2);

        double Allocated(IEnumerable<Bar> some)
        {
            var list = some.ToList();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var bar in list)
            {
                tracker.Update(bar);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(-1, 0.3, 0.3, 3, "DataDelay")]
    [InlineData(0, 0, 0.3, 3, "TurnRise")]
    [InlineData(0, 0.3, 1, 3, "TurnFall")]
    [InlineData(0, 0.3, 0.3, 0, "RegimeConfirmationBars")]
    public void Constructor_AnOptionOutOfRange_IsNamed(int delay, double rise, double fall, int bars, string name) =>
        Should.Throw<ArgumentException>(() => new MarketTracker(Series.Symbol, new MarketTrackerOptions
        {
            DataDelay = TimeSpan.FromSeconds(delay),
            TurnRise = rise,
            TurnFall = fall,
            RegimeConfirmationBars = bars,
        })).Message.ShouldContain(name);
}
