using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Revealed;

public sealed class ContradictionTests
{
    [Fact]
    public void Contradictions_StyleOutsideForTwoWindows_IsRaisedAtTheSecond()
    {
        var manager = Manager(DailyTrips(Enumerable.Repeat(1m, 100)), 100);
        manager.Declare(new DeclaredProfile { KnownAt = Day0, Style = TradingStyle.Position });

        // Trips of two hours; twenty effective samples are there at the end of the first window of thirty days.
        manager.Contradictions(At(59)).ShouldBeEmpty();
        var contradiction = manager.Contradictions(At(61)).ShouldHaveSingleItem();
        contradiction.Attribute.ShouldBe(AttributeNames.HoldingTime);
        contradiction.Source.ShouldBe("profile.style");
        contradiction.Since.ShouldBe(At(30.5));
        contradiction.KnownAt.ShouldBe(At(60.5));
        contradiction.Interval.Contains(contradiction.Revealed).ShouldBeTrue();
        contradiction.SourceIds.ShouldNotBeEmpty();
        manager.Declared(At(61))!.Style.ShouldBe(TradingStyle.Position, "behaviour does not overwrite what was declared");
    }

    [Fact]
    public void Revealed_Contradicted_SaysWhatItContradicts()
    {
        var manager = Manager(DailyTrips(Enumerable.Repeat(1m, 100)), 100);
        manager.Declare(new DeclaredProfile { KnownAt = Day0, Values = [new DeclaredValue(AttributeNames.WinRate, 0.4)] });

        var attribute = manager.Revealed(At(70)).Find(AttributeNames.WinRate)!;

        attribute.Status.ShouldBe(AttributeStatus.Contradicted);
        attribute.Contradicts.ShouldBe(["profile.win_rate"]);
        attribute.Value.ShouldNotBeNull();
    }

    [Fact]
    public void Contradictions_DeclaredAgrees_AreNone()
    {
        var manager = Manager(DailyTrips(Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 1m : -1m)), 100);
        manager.Declare(new DeclaredProfile { KnownAt = Day0, Style = TradingStyle.Day, Values = [new DeclaredValue(AttributeNames.WinRate, 0.5)] });

        manager.Contradictions(At(100)).ShouldBeEmpty();
    }

    [Fact]
    public void Contradictions_MandateAsksForStops_CountsTradesWithout()
    {
        var fills = DailyTrips(Enumerable.Repeat(1m, 100));
        var manager = new PersonaManager();
        manager.SetMandate(new Mandate { KnownAt = Day0 });
        manager.ObserveOrders(fills.Where(fill => fill.Side is OrderSide.Buy).Select(fill => WithStop(fill, null)));
        manager.Observe(fills);
        manager.Advance(At(100));

        manager.Contradictions(At(100)).ShouldContain(contradiction => contradiction.Source == "mandate.stop_required" && contradiction.Attribute == AttributeNames.StopRate);
    }

    [Fact]
    public void Contradictions_DeclaredAgainLater_StartAnew()
    {
        var manager = Manager(DailyTrips(Enumerable.Repeat(1m, 100)), 100);
        manager.Declare(new DeclaredProfile { KnownAt = Day0, Style = TradingStyle.Position });
        manager.Declare(new DeclaredProfile { KnownAt = At(62), Version = 2, Style = TradingStyle.Day });

        manager.Contradictions(At(61)).ShouldHaveSingleItem();
        manager.Contradictions(At(99)).ShouldBeEmpty();
    }

    [Fact]
    public void Contradictions_AskedTwice_AreTheSame()
    {
        var manager = Manager(DailyTrips(Enumerable.Repeat(1m, 100)), 100);
        manager.Declare(new DeclaredProfile { KnownAt = Day0, RiskTolerance = 1, Style = TradingStyle.Swing });

        manager.Contradictions(At(95)).Select(c => c.ToString()).ShouldBe(manager.Contradictions(At(95)).Select(c => c.ToString()));
    }

    [Fact]
    public void Contradictions_BehaviourComesBack_End()
    {
        var fills = DailyTrips(Enumerable.Range(0, 70).Select(_ => 1m), hours: 2).Concat(DailyTrips(Enumerable.Range(0, 130).Select(_ => 1m), hours: 20, firstDay: 70));
        var manager = Manager(fills, 200);
        manager.Declare(new DeclaredProfile { KnownAt = Day0, Values = [new DeclaredValue(AttributeNames.HoldingTime, 20)] });

        manager.Contradictions(At(65)).ShouldHaveSingleItem();
        manager.Contradictions(At(195)).ShouldBeEmpty();
    }
}
