using System.Text;
using System.Text.Json;

namespace Sentinel.Replay.Experiment;

/// <summary>Writes what an experiment found. Tables are the same for the same seeds, to the byte; latencies have a file of their own, which is not.</summary>
internal static class ExperimentReport
{
    /// <summary>Writes everything, and makes the tables of the page beside the folder (<c>docs/experiment.md</c> for <c>docs/experiment</c>) anew where there is one.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(string folder, ExperimentConfig config, ExperimentResults results, IReadOnlyList<RunRecord> records)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        var tables = ReportTables.Of(config, results);
        Text("results.json", JsonSerializer.Serialize(results, ExperimentJson.Default.ExperimentResults) + "\n");
        Text("tables.md", Tables(config, results, tables));
        var latency = Latency(config, records);
        Text("latency.md", $"# Latency of a decision\n\nReal time, milliseconds: not reproducible, and of a machine that did other things too.\n\n{latency.ToMarkdown()}");
        foreach (var (name, image) in ReportFigures.Of(results))
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, image);
            files.Add(path);
        }

        var page = Path.TrimEndingDirectorySeparator(folder) + ".md";
        if (File.Exists(page))
        {
            File.WriteAllText(page, PageTables.Fill(File.ReadAllText(page), tables.Append(latency).ToDictionary(table => table.Name, table => table.ToMarkdown(), StringComparer.Ordinal)));
            files.Add(page);
        }

        return files;

        void Text(string name, string text)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            files.Add(path);
        }
    }

    private static string Tables(ExperimentConfig config, ExperimentResults results, IReadOnlyList<ReportTable> tables)
    {
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"# Tables of {results.Name}\n\n{results.Runs} runs of {config.Users} users; configuration {results.Config}, seed {config.Seed}.\n");
        foreach (var source in results.Prices)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Prices: {source.Name}, SHA-256 {source.Hash}..., {source.Bars} bars.\n");
        }

        foreach (var table in tables)
        {
            text.Append("\n## ").Append(table.Name).Append("\n\n").Append(table.ToMarkdown());
        }

        return text.ToString();
    }

    private static ReportTable Latency(ExperimentConfig config, IReadOnlyList<RunRecord> records) => new(
        "latency",
        ["arm", "median of p50, ms", "median of p95, ms"],
        [.. config.Arms.Select(arm => (arm, runs: records.Where(run => string.Equals(run.Arm, arm.Name, StringComparison.Ordinal) && run.LatencyP95 > 0).ToArray()))
            .Where(static pair => pair.runs.Length > 0)
            .Select(static pair => (string[])[$"{pair.arm.Name}: {pair.arm.Title}", Cell.Of(Median(pair.runs.Select(static run => run.LatencyP50)), "0.00"), Cell.Of(Median(pair.runs.Select(static run => run.LatencyP95)), "0.00")])]);

    private static double Median(IEnumerable<double> values) => Quantiles.Of([.. values.Order()], 0.5);
}
