using OMem.Interactions;

namespace OMem.Recall;

/// <summary>Which turns a query allows. Ranking statistics are still those of the whole view, so a filter changes what may come, not how it scores.</summary>
internal sealed class TurnFilter
{
    private readonly TurnColumns _columns;
    private readonly int? _speaker;
    private readonly int? _session;
    private readonly long _from;
    private readonly long _to;
    private readonly long _recordedUntil;

    private TurnFilter(ScopeView view, RecallQuery query)
    {
        _columns = view.Columns;
        _speaker = query.Speaker is null ? null : view.FindSpeaker(query.Speaker);
        _session = query.Session is null ? null : view.FindSession(query.Session);
        _from = query.From?.UtcTicks ?? long.MinValue;
        _to = query.To?.UtcTicks ?? long.MaxValue;
        _recordedUntil = query.AsOf?.UtcTicks ?? long.MaxValue;
    }

    /// <summary>The filter of a query; null when it allows every turn.</summary>
    public static TurnFilter? Create(ScopeView view, RecallQuery query) =>
        query.Speaker is null && query.Session is null && query.From is null && query.To is null && query.AsOf is null
            ? null
            : new TurnFilter(view, query);

    /// <summary>Whether the turn may be recalled.</summary>
    public bool Allows(int turn) => (_speaker is null || _columns.Speaker[turn] == _speaker) && AllowsAnySpeaker(turn);

    /// <summary>The same whoever spoke: for the evidence of an item about somebody.</summary>
    public bool AllowsAnySpeaker(int turn) =>
        (_session is null || _columns.Session[turn] == _session)
        && _columns.OccurredAt[turn] >= _from
        && _columns.OccurredAt[turn] < _to
        && _columns.RecordedAt[turn] <= _recordedUntil;

    /// <summary>The view as it was at an instant: without the turns at the end of the log that were recorded later.</summary>
    /// <remarks>Where the clock ran backwards, later turns may lie before earlier ones; the filter takes those out.</remarks>
    public static ScopeView AsOf(ScopeView view, DateTimeOffset? instant)
    {
        if (instant is not { } asOf)
        {
            return view;
        }

        var count = view.Count;
        while (count > 0 && view.Columns.RecordedAt[count - 1] > asOf.UtcTicks)
        {
            count--;
        }

        return view.Truncate(count);
    }
}
