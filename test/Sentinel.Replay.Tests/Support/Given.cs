using OMem;
using Sentinel.Exchange.Simulator;
using Sentinel.Market;

namespace Sentinel.Replay.Tests.Support;

/// <summary>Small generated markets and the options of a session on them.</summary>
internal static class Given
{
    public static readonly MemoryScope Scope = new("acme", "ines");

    public static IReadOnlyList<Bar> Bars(int count = 600, int seed = 7, string symbol = "SYNUSDT") =>
        BarGenerator.Generate(new BarGeneratorOptions { Seed = seed, Count = count, Symbol = Symbol.Parse(symbol) }).Bars;

    public static SessionOptions Options(IReadOnlyList<Bar> bars) => new()
    {
        Scope = Scope,
        Mandate = new Mandate { KnownAt = bars[0].OpenTime, ShortAllowed = true },
        Venue = new SimulatorOptions { Instruments = [.. bars.GroupBy(bar => bar.Symbol).Select(group => Instruments.For(group.Key, group.First().Open))] },
        Seed = 7,
    };
}
