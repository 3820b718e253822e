using OMem.Sqlite.Access;
using OMem.Sqlite.Derived;
using OMem.Sqlite.Log;

namespace OMem.Sqlite.Ledger;

/// <summary>Reads the ledger in chunks.</summary>
internal static class LedgerReader
{
    private const string Filters =
        "(?4 IS NULL OR subject = ?4) AND (?5 IS NULL OR item_kind = ?5) AND (?6 = 0 OR (?6 >> operation) & 1)";

    private const string OfAll =
        "SELECT position, " + LedgerColumns.Names + " FROM ledger WHERE position > ?1 AND position <= ?2 AND " + Filters + " ORDER BY position LIMIT ?3";

    // The item, what it superseded, what that superseded, and so on. The plus signs and the CROSS JOIN keep SQLite from walking through the whole ledger of the scope.
    private const string OfItem =
        "WITH RECURSIVE chain (id) AS (SELECT ?7 UNION SELECT l.superseded_id FROM chain AS c "
        + "CROSS JOIN ledger AS l ON l.scope_id = ?8 AND l.item_id = c.id WHERE l.superseded_id IS NOT NULL) "
        + "SELECT position, " + LedgerColumns.Names + " FROM ledger WHERE scope_id = ?8 AND item_id IN (SELECT id FROM chain) AND "
        + "+position > ?1 AND +position <= ?2 AND " + Filters + " ORDER BY position LIMIT ?3";

    public static void Read(SqliteSession session, Chunk<LedgerEntry> chunk, HistoryQuery query, int most)
    {
        var row = session.Prepare(query.ItemId is null ? OfAll : OfItem)
            .Add(chunk.After).Add(chunk.Last).Add(Math.Min(most, Chunk<LedgerEntry>.MaxRows))
            .Add(query.Subject).Add(query.ItemKind).Add(query.Operations.Aggregate(0L, static (mask, operation) => mask | (1L << (int)operation)));
        if (query.ItemId is { } item)
        {
            row.Add(item).Add(Position.ScopeId(chunk.Last));
        }

        while (row.Step())
        {
            var entry = row.Entry(Evidence(session, row.Int64(0)), chunk.Strings);
            chunk.Add(row.Int64(0), entry, (entry.Before?.Length ?? 0) + (entry.After?.Length ?? 0));
            if (chunk.IsFull)
            {
                break;
            }
        }

        row.Reset();
    }

    private static List<Evidence> Evidence(SqliteSession session, long position)
    {
        var evidence = new List<Evidence>();
        var row = session.Prepare("SELECT " + EvidenceColumns.Names + " FROM ledger_evidence WHERE position = ?1 ORDER BY ordinal").Add(position);
        while (row.Step())
        {
            evidence.Add(row.Evidence(0));
        }

        row.Reset();
        return evidence;
    }
}
