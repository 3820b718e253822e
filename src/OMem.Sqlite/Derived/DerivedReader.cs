using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>Reads the whole derived memory of a scope, inside one read transaction of the caller.</summary>
internal static class DerivedReader
{
    public static DerivedMemory Read(SqliteSession session, MemoryScope scope)
    {
        if (ScopeTable.Find(session, scope) is not { } known)
        {
            return new DerivedMemory(0, [], [], []);
        }

        var pool = new StringPool();
        return new DerivedMemory(
            known.DerivedVersion,
            Items(session, known.Id, pool),
            Clusters(session, known.Id, pool),
            Topics(session, known.Id, pool))
        {
            Hidden = HiddenTable.Read(session, known.Id),
        };
    }

    private static List<StoredItem> Items(SqliteSession session, long scopeId, StringPool pool)
    {
        var evidence = Lists(
            session,
            "SELECT e.item_key, " + EvidenceColumns.Names + " FROM item AS i JOIN item_evidence AS e ON e.item_key = i.item_key "
            + "WHERE i.scope_id = ?1 ORDER BY e.item_key, e.ordinal",
            scopeId,
            static row => row.Evidence(1));
        return Sorted(
            session,
            "SELECT item_key, item_id, " + ItemColumns.Names + " FROM item WHERE scope_id = ?1",
            scopeId,
            row => row.Item(row.Text(1), 2, evidence.GetValueOrDefault(row.Int64(0)) ?? [], pool),
            static item => item.Item.Id);
    }

    private static List<StoredTopic> Topics(SqliteSession session, long scopeId, StringPool pool)
    {
        var links = Lists(
            session,
            "SELECT l.topic_key, l.sequence FROM topic AS t JOIN topic_interaction AS l ON l.topic_key = t.topic_key "
            + "WHERE t.scope_id = ?1 ORDER BY l.topic_key, l.sequence",
            scopeId,
            static row => row.Int64(1));
        return Sorted(
            session,
            "SELECT topic_key, topic_id, label, aliases, first_at, first_offset, last_at, last_offset, " + IndexColumns.Names
            + " FROM topic WHERE scope_id = ?1",
            scopeId,
            row => new StoredTopic(
                new Topic
                {
                    Id = row.Text(1),
                    Label = row.Text(2),
                    Aliases = StringMap.ToList(row.TextOrNull(3)),
                    FirstAt = row.Time(4),
                    LastAt = row.Time(6),
                    Interactions = links.GetValueOrDefault(row.Int64(0)) ?? [],
                },
                row.Index(8, pool)),
            static topic => topic.Topic.Id);
    }

    private static List<AttributeCluster> Clusters(SqliteSession session, long scopeId, StringPool pool)
    {
        var members = Lists(
            session,
            "SELECT m.cluster_key, m.item_id FROM cluster AS c JOIN cluster_member AS m ON m.cluster_key = c.cluster_key "
            + "WHERE c.scope_id = ?1 ORDER BY m.cluster_key, m.ordinal",
            scopeId,
            static row => row.Text(1));
        return Sorted(
            session,
            "SELECT cluster_key, cluster_id, subject, label, summary FROM cluster WHERE scope_id = ?1",
            scopeId,
            row => new AttributeCluster(
                row.Text(1), pool.Get(row, 2), pool.Get(row, 3), row.Text(4), members.GetValueOrDefault(row.Int64(0)) ?? []),
            static cluster => cluster.Id);
    }

    /// <summary>Rows of a child table by the key of their parent, each list in the order of the statement.</summary>
    private static Dictionary<long, List<T>> Lists<T>(SqliteSession session, string sql, long scopeId, Func<Statement, T> read)
    {
        var lists = new Dictionary<long, List<T>>();
        var row = session.Prepare(sql).Add(scopeId);
        while (row.Step())
        {
            if (!lists.TryGetValue(row.Int64(0), out var list))
            {
                lists.Add(row.Int64(0), list = []);
            }

            list.Add(read(row));
        }

        row.Reset();
        return lists;
    }

    /// <summary>Rows ordered by their id, ordinally (SQLite orders by UTF-8 bytes, which is not the order of UTF-16 units).</summary>
    private static List<T> Sorted<T>(SqliteSession session, string sql, long scopeId, Func<Statement, T> read, Func<T, string> id)
    {
        var rows = new List<T>();
        var row = session.Prepare(sql).Add(scopeId);
        while (row.Step())
        {
            rows.Add(read(row));
        }

        row.Reset();
        rows.Sort((a, b) => string.CompareOrdinal(id(a), id(b)));
        return rows;
    }
}
