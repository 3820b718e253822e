using OMem.Sqlite.Access;
using SQLitePCL;

namespace OMem.Sqlite.Erasing;

/// <summary>Every value that is stored, as it stands in its record: neighbouring texts and blobs of a row follow each other without a gap.</summary>
internal static class LiveRows
{
    private const int RowsBetweenChecks = 1024;

    /// <summary>Every table, the small ones first: a name that is looked for is mostly found early.</summary>
    internal static readonly string[] Tables =
    [
        "SELECT * FROM sqlite_schema",
        "SELECT * FROM sqlite_sequence",
        "SELECT * FROM erasure",
        "SELECT * FROM scope",
        "SELECT * FROM property",
        "SELECT * FROM model_usage",
        "SELECT * FROM cluster",
        "SELECT * FROM cluster_member",
        "SELECT * FROM topic",
        "SELECT * FROM topic_interaction",
        "SELECT * FROM hidden",
        "SELECT * FROM outbox",
        "SELECT * FROM outbox_parked",
        "SELECT * FROM item",
        "SELECT * FROM item_evidence",
        "SELECT * FROM ledger",
        "SELECT * FROM ledger_evidence",
        "SELECT * FROM interaction",
    ];

    /// <summary>Shows them to the scan until it has found all it looks for.</summary>
    public static void Scan(SqliteSession session, FragmentScan scan, CancellationToken cancellationToken)
    {
        using var run = new MemoryStream();
        var rows = 0;
        foreach (var table in Tables)
        {
            using var row = new Statement(session, table);
            while (!scan.HasFoundAll && row.Step())
            {
                if (++rows % RowsBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                for (var column = 0; column < row.ColumnCount; column++)
                {
                    if (row.TypeOf(column) is raw.SQLITE_TEXT or raw.SQLITE_BLOB)
                    {
                        run.Write(row.Bytes(column));
                    }
                    else
                    {
                        Flush();
                    }
                }

                Flush();
            }
        }

        void Flush()
        {
            scan.Scan(run.GetBuffer().AsSpan(0, (int)run.Length));
            run.SetLength(0);
        }
    }
}
