namespace Sentinel.Market.Tests.Detectors;

public sealed class TurnTests
{
    private static readonly MarketTrackerOptions Options = new() { TurnRise = 0.3, TurnFall = 0.3 };

    [Fact]
    public void Turn_APeak_IsKnownOnlyAtItsConfirmation()
    {
        var bars = Series.FromCloses(100, 120, 150, 140, 120, 104, 100);

        var events = Turns(bars);

        events.Count.ShouldBe(2);
        events[0].ShouldSatisfyAllConditions(
            e => e.Type.ShouldBe(MarketEventTypes.BullTurn),
            e => e.EventTime.ShouldBe(bars[0].OpenTime),
            e => e.KnownAt.ShouldBe(bars[2].CloseTime));
        events[1].ShouldSatisfyAllConditions(
            e => e.Type.ShouldBe(MarketEventTypes.BearTurn),
            e => e.EventTime.ShouldBe(bars[2].OpenTime),
            e => e.KnownAt.ShouldBe(bars[5].CloseTime),
            e => e.Feature("lag_days").ShouldBe(3),
            e => e.Side.ShouldBe(-1));
    }

    [Fact]
    public void Turn_FromTheStart_EitherMayComeFirst()
    {
        Turns(Series.FromCloses(100, 69)).Single().Type.ShouldBe(MarketEventTypes.BearTurn);
        Turns(Series.FromCloses(100, 131)).Single().Type.ShouldBe(MarketEventTypes.BullTurn);
    }

    [Fact]
    public void Turn_ExactlyAtTheFilter_IsNotConfirmed() => Turns(Series.FromCloses(100, 70, 91)).ShouldBeEmpty();

    [Fact]
    public void Turn_AnyWalk_Alternates()
    {
        var turns = Turns(Series.Generated(seed: 11, count: 3000, interval: TimeSpan.FromDays(1)));

        turns.Count.ShouldBeGreaterThan(4);
        turns.Zip(turns.Skip(1)).ShouldAllBe(pair => pair.First.Side == -pair.Second.Side && pair.First.EventTime < pair.Second.EventTime);
    }

    private static List<MarketEvent> Turns(IEnumerable<Bar> bars) =>
        [.. Series.Events(bars, Options).Where(e => e.Type is MarketEventTypes.BullTurn or MarketEventTypes.BearTurn)];
}
