using OMem;
using Sentinel.Exchange.Simulator;
using Sentinel.Market;
using Sentinel.Persona;

namespace Sentinel.Replay.Tests.Support;

/// <summary>Small generated markets and the options of a session on them.</summary>
internal static class Given
{
    public static readonly MemoryScope Scope = new("acme", "ines");

    public static IReadOnlyList<Bar> Bars(int count = 600, int seed = 7, string symbol = "SYNUSDT") =>
        BarGenerator.Generate(new BarGeneratorOptions { Seed = seed, Count = count, Symbol = Symbol.Parse(symbol), MeanBarsBetweenEpisodes = 25 }).Bars;

    public static SessionOptions Options(IReadOnlyList<Bar> bars) => new()
    {
        Scope = Scope,
        Mandate = new Mandate { KnownAt = bars[0].OpenTime, ShortAllowed = true },
        Venue = new SimulatorOptions { Instruments = [.. bars.GroupBy(bar => bar.Symbol).Select(group => Instruments.For(group.Key, group.First().Open))] },
        Seed = 7,
    };

    /// <summary>A trader who trades these bars often.</summary>
    public static TraderHistory Trader(IReadOnlyList<Bar> bars) => TraderHistory.Of(new SyntheticTrader(
        "ines",
        new TraderTraits { MedianHold = TimeSpan.FromHours(4), RiskPerTrade = 0.01, Assets = [new AssetWeight(bars[0].Symbol, 1)], EntriesPerDay = 4, ShortShare = 0.2 },
        3).Trade(bars, 10_000m));

    /// <summary>Hashes and ids of the journal of a run: the chain stands for all bytes.</summary>
    public static async Task<IReadOnlyList<string>> JournalAsync(IReadOnlyList<Bar> bars, Func<SessionOptions, SessionOptions>? change = null)
    {
        var options = Options(bars);
        var result = await ReplayRun.RunAsync(change?.Invoke(options) ?? options, bars);
        return [.. result.Entries.Select(entry => $"{entry.Hash} {entry.Id}")];
    }
}
