using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Outbox;

/// <summary>Leases: who may work on which scope.</summary>
internal static class OutboxClaims
{
    // From scope to scope by one seek each: rows of a scope that is leased or not yet due are not walked through.
    private const string OldestDue = """
        WITH RECURSIVE waiting (scope_id) AS (
            SELECT (SELECT position FROM outbox ORDER BY position LIMIT 1) >> 32
            UNION ALL
            SELECT (SELECT position FROM outbox WHERE position >= (w.scope_id + 1) << 32 ORDER BY position LIMIT 1) >> 32
            FROM waiting AS w WHERE w.scope_id IS NOT NULL),
        due (scope_id, position) AS (
            SELECT s.scope_id,
                (SELECT o.position FROM outbox AS o
                 WHERE o.position > s.scope_id << 32 AND o.position < (s.scope_id + 1) << 32 AND (o.next_try <= ?1 OR o.next_try > ?2)
                 ORDER BY o.position LIMIT 1)
            FROM waiting AS w JOIN scope AS s ON s.scope_id = w.scope_id
            WHERE s.lease_owner IS NULL OR s.lease_until <= ?1 OR s.lease_until > ?2)
        SELECT d.scope_id FROM due AS d JOIN interaction AS i ON i.position = d.position
        ORDER BY i.recorded_at, d.scope_id LIMIT 1
        """;

    /// <summary>Whether a claim would find something. Takes no lock, so that workers with nothing to do do not disturb the writer.</summary>
    public static bool IsAnyDue(SqliteSession session, ClaimRequest request) => FindScope(session, request) is { } scope && Due(session, scope, request, 1).Count > 0;

    public static OutboxClaim? Claim(SqliteSession session, ClaimRequest request)
    {
        if (FindScope(session, request) is not { } scopeId || Due(session, scopeId, request, request.MaxRows) is not { Count: > 0 } rows)
        {
            return null;
        }

        ScopeTable.SetLease(session, scopeId, request.Owner, request.LeaseUntil);
        return new OutboxClaim(request.Scope ?? ScopeTable.Get(session, scopeId), rows);
    }

    public static bool Release(SqliteSession session, MemoryScope scope, string owner)
    {
        if (ScopeTable.Find(session, scope) is { } known && string.Equals(known.LeaseOwner, owner, StringComparison.Ordinal))
        {
            ScopeTable.EndLease(session, known.Id);
        }

        return true;
    }

    private static long? FindScope(SqliteSession session, ClaimRequest request)
    {
        if (request.Scope is { } wanted)
        {
            return ScopeTable.Find(session, wanted) is { } known
                && (known.IsFree(request.Now, request.Horizon) || string.Equals(known.LeaseOwner, request.Owner, StringComparison.Ordinal))
                    ? known.Id
                    : null;
        }

        var row = session.Prepare(OldestDue).Add(request.Now.UtcTicks).Add(request.Horizon.UtcTicks);
        long? found = row.Step() ? row.Int64(0) : null;
        row.Reset();
        return found;
    }

    private static List<OutboxRow> Due(SqliteSession session, long scopeId, ClaimRequest request, int most)
    {
        var rows = new List<OutboxRow>();
        var row = session.Prepare(
                "SELECT position, attempts FROM outbox WHERE position > ?1 AND position < ?2 AND (next_try <= ?3 OR next_try > ?4) ORDER BY position LIMIT ?5")
            .Add(Position.Of(scopeId, 0)).Add(Position.Of(scopeId + 1, 0)).Add(request.Now.UtcTicks).Add(request.Horizon.UtcTicks).Add((long)most);
        while (row.Step())
        {
            rows.Add(new OutboxRow(Position.Sequence(row.Int64(0)), row.Int32(1)));
        }

        row.Reset();
        return rows;
    }
}
