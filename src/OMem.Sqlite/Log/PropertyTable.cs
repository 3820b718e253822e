using OMem.Sqlite.Access;

namespace OMem.Sqlite.Log;

/// <summary>Named texts of a scope or the store.</summary>
internal static class PropertyTable
{
    private const long OfStore = 0;

    public static IReadOnlyDictionary<string, string> Read(SqliteSession session, MemoryScope? scope)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if ((scope is null ? OfStore : ScopeTable.Find(session, scope)?.Id) is { } id)
        {
            var row = session.Prepare("SELECT name, value FROM property WHERE scope_id = ?1").Add(id);
            while (row.Step())
            {
                found.Add(row.Text(0), row.Text(1));
            }

            row.Reset();
        }

        return found;
    }

    public static bool Set(SqliteSession session, MemoryScope? scope, string name, string? value)
    {
        var id = scope is null ? OfStore : ScopeTable.FindOrAdd(session, scope).Id;
        return value is null
            ? session.Prepare("DELETE FROM property WHERE scope_id = ?1 AND name = ?2").Add(id).Add(name).Run() > 0
            : session.Prepare("INSERT INTO property (scope_id, name, value) VALUES (?1, ?2, ?3) ON CONFLICT (scope_id, name) DO UPDATE SET value = excluded.value")
                .Add(id).Add(name).Add(value).Run() > 0;
    }
}
