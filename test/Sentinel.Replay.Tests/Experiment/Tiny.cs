using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

/// <summary>The experiment at the smallest size that still has everything: two traders, 200 bars, a few arms.</summary>
internal static class Tiny
{
    public static ExperimentConfig Config { get; } = ExperimentFile.Parse("""
        {
          "name": "tiny", "seed": 5, "users": 2, "driftEvery": 2, "symbols": ["SYNA", "SYNB"], "barHours": 4, "historyBars": 720, "bars": 100, "tokenBudget": 20000,
          "arms": [
            { "name": "A0", "title": "hold", "memory": "hold" },
            { "name": "A1", "title": "off", "memory": "none" },
            { "name": "A5", "title": "all", "memory": "all" },
            { "name": "P2", "title": "other persona", "memory": "all", "persona": "other" },
            { "name": "P3", "title": "random text", "memory": "all", "randomText": true },
            { "name": "G1", "title": "mandate shown", "memory": "none", "mandateShown": true }
          ],
          "worlds": [
            { "name": "W1", "title": "planted", "kind": "planted", "arms": ["A0", "A1", "A5", "P2", "P3", "G1"] },
            { "name": "W0", "title": "null", "kind": "null", "arms": ["A1", "A5"] }
          ],
          "endpoints": ["violation-rate", "persona-fit", "brier"],
          "comparisons": [{ "name": "memory", "arms": ["A5"], "base": "A1" }],
          "bootstrap": { "resamples": 50, "meanBlockDays": 3, "sharpeBlockDays": 2 }
        }
        """);

    public static ArmConfig Arm(string name) => Config.Arms.First(arm => string.Equals(arm.Name, name, StringComparison.Ordinal));

    public static TraderRecord Trader(int user = 0) => TraderRecord.Of(Config, GeneratedWorld.Of(Config, Market.MarketWorld.Planted, user), user);

    public static ExperimentOptions Options(string folder, int parallel = 2) => new()
    {
        OutFolder = Path.Combine(folder, "out"), LogPath = Path.Combine(folder, "runs.jsonl"), Parallel = parallel, MeasuresRecovery = false,
    };

    public static async Task<IReadOnlyList<CycleResult>> RunAsync(SessionOptions options, IReadOnlyList<Bar> bars)
    {
        var cycles = new List<CycleResult>();
        await ReplayRun.RunAsync(options, bars, cycles.Add);
        return cycles;
    }
}

/// <summary>A folder that goes with its test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sentinel-experiment-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
