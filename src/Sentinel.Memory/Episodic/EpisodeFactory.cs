using System.Globalization;
using System.Text;

namespace Sentinel.Memory;

/// <summary>Makes an episode of a decision. Nothing that came after enters.</summary>
internal static class EpisodeFactory
{
    /// <summary>Whether a decision is worth an episode.</summary>
    public static bool IsNotable(Decision decision) =>
        Exposures.Changes(decision)
        || decision.Verdict is GateVerdict.Denied
        || decision.Events.Any(happening => happening.KnownAt == decision.AsOf);

    public static Episode Make(Decision decision, IReadOnlyDictionary<string, EventEntry> events) => new()
    {
        Id = $"epi-{decision.Id}",
        DecisionId = decision.Id,
        Symbol = decision.Symbol,
        EventTime = EventTime(decision, events),
        KnownAt = decision.AsOf,
        Events = decision.Events,
        Regime = decision.Regime,
        State = decision.State,
        Direction = decision.Intent.Direction,
        Exposure = Exposures.After(decision),
        Conviction = decision.Intent.Conviction,
        DenialCodes = [.. decision.Gate.Where(finding => finding.IsDenial).Select(finding => finding.Code)],
        Layer = EpisodeLayers.Of(decision.Events),
        Text = Words(decision, events),
    };

    private static DateTimeOffset EventTime(Decision decision, IReadOnlyDictionary<string, EventEntry> events)
    {
        var latest = decision.Events.Count > 0 ? decision.Events[^1] : null;
        return latest is not null && events.TryGetValue(latest.Id, out var entry) ? entry.Event.EventTime : decision.AsOf;
    }

    /// <summary>Computed words first, words of feeds quoted behind them with their source.</summary>
    private static string Words(Decision decision, IReadOnlyDictionary<string, EventEntry> events)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{decision.Symbol} {decision.Regime}");
        foreach (var happening in decision.Events)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {happening.Type} {SituationWords.Side(happening.Side)} severity {happening.Severity:0.##}");
            if (events.TryGetValue(happening.Id, out var entry) && entry.Text is { } words)
            {
                text.Append(CultureInfo.InvariantCulture, $" {Quoting.Quote(words, entry.Source, entry.Trust)}");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"; decided {decision.Intent.Direction} conviction {decision.Intent.Conviction:0.##}");
        if (decision.Verdict is GateVerdict.Denied)
        {
            text.Append("; denied ").AppendJoin(' ', decision.Gate.Where(finding => finding.IsDenial).Select(finding => finding.Code));
        }

        return text.ToString().ToLowerInvariant();
    }
}
