using Sentinel.Market;

namespace Sentinel.Replay.Experiment;

/// <summary>Markets from seeds. The planted and the null world of a user have the same seeds: the same shocks at the same bars.</summary>
internal static class GeneratedWorld
{
    private static readonly DateTimeOffset Epoch = new(2022, 1, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly decimal[] Prices = [30_000m, 2_000m, 80m, 5m];

    /// <summary>A user's market.</summary>
    public static UserMarket Of(ExperimentConfig config, MarketWorld world, int user)
    {
        var interval = TimeSpan.FromHours(config.BarHours);
        var start = Epoch + (config.HistoryBars * interval);
        var bars = new List<Bar>();
        var planted = new List<PlantedShock>();
        var instruments = new List<Instrument>();
        for (var i = 0; i < config.Symbols.Count; i++)
        {
            var symbol = Symbol.Parse(config.Symbols[i]);
            var generated = BarGenerator.Generate(new BarGeneratorOptions
            {
                Seed = Seeds.Of(config.Seed, "market", user, i),
                Symbol = symbol,
                Start = Epoch,
                Interval = interval,
                Count = config.HistoryBars + config.Bars,
                InitialPrice = Prices[i % Prices.Length],

                // Deep enough that the volume cap does not decide anything.
                MeanVolume = 50_000_000m / Prices[i % Prices.Length],
                World = world,
                MeanBarsBetweenEpisodes = config.Generator.MeanBarsBetweenEpisodes,
                OutcomeBars = config.Generator.OutcomeBars,
                PatternProbability = config.Generator.PatternProbability,
                OutcomeDrift = config.Generator.OutcomeDrift,
            });
            bars.AddRange(generated.Bars);
            instruments.Add(Instruments.For(symbol, generated.Bars[0].Open) with { Spread = Venues.Spread });
            planted.AddRange(generated.Truth.Episodes.Where(episode => episode.EventTime >= start)
                .Select(episode => new PlantedShock(symbol, episode.KnownAt, episode.OutcomeKnownAt, episode.Pattern)));
        }

        return Split(bars, start, instruments) with { Planted = [.. planted.OrderBy(shock => shock.KnownAt).ThenBy(shock => shock.Symbol)] };
    }

    /// <summary>Bars in order of time and symbol, cut at the start of the experiment.</summary>
    public static UserMarket Split(IEnumerable<Bar> bars, DateTimeOffset start, IReadOnlyList<Instrument> instruments)
    {
        var ordered = bars.OrderBy(bar => bar.OpenTime).ThenBy(bar => bar.Symbol).ToArray();
        return new UserMarket
        {
            History = [.. ordered.Where(bar => bar.OpenTime < start)],
            Bars = [.. ordered.Where(bar => bar.OpenTime >= start)],
            Instruments = instruments,
        };
    }
}

/// <summary>What is the same at every venue of the experiment.</summary>
internal static class Venues
{
    /// <summary>The whole spread. It does not go by a symbol's name here: names are changed in one of the worlds.</summary>
    public const decimal Spread = 0.0005m;
}
