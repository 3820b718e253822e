namespace Sentinel.Memory;

/// <summary>Events in order of when they were known.</summary>
internal sealed class EventLog
{
    private readonly List<EventEntry> _entries = [];
    private readonly Dictionary<string, EventEntry> _byId = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, EventEntry> ById => _byId;

    public void Add(EventEntry entry)
    {
        if (!_byId.TryAdd(entry.Id, entry))
        {
            return;
        }

        var at = _entries.Count;
        while (at > 0 && Compare(_entries[at - 1], entry) > 0)
        {
            at--;
        }

        _entries.Insert(at, entry);
    }

    /// <summary>What happened between two instants and was known by a third, by when it was known.</summary>
    public IEnumerable<EventEntry> Between(DateTimeOffset from, DateTimeOffset to, DateTimeOffset asOf) =>
        _entries.Where(entry => entry.Event.EventTime >= from && entry.Event.EventTime < to && entry.Event.KnownAt <= asOf);

    private static int Compare(EventEntry left, EventEntry right) => left.Event.KnownAt != right.Event.KnownAt
        ? left.Event.KnownAt.CompareTo(right.Event.KnownAt)
        : string.CompareOrdinal(left.Id, right.Id);
}
