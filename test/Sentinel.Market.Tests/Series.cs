namespace Sentinel.Market.Tests;

/// <summary>Small series of bars for tests.</summary>
internal static class Series
{
    public static readonly Symbol Symbol = Symbol.Parse("TESTUSD");

    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Daily bars that open at the last close and reach no further than open and close.</summary>
    public static List<Bar> FromCloses(params IEnumerable<decimal> closes) => FromCloses(TimeSpan.FromDays(1), closes);

    public static List<Bar> FromCloses(TimeSpan interval, IEnumerable<decimal> closes)
    {
        var bars = new List<Bar>();
        var last = 0m;
        foreach (var close in closes)
        {
            var open = bars.Count == 0 ? close : last;
            bars.Add(new Bar
            {
                Symbol = Symbol,
                OpenTime = Start + (interval * bars.Count),
                Interval = interval,
                Open = open,
                High = Math.Max(open, close),
                Low = Math.Min(open, close),
                Close = close,
                Volume = 100,
            });
            last = close;
        }

        return bars;
    }

    /// <summary>Closes that swing a little around a price, so that baselines have a spread.</summary>
    public static IEnumerable<decimal> Swing(int count, decimal price = 100, decimal half = 1)
    {
        for (var i = 0; i < count; i++)
        {
            yield return price + (i % 2 == 0 ? half : -half) + (i % 3 * 0.1m);
        }
    }

    public static List<Bar> Generated(int seed, int count = 1500, TimeSpan? interval = null, MarketWorld world = MarketWorld.Planted) =>
        [.. BarGenerator.Generate(new BarGeneratorOptions
        {
            Seed = seed,
            Count = count,
            Symbol = Symbol,
            Interval = interval ?? TimeSpan.FromHours(1),
            World = world,
        }).Bars];

    /// <summary>All updates over the bars.</summary>
    public static List<MarketUpdate> Track(IEnumerable<Bar> bars, MarketTrackerOptions? options = null)
    {
        var tracker = new MarketTracker(Symbol, options);
        return [.. bars.Select(tracker.Update)];
    }

    /// <summary>All events over the bars.</summary>
    public static List<MarketEvent> Events(IEnumerable<Bar> bars, MarketTrackerOptions? options = null) =>
        [.. Track(bars, options).SelectMany(update => update.Events)];

    public static double Feature(this MarketEvent happened, string name) => happened.Features.Single(feature => feature.Key == name).Value;

    /// <summary>Everything of an update as text, for comparing runs to the last bit.</summary>
    public static string Print(this MarketUpdate update) => string.Join('\n',
        [Print(update.Snapshot), .. update.Events.Select(Print)]);

    public static string Print(MarketSnapshot snapshot) => FormattableString.Invariant(
        $"{snapshot.AsOf:O} {snapshot.Regime} {snapshot.Atr:R} {snapshot.Sigma:R} ") +
        string.Join(' ', snapshot.Indicators.Select(item => FormattableString.Invariant($"{item.Key}={item.Value:R}"))) + " | " +
        string.Join(' ', snapshot.State.Values.Select(value => FormattableString.Invariant($"{value:R}")));

    public static string Print(MarketEvent happened) => FormattableString.Invariant(
        $"{happened.Id} {happened.Type} {happened.Side} {happened.EventTime:O} {happened.KnownAt:O} {happened.Severity:R} {happened.Detector} ") +
        string.Join(' ', happened.Features.Select(item => FormattableString.Invariant($"{item.Key}={item.Value:R}")));
}
