using OMem.Sqlite.Access;
using OMem.Sqlite.Ledger;
using OMem.Sqlite.Log;
using OMem.Sqlite.Outbox;
using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>Changes derived memory, fenced by version and lease.</summary>
internal static class DerivedWriter
{
    public static long Commit(SqliteSession session, MemoryScope scope, DerivedCommit commit, CancellationToken cancellationToken)
    {
        var known = ScopeTable.FindOrAdd(session, scope);
        if (commit.Owner is { } owner && !string.Equals(known.LeaseOwner, owner, StringComparison.Ordinal))
        {
            throw ScopeConflictException.ForLostLease(scope, known.DerivedVersion);
        }

        if (known.DerivedVersion != commit.ExpectedVersion || (commit.ExpectedEpoch is { } epoch && epoch != known.Epoch))
        {
            throw new ScopeConflictException(scope, commit.ExpectedVersion, known.DerivedVersion);
        }

        foreach (var id in commit.RemovedClusters)
        {
            ClusterWriter.Remove(session, known.Id, id);
        }

        foreach (var id in commit.RemovedItems)
        {
            ItemWriter.Remove(session, known.Id, id);
        }

        foreach (var id in commit.RemovedTopics)
        {
            TopicWriter.Remove(session, known.Id, id);
        }

        Each(commit.Clusters, cluster => ClusterWriter.Write(session, known.Id, cluster));
        Each(commit.Items, item => ItemWriter.Write(session, known.Id, item));
        Each(commit.Topics, topic => TopicWriter.Write(session, known.Id, topic));
        OutboxAttempts.Remove(session, known.Id, commit.Understood);
        OutboxAttempts.Requeue(session, known.Id, commit.Requeued);
        HiddenTable.Add(session, known.Id, commit.Hidden);
        HiddenTable.Remove(session, known.Id, commit.Unhidden);
        var ledger = LedgerWriter.Append(session, known, commit.Ledger);
        ScopeTable.SetDerived(session, known.Id, known.DerivedVersion + 1, ledger);
        if (commit.Owner is not null && commit.ReleaseLease)
        {
            ScopeTable.EndLease(session, known.Id);
        }

        return known.DerivedVersion + 1;

        void Each<T>(IReadOnlyList<T> changes, Action<T> write)
        {
            foreach (var change in changes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                write(change);
            }
        }
    }

    public static long Reset(SqliteSession session, MemoryScope scope, LedgerEntry entry)
    {
        var known = ScopeTable.FindOrAdd(session, scope);
        foreach (var sql in new[]
        {
            "DELETE FROM item WHERE scope_id = ?1",
            "DELETE FROM topic WHERE scope_id = ?1",
            "DELETE FROM cluster WHERE scope_id = ?1",
        })
        {
            session.Prepare(sql).Add(known.Id).Run();
        }

        OutboxAttempts.Restart(session, known);
        ScopeTable.EndLease(session, known.Id);
        var ledger = LedgerWriter.Append(session, known, [entry]);
        ScopeTable.SetDerived(session, known.Id, known.DerivedVersion + 1, ledger);
        return known.DerivedVersion + 1;
    }
}
