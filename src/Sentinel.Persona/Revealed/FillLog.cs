namespace Sentinel.Persona;

/// <summary>Everything that was observed, once: the truth that books can be built from again.</summary>
internal sealed class FillLog
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<LogItem> _items = [];
    private LogItem? _last;

    public IReadOnlyList<LogItem> All => _items;

    /// <summary>The latest time at which something was learnt that had happened before.</summary>
    public DateTimeOffset LastDelayed { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Takes what is new, in order of time, and the number of what is known.</summary>
    public (IReadOnlyList<LogItem> Fresh, int Duplicates) Add(
        IEnumerable<Fill> fills, IEnumerable<PositionAdjustment> adjustments, DateTimeOffset? knownAt, DateTimeOffset now)
    {
        List<LogItem> fresh = [];
        var duplicates = 0;
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var fill in fills)
        {
            if (fill.Quantity <= 0 || fill.Price <= 0)
            {
                throw new ArgumentException($"Fill {fill.Id} has no quantity or no price.", nameof(fills));
            }

            if (_ids.Contains(fill.Id) || !ids.Add(fill.Id))
            {
                duplicates++;
                continue;
            }

            fresh.Add(new LogItem(fill.Timestamp, KnownAt(fill.Timestamp), fill, null));
        }

        fresh.AddRange(adjustments
            .Where(adjustment => adjustment.Change != 0)
            .Select(adjustment => new LogItem(adjustment.Time, KnownAt(adjustment.Time), null, adjustment)));
        fresh.Sort();
        _ids.UnionWith(ids);
        _items.AddRange(fresh);
        foreach (var item in fresh.Where(item => item.KnownAt > item.Time && item.KnownAt > LastDelayed))
        {
            LastDelayed = item.KnownAt;
        }

        return (fresh, duplicates);

        DateTimeOffset KnownAt(DateTimeOffset time) => knownAt is { } given && given > time ? given : time > now ? time : now;
    }

    /// <summary>Whether an item belongs before what was applied already.</summary>
    public bool IsLate(LogItem first, DateTimeOffset now) => (_last is not null && first.CompareTo(_last) < 0) || first.Time < now;

    public void Applied(IReadOnlyList<LogItem> fresh)
    {
        if (fresh.Count > 0 && (_last is null || fresh[^1].CompareTo(_last) > 0))
        {
            _last = fresh[^1];
        }
    }
}

/// <summary>A fill or an adjustment. Those of one time come adjustments first, then by id, so that the order of giving does not matter.</summary>
internal sealed record LogItem(DateTimeOffset Time, DateTimeOffset KnownAt, Fill? Fill, PositionAdjustment? Adjustment) : IComparable<LogItem>
{
    public int CompareTo(LogItem? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byTime = Time.CompareTo(other.Time);
        return byTime != 0 ? byTime : string.CompareOrdinal(Key, other.Key);
    }

    private string Key => Fill is null ? FormattableString.Invariant($"0{Adjustment!.Symbol}|{Adjustment.Change}") : $"1{Fill.Id}";

    public void ApplyTo(TraderState state)
    {
        if (Fill is not null)
        {
            state.Apply(Fill);
        }
        else
        {
            state.Apply(Adjustment!);
        }
    }
}
