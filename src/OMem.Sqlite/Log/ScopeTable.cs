using OMem.Sqlite.Access;
using OMem.Sqlite.Erasing;
using OMem.Storage;

namespace OMem.Sqlite.Log;

/// <summary>Reads and writes the rows of scopes.</summary>
internal static class ScopeTable
{
    private const string WhereScope = " FROM scope WHERE tenant = ?1 AND user = ?2 AND agent = ?3";

    /// <summary>Log position, derived version and epoch. An unknown scope is of the epoch it would be made in, so that one that was erased is of another than before.</summary>
    public static ScopeHead Head(SqliteSession session, MemoryScope scope)
    {
        var row = Keyed(session.Prepare("SELECT log_sequence, derived_version, epoch" + WhereScope), scope);
        ScopeHead? head = row.Step() ? new ScopeHead(row.Int64(0), row.Int64(1)) { Epoch = row.Int64(2) } : null;
        row.Reset();
        return head ?? new ScopeHead(0, 0) { Epoch = ErasureMark.Read(session).Count };
    }

    public static ScopeRow? Find(SqliteSession session, MemoryScope scope)
    {
        var row = Keyed(
            session.Prepare("SELECT scope_id, log_sequence, ledger_sequence, derived_version, lease_owner, lease_until, epoch" + WhereScope), scope);
        ScopeRow? found = row.Step()
            ? new ScopeRow(row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3), row.TextOrNull(4), row.Int64(5), row.Int64(6))
            : null;
        row.Reset();
        return found;
    }

    public static ScopeRow FindOrAdd(SqliteSession session, MemoryScope scope)
    {
        if (Find(session, scope) is { } found)
        {
            return found;
        }

        Keyed(session.Prepare("INSERT INTO scope (tenant, user, agent, epoch) SELECT ?1, ?2, ?3, count FROM erasure WHERE id = 1"), scope).Run();
        return Find(session, scope) ?? throw new InvalidOperationException("The scope was not added.");
    }

    public static MemoryScope Get(SqliteSession session, long scopeId)
    {
        var row = session.Prepare("SELECT tenant, user, agent FROM scope WHERE scope_id = ?1").Add(scopeId);
        var scope = row.Step() ? Read(row) : throw new InvalidOperationException("The scope is not there.");
        row.Reset();
        return scope;
    }

    /// <summary>The scopes with a log, in ordinal order (SQLite orders by UTF-8 bytes, which is not the order of UTF-16 units).</summary>
    public static IReadOnlyList<MemoryScope> List(SqliteSession session)
    {
        var scopes = new List<MemoryScope>();
        var row = session.Prepare("SELECT tenant, user, agent FROM scope WHERE log_sequence > erased");
        while (row.Step())
        {
            scopes.Add(Read(row));
        }

        scopes.Sort(static (a, b) =>
            string.CompareOrdinal(a.Tenant, b.Tenant) is not 0 and var byTenant ? byTenant
            : string.CompareOrdinal(a.User, b.User) is not 0 and var byUser ? byUser
            : string.CompareOrdinal(a.Agent, b.Agent));
        return scopes;
    }

    public static void SetLogSequence(SqliteSession session, long scopeId, long sequence) =>
        session.Prepare("UPDATE scope SET log_sequence = ?2 WHERE scope_id = ?1").Add(scopeId).Add(sequence).Run();

    /// <summary>Counts positions of the log that are empty.</summary>
    public static void AddErased(SqliteSession session, long scopeId, long count) =>
        session.Prepare("UPDATE scope SET erased = erased + ?2 WHERE scope_id = ?1").Add(scopeId).Add(count).Run();

    /// <summary>Begins another epoch: the store's next.</summary>
    public static void BeginEpoch(SqliteSession session, long scopeId)
    {
        CountErase(session);
        session.Prepare("UPDATE scope SET epoch = (SELECT count FROM erasure WHERE id = 1) WHERE scope_id = ?1").Add(scopeId).Run();
    }

    /// <summary>Counts an erase: a scope that is made after it is of another epoch than all before.</summary>
    public static void CountErase(SqliteSession session) => session.Prepare("UPDATE erasure SET count = count + 1, unclean = 1 WHERE id = 1").Run();

    public static void SetDerived(SqliteSession session, long scopeId, long version, long ledgerSequence) =>
        session.Prepare("UPDATE scope SET derived_version = ?2, ledger_sequence = ?3 WHERE scope_id = ?1")
            .Add(scopeId).Add(version).Add(ledgerSequence).Run();

    public static void SetLease(SqliteSession session, long scopeId, string owner, DateTimeOffset until) =>
        session.Prepare("UPDATE scope SET lease_owner = ?2, lease_until = ?3 WHERE scope_id = ?1")
            .Add(scopeId).Add(owner).Add(until.UtcTicks).Run();

    public static void EndLease(SqliteSession session, long scopeId) =>
        session.Prepare("UPDATE scope SET lease_owner = NULL, lease_until = NULL WHERE scope_id = ?1").Add(scopeId).Run();

    private static Statement Keyed(Statement statement, MemoryScope scope) =>
        statement.Add(scope.Tenant).Add(scope.User).Add(scope.Agent ?? "");

    private static MemoryScope Read(Statement row) =>
        new(row.Text(0), row.Text(1), row.Text(2) is { Length: > 0 } agent ? agent : null);
}
