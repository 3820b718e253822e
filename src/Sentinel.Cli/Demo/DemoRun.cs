using OMem;
using OMem.Storage;
using Sentinel.Cli.Plots;
using Sentinel.Exchange.Simulator;
using Sentinel.Market;
using Sentinel.Memory;
using Sentinel.Persona;
using Sentinel.Replay;

namespace Sentinel.Cli.Demo;

/// <summary>The demo: a market, a trader who trades it, the agent that gets to know the trader, with memory and without.</summary>
internal sealed class DemoRun(string folder, int seed)
{
    private const int Bars = 5_000;
    private const decimal Cash = 10_000m;

    /// <summary>Runs it.</summary>
    public async Task<DemoReport> RunAsync(Action<double> progress, CancellationToken cancellationToken)
    {
        var market = BarGenerator.Generate(new BarGeneratorOptions { Seed = seed, Count = Bars });
        await using (var writer = new StreamWriter(At("bars.csv")))
        {
            BarFile.Write(writer, market.Bars);
        }

        var symbol = market.Options.Symbol;
        var trader = new SyntheticTrader("demo", Traits(symbol), seed);
        var history = trader.Trade(market.Bars, Cash);
        var profile = Reveal(market.Bars, history);
        PersonaRadar.Save(At("persona.png"), "the demo's trader", profile);
        var results = new List<(string Name, ReplayResult Result)>();
        var marks = new List<EventMark>();
        foreach (var (name, arm) in ((string, MemoryArm)[])[("memory", MemoryArm.All), ("no-memory", MemoryArm.None)])
        {
            var path = At($"{name}.jsonl");
            File.Delete(path);
            var before = (double)results.Count / 2;
            await using var store = arm is MemoryArm.None ? null : new InMemoryMemoryStore();
            var result = await ReplayRun.RunAsync(
                Options(market.Bars[0], history) with { Arm = arm, JournalPath = path, Store = store },
                market.Bars,
                cycle =>
                {
                    progress(before + (cycle.Cycle / (double)Bars / 2));
                    if (arm is MemoryArm.All)
                    {
                        marks.AddRange(EventMark.Of(cycle));
                    }
                },
                cancellationToken);
            results.Add((name, result));
        }

        EquityPlot.Save(
            At("equity.png"),
            $"{symbol}, generated with seed {FormattableString.Invariant($"{seed}")}: the same agent with and without memory",
            [.. results.Select(pair => new EquityLine(pair.Name is "memory" ? "with memory" : "without memory", pair.Result.Metrics.Equity))],
            marks);
        return new DemoReport(folder, trader.Traits, profile, [.. results], JournalVerify.Run(At("memory.jsonl")), market.Truth.Episodes.Count);
    }

    private static TraderTraits Traits(Symbol symbol) => new()
    {
        MedianHold = TimeSpan.FromHours(8),
        RiskPerTrade = 0.008,
        Assets = [new AssetWeight(symbol, 1)],
        EntriesPerDay = 2,
        StopRate = 0.8,
        StopDistanceAtr = 3,
        Disposition = 0.6,
        Fomo = 0.2,
        AveragingDown = 0.2,
        ShortShare = 0.3,
    };

    private static RevealedProfile Reveal(IReadOnlyList<Bar> bars, SyntheticHistory history)
    {
        var persona = new PersonaManager(new PersonaOptions { StartingEquity = history.StartingEquity });
        persona.ObserveBars(bars);
        persona.ObserveOrders(history.Orders);
        persona.Observe(history.Fills);
        persona.Advance(bars[^1].CloseTime);
        return persona.Revealed(bars[^1].CloseTime);
    }

    private SessionOptions Options(Bar first, SyntheticHistory history) => new()
    {
        Scope = new MemoryScope("demo", "demo", "sentinel"),
        Mandate = new Mandate { KnownAt = first.OpenTime, ShortAllowed = true },
        Venue = new SimulatorOptions { Instruments = [Instruments.For(first.Symbol, first.Open)], InitialCash = Cash },
        Seed = seed,
        Trader = TraderHistory.Of(history),
    };

    private string At(string name) => Path.Combine(folder, name);
}

/// <summary>What the demo found.</summary>
/// <param name="Folder">Where everything lies.</param>
/// <param name="Planted">How the trader was made.</param>
/// <param name="Profile">What its fills reveal.</param>
/// <param name="Runs">The replays.</param>
/// <param name="Chain">Whether the journal's chain holds.</param>
/// <param name="Episodes">Planted episodes of the market.</param>
internal sealed record DemoReport(
    string Folder, TraderTraits Planted, RevealedProfile Profile, IReadOnlyList<(string Name, ReplayResult Result)> Runs, JournalVerification Chain, int Episodes);
