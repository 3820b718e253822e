using OMem.Sqlite.Access;

namespace OMem.Sqlite.Derived;

/// <summary>The list an item or topic has in the store: where it hangs, how long it is, and its hash.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Count">Entries of the list.</param>
/// <param name="Hash">Their <see cref="ListHash"/>.</param>
internal readonly record struct Growth(long Key, int Count, long Hash)
{
    /// <summary>Reads it by a statement that gives key, count and hash for a scope and an id; null when the id is new.</summary>
    public static Growth? Find(SqliteSession session, string sql, long scopeId, string id)
    {
        var row = session.Prepare(sql).Add(scopeId).Add(id);
        Growth? found = row.Step() ? new Growth(row.Int64(0), row.Int32(1), row.Int64(2)) : null;
        row.Reset();
        return found;
    }
}
