using OMem.Sqlite.Access;
using OMem.Sqlite.Derived;
using OMem.Sqlite.Ledger;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Erasing;

/// <summary>Takes rows out of a scope, within the transaction it is called in.</summary>
internal static class ScopeEraser
{
    private static readonly string[] OfRange =
    [
        "DELETE FROM outbox WHERE position > ?1 AND position < ?2",
        "DELETE FROM outbox_parked WHERE position > ?1 AND position < ?2",
        "DELETE FROM hidden WHERE position > ?1 AND position < ?2",
    ];

    private static readonly string[] OfScope =
    [
        "DELETE FROM item WHERE scope_id = ?1",
        "DELETE FROM topic WHERE scope_id = ?1",
        "DELETE FROM cluster WHERE scope_id = ?1",
        "DELETE FROM model_usage WHERE scope_id = ?1",
        "DELETE FROM property WHERE scope_id = ?1",
        "DELETE FROM scope WHERE scope_id = ?1",
    ];

    /// <summary>Erases positions, or everything.</summary>
    public static ScopeErased Erase(SqliteSession session, MemoryScope scope, ScopeRow known, ScopeErase erase, CancellationToken cancellationToken) =>
        erase.Sequences is { } sequences
            ? Some(session, scope, known, erase, sequences, cancellationToken)
            : Whole(session, known);

    private static ScopeErased Some(
        SqliteSession session, MemoryScope scope, ScopeRow known, ScopeErase erase, IReadOnlyList<long> sequences, CancellationToken cancellationToken)
    {
        var (items, topics, clusters) = Derived(session, known.Id);
        if (erase.Commit is { } commit)
        {
            DerivedWriter.Commit(session, scope, commit, cancellationToken);
        }

        var rewritten = LedgerWriter.Replace(session, known, erase.Ledger);
        var gone = 0;
        foreach (var sequence in sequences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var position = Position.Of(known.Id, sequence);
            foreach (var sql in new[] { "DELETE FROM outbox WHERE position = ?1", "DELETE FROM outbox_parked WHERE position = ?1", "DELETE FROM hidden WHERE position = ?1" })
            {
                session.Prepare(sql).Add(position).Run();
            }

            gone += session.Prepare("DELETE FROM interaction WHERE position = ?1").Add(position).Run();
        }

        ScopeTable.AddErased(session, known.Id, gone);
        ScopeTable.BeginEpoch(session, known.Id);
        ScopeTable.EndLease(session, known.Id);
        var left = Derived(session, known.Id);
        return new ScopeErased(gone, items - left.Items, topics - left.Topics, clusters - left.Clusters, rewritten, IsClean: false, null);
    }

    private static ScopeErased Whole(SqliteSession session, ScopeRow known)
    {
        var (items, topics, clusters) = Derived(session, known.Id);
        ScopeTable.CountErase(session);
        var (from, to) = (Position.Of(known.Id, 0), Position.Of(known.Id + 1, 0));
        var interactions = session.Prepare("DELETE FROM interaction WHERE position > ?1 AND position < ?2").Add(from).Add(to).Run();
        var ledger = session.Prepare("DELETE FROM ledger WHERE position > ?1 AND position < ?2").Add(from).Add(to).Run();
        foreach (var sql in OfRange)
        {
            session.Prepare(sql).Add(from).Add(to).Run();
        }

        foreach (var sql in OfScope)
        {
            session.Prepare(sql).Add(known.Id).Run();
        }

        return new ScopeErased(interactions, items, topics, clusters, ledger, IsClean: false, null);
    }

    private static (long Items, long Topics, long Clusters) Derived(SqliteSession session, long scopeId)
    {
        var row = session.Prepare(
                "SELECT (SELECT count(*) FROM item WHERE scope_id = ?1), (SELECT count(*) FROM topic WHERE scope_id = ?1), (SELECT count(*) FROM cluster WHERE scope_id = ?1)")
            .Add(scopeId);
        row.Step();
        var counts = (row.Int64(0), row.Int64(1), row.Int64(2));
        row.Reset();
        return counts;
    }
}
