using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>Inserts or replaces persona items.</summary>
internal static class ItemWriter
{
    private const string Insert =
        "INSERT INTO item (item_key, scope_id, item_id, " + ItemColumns.Names + ") "
        + "VALUES (?1, ?2, ?3, " + ItemColumns.Parameters + ")";

    private const string Update =
        "UPDATE item SET (scope_id, item_id, " + ItemColumns.Names + ") = (?2, ?3, " + ItemColumns.Parameters + ") WHERE item_key = ?1";

    /// <summary>Removes an item; its evidence hangs on the row and goes with it.</summary>
    public static void Remove(SqliteSession session, long scopeId, string id) =>
        session.Prepare("DELETE FROM item WHERE scope_id = ?1 AND item_id = ?2").Add(scopeId).Add(id).Run();

    public static void Write(SqliteSession session, long scopeId, StoredItem stored)
    {
        var item = stored.Item;
        var known = Growth.Find(session, "SELECT item_key, evidence_count, evidence_hash FROM item WHERE scope_id = ?1 AND item_id = ?2", scopeId, item.Id);
        var statement = session.Prepare(known is null ? Insert : Update);
        (known is { } old ? statement.Add(old.Key) : statement.AddNull()).Add(scopeId).Add(item.Id).Add(stored).Run();
        var key = known?.Key ?? session.LastRowId;
        WriteEvidence(session, key, item.Evidence, known);
    }

    private static void WriteEvidence(SqliteSession session, long key, IReadOnlyList<Evidence> evidence, Growth? known)
    {
        var kept = known is { } old && old.Count <= evidence.Count && ListHash.Of(evidence, old.Count) == old.Hash ? old.Count : 0;
        if (kept == 0 && known is { Count: > 0 })
        {
            session.Prepare("DELETE FROM item_evidence WHERE item_key = ?1").Add(key).Run();
        }

        for (var i = kept; i < evidence.Count; i++)
        {
            session.Prepare("INSERT INTO item_evidence (item_key, ordinal, sequence, start, length, interaction_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .Add(key).Add((long)i).Add(evidence[i]).Run();
        }
    }
}
