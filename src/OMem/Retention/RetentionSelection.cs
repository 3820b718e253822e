using OMem.Forgetting;
using OMem.Storage;

namespace OMem.Retention;

/// <summary>Which interactions a policy does not keep.</summary>
internal static class RetentionSelection
{
    public static async Task<Selected> ReadAsync(IMemoryStore store, MemoryScope scope, RetentionPolicy? policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = await store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        if (policy is null or { MaxAge: null, MaxSessions: null })
        {
            return Selected.Of(scope, head.Epoch, []);
        }

        var rows = new List<Row>();
        await foreach (var entry in store.ReadIndexAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(new Row(entry.Sequence, entry.OccurredAt, entry.Session));
        }

        return Selected.Of(scope, head.Epoch, [.. Beyond(rows, policy, now)]);
    }

    /// <summary>Log positions of what is too old, or of a session that is not among the latest.</summary>
    public static IEnumerable<long> Beyond(IReadOnlyList<Row> rows, RetentionPolicy policy, DateTimeOffset now)
    {
        // As far back as time goes, nothing is too old.
        var oldest = policy.MaxAge is { } age && now - DateTimeOffset.MinValue > age ? now - age : DateTimeOffset.MinValue;
        var kept = rows.Where(static row => row.Session is not null)
            .GroupBy(static row => row.Session!, StringComparer.Ordinal)
            .OrderByDescending(static session => session.Max(static row => row.OccurredAt))
            .ThenBy(static session => session.Key, StringComparer.Ordinal)
            .Take(policy.MaxSessions ?? int.MaxValue)
            .Select(static session => session.Key)
            .ToHashSet(StringComparer.Ordinal);
        return rows.Where(row => row.OccurredAt < oldest || (row.Session is { } session && !kept.Contains(session))).Select(static row => row.Sequence);
    }

    /// <summary>What the rules look at.</summary>
    /// <param name="Sequence">The log position.</param>
    /// <param name="OccurredAt">When it happened.</param>
    /// <param name="Session">Its session.</param>
    internal readonly record struct Row(long Sequence, DateTimeOffset OccurredAt, string? Session);
}
