using System.ComponentModel;

namespace Sentinel.Memory;

/// <summary>What a model may ask and write about the market.</summary>
internal sealed class MarketFunctions(IMemoryToolkit toolkit, Func<DateTimeOffset> asOf)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public Task<ToolResult<WorkingSection>> GetWorkingContextAsync(
        [Description("A symbol; leave out for all markets.")] string? symbol = null, CancellationToken cancellationToken = default) =>
        Symbols.TryRead(symbol, out var market)
            ? toolkit.GetWorkingContextAsync(asOf(), market, cancellationToken)
            : ToolResults.None<WorkingSection>(asOf(), NoneFound.Filtered);

    public Task<ToolResult<WorkingNote>> SetWorkingNoteAsync(
        [Description("What it is about.")] string topic,
        [Description("The note, short.")] string text,
        [Description("Hours until it ends; at most a week.")] double ttl_hours = 24,
        CancellationToken cancellationToken = default) =>
        toolkit.SetWorkingNoteAsync(asOf(), topic, text, Hours(ttl_hours), cancellationToken);

    public Task<ToolResult<AgentNote>> RecordObservationAsync([Description("What was seen, short.")] string text, CancellationToken cancellationToken = default) =>
        toolkit.RecordObservationAsync(asOf(), text, cancellationToken);

    public Task<ToolResult<EventEntry>> ListEventsAsync(
        [Description("First instant, ISO 8601; leave out for a week back.")] DateTimeOffset? from = null,
        [Description("Instant after the last; leave out for the present.")] DateTimeOffset? to = null,
        [Description("Event types; leave out for all.")] string[]? types = null,
        CancellationToken cancellationToken = default) =>
        toolkit.ListEventsAsync(asOf(), from ?? asOf() - Week, to ?? asOf() + TimeSpan.FromTicks(1), types, cancellationToken);

    /// <summary>A span that no number a model gives can break.</summary>
    private static TimeSpan Hours(double hours) => double.IsFinite(hours) ? TimeSpan.FromHours(Math.Clamp(hours, 0, Week.TotalHours)) : Week;
}

/// <summary>Reads a symbol that a model wrote.</summary>
internal static class Symbols
{
    public static bool TryRead(string? text, out Symbol? symbol)
    {
        symbol = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var isSymbol = Symbol.TryParse(text.Trim(), out var parsed);
        symbol = isSymbol ? parsed : null;
        return isSymbol;
    }
}
