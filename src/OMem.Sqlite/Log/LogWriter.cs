using OMem.Sqlite.Access;
using OMem.Storage;

namespace OMem.Sqlite.Log;

/// <summary>Appends to the log and keeps its index data.</summary>
internal static class LogWriter
{
    private const int RowsBetweenChecks = 64;

    private const string Insert =
        "INSERT INTO interaction (position, interaction_id, content_hash, recorded_at, recorded_offset, speaker, role, "
        + "occurred_at, occurred_offset, session, text_length, text, metadata, " + IndexColumns.Names
        + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) "
        + "ON CONFLICT (scope_id, interaction_id) DO NOTHING";

    public static AppendResult Append(SqliteSession session, MemoryScope scope, IReadOnlyList<AppendRow> batch, CancellationToken cancellationToken)
    {
        var row = ScopeTable.FindOrAdd(session, scope);
        var last = row.LogSequence;
        var rows = new AppendedRow[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            if (i % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var position = Position.Of(row.Id, last + 1);
            if (TryInsert(session, position, batch[i]))
            {
                session.Prepare("INSERT INTO outbox (position) VALUES (?1)").Add(position).Run();
                rows[i] = new AppendedRow(++last, AlreadyStored: false);
            }
            else
            {
                rows[i] = new AppendedRow(KnownSequence(session, row.Id, batch[i], i), AlreadyStored: true);
            }
        }

        if (last > Position.MaxSequence)
        {
            throw new InvalidOperationException($"A scope holds at most {Position.MaxSequence} interactions.");
        }

        if (last != row.LogSequence)
        {
            ScopeTable.SetLogSequence(session, row.Id, last);
        }

        return new AppendResult(rows, last);
    }

    /// <summary>Writes a whole log at its own positions, each id once.</summary>
    public static void Restore(SqliteSession session, MemoryScope scope, ScopeRestore restore, CancellationToken cancellationToken)
    {
        var row = ScopeTable.FindOrAdd(session, scope);
        var positions = ScopeRestore.PositionsOf(restore);
        for (var i = 0; i < positions.Count; i++)
        {
            if (i % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var position = Position.Of(row.Id, positions[i]);
            TryInsert(session, position, restore.Log[i]);
            session.Prepare("INSERT INTO outbox (position) VALUES (?1)").Add(position).Run();
        }

        var end = restore.LogEnd ?? (positions.Count > 0 ? positions[^1] : 0);
        if (end > Position.MaxSequence)
        {
            throw new ArgumentException($"A scope holds at most {Position.MaxSequence} interactions.", nameof(restore));
        }

        ScopeTable.SetLogSequence(session, row.Id, end);
        ScopeTable.AddErased(session, row.Id, end - positions.Count);
    }

    public static bool ReplaceIndex(SqliteSession session, MemoryScope scope, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken)
    {
        var known = ScopeTable.Find(session, scope) ?? default;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var sequence = rows[i].Sequence;
            if (sequence < 1 || sequence > known.LogSequence)
            {
                throw new ArgumentException($"Position {sequence} is not in the log of the scope.", nameof(rows));
            }

            if (session.Prepare("UPDATE interaction SET model_id = ?2, dimensions = ?3, terms = ?4, vector = ?5 WHERE position = ?1")
                .Add(Position.Of(known.Id, sequence)).Add(rows[i].Index).Run() == 0)
            {
                throw new ArgumentException($"Position {sequence} was erased from the log of the scope.", nameof(rows));
            }
        }

        return true;
    }

    private static bool TryInsert(SqliteSession session, long position, AppendRow row)
    {
        var given = row.Interaction;
        return session.Prepare(Insert)
            .Add(position).Add(given.Id).Add(row.ContentHash.Span).Add(row.RecordedAt)
            .Add(given.Speaker).Add(RoleColumn.Of(given)).Add(given.OccurredAt).Add(given.Session)
            .Add((long)given.Text.Length).Add(given.Text).Add(StringMap.ToJson(given.Metadata)).Add(row.Index)
            .Run() == 1;
    }

    private static long KnownSequence(SqliteSession session, long scopeId, AppendRow row, int index)
    {
        var known = session.Prepare("SELECT sequence, content_hash FROM interaction WHERE scope_id = ?1 AND interaction_id = ?2")
            .Add(scopeId).Add(row.Interaction.Id);
        if (!known.Step())
        {
            throw new InvalidOperationException("A known interaction is not there.");
        }

        var (sequence, isSame) = (known.Int64(0), known.Bytes(1).SequenceEqual(row.ContentHash.Span));
        known.Reset();
        return isSame ? sequence : throw new IdempotencyConflictException(row.Interaction.Id, index);
    }
}
