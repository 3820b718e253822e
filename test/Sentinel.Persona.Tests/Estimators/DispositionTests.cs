using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Estimators;

public sealed class DispositionTests
{
    [Theory]
    [InlineData(0.148, 0.098, 330)]
    [InlineData(0.30, 0.10, 29)]
    [InlineData(0.50, 0.20, 18)]
    public void Required_PublishedEffects_AreThePublishedCounts(double pgr, double plr, double expected) =>
        DispositionEstimators.Required(pgr, plr).ShouldBe(expected);

    [Fact]
    public void TextbookError_OdeansExample_IsHisFormula() =>
        DispositionCounts.TextbookError(0.148, 13_883 / 0.148, 0.098, 11_930 / 0.098).ShouldBe(Math.Sqrt((0.148 * 0.852 * 0.148 / 13_883) + (0.098 * 0.902 * 0.098 / 11_930)), 1e-12);

    [Fact]
    public void Count_OneSale_CountsEachPositionAsOdeanDoes()
    {
        // Bought on day 0: A at 10 (sold at 12 on day 2: a realised gain), B at 10 (day 2 trades 7-8: a paper loss), C at 10 (9-11: neither), D at 10 (11-13: a paper gain).
        var d = Symbol.Parse("D");
        var manager = new PersonaManager();
        foreach (var day in Enumerable.Range(0, 3))
        {
            manager.ObserveBars([DayBar(Btc, day, 10, 12), DayBar(Eth, day, 7, 8), DayBar(Sol, day, 9, 11), DayBar(d, day, 11, 13)]);
        }

        manager.Observe([Buy("1", Btc, 1, 10, 0.1), Buy("2", Eth, 1, 10, 0.1), Buy("3", Sol, 1, 10, 0.1), Buy("4", d, 1, 10, 0.1), Sell("5", Btc, 1, 12, 2.5)]);
        manager.Advance(At(3));

        manager.State.Opportunities.Select(o => (o.Symbol.Value, o.IsGain, o.IsRealised)).ShouldBe(
            [("BTCUSDT", true, true), ("D", true, false), ("ETHUSDT", false, false)], ignoreOrder: true);
    }

    [Fact]
    public void Count_ShortPosition_GainsWhenTheHighIsBelowItsCost()
    {
        var manager = new PersonaManager();
        manager.ObserveBars([DayBar(Eth, 0, 9, 11), DayBar(Eth, 1, 7, 8)]);
        manager.Observe([Sell("1", Eth, 1, 10, 0.1), Buy("2", Btc, 1, 10, 0.2), Sell("3", Btc, 1, 9, 1.5)]);
        manager.Advance(At(2));

        manager.State.Opportunities.ShouldContain(o => o.Symbol == Eth && o.IsGain && !o.IsRealised);
        manager.State.Opportunities.ShouldContain(o => o.Symbol == Btc && !o.IsGain && o.IsRealised);
    }

    [Fact]
    public void Count_CommissionTurnsTheGain_IsALoss()
    {
        var manager = Manager([Buy("1", Btc, 1, 100, 0.1, fee: 1), Sell("2", Btc, 1, 101, 0.5, fee: 1)], 1);

        manager.State.Opportunities.Single().IsGain.ShouldBeFalse();
    }

    [Fact]
    public void Of_HandCountedOpportunities_AreTheProportions()
    {
        // 6 of 10 gains realised, 2 of 8 losses, each of another position and in no fewer than five fortnights.
        var counts = DispositionCounts.Of(Opportunities(6, 4, 2, 6), _ => 1);

        counts.Gains!.Value.Value.ShouldBe(0.6, 1e-12);
        counts.Losses!.Value.Value.ShouldBe(0.25, 1e-12);
        counts.Difference!.Value.Value.ShouldBe(0.35, 1e-12);
    }

    [Fact]
    public void Of_SamePositionAgainAndAgain_IsWiderThanTheTextbook()
    {
        // Ten positions that are each a paper gain or a realised one on twenty days: not two hundred pieces of evidence.
        List<Opportunity> all = [];
        for (var i = 0; i < 200; i++)
        {
            all.Add(new Opportunity(Btc, i % 10, true, i % 10 < 5, "", At(i * 0.01)));
            all.Add(new Opportunity(Btc, 100 + i, false, i % 2 == 0, "", At(i * 0.01)));
        }

        var gains = DispositionCounts.Of(all, _ => 1).Gains!.Value.Interval!.Value;

        (gains.High - gains.Low).ShouldBeGreaterThan(2 * 2 * 1.96 * DispositionCounts.TextbookError(0.5, 200, 0, 1));
    }

    [Fact]
    public void Disposition_NeverAnotherPosition_IsInsufficient()
    {
        var manager = Manager(DailyTrips(Enumerable.Range(0, 80).Select(i => i % 2 == 0 ? 1m : -1m)), 81);

        var attribute = manager.Revealed(At(81)).Find(AttributeNames.Disposition)!;

        attribute.Status.ShouldBe(AttributeStatus.Insufficient);
        attribute.Value.ShouldBeNull();
        attribute.Note.ShouldStartWith("not defined for these samples; clustered by position");
        attribute.Note.ShouldEndWith("only 0 other positions on days with a sale");
    }

    [Fact]
    public void HoldRatio_LosersHeldTwiceAsLong_IsAHalf()
    {
        var fills = DailyTrips(Enumerable.Repeat(1m, 40), hours: 2)
            .Concat(DailyTrips(Enumerable.Repeat(-1m, 40), hours: 4, symbol: Eth, prefix: "u"));

        var attribute = Manager(fills, 41).Revealed(At(41)).Find(AttributeNames.HoldRatio)!;

        attribute.Value!.Value.ShouldBe(0.5, 1e-6);
        attribute.Interval!.Value.Contains(0.5).ShouldBeTrue();
    }

    private static List<Opportunity> Opportunities(int realisedGains, int paperGains, int realisedLosses, int paperLosses)
    {
        List<Opportunity> all = [];
        void Add(int count, bool isGain, bool isRealised)
        {
            for (var i = 0; i < count; i++)
            {
                all.Add(new Opportunity(Btc, all.Count, isGain, isRealised, "", At(all.Count * 14)));
            }
        }

        Add(realisedGains, true, true);
        Add(paperGains, true, false);
        Add(realisedLosses, false, true);
        Add(paperLosses, false, false);
        return all;
    }
}
