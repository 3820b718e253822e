using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>Inserts or replaces topics. A topic of thousands of interactions that gained two costs two rows.</summary>
internal static class TopicWriter
{
    private const string Columns =
        "label, aliases, first_at, first_offset, last_at, last_offset, interaction_count, interaction_hash, " + IndexColumns.Names;

    private const string Parameters = "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15";

    private const string Insert =
        "INSERT INTO topic (topic_key, scope_id, topic_id, " + Columns + ") VALUES (?1, ?2, ?3, " + Parameters + ")";

    private const string Update =
        "UPDATE topic SET (scope_id, topic_id, " + Columns + ") = (?2, ?3, " + Parameters + ") WHERE topic_key = ?1";

    /// <summary>Removes a topic; its links hang on the row and go with it.</summary>
    public static void Remove(SqliteSession session, long scopeId, string id) =>
        session.Prepare("DELETE FROM topic WHERE scope_id = ?1 AND topic_id = ?2").Add(scopeId).Add(id).Run();

    public static void Write(SqliteSession session, long scopeId, StoredTopic stored)
    {
        var topic = stored.Topic;
        var links = topic.Interactions;
        var known = Growth.Find(
            session, "SELECT topic_key, interaction_count, interaction_hash FROM topic WHERE scope_id = ?1 AND topic_id = ?2", scopeId, topic.Id);
        var statement = session.Prepare(known is null ? Insert : Update);
        (known is { } old ? statement.Add(old.Key) : statement.AddNull())
            .Add(scopeId).Add(topic.Id).Add(topic.Label).Add(StringMap.ToJson(topic.Aliases)).Add(topic.FirstAt).Add(topic.LastAt)
            .Add((long)links.Count).Add(ListHash.Of(links, links.Count)).Add(stored.Index).Run();
        WriteLinks(session, known?.Key ?? session.LastRowId, links, known);
    }

    private static void WriteLinks(SqliteSession session, long key, IReadOnlyList<long> links, Growth? known)
    {
        if (known is { } old && (old.Count > links.Count || ListHash.Of(links, old.Count) != old.Hash))
        {
            WriteDifference(session, key, links);
            return;
        }

        for (var i = known?.Count ?? 0; i < links.Count; i++)
        {
            Link(session, key, links[i]);
        }
    }

    /// <summary>For a list that did not only grow at its end, as when an older interaction is understood late.</summary>
    private static void WriteDifference(SqliteSession session, long key, IReadOnlyList<long> links)
    {
        var gone = new HashSet<long>();
        var row = session.Prepare("SELECT sequence FROM topic_interaction WHERE topic_key = ?1").Add(key);
        while (row.Step())
        {
            gone.Add(row.Int64(0));
        }

        row.Reset();
        foreach (var link in links)
        {
            if (!gone.Remove(link))
            {
                Link(session, key, link);
            }
        }

        foreach (var link in gone)
        {
            session.Prepare("DELETE FROM topic_interaction WHERE topic_key = ?1 AND sequence = ?2").Add(key).Add(link).Run();
        }
    }

    private static void Link(SqliteSession session, long key, long sequence) =>
        session.Prepare("INSERT INTO topic_interaction (topic_key, sequence) VALUES (?1, ?2)").Add(key).Add(sequence).Run();
}
