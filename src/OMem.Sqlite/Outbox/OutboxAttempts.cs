using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Outbox;

/// <summary>What becomes of outbox rows: tried in vain, parked, understood, back from the start.</summary>
internal static class OutboxAttempts
{
    public static bool Fail(SqliteSession session, MemoryScope scope, string owner, IReadOnlyList<OutboxAttempt> attempts)
    {
        var known = ScopeTable.Find(session, scope) ?? default;
        if (!string.Equals(known.LeaseOwner, owner, StringComparison.Ordinal))
        {
            throw ScopeConflictException.ForLostLease(scope, known.DerivedVersion);
        }

        foreach (var attempt in attempts)
        {
            var position = Position.Of(known.Id, attempt.Sequence);
            if (attempt.NextTry is { } next)
            {
                session.Prepare("UPDATE outbox SET attempts = attempts + 1, error = ?2, next_try = ?3, next_try_offset = ?4 WHERE position = ?1")
                    .Add(position).Add(attempt.Error).Add(next).Run();
            }
            else
            {
                session.Prepare("INSERT INTO outbox_parked (position, attempts, error) SELECT position, attempts + 1, ?2 FROM outbox WHERE position = ?1")
                    .Add(position).Add(attempt.Error).Run();
                session.Prepare("DELETE FROM outbox WHERE position = ?1").Add(position).Run();
            }
        }

        ScopeTable.EndLease(session, known.Id);
        return true;
    }

    /// <summary>Takes out what is understood.</summary>
    public static void Remove(SqliteSession session, long scopeId, IReadOnlyList<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            var position = Position.Of(scopeId, sequence);
            session.Prepare("DELETE FROM outbox WHERE position = ?1").Add(position).Run();
            session.Prepare("DELETE FROM outbox_parked WHERE position = ?1").Add(position).Run();
        }
    }

    /// <summary>Puts positions of the log back as if never tried.</summary>
    public static void Requeue(SqliteSession session, long scopeId, IReadOnlyList<long> sequences)
    {
        Remove(session, scopeId, sequences);
        foreach (var sequence in sequences)
        {
            session.Prepare("INSERT INTO outbox (position) SELECT position FROM interaction WHERE position = ?1").Add(Position.Of(scopeId, sequence)).Run();
        }
    }

    /// <summary>Puts the parked rows of a range of positions back as if never tried.</summary>
    /// <returns>How many there were.</returns>
    public static int RetryParked(SqliteSession session, MemoryScope? scope)
    {
        var (from, to) = (0L, long.MaxValue);
        if (scope is not null)
        {
            if (ScopeTable.Find(session, scope) is not { } known)
            {
                return 0;
            }

            (from, to) = (Position.Of(known.Id, 0), Position.Of(known.Id + 1, 0));
        }

        var count = session.Prepare("SELECT count(*) FROM outbox_parked WHERE position > ?1 AND position < ?2").Add(from).Add(to);
        count.Step();
        var parked = count.Int32(0);
        count.Reset();
        session.Prepare("INSERT INTO outbox (position) SELECT position FROM outbox_parked WHERE position > ?1 AND position < ?2").Add(from).Add(to).Run();
        session.Prepare("DELETE FROM outbox_parked WHERE position > ?1 AND position < ?2").Add(from).Add(to).Run();
        return parked;
    }

    /// <summary>Puts the whole log of a scope back.</summary>
    public static void Restart(SqliteSession session, ScopeRow scope)
    {
        foreach (var sql in new[]
        {
            "DELETE FROM outbox WHERE position > ?1 AND position <= ?2",
            "DELETE FROM outbox_parked WHERE position > ?1 AND position <= ?2",
            "INSERT INTO outbox (position) SELECT position FROM interaction WHERE position > ?1 AND position <= ?2",
        })
        {
            session.Prepare(sql).Add(Position.Of(scope.Id, 0)).Add(Position.Of(scope.Id, scope.LogSequence)).Run();
        }
    }
}
