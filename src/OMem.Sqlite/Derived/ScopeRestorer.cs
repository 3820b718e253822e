using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>Writes a whole scope, within the transaction it is called in.</summary>
internal static class ScopeRestorer
{
    public static ScopeHead Restore(SqliteSession session, MemoryScope scope, ScopeRestore restore, CancellationToken cancellationToken)
    {
        if (ScopeTable.Find(session, scope) is { } known && (known.LogSequence > 0 || known.DerivedVersion > 0 || known.LedgerSequence > 0))
        {
            throw new ScopeNotEmptyException(scope);
        }

        var commit = ScopeRestore.ToCommit(restore);
        LogWriter.Restore(session, scope, restore, cancellationToken);
        DerivedWriter.Commit(session, scope, commit, cancellationToken);
        return ScopeTable.Head(session, scope);
    }
}
