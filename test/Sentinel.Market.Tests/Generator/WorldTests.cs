namespace Sentinel.Market.Tests.Generator;

/// <summary>What the two worlds differ in is what follows a shock, and only that.</summary>
public sealed class WorldTests
{
    private static readonly List<GeneratedMarket> Planted = Worlds(MarketWorld.Planted);

    private static readonly List<GeneratedMarket> Null = Worlds(MarketWorld.Null);

    [Fact]
    public void NullWorld_HasTheSameEvents() =>
        Null.SelectMany(Shocks).ShouldBe(Planted.SelectMany(Shocks));

    [Fact]
    public void PlantedWorld_EachPattern_IsFollowedByItsOutcomeAsOftenAsSaid()
    {
        foreach (var (pattern, episodes) in ByPattern(Planted))
        {
            var up = pattern is ShockPattern.Capitulation or ShockPattern.Breakout;
            var ruled = (double)episodes.Count(episode => episode.Outcome == (up ? 1 : -1)) / episodes.Count;

            // Four standard errors of a rate of 0.8.
            ruled.ShouldBe(0.8, 4 * Math.Sqrt(0.16 / episodes.Count));
            episodes.ShouldAllBe(episode => episode.FollowedPattern == (episode.Outcome == (up ? 1 : -1)));
            Math.Sign(episodes.Average(episode => episode.OutcomeReturn ?? 0)).ShouldBe(up ? 1 : -1);
        }
    }

    [Fact]
    public void NullWorld_NoPattern_TellsWhatFollows()
    {
        foreach (var (_, episodes) in ByPattern(Null))
        {
            episodes.ShouldAllBe(episode => episode.Outcome == 0 && !episode.FollowedPattern);
            var up = (double)episodes.Count(episode => episode.OutcomeReturn > 0) / episodes.Count;
            up.ShouldBe(0.5, 4 * Math.Sqrt(0.25 / episodes.Count));

            var returns = episodes.Where(episode => episode.OutcomeReturn is not null).Select(episode => Math.Exp(episode.OutcomeReturn!.Value) - 1).ToList();
            var mean = returns.Average();
            var error = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (returns.Count - 1) / returns.Count);
            Math.Abs(mean).ShouldBeLessThan(4 * error);
        }
    }

    [Fact]
    public void NullWorld_ThePriceAlone_IsAMartingale()
    {
        var returns = Null.SelectMany(market => market.Bars.Select(bar => (double)(bar.Close / bar.Open) - 1)).ToList();
        var pairs = Null.SelectMany(market => market.Bars.Zip(market.Bars.Skip(1), (one, two) =>
            ((double)(one.Close / one.Open) - 1) * ((double)(two.Close / two.Open) - 1))).ToList();

        Near(returns);
        Near(pairs);

        static void Near(List<double> values)
        {
            var mean = values.Average();
            var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Count / values.Count);
            Math.Abs(mean).ShouldBeLessThan(4 * error);
        }
    }

    [Fact]
    public void NullWorld_NothingThatCouldBeLearnt_MovesThePrice()
    {
        var options = new BarGeneratorOptions { Seed = 9, World = MarketWorld.Null, Count = 800 };
        var other = options with { ValueReversion = 0.5, TrendDrift = 2, PatternProbability = 1 };

        BarGenerator.Generate(other).Bars.ShouldBe(BarGenerator.Generate(options).Bars);
    }

    [Fact]
    public void NullWorld_AWildMarket_NeitherRisesNorFallsInTheMean()
    {
        // A fifth a bar: half the variance, which a random walk of logarithms would gain, is ten standard errors of this mean.
        var returns = Enumerable.Range(1, 40).SelectMany(seed => BarGenerator.Generate(new BarGeneratorOptions
        {
            Seed = seed,
            World = MarketWorld.Null,
            Count = 200,
            DailyVolatility = 1,
            MeanBarsBetweenEpisodes = 1e9,
        }).Bars.Select(bar => (double)(bar.Close / bar.Open) - 1)).ToList();

        returns.Average().ShouldBe(0, 0.01);
    }

    [Theory]
    [InlineData(MarketWorld.Planted)]
    [InlineData(MarketWorld.Null)]
    public void Value_WithMoreReversion_IsNearerToThePrice(MarketWorld world)
    {
        var distances = new[] { 0, 0.01, 0.1 }.Select(reversion =>
        {
            var market = BarGenerator.Generate(new BarGeneratorOptions { Seed = 4, World = world, Count = 4000, ValueReversion = reversion });
            return market.Bars.Select((bar, i) => Math.Abs(Math.Log((double)bar.Close / market.Truth.Values[i]))).Average();
        }).ToList();

        distances.ShouldBe(distances.OrderDescending());
        distances[2].ShouldBeLessThan(distances[0] / 5);
    }

    [Fact]
    public void NullWorld_HasNoTrend() =>
        Null.SelectMany(market => market.Truth.Regimes).ShouldAllBe(regime => regime.Regime.Trend == TrendState.Range);

    private static List<GeneratedMarket> Worlds(MarketWorld world) =>
        [.. Enumerable.Range(1, 12).Select(seed => BarGenerator.Generate(new BarGeneratorOptions { Seed = seed, World = world, Count = 4000, Symbol = Series.Symbol }))];

    private static IEnumerable<(int Bar, ShockPattern Pattern, int Side)> Shocks(GeneratedMarket market) =>
        market.Truth.Episodes.Select(episode => (episode.Bar, episode.Pattern, episode.Side));

    private static IEnumerable<(ShockPattern Pattern, List<PlantedEpisode> Episodes)> ByPattern(List<GeneratedMarket> markets) =>
        markets.SelectMany(market => market.Truth.Episodes).GroupBy(episode => episode.Pattern).Select(group => (group.Key, group.ToList()));
}
