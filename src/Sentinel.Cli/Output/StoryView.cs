using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sentinel.Memory;
using Spectre.Console;

namespace Sentinel.Cli.Output;

/// <summary>Shows why a decision was made.</summary>
internal static class StoryView
{
    /// <summary>As tables.</summary>
    public static void Write(IAnsiConsole console, DecisionStory story)
    {
        var (decision, intent) = (story.Decision, story.Decision.Intent);
        Tables.Pairs(console, $"{decision.Id}",
        [
            ("when", Show.Time(decision.AsOf)),
            ("market", Told($"{decision.Symbol} at {decision.Price:0.########}, {decision.Regime}, range {decision.Atr:0.####}")),
            ("held before", Show.Plain(decision.PositionBefore)),
            ("new events", decision.Events.Count is 0 ? "none" : string.Join(", ", decision.Events.Select(happening => Told($"{happening.Type} ({happening.Severity:0.0})")))),
            ("context", Told($"{decision.ContextIds.Count} items, {decision.Dropped.Count} left out")),
            ("wanted", Told($"{Word(intent.Direction)}, conviction {intent.Conviction:0.##}, expected {intent.ExpectedR:0.##} R")),
            ("stop, target", $"{(intent.Stop is { } stop ? Show.Plain(stop) : "none")}, {(intent.Target is { } target ? Show.Plain(target) : "none")}"),
            ("ends when", intent.Invalidation.Length > 0 ? intent.Invalidation : "-"),
            ("because", intent.Rationale),
            ("sized", decision.SizeTrace.Count is 0 ? "-" : string.Join(", ", decision.SizeTrace.Select(step => $"{step.Rule} {Show.Plain(step.Quantity)}"))),
            ("gate", $"{(decision.Verdict is { } verdict ? Word(verdict) : "not asked")}{string.Concat(decision.Gate.Select(finding => $"; {finding.Code}: {finding.Detail}"))}"),
            ("orders", decision.OrderIds.Count is 0 ? "none" : string.Join(", ", decision.OrderIds)),
            ("run", Told($"{Word(decision.Mode)}, arm {decision.Arm}, seed {decision.Seed}, {decision.ModelId ?? "rules"}")),
        ]);
        var agents = Tables.Of("what the agents said", "agent", "said");
        foreach (var proposal in decision.Proposals)
        {
            agents.Row(proposal.Agent, proposal.Failure is { } failure ? $"failed: {failure}" : Said(proposal.Output));
        }

        console.Write(agents);
        Entries(console, "memories it cites", story.Cited);
        Entries(console, "what became of it", story.After);
    }

    /// <summary>As JSON.</summary>
    public static JsonNode Json(DecisionStory story) => new JsonObject
    {
        ["id"] = story.Decision.Id,
        ["asOf"] = JournalIds.Time(story.Decision.AsOf),
        ["symbol"] = story.Decision.Symbol.Value,
        ["regime"] = story.Decision.Regime.ToString(),
        ["positionBefore"] = story.Decision.PositionBefore,
        ["events"] = JsonFormat.Array(story.Decision.Events.Select(happening => (JsonNode?)happening.Type)),
        ["contextIds"] = JsonFormat.Array(story.Decision.ContextIds.Select(id => (JsonNode?)id)),
        ["direction"] = Word(story.Decision.Intent.Direction),
        ["conviction"] = JsonFormat.Number(story.Decision.Intent.Conviction),
        ["stop"] = story.Decision.Intent.Stop,
        ["target"] = story.Decision.Intent.Target,
        ["invalidation"] = story.Decision.Intent.Invalidation,
        ["rationale"] = story.Decision.Intent.Rationale,
        ["verdict"] = story.Decision.Verdict is { } verdict ? Word(verdict) : null,
        ["quantity"] = story.Decision.Quantity,
        ["findings"] = JsonFormat.Array(story.Decision.Gate.Select(finding => new JsonObject
        {
            ["code"] = finding.Code, ["denial"] = finding.IsDenial, ["before"] = finding.Before, ["after"] = finding.After, ["detail"] = finding.Detail,
        })),
        ["agents"] = JsonFormat.Array(story.Decision.Proposals.Select(proposal => new JsonObject { ["agent"] = proposal.Agent, ["version"] = proposal.Version, ["output"] = proposal.Output, ["failure"] = proposal.Failure })),
        ["cited"] = JsonFormat.Array(story.Cited.Select(entry => new JsonObject { ["id"] = entry.Id, ["summary"] = EntrySummary.Of(entry.Payload) })),
        ["after"] = JsonFormat.Array(story.After.Select(entry => new JsonObject { ["id"] = entry.Id, ["asOf"] = JournalIds.Time(entry.AsOf), ["summary"] = EntrySummary.Of(entry.Payload) })),
    };

    private static void Entries(IAnsiConsole console, string title, IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count is 0)
        {
            return;
        }

        var table = Tables.Of(title, "as of", "kind", "what");
        foreach (var entry in entries)
        {
            table.Row(Show.Time(entry.AsOf), Word(entry.Kind), EntrySummary.Of(entry.Payload));
        }

        console.Write(table);
    }

    /// <summary>The words of an agent's answer where it has some, else the answer.</summary>
    private static string Said(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            return json.RootElement.ValueKind is JsonValueKind.Object && (json.RootElement.TryGetProperty("text", out var text) || json.RootElement.TryGetProperty("rationale", out text))
                ? text.GetString() ?? output
                : output;
        }
        catch (JsonException)
        {
            return output;
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
