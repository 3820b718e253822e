using System.Text.Json.Nodes;
using Sentinel.Cli.Output;
using Sentinel.Persona;
using Spectre.Console;

namespace Sentinel.Cli.Demo;

/// <summary>Shows what the demo found.</summary>
internal static class DemoView
{
    /// <summary>As tables.</summary>
    public static void Write(IAnsiConsole console, DemoReport report)
    {
        var traits = Tables.Of("1  the trader: planted, and found in the fills", "trait", "planted#", "found#", "95 % interval#", "n_eff#");
        foreach (var (name, planted) in Planted(report))
        {
            var found = report.Profile.Find(name);
            var isSaid = found is { Status: not AttributeStatus.Insufficient };
            traits.Row(
                name,
                planted,
                isSaid ? found!.Text ?? Show.Number(found.Value) : "insufficient",
                isSaid && found!.Interval is { } interval ? $"{Show.Number(interval.Low)} - {Show.Number(interval.High)}" : "",
                Show.Number(found?.EffectiveN, "0"));
        }

        console.Write(traits);
        var runs = Tables.Of("2  the same agent, with memory and without", "", "bars#", "intents#", "denied#", "fills#", "equity#", "tokens a decision#", "p50#", "p95#");
        foreach (var (name, result) in report.Runs)
        {
            var metrics = result.Metrics;
            runs.Row(
                name, Show.Count(metrics.Cycles), Show.Count(metrics.Intents.Count), Show.Count(metrics.Denials), Show.Count(metrics.Fills.Count), Show.Money(result.Portfolio.Equity),
                Show.Count(metrics.ContextTokens / Math.Max(1, metrics.Cycles)), Show.Number(metrics.Latency(0.5), "0.00 ms"), Show.Number(metrics.Latency(0.95), "0.00 ms"));
        }

        console.Write(runs);
        Tables.Pairs(console, $"3  what lies in {report.Folder}",
        [
            ("memory.jsonl", $"the journal: {Show.Count(report.Chain.Entries)} entries, chain {(report.Chain.IsIntact ? "intact" : "BROKEN")}"),
            ("equity.png, persona.png", "pictures"),
            ("bars.csv", "the market"),
            ("next", $"sentinel why last --journal {Path.Combine(report.Folder, "memory.jsonl")}"),
        ]);
        console.WriteLine("One generated market and one seed: it shows that the parts work, not that memory pays. That is what the experiment is for.");
    }

    /// <summary>As JSON.</summary>
    public static JsonNode Json(DemoReport report) => new JsonObject
    {
        ["folder"] = report.Folder,
        ["chainIntact"] = report.Chain.IsIntact,
        ["journalEntries"] = report.Chain.Entries,
        ["profile"] = ProfileView.Json("demo", report.Profile),
        ["runs"] = new JsonObject(report.Runs.Select(run => KeyValuePair.Create(run.Name, (JsonNode?)ReplayView.Json(run.Result)))),
    };

    private static IEnumerable<(string Name, string Planted)> Planted(DemoReport report)
    {
        yield return (AttributeNames.HoldingTime, Show.Number(report.Planted.MedianHold.TotalHours, "0.# h planned"));
        yield return (AttributeNames.RiskPerTrade, Show.Number(report.Planted.RiskPerTrade));
        yield return (AttributeNames.StopRate, Show.Number(report.Planted.StopRate));
        yield return (AttributeNames.StopDistance, Show.Number(report.Planted.StopDistanceAtr));
        yield return (AttributeNames.LongShare, Show.Number(1 - report.Planted.ShortShare));
        yield return (AttributeNames.AveragingDown, Show.Number(report.Planted.AveragingDown, "0.### of losers"));
        yield return (AttributeNames.Disposition, Show.Number(report.Planted.Disposition, "0.# (strength)"));
        yield return (AttributeNames.Fomo, Show.Number(report.Planted.Fomo));
    }
}
