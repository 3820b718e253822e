using OMem.Sqlite.Access;
using OMem.Storage;

namespace OMem.Sqlite.Log;

/// <summary>Reads the log in chunks, so that a slow consumer keeps no read transaction open.</summary>
internal static class LogReader
{
    private const string Given =
        "interaction_id, speaker, role, occurred_at, occurred_offset, session, text, metadata, recorded_at, recorded_offset";

    private const string InRange = " FROM interaction WHERE position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3";

    /// <summary>The rows after a position.</summary>
    public static void ReadRows(SqliteSession session, Chunk<LogRow> chunk)
    {
        var row = session.Prepare("SELECT position, " + IndexColumns.Names + ", " + Given + InRange)
            .Add(chunk.After).Add(chunk.Last).Add(Chunk<LogRow>.MaxRows);
        var pool = chunk.Strings;
        while (row.Step())
        {
            var index = row.Index(1, pool);
            var stored = Stored(row, 0, 5, pool);
            chunk.Add(row.Int64(0), new LogRow(stored, index), stored.Interaction.Text.Length + index.Terms.Length + index.Vector.Length);
            if (chunk.IsFull)
            {
                break;
            }
        }

        row.Reset();
    }

    /// <summary>The index entries after a position. Touches neither text nor metadata.</summary>
    public static void ReadIndex(SqliteSession session, Chunk<IndexEntry> chunk)
    {
        var row = session.Prepare(
                "SELECT position, speaker, role, occurred_at, occurred_offset, recorded_at, recorded_offset, session, text_length, "
                + IndexColumns.Names + InRange)
            .Add(chunk.After).Add(chunk.Last).Add(Chunk<IndexEntry>.MaxRows);
        var pool = chunk.Strings;
        while (row.Step())
        {
            var index = row.Index(9, pool);
            var position = row.Int64(0);
            chunk.Add(
                position,
                new IndexEntry(
                    Position.Sequence(position), pool.Get(row, 1), row.Role(2), row.Time(3), row.Time(5),
                    pool.GetOrNull(row, 7), row.Int32(8), index) { Trust = row.Trust(2) },
                index.Terms.Length + index.Vector.Length);
            if (chunk.IsFull)
            {
                break;
            }
        }

        row.Reset();
    }

    public static IReadOnlyList<StoredInteraction> Get(SqliteSession session, MemoryScope scope, IReadOnlyCollection<long> sequences)
    {
        if (ScopeTable.Find(session, scope) is not { } known)
        {
            return [];
        }

        var found = new List<StoredInteraction>(sequences.Count);
        var pool = new StringPool();
        foreach (var sequence in new SortedSet<long>(sequences))
        {
            if (sequence < 1 || sequence > known.LogSequence)
            {
                continue;
            }

            var row = session.Prepare("SELECT position, " + Given + " FROM interaction WHERE position = ?1").Add(Position.Of(known.Id, sequence));
            if (row.Step())
            {
                found.Add(Stored(row, 0, 1, pool));
            }

            row.Reset();
        }

        return found;
    }

    private static StoredInteraction Stored(Statement row, int position, int given, StringPool pool) => new(
        Position.Sequence(row.Int64(position)),
        new Interaction
        {
            Id = row.Text(given),
            Speaker = pool.Get(row, given + 1),
            Role = row.Role(given + 2),
            Trust = row.Trust(given + 2),
            OccurredAt = row.Time(given + 3),
            Session = pool.GetOrNull(row, given + 5),
            Text = row.Text(given + 6),
            Metadata = StringMap.ToMap(row.TextOrNull(given + 7)),
        },
        row.Time(given + 8));
}
