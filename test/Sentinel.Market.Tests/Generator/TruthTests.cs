namespace Sentinel.Market.Tests.Generator;

public sealed class TruthTests
{
    private static readonly GeneratedMarket Market = BarGenerator.Generate(new BarGeneratorOptions { Seed = 3, Count = 4000, Symbol = Series.Symbol });

    [Fact]
    public void Regimes_Together_CoverEachBarOnce()
    {
        var next = 0;
        foreach (var regime in Market.Truth.Regimes)
        {
            regime.FirstBar.ShouldBe(next);
            regime.Bars.ShouldBeGreaterThan(0);
            next += regime.Bars;
        }

        next.ShouldBe(Market.Bars.Count);
        Market.Truth.Regimes.Select(regime => regime.Regime.Trend).Distinct().Count().ShouldBe(3);
        Market.Truth.Regimes.Select(regime => regime.Regime.Volatility).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Episodes_DoNotOverlapAndCarryTheirTimes()
    {
        Market.Truth.Episodes.Count.ShouldBeGreaterThan(30);
        Market.Truth.Episodes.Zip(Market.Truth.Episodes.Skip(1)).ShouldAllBe(pair => pair.Second.EventTime >= pair.First.OutcomeKnownAt);
        foreach (var episode in Market.Truth.Episodes)
        {
            var bar = Market.Bars[episode.Bar];
            (episode.EventTime, episode.KnownAt).ShouldBe((bar.OpenTime, bar.CloseTime));
            Math.Sign(bar.Close - bar.Open).ShouldBe(episode.Side);
            episode.OutcomeKnownAt.ShouldBe(bar.CloseTime.AddHours(12));
        }
    }

    [Fact]
    public void Episodes_TheOutcomeReturn_IsThatOfTheBars()
    {
        var episode = Market.Truth.Episodes[4];

        episode.OutcomeReturn!.Value.ShouldBe(
            Math.Log((double)Market.Bars[episode.Bar + 12].Close / (double)Market.Bars[episode.Bar].Close), 1e-12);
    }

    [Fact]
    public void Episodes_AtTheEnd_HaveNoOutcomeYet()
    {
        var last = Market.Truth.Episodes[^1];
        var cut = BarGenerator.Generate(Market.Options with { Count = last.Bar + 5 });

        cut.Truth.Episodes[^1].OutcomeReturn.ShouldBeNull();
    }

    [Fact]
    public void Episodes_AreFoundByTheDetectors()
    {
        var events = Series.Events(Market.Bars);
        var shocks = Times(MarketEventTypes.AtrShock);
        var spikes = Times(MarketEventTypes.VolumeSpike);

        var found = Market.Truth.Episodes.Count(episode => shocks.Contains(episode.EventTime));
        var told = Market.Truth.Episodes.Count(episode =>
            spikes.Contains(episode.EventTime) == episode.Pattern is ShockPattern.Capitulation or ShockPattern.Breakout);

        ((double)found / Market.Truth.Episodes.Count).ShouldBeGreaterThan(0.95);
        ((double)told / Market.Truth.Episodes.Count).ShouldBeGreaterThan(0.95);

        HashSet<DateTimeOffset> Times(string type) => [.. events.Where(e => e.Type == type).Select(e => e.EventTime)];
    }

    [Fact]
    public void Values_FollowThePrice()
    {
        var apart = Market.Bars.Select((bar, i) => Math.Abs(Math.Log((double)bar.Close / Market.Truth.Values[i]))).Max();

        apart.ShouldBeInRange(0.01, 1);
    }
}
