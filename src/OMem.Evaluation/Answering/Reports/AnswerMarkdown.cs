using System.Globalization;
using System.Text;

namespace OMem.Evaluation;

/// <summary>Writes a report of answers as Markdown: settings, figures with intervals, cost, building, paired tests, categories.</summary>
internal static class AnswerMarkdown
{
    public static string Write(AnswerReport report)
    {
        var text = new StringBuilder();
        Head(text, report);
        Figures(text, report, report.Headline ?? AnswerReportBuilder.All);
        Costs(text, report);
        Building(text, report);
        Comparisons(text, report);
        Misses(text, report);
        foreach (var category in report.Systems.Values.First().Categories.Keys.Where(name => name != report.Headline))
        {
            Figures(text, report, category);
        }

        return text.ToString();
    }

    private static void Head(StringBuilder text, AnswerReport report)
    {
        text.Line($"# Answers on {report.Dataset}");
        text.Line();
        text.Line($"{report.Count} questions, {report.Conversations} conversations, {report.Turns} turns.{(report.Chance is { } chance ? string.Create(CultureInfo.InvariantCulture, $" Guessing gives {chance:0.000}.") : "")}");
        text.Line();
        text.Line($"- dropped: {(report.Dropped.Count == 0 ? "nothing" : string.Join(", ", report.Dropped.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key} {d.Value}"))))}");
        foreach (var (key, value) in report.Configuration.Settings)
        {
            text.Line($"- {key}: {value}");
        }

        text.Line($"- judge: {(report.Configuration.Judge is { } judge ? string.Join("; ", judge.Select(pair => $"{pair.Key} {pair.Value}")) : "none")}");
        text.Line($"- intervals: 95 % bootstrap over questions, {report.Configuration.BootstrapSamples} resamples; tests: paired sign flips, {report.Configuration.PermutationSamples} samples; seed {report.Configuration.Seed}");
        foreach (var (name, settings) in report.Configuration.Systems)
        {
            text.Line($"- {name}: {string.Join("; ", settings.Select(pair => $"{pair.Key} {pair.Value}"))}");
        }

        text.Line();
    }

    private static void Figures(StringBuilder text, AnswerReport report, string group)
    {
        IReadOnlyDictionary<string, AnswerFigure> Of(AnswerSystemReport system) => group == AnswerReportBuilder.All ? system.All : system.Categories[group];
        var metrics = AnswerMetric.All.Where(metric => report.Systems.Values.Any(system => Of(system).ContainsKey(metric))).ToList();
        if (metrics.Count == 0)
        {
            return;
        }

        var counts = metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric} (n = {report.Systems.Values.Max(system => Of(system).GetValueOrDefault(metric)?.N ?? 0)})"));
        text.Line($"## {group}");
        text.Line();
        text.Line($"| system | {string.Join(" | ", counts)} |");
        text.Line($"|---|{string.Concat(Enumerable.Repeat("---|", metrics.Count))}");
        foreach (var (name, system) in report.Systems)
        {
            text.Line($"| {name} | {string.Join(" | ", metrics.Select(metric => Cell(Of(system).GetValueOrDefault(metric))))} |");
        }

        text.Line();
    }

    private static void Costs(StringBuilder text, AnswerReport report)
    {
        text.Line("## Cost of a question");
        text.Line();
        text.Line("Means; recall and total time in milliseconds, p50 / p95.");
        text.Line();
        text.Line("| system | context tokens | prompt | completion | calls | recall | total | memory KB | errors | judge unreadable |");
        text.Line("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, system) in report.Systems)
        {
            var cost = system.Cost;
            var recall = cost.Latency is { } l ? string.Create(CultureInfo.InvariantCulture, $"{l.RecallP50:0.0} / {l.RecallP95:0.0}") : "–";
            var total = cost.Latency is { } t ? string.Create(CultureInfo.InvariantCulture, $"{t.TotalP50:0.0} / {t.TotalP95:0.0}") : "–";
            text.Line($"| {name} | {cost.ContextTokens:0} | {cost.PromptTokens:0} | {cost.CompletionTokens:0} | {cost.Calls:0.##} | {recall} | {total} | {cost.MemoryBytes / 1024:0} | {system.Errors} | {system.UnreadableJudgements?.ToString(CultureInfo.InvariantCulture) ?? "–"} |");
        }

        text.Line();
    }

    private static void Building(StringBuilder text, AnswerReport report)
    {
        var own = report.Systems.FirstOrDefault(system => system.Key is not PaperAnswers.SystemName && system.Value.Build is not null).Value?.Build;
        Building(text, own, "## Cost of building");
        Building(text, report.Systems.GetValueOrDefault(PaperAnswers.SystemName)?.Build, "## Cost of building by the published method");
    }

    private static void Building(StringBuilder text, BuildCost? built, string title)
    {
        if (built is null)
        {
            return;
        }

        text.Line(title);
        text.Line();
        text.Line($"{built.Messages} messages; per 1,000 of them {built.CallsPer1000:0.0} calls and {built.TokensPer1000:0} tokens{Seconds(built.SecondsPer1000)}. Parked: {built.Parked}.");
        text.Line();
        if (built.Stages.Count > 0)
        {
            text.Line("| stage | model | calls | failed | prompt tokens | completion tokens |");
            text.Line("|---|---|---|---|---|---|");
            foreach (var stage in built.Stages)
            {
                text.Line($"| {stage.Stage} | {stage.Model} | {stage.Calls} | {stage.FailedCalls} | {stage.PromptTokens} | {stage.CompletionTokens} |");
            }

            text.Line();
        }
    }

    private static string Seconds(BuildSeconds? seconds) => seconds is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $", {seconds.Remember:0.00} s to store and index, {seconds.Understand:0.00} s to understand");

    private static void Comparisons(StringBuilder text, AnswerReport report)
    {
        var group = report.Headline ?? AnswerReportBuilder.All;
        var rows = report.Comparisons.Where(c => c.Group == group && c.Metric is not AnswerMetric.Bleu1).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        text.Line($"## omem less the others, paired ({group})");
        text.Line();
        text.Line("| baseline | figure | n | difference | 95 % | p |");
        text.Line("|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            text.Line($"| {row.Baseline} | {row.Metric} | {row.N} | {Signed(row.Difference)} | {Signed(row.Ci95[0])} to {Signed(row.Ci95[1])} | {row.P:0.0000} |");
        }

        text.Line();
    }

    private static void Misses(StringBuilder text, AnswerReport report)
    {
        text.Line($"## Why questions were missed ({report.Main} below 0.5)");
        text.Line();
        text.Line($"| system | {string.Join(" | ", MissKind.All)} |");
        text.Line($"|---|{string.Concat(Enumerable.Repeat("---|", MissKind.All.Count))}");
        foreach (var (name, system) in report.Systems)
        {
            text.Line($"| {name} | {string.Join(" | ", MissKind.All.Select(kind => system.Misses[kind].ToString(CultureInfo.InvariantCulture)))} |");
        }

        text.Line();
    }

    private static string Cell(AnswerFigure? figure) => figure is null
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.000} ({figure.Ci95[0]:0.000}–{figure.Ci95[1]:0.000})");

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static void Line(this StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(this StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
