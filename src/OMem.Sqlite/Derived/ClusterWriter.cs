using OMem.Sqlite.Access;

namespace OMem.Sqlite.Derived;

/// <summary>Inserts, replaces and removes attribute clusters.</summary>
internal static class ClusterWriter
{
    public static void Remove(SqliteSession session, long scopeId, string id) =>
        session.Prepare("DELETE FROM cluster WHERE scope_id = ?1 AND cluster_id = ?2").Add(scopeId).Add(id).Run();

    public static void Write(SqliteSession session, long scopeId, AttributeCluster cluster)
    {
        // Members hang on the row and go with it; a cluster is small.
        Remove(session, scopeId, cluster.Id);
        session.Prepare("INSERT INTO cluster (scope_id, cluster_id, subject, label, summary) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Add(scopeId).Add(cluster.Id).Add(cluster.Subject).Add(cluster.Label).Add(cluster.Summary).Run();
        var key = session.LastRowId;
        for (var i = 0; i < cluster.Members.Count; i++)
        {
            session.Prepare("INSERT INTO cluster_member (cluster_key, ordinal, item_id) VALUES (?1, ?2, ?3)")
                .Add(key).Add((long)i).Add(cluster.Members[i]).Run();
        }
    }
}
