using CsCheck;
using Sentinel.Market.Hindsight;

namespace Sentinel.Market.Tests.Hindsight;

public sealed class HindsightCycleTests
{
    [Fact]
    public void Date_AWaveOfFourYears_FindsItsTurns()
    {
        // Rises 24 months, falls 24 months.
        var wave = Enumerable.Range(0, 145).Select(month => Math.Abs((month % 48) - 24) * -0.05).ToArray();

        CycleDating.Date(wave).Select(turn => (turn.Month, turn.IsPeak)).ShouldBe([(24, true), (48, false), (72, true), (96, false), (120, true)]);
    }

    [Fact]
    public void Date_AShortDip_IsNoPhase()
    {
        var rise = Enumerable.Range(0, 60).Select(month => month * 0.02).ToArray();
        rise[30] -= 0.1;

        CycleDating.Date(rise).ShouldBeEmpty();
    }

    [Fact]
    public void Date_TheEndsOfASeries_AreNoTurns()
    {
        var wave = Enumerable.Range(0, 49).Select(month => Math.Abs((month % 48) - 24) * -0.05).ToArray();

        CycleDating.Date(wave).Select(turn => turn.Month).ShouldBe([24]);
    }

    [Fact]
    public void Date_AMarketThatStandsStill_HasNoTurns() => CycleDating.Date(new double[60]).ShouldBeEmpty();

    [Fact]
    public void Date_AnyWalk_KeepsTheRules() => Gen.Double[-0.3, 0.3].Array[0, 200].Sample(steps =>
    {
        var level = 0.0;
        var turns = CycleDating.Date([.. steps.Select(step => level += step)]);

        turns.ShouldAllBe(turn => turn.Month >= 6 && turn.Month < steps.Length - 6);
        for (var i = 1; i < turns.Count; i++)
        {
            turns[i].IsPeak.ShouldNotBe(turns[i - 1].IsPeak);
            var (months, move) = (turns[i].Month - turns[i - 1].Month, Math.Abs(turns[i].Value - turns[i - 1].Value));
            (months >= 4 || move > Math.Log(1.2)).ShouldBeTrue();
            (i < 2 || turns[i].Month - turns[i - 2].Month >= 16).ShouldBeTrue();
        }
    });

    [Fact]
    public void Label_EveryTurn_IsKnownOnlyAtTheEnd()
    {
        var bars = Series.FromCloses(Enumerable.Range(0, 2200).Select(day => (decimal)Math.Exp(5 + Math.Sin(day / 200.0))));

        var labels = HindsightCycles.Label(bars);

        labels.Count.ShouldBeGreaterThan(2);
        var end = bars[^1].CloseTime;
        labels.ShouldAllBe(label => label.KnownAt == end && label.Type == MarketEventTypes.HindsightCycle);
        labels.Select(label => label.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(labels.Count);
    }

    [Fact]
    public void Label_NoBars_HasNoTurns() => HindsightCycles.Label([]).ShouldBeEmpty();
}
