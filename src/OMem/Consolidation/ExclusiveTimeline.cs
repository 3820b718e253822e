namespace OMem.Consolidation;

/// <summary>
/// Puts a value into the sequence of values of an aspect that has one at a time (home, job). A newer message makes its value the current
/// one. An older message that arrives later makes a past value: it ends where the next one begins, and the one before ends where it begins.
/// </summary>
internal sealed class ExclusiveTimeline(Editor editor, Statement value, IReadOnlyList<ItemEntry> group)
{
    /// <summary>Adds the value at its place.</summary>
    /// <param name="similarity">Similarity to the nearest known value, for the ledger.</param>
    public void Place(double? similarity)
    {
        var values = group.Where(entry => entry.Item is { Exclusive: true, Polarity: Polarity.Positive }).ToList();
        var current = values.FindLast(entry => entry.IsCurrent);
        if (current is null)
        {
            editor.Add(value.ToItem(value.From), value.Index, values.Count == 0 ? "the first value of this aspect" : "a new value after the last one ended", similarity);
        }
        else if (editor.Telling.OccurredAt >= current.Item.LastStatedAt)
        {
            Supersede(current, similarity);
        }
        else
        {
            Insert(values, current, similarity);
        }
    }

    private void Supersede(ItemEntry current, double? similarity)
    {
        var added = editor.Add(
            value.ToItem(value.From), value.Index, "a newer value of an aspect that has one at a time", similarity, LedgerOperation.Update, current);
        if (added is not null)
        {
            editor.Supersede(current, added, value.From > current.Item.ValidFrom ? value.From : value.SaidAt);
        }
    }

    private void Insert(List<ItemEntry> values, ItemEntry current, double? similarity)
    {
        var next = values.Where(entry => entry.Item.ValidFrom > value.From)
            .OrderBy(entry => entry.Item.ValidFrom).ThenBy(entry => entry.Item.Id, StringComparer.Ordinal).FirstOrDefault();
        var before = values.Where(entry => entry.Item.ValidFrom <= value.From && entry != current)
            .OrderByDescending(entry => entry.Item.ValidFrom).ThenBy(entry => entry.Item.Id, StringComparer.Ordinal).FirstOrDefault();
        if (before is not null && before.Key.Text == value.Key.Text && (before.Item.ValidTo is null || before.Item.ValidTo > value.From))
        {
            editor.Confirm(before, value.Evidence, value.Confidence, "an older message says what was true then", 1);
            return;
        }

        if (next is not null && next.Key.Text == value.Key.Text)
        {
            editor.Confirm(next, value.Evidence, value.Confidence, "an older message says that it was true earlier", 1, value.From);
            Shorten(before, next);
            return;
        }

        var by = next ?? current;
        var added = editor.Add(
            value.ToItem(value.From, by.Item.ValidFrom > value.From ? by.Item.ValidFrom : value.SaidAt, editor.Telling.RecordedAt, by.Item.Id),
            value.Index,
            "an older message: a past value, a later one is known",
            similarity);
        if (added is not null)
        {
            Shorten(before, added);
        }
    }

    private void Shorten(ItemEntry? before, ItemEntry by)
    {
        if (before?.Item.ValidTo > value.From)
        {
            editor.Supersede(before, by, value.From);
        }
    }
}
