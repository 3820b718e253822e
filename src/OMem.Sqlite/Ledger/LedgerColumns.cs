using OMem.Sqlite.Access;
using OMem.Sqlite.Log;

namespace OMem.Sqlite.Ledger;

/// <summary>The columns of a ledger entry, written and read in one order.</summary>
internal static class LedgerColumns
{
    public const string Names =
        "recorded_at, recorded_offset, actor, operation, item_kind, item_id, subject, aspect, superseded_id, similarity, before, after, reason, revert";

    public static Statement Add(this Statement statement, LedgerEntry entry) => statement
        .Add(entry.RecordedAt).Add(entry.Actor).Add((long)entry.Operation).Add(entry.ItemKind).Add(entry.ItemId)
        .Add(entry.Subject).Add(entry.Aspect).Add(entry.SupersededId).Add(entry.Similarity)
        .Add(entry.Before).Add(entry.After).Add(entry.Reason).Add(entry.Revert);

    /// <summary>Reads position and columns.</summary>
    public static LedgerEntry Entry(this Statement row, IReadOnlyList<Evidence> evidence, StringPool pool) => new()
    {
        Sequence = Position.Sequence(row.Int64(0)),
        RecordedAt = row.Time(1),
        Actor = pool.Get(row, 3),
        Operation = (LedgerOperation)row.Int32(4),
        ItemKind = pool.Get(row, 5),
        ItemId = row.Text(6),
        Subject = pool.GetOrNull(row, 7),
        Aspect = pool.GetOrNull(row, 8),
        SupersededId = row.TextOrNull(9),
        Similarity = row.DoubleOrNull(10),
        Before = row.TextOrNull(11),
        After = row.TextOrNull(12),
        Reason = row.Text(13),
        Revert = row.TextOrNull(14),
        Evidence = evidence,
    };
}
