using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;

namespace OMem.Sqlite.Derived;

/// <summary>The columns of a persona item, written and read in one order.</summary>
internal static class ItemColumns
{
    public const string Names =
        "kind, subject, aspect, value, text, polarity, exclusive, approximate, confidence, "
        + "valid_from, valid_from_offset, valid_to, valid_to_offset, recorded_at, recorded_offset, last_stated_at, last_stated_offset, "
        + "superseded_at, superseded_offset, superseded_by, cluster_id, reader, evidence_count, evidence_hash, held, " + IndexColumns.Names;

    public const string Parameters =
        "?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32";

    public static Statement Add(this Statement statement, StoredItem stored)
    {
        var item = stored.Item;
        return statement
            .Add((long)item.Kind).Add(item.Subject).Add(item.Aspect).Add(item.Value).Add(item.Text)
            .Add((long)item.Polarity).Add(item.Exclusive).Add(item.Approximate).Add(item.Confidence)
            .Add(item.ValidFrom).Add(item.ValidTo).Add(item.RecordedAt).Add(item.LastStatedAt)
            .Add(item.SupersededAt).Add(item.SupersededBy).Add(item.ClusterId).Add(item.Reader)
            .Add((long)item.Evidence.Count).Add(ListHash.Of(item.Evidence, item.Evidence.Count)).Add(item.Held).Add(stored.Index);
    }

    /// <summary>Reads them from a column on.</summary>
    public static StoredItem Item(this Statement row, string id, int column, IReadOnlyList<Evidence> evidence, StringPool pool) => new(
        new PersonaItem
        {
            Id = id,
            Kind = (PersonaItemKind)row.Int32(column),
            Subject = pool.Get(row, column + 1),
            Aspect = pool.GetOrNull(row, column + 2),
            Value = row.Text(column + 3),
            Text = row.Text(column + 4),
            Polarity = (Polarity)row.Int32(column + 5),
            Exclusive = row.Boolean(column + 6),
            Approximate = row.Boolean(column + 7),
            Confidence = row.Double(column + 8),
            ValidFrom = row.TimeOrNull(column + 9),
            ValidTo = row.TimeOrNull(column + 11),
            RecordedAt = row.Time(column + 13),
            LastStatedAt = row.TimeOrNull(column + 15),
            SupersededAt = row.TimeOrNull(column + 17),
            SupersededBy = row.TextOrNull(column + 19),
            ClusterId = row.TextOrNull(column + 20),
            Reader = pool.Get(row, column + 21),
            Held = row.Boolean(column + 24),
            Evidence = evidence,
        },
        row.Index(column + 25, pool));
}
