using CsCheck;

namespace Sentinel.Market.Tests.Tracking;

/// <summary>What is told at a time depends on what had closed by then, and on nothing else.</summary>
public sealed class CausalityTests
{
    private static readonly Gen<(int Seed, int Cut, bool IsDaily)> Cuts = Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 700], Gen.Bool);

    [Fact]
    public void Update_ASeriesCutAnywhere_TellsTheSameUpToTheCut() => Cuts.Sample(
        cut =>
        {
            var bars = Bars(cut.Seed, cut.IsDaily);

            var whole = Series.Track(bars).Take(cut.Cut).Select(update => update.Print());
            var part = Series.Track(bars.Take(cut.Cut)).Select(update => update.Print());

            part.ShouldBe(whole);
        },
        iter: 15);

    [Fact]
    public void Update_AbsurdBarsAfterwards_ChangeNothingThatWasTold() => Cuts.Sample(
        cut =>
        {
            var bars = Bars(cut.Seed, cut.IsDaily).Take(cut.Cut).ToList();
            var tracker = new MarketTracker(Series.Symbol);
            var told = bars.Select(tracker.Update).ToList();
            var before = told.Select(update => update.Print()).ToList();

            var last = bars[^1];
            for (var i = 1; i <= 40; i++)
            {
                var price = i % 2 == 0 ? 0.0001m : 1_000_000_000m;
                tracker.Update(last with
                {
                    OpenTime = last.OpenTime + (last.Interval * i),
                    Open = price,
                    High = price * 2,
                    Low = price / 2,
                    Close = price,
                    Volume = i * 1_000_000m,
                });
            }

            told.Select(update => update.Print()).ShouldBe(before);
        },
        iter: 20);

    [Fact]
    public void Update_EveryEvent_IsKnownAtItsSnapshotAndNotBeforeItHappened()
    {
        foreach (var (seed, interval) in new[] { (1, TimeSpan.FromHours(1)), (2, TimeSpan.FromDays(1)), (3, TimeSpan.FromMinutes(1)) })
        {
            var last = DateTimeOffset.MinValue;
            foreach (var update in Series.Track(Series.Generated(seed, 1500, interval)))
            {
                update.Snapshot.AsOf.ShouldBe(update.Snapshot.LastBar!.CloseTime);
                update.Events.All(e => e.KnownAt == update.Snapshot.AsOf && e.EventTime < e.KnownAt).ShouldBeTrue();
                update.Snapshot.AsOf.ShouldBeGreaterThan(last);
                last = update.Snapshot.AsOf;
            }
        }
    }

    [Fact]
    public void Update_ASlowerLine_DelaysWhatIsKnownAndKeepsTheIds()
    {
        var bars = Series.Generated(seed: 5);
        var delay = TimeSpan.FromMinutes(7);

        var slow = Series.Events(bars, new MarketTrackerOptions { DataDelay = delay });

        slow.Select(e => (e.Id, e.EventTime, e.KnownAt)).ShouldBe(Series.Events(bars).Select(e => (e.Id, e.EventTime, e.KnownAt + delay)));
    }

    [Fact]
    public void Update_AnotherCulture_ChangesNothing()
    {
        var bars = Series.Generated(seed: 6, count: 400);
        var expected = Series.Track(bars).Select(update => update.Print()).ToList();
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("ar-SA");
            Series.Track(bars).Select(update => update.Print()).ShouldBe(expected);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static List<Bar> Bars(int seed, bool isDaily) =>
        Series.Generated(seed, 700, isDaily ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1));
}
