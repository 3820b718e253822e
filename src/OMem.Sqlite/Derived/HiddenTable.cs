using OMem.Sqlite.Access;
using OMem.Sqlite.Log;

namespace OMem.Sqlite.Derived;

/// <summary>Log positions that were forgotten.</summary>
internal static class HiddenTable
{
    public static IReadOnlyList<long> Read(SqliteSession session, long scopeId)
    {
        var hidden = new List<long>();
        var row = session.Prepare("SELECT position FROM hidden WHERE position > ?1 AND position < ?2 ORDER BY position")
            .Add(Position.Of(scopeId, 0)).Add(Position.Of(scopeId + 1, 0));
        while (row.Step())
        {
            hidden.Add(Position.Sequence(row.Int64(0)));
        }

        row.Reset();
        return hidden;
    }

    public static void Add(SqliteSession session, long scopeId, IReadOnlyList<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            session.Prepare("INSERT OR IGNORE INTO hidden (position) SELECT position FROM interaction WHERE position = ?1").Add(Position.Of(scopeId, sequence)).Run();
        }
    }

    public static void Remove(SqliteSession session, long scopeId, IReadOnlyList<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            session.Prepare("DELETE FROM hidden WHERE position = ?1").Add(Position.Of(scopeId, sequence)).Run();
        }
    }
}
