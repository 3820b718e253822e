namespace Sentinel.Persona.Tests.Synthetic;

public sealed class SyntheticTraderTests
{
    private static readonly TraderTraits Plain = new()
    {
        MedianHold = TimeSpan.FromHours(8),
        RiskPerTrade = 0.01,
        Assets = [.. SyntheticMarket.Symbols.Select(symbol => new AssetWeight(symbol, 0.25))],
        EntriesPerDay = 3,
        StopDistanceAtr = 6,
    };

    [Fact]
    public void Trade_SameSeed_IsTheSameToTheLastDigit()
    {
        var first = SyntheticTrader.Draw("T", SyntheticMarket.Symbols, 5).Trade(SyntheticMarket.Bars, 10_000);
        var second = SyntheticTrader.Draw("T", SyntheticMarket.Symbols, 5).Trade(SyntheticMarket.Bars, 10_000);

        second.Fills.ShouldBe(first.Fills);
        SyntheticTrader.Draw("T", SyntheticMarket.Symbols, 6).Trade(SyntheticMarket.Bars, 10_000).Fills.ShouldNotBe(first.Fills);
    }

    [Fact]
    public void Trade_Fills_AreInOrderOfTimeAtPricesOfTheirBars()
    {
        var history = new SyntheticTrader("T", Plain, 3).Trade(SyntheticMarket.Bars, 10_000);
        var bars = SyntheticMarket.Bars.ToDictionary(bar => (bar.Symbol, bar.OpenTime));

        history.Fills.Select(fill => fill.Timestamp).ShouldBeInOrder();
        foreach (var fill in history.Fills)
        {
            var bar = bars[(fill.Symbol, fill.Timestamp - TimeSpan.FromMinutes(fill.Timestamp.Minute))];
            fill.Price.ShouldBeInRange(bar.Low, bar.High);
        }
    }

    [Fact]
    public void Trade_MissingAsset_SaysWhich() =>
        Should.Throw<ArgumentException>(() => new SyntheticTrader("T", Plain, 1).Trade([.. SyntheticMarket.Bars.Where(bar => bar.Symbol != SyntheticMarket.Symbols[0])], 1000))
            .Message.ShouldContain("AUSDT");

    [Fact]
    public void Profile_RiskPlanted_IsFound() => Find(Plain with { RiskPerTrade = 0.02 }, AttributeNames.RiskPerTrade).Value!.Value.ShouldBe(0.02, 0.003);

    [Fact]
    public void Profile_StopRatePlanted_IsFound() => Find(Plain with { StopRate = 0.6 }, AttributeNames.StopRate).Value!.Value.ShouldBe(0.6, 0.1);

    [Fact]
    public void Profile_StopDistancePlanted_IsFound() => Find(Plain, AttributeNames.StopDistance).Value!.Value.ShouldBe(6, 0.4);

    [Fact]
    public void Profile_RevengePlanted_IsFound()
    {
        Find(Plain with { Revenge = 2 }, AttributeNames.SizeAfterLoss).Value!.Value.ShouldBe(2, 0.25);
        Find(Plain, AttributeNames.SizeAfterLoss).Interval!.Value.Contains(1).ShouldBeTrue();
    }

    [Fact]
    public void Profile_DispositionPlanted_ShowsInTheHoldRatio()
    {
        Find(Plain with { Disposition = 1 }, AttributeNames.HoldRatio).Interval!.Value.High.ShouldBeLessThan(1);
        Find(Plain with { Disposition = 2, MedianHold = TimeSpan.FromHours(40) }, AttributeNames.Disposition).Value!.Value.ShouldBeGreaterThan(0.05);
    }

    [Fact]
    public void Profile_FomoPlanted_IsAboveTheBaseRate()
    {
        Find(Plain with { Fomo = 0.6 }, AttributeNames.Fomo).Interval!.Value.Low.ShouldBeGreaterThan(0.2);
        Find(Plain, AttributeNames.Fomo).Interval!.Value.Contains(0).ShouldBeTrue();
    }

    [Fact]
    public void Profile_ActiveHourPlanted_IsFound()
    {
        var attribute = Find(Plain with { ActiveHour = 23, HourFocus = 2 }, AttributeNames.ActiveHour);

        var distance = Math.Abs(attribute.Value!.Value - 23);
        Math.Min(distance, 24 - distance).ShouldBeLessThan(1);
    }

    [Fact]
    public void Changes_HoldAndRiskPlantedMidway_AreFoundAfterwardsOnly()
    {
        var at = SyntheticMarket.Bars[0].OpenTime + TimeSpan.FromDays(75);
        var trader = new SyntheticTrader("T", Plain, 4) { DriftAt = at, TraitsAfter = Plain with { RiskPerTrade = 0.03 } };
        var manager = SyntheticMarket.Observe(trader.Trade(SyntheticMarket.Bars, 100_000));

        var change = manager.Changes(SyntheticMarket.End).First(change => change.Attribute == AttributeNames.RiskPerTrade);
        change.KnownAt.ShouldBeInRange(at, at + TimeSpan.FromDays(15));
        change.EventTime.ShouldBeInRange(at - TimeSpan.FromDays(5), at + TimeSpan.FromDays(5));
        change.After.ShouldBeGreaterThan(2 * change.Before);
        manager.Changes(at).ShouldBeEmpty();

        // What comes after is estimated from after the change.
        var attribute = manager.Revealed(SyntheticMarket.End).Find(AttributeNames.RiskPerTrade)!;
        attribute.Value!.Value.ShouldBe(0.03, 0.005);
        attribute.ValidFrom.ShouldBeGreaterThanOrEqualTo(change.EventTime);
    }

    private static PersonaAttribute Find(TraderTraits traits, string name)
    {
        var attribute = SyntheticMarket.Observe(new SyntheticTrader("T", traits, 21).Trade(SyntheticMarket.Bars, 100_000)).Revealed(SyntheticMarket.End).Find(name)!;
        attribute.Status.ShouldBe(AttributeStatus.Ok, attribute.Note);
        return attribute;
    }
}
