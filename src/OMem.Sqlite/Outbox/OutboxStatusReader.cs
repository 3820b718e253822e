using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Outbox;

/// <summary>How much is waiting and what failed.</summary>
internal static class OutboxStatusReader
{
    private const int MostFailures = 20;

    private const string OldestOfScope =
        "SELECT i.recorded_at, i.recorded_offset FROM outbox AS o JOIN interaction AS i ON i.position = o.position "
        + "WHERE o.position > ?1 AND o.position < ?2 ORDER BY o.position LIMIT 1";

    private const string OldestOfAll = """
        WITH RECURSIVE first (position) AS (
            SELECT (SELECT position FROM outbox ORDER BY position LIMIT 1)
            UNION ALL
            SELECT (SELECT position FROM outbox WHERE position >= ((f.position >> 32) + 1) << 32 ORDER BY position LIMIT 1)
            FROM first AS f WHERE f.position IS NOT NULL)
        SELECT i.recorded_at, i.recorded_offset FROM first AS f JOIN interaction AS i ON i.position = f.position
        WHERE f.position > ?1 AND f.position < ?2
        ORDER BY i.recorded_at, f.position LIMIT 1
        """;

    private const string Failures = """
        SELECT i.interaction_id, i.sequence, f.attempts, f.next_try, f.next_try_offset, f.error
        FROM (
            SELECT position, attempts, next_try, next_try_offset, error FROM outbox WHERE attempts > 0 AND position > ?1 AND position < ?2
            UNION ALL
            SELECT position, attempts, NULL, NULL, error FROM outbox_parked WHERE position > ?1 AND position < ?2) AS f
        JOIN interaction AS i ON i.position = f.position
        ORDER BY i.sequence DESC, i.scope_id LIMIT ?3
        """;

    private const string WaitingPositions = """
        SELECT position FROM outbox WHERE position > ?1 AND position < ?2
        UNION ALL
        SELECT position FROM outbox_parked WHERE position > ?1 AND position < ?2
        ORDER BY position
        """;

    /// <summary>The positions of a scope that are not understood yet, parked ones too.</summary>
    public static IReadOnlyList<long> Waiting(SqliteSession session, MemoryScope scope)
    {
        if (ScopeTable.Find(session, scope) is not { } known)
        {
            return [];
        }

        var start = Position.Of(known.Id, 0);
        var waiting = new List<long>();
        var row = session.Prepare(WaitingPositions).Add(start).Add(Position.Of(known.Id + 1, 0));
        while (row.Step())
        {
            waiting.Add(row.Int64(0) - start);
        }

        row.Reset();
        return waiting;
    }

    public static OutboxStatus Read(SqliteSession session, MemoryScope? scope)
    {
        var (from, to) = (0L, long.MaxValue);
        if (scope is not null)
        {
            if (ScopeTable.Find(session, scope) is not { } known)
            {
                return new OutboxStatus(0, 0, null, []);
            }

            (from, to) = (Position.Of(known.Id, 0), Position.Of(known.Id + 1, 0));
        }

        var oldest = InRange(scope is null ? OldestOfAll : OldestOfScope);
        DateTimeOffset? oldestPending = oldest.Step() ? oldest.Time(0) : null;
        oldest.Reset();
        var failures = new List<OutboxFailure>();
        var row = InRange(Failures).Add((long)MostFailures);
        while (row.Step())
        {
            failures.Add(new OutboxFailure(row.Text(0), row.Int64(1), row.Int32(2), row.TimeOrNull(3), row.Text(5)));
        }

        row.Reset();
        return new OutboxStatus(
            Count("SELECT count(*) FROM outbox WHERE position > ?1 AND position < ?2"),
            Count("SELECT count(*) FROM outbox_parked WHERE position > ?1 AND position < ?2"),
            oldestPending,
            failures);

        Statement InRange(string sql) => session.Prepare(sql).Add(from).Add(to);

        int Count(string sql)
        {
            var count = InRange(sql);
            count.Step();
            var value = count.Int32(0);
            count.Reset();
            return value;
        }
    }
}
