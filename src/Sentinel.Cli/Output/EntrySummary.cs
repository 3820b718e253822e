using System.Globalization;
using Sentinel.Memory;

namespace Sentinel.Cli.Output;

/// <summary>An entry of a journal in one line.</summary>
internal static class EntrySummary
{
    /// <summary>What it records.</summary>
    public static string Of(IJournalPayload payload) => payload switch
    {
        Decision decision => Told($"{decision.Id} {decision.Symbol} {Word(decision.Intent.Direction)} {Verdict(decision)}"),
        FillEntry fill => Told($"{Word(fill.Fill.Side)} {Show.Plain(fill.Fill.Quantity)} {fill.Fill.Symbol} at {Show.Plain(fill.Fill.Price)}, fee {Show.Plain(fill.Fill.Fee)}"),
        Outcome outcome => Told($"{outcome.DecisionId} after {OutcomeHorizons.Name(outcome.Horizon)}: {outcome.Raw:+0.00%;-0.00%;0.00%}{(outcome.RMultiple is { } r ? Told($", {r:+0.00;-0.00;0.00} R") : "")} by {Word(outcome.Barrier)}"),
        Assessment assessment => Told($"{assessment.DecisionId}: {assessment.Verdict}{(assessment.Faults.Count > 0 ? " (" + string.Join(", ", assessment.Faults) + ")" : "")}"),
        Reflection reflection => reflection.Text,
        EventEntry happening => Told($"{happening.Event.Type} {happening.Event.Symbol} side {happening.Event.Side}, severity {happening.Event.Severity:0.##}"),
        PersonaChangedEntry changed => $"{changed.Attribute}: {changed.Before ?? "-"} to {changed.After ?? "-"} ({changed.Statistic})",
        MandateChanged changed => Told($"mandate version {changed.Mandate.Version} set by {changed.SetBy}"),
        Denied denied => $"{denied.DecisionId}: {string.Join(", ", denied.Findings.Select(finding => finding.Code))}",
        Halted halted => $"{halted.Code} {(halted.IsHalted ? "on" : "off")}: {halted.Reason} ({halted.By})",
        Forgotten forgotten => Told($"{forgotten.Ids.Count} entries forgotten by {forgotten.By}"),
        AgentNote note => $"{Word(note.Form)} {note.Topic}: {note.Text}",
        _ => payload.Id,
    };

    private static string Verdict(Decision decision) => decision.Verdict switch
    {
        null => "",
        GateVerdict.Denied => $"denied ({string.Join(", ", decision.Gate.Where(finding => finding.IsDenial).Select(finding => finding.Code))})",
        { } verdict => $"{Word(verdict)}, {Show.Plain(decision.Quantity)}",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
