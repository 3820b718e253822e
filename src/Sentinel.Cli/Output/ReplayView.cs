using System.Text.Json.Nodes;
using Sentinel.Replay;
using Spectre.Console;

namespace Sentinel.Cli.Output;

/// <summary>Shows what a replay did.</summary>
internal static class ReplayView
{
    /// <summary>As a table.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<Bar> bars, ReplayResult result)
    {
        var (metrics, first) = (result.Metrics, result.Metrics.Equity[0]);
        Tables.Pairs(console, $"{bars[0].Symbol} {Show.Time(bars[0].OpenTime)} - {Show.Time(bars[^1].CloseTime)}",
        [
            ("bars, one decision each", Show.Count(metrics.Cycles)),
            ("events", Show.Count(metrics.Events)),
            ("intents to open", Show.Count(metrics.Intents.Count)),
            ("broke the mandate before the gate", $"{Show.Count(metrics.Intents.Count(intent => intent.Violations.Count > 0))} {Rules(metrics)}"),
            ("denied", Show.Count(metrics.Denials)),
            ("fills", Show.Count(metrics.Fills.Count)),
            ("fees", Show.Money(metrics.Fills.Sum(fill => fill.Fee))),
            ("equity", $"{Show.Money(result.Portfolio.Equity)} ({Show.Percent(Change(first.Equity, result.Portfolio.Equity))})"),
            ("holding instead", Show.Percent(Change(bars[0].Open, bars[^1].Close))),
            ("largest fall of equity", Show.Percent(-(double)Fall(metrics))),
            ("context tokens a decision", Show.Count(metrics.ContextTokens / Math.Max(1, metrics.Cycles))),
            ("tokens of models", Show.Count(metrics.ModelTokens)),
            ("answers of agents that failed", Show.Count(metrics.AgentFailures)),
            ("decision time p50, p95", $"{Show.Number(metrics.Latency(0.5), "0.00")} ms, {Show.Number(metrics.Latency(0.95), "0.00")} ms"),
            ("journal entries", Show.Count(result.Count)),
            ("head hash", result.HeadHash),
        ]);
    }

    /// <summary>As JSON; no latencies, so that the same input gives the same bytes.</summary>
    public static JsonNode Json(ReplayResult result)
    {
        var metrics = result.Metrics;
        return new JsonObject
        {
            ["cycles"] = metrics.Cycles,
            ["events"] = metrics.Events,
            ["intents"] = metrics.Intents.Count,
            ["violationRate"] = JsonFormat.Number(metrics.ViolationRate),
            ["violations"] = new JsonObject(metrics.ViolationsByRule.Select(rule => KeyValuePair.Create(rule.Key, (JsonNode?)rule.Value))),
            ["denials"] = metrics.Denials,
            ["fills"] = metrics.Fills.Count,
            ["fees"] = metrics.Fills.Sum(fill => fill.Fee),
            ["equity"] = result.Portfolio.Equity,
            ["largestFall"] = Fall(metrics),
            ["contextTokens"] = metrics.ContextTokens,
            ["modelTokens"] = metrics.ModelTokens,
            ["agentFailures"] = metrics.AgentFailures,
            ["journalEntries"] = result.Count,
            ["headHash"] = result.HeadHash,
        };
    }

    private static string Rules(RunMetrics metrics) => metrics.ViolationsByRule.Count is 0 ? "" : $"({string.Join(", ", metrics.ViolationsByRule.Select(rule => $"{rule.Key} {rule.Value}"))})";

    private static double Change(decimal from, decimal to) => from is 0 ? 0 : (double)((to - from) / from);

    private static decimal Fall(RunMetrics metrics)
    {
        var (peak, fall) = (0m, 0m);
        foreach (var point in metrics.Equity)
        {
            peak = Math.Max(peak, point.Equity);
            fall = peak > 0 ? Math.Max(fall, (peak - point.Equity) / peak) : fall;
        }

        return Math.Round(fall, 6);
    }
}
