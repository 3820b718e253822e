using System.Globalization;
using System.Text;

namespace OMem.Evaluation;

/// <summary>Writes a report as Markdown: what was run, the figures, the categories, the paired differences.</summary>
internal static class MarkdownReport
{
    private static readonly (string Head, Func<MetricTable, double> Figure)[] Columns =
    [
        ("R@1", t => t.RecallAt1), ("R@5", t => t.RecallAt5), ("R@10", t => t.RecallAt10), ("R@20", t => t.RecallAt20),
        ("nDCG@10", t => t.NdcgAt10), ("MRR", t => t.Mrr), ("full@20", t => t.FullAt20),
        ("500 tok", t => t.RecallAtTokens["500"]), ("1000 tok", t => t.RecallAtTokens["1000"]),
        ("1500 tok", t => t.RecallAtTokens["1500"]), ("3000 tok", t => t.RecallAtTokens["3000"]),
    ];

    public static string Write(RetrievalReport report)
    {
        var text = new StringBuilder();
        Head(text, report);
        Figures(text, report);
        Differences(text, report);
        foreach (var category in report.Systems.Values.SelectMany(s => s.Categories.Keys).Distinct(StringComparer.Ordinal))
        {
            Category(text, report, category);
        }

        return text.ToString();
    }

    private static void Head(StringBuilder text, RetrievalReport report)
    {
        text.Line($"# Retrieval on {report.Dataset}");
        text.Line();
        text.Line($"{report.Count} questions with evidence, {report.Conversations} conversations, {report.Turns} turns, ranked by {report.Granularity}. No judge model.");
        text.Line();
        text.Line($"- data SHA-256 `{report.DataHash}`");
        text.Line($"- dropped: {(report.Dropped.Count == 0 ? "nothing" : string.Join(", ", report.Dropped.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value}"))))}");
        var embedder = report.Configuration.Embedder;
        text.Line($"- embedding model: {(embedder is null ? "none" : $"`{embedder.Id}`{(embedder.WeightsHash is { } hash ? $", weights `{hash}`" : string.Empty)}")}");
        text.Line($"- intervals: 95 % bootstrap over questions, {report.Configuration.BootstrapSamples} resamples, seed {report.Configuration.Seed}");
        foreach (var (name, settings) in report.Configuration.Systems)
        {
            text.Line($"- {name}: {string.Join("; ", settings.Select(s => $"{s.Key} {s.Value}"))}");
        }

        text.Line();
    }

    private static void Figures(StringBuilder text, RetrievalReport report)
    {
        text.Line($"| system | {string.Join(" | ", Columns.Select(c => c.Head))} | R@10 95 % | query p50 / p95 ms | index s |");
        text.Line($"|---|{string.Concat(Enumerable.Repeat("---|", Columns.Length + 3))}");
        foreach (var (name, system) in report.Systems)
        {
            var interval = system.Intervals["recall@10"];
            var times = system.QueryTimes is { } t ? string.Create(CultureInfo.InvariantCulture, $"{t.P50:0.00} / {t.P95:0.00}") : "–";
            var index = system.IndexSeconds is { } s ? s.ToString("0.0", CultureInfo.InvariantCulture) : "–";
            text.Line($"| {name} | {Row(system)} | {Share(interval[0])}–{Share(interval[1])} | {times} | {index} |");
        }

        text.Line();
    }

    private static void Differences(StringBuilder text, RetrievalReport report)
    {
        var compared = report.Systems.Where(s => s.Value.VersusBm25 is not null).ToList();
        if (compared.Count == 0)
        {
            return;
        }

        string[] metrics = ["recall@1", "recall@5", "recall@10", "ndcg@10", "recallAtTokens.1000"];
        text.Line("Paired difference to `bm25` on the same questions, with its 95 % interval:");
        text.Line();
        text.Line($"| system | {string.Join(" | ", metrics)} |");
        text.Line($"|---|{string.Concat(Enumerable.Repeat("---|", metrics.Length))}");
        foreach (var (name, system) in compared)
        {
            var cells = metrics.Select(m => system.VersusBm25![m]).Select(d => $"{Signed(d.Difference)} ({Signed(d.Interval[0])} to {Signed(d.Interval[1])})");
            text.Line($"| {name} | {string.Join(" | ", cells)} |");
        }

        text.Line();
    }

    private static void Category(StringBuilder text, RetrievalReport report, string category)
    {
        var tables = report.Systems.Where(s => s.Value.Categories.ContainsKey(category)).ToList();
        text.Line($"## {category} (n = {tables[0].Value.Categories[category].Count})");
        text.Line();
        text.Line($"| system | {string.Join(" | ", Columns.Select(c => c.Head))} | R@10 95 % |");
        text.Line($"|---|{string.Concat(Enumerable.Repeat("---|", Columns.Length + 1))}");
        foreach (var (name, system) in tables)
        {
            var table = system.Categories[category];
            text.Line($"| {name} | {Row(table)} | {Share(table.Intervals["recall@10"][0])}–{Share(table.Intervals["recall@10"][1])} |");
        }

        text.Line();
    }

    private static string Row(MetricTable table) => string.Join(" | ", Columns.Select(c => Share(c.Figure(table))));

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static void Line(this StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(this StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
