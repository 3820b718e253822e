using OMem.Interactions;
using OMem.Storage;

namespace OMem.Status;

/// <summary>Counts what a scope holds.</summary>
internal static class StatsReader
{
    public static async Task<MemoryStats> ReadAsync(
        IMemoryStore store, ScopeState state, ScopeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var derived = await store.ReadDerivedAsync(state.Scope, cancellationToken).ConfigureAwait(false);
        var ledger = await store.CountLedgerAsync(state.Scope, cancellationToken).ConfigureAwait(false);
        var description = await store.DescribeAsync(cancellationToken).ConfigureAwait(false);
        var attributes = derived.Items.Select(stored => stored.Item).Where(item => !item.Held && item.Kind is PersonaItemKind.Attribute).ToList();
        var current = attributes.Count(item => item.SupersededAt is null && item.ValidTo is null);
        var view = snapshot.View;
        return new MemoryStats
        {
            Interactions = view.Count,
            Sessions = view.SessionCount,
            Speakers = Speakers(view),
            CurrentAttributes = current,
            SupersededAttributes = attributes.Count - current,
            Facts = derived.Items.Count(stored => stored.Item is { Held: false, Kind: PersonaItemKind.Fact }),
            Held = derived.Items.Count(stored => stored.Item is { Held: true, SupersededAt: null }),
            Topics = derived.Topics.Count,
            Clues = view.TermCount,
            LedgerEntries = ledger,
            Span = Span(view),
            IndexBytes = state.IndexBytes,
            VectorBytes = state.VectorBytes,
            StoreBytes = description.Bytes,
        };
    }

    private static SpeakerCount[] Speakers(ScopeView view)
    {
        var speakers = view.Speakers;
        var counts = new int[speakers.Length];
        var roles = new SpeakerRole[speakers.Length];
        for (var turn = 0; turn < view.Count; turn++)
        {
            var speaker = view.Columns.Speaker[turn];
            counts[speaker]++;
            roles[speaker] = (SpeakerRole)view.Columns.Role[turn];
        }

        var result = new SpeakerCount[speakers.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new SpeakerCount(speakers[i], roles[i], counts[i]);
        }

        return [.. result.OrderByDescending(count => count.Interactions).ThenBy(count => count.Speaker, StringComparer.Ordinal)];
    }

    /// <summary>From the earliest interaction to the latest, which is inside: the end is one tick later.</summary>
    private static TimeRange? Span(ScopeView view)
    {
        if (view.Count == 0)
        {
            return null;
        }

        var occurred = view.Columns.OccurredAt.AsSpan(0, view.Count);
        var (first, last) = (occurred[0], occurred[0]);
        foreach (var ticks in occurred)
        {
            first = Math.Min(first, ticks);
            last = Math.Max(last, ticks);
        }

        return new TimeRange(At(first), At(Math.Min(last + 1, DateTimeOffset.MaxValue.Ticks)));
    }

    private static DateTimeOffset At(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
