using System.Globalization;

namespace Sentinel.Market.Generator;

/// <summary>Where shocks happen and what follows, decided before the first price.</summary>
internal static class EpisodePlan
{
    /// <summary>The bars before the first shock, so that baselines exist.</summary>
    private const int WarmUp = 40;

    /// <summary>The episodes in order; the next starts after the outcome of the one before.</summary>
    public static List<PlannedEpisode> Draw(BarGeneratorOptions options)
    {
        var shocks = new Noise(options.Seed, 3);
        var outcomes = new Noise(options.Seed, 4);
        var plan = new List<PlannedEpisode>();
        var bar = WarmUp + Pause(shocks, options);
        while (bar < options.Count)
        {
            var pattern = (ShockPattern)shocks.Below(4);
            var size = 6 + (2 * shocks.Uniform());
            var ruled = RuledOutcome(pattern);
            var follows = outcomes.Uniform() < options.PatternProbability;
            // The null world has the same events and plants nothing behind them.
            plan.Add(options.World is MarketWorld.Null
                ? new PlannedEpisode(bar, pattern, size, 0, false)
                : new PlannedEpisode(bar, pattern, size, follows ? ruled : -ruled, follows));
            bar += options.OutcomeBars + 1 + Pause(shocks, options);
        }

        return plan;
    }

    /// <summary>Direction of the shock of a pattern.</summary>
    public static int Side(ShockPattern pattern) => pattern is ShockPattern.Capitulation or ShockPattern.Breakdown ? -1 : 1;

    /// <summary>Whether a pattern comes on very high volume.</summary>
    public static bool IsOnVolume(ShockPattern pattern) => pattern is ShockPattern.Capitulation or ShockPattern.Breakout;

    /// <summary>The record of an episode once the bars exist.</summary>
    public static PlantedEpisode ToTruth(PlannedEpisode planned, IReadOnlyList<Bar> bars, BarGeneratorOptions options)
    {
        var shock = bars[planned.Bar];
        var end = planned.Bar + options.OutcomeBars;
        return new PlantedEpisode
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"ep-{options.Symbol}-{options.Seed}-{planned.Bar}"),
            Pattern = planned.Pattern,
            Bar = planned.Bar,
            EventTime = shock.OpenTime,
            KnownAt = shock.CloseTime,
            OutcomeKnownAt = shock.CloseTime + (options.Interval * options.OutcomeBars),
            Side = Side(planned.Pattern),
            Outcome = planned.Outcome,
            FollowedPattern = planned.Follows,
            OutcomeReturn = end < bars.Count ? Math.Log((double)bars[end].Close / (double)shock.Close) : null,
        };
    }

    // No pause needs to be longer than a series can be; the same for every length, so that more bars start with the fewer.
    private static int Pause(Noise shocks, BarGeneratorOptions options) =>
        (int)Math.Min(BarGeneratorOptions.MostBars, shocks.Exponential(options.MeanBarsBetweenEpisodes));

    private static int RuledOutcome(ShockPattern pattern) => pattern is ShockPattern.Capitulation or ShockPattern.Breakout ? 1 : -1;
}

/// <summary>A shock before its prices exist.</summary>
internal readonly record struct PlannedEpisode(int Bar, ShockPattern Pattern, double SizeInSigma, int Outcome, bool Follows);
