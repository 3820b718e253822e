namespace OMem.Consolidation;

/// <summary>
/// Puts a value into the sequence of values of an aspect that has one at a time (home, job). A newer message makes its value the current
/// one. An older message that arrives later makes a past value: it ends where the next one begins, and the one before ends where it begins,
/// unless that one was stated again later: then both keep what is known of them and overlap.
/// </summary>
internal sealed class ExclusiveTimeline
{
    private readonly Editor _editor;
    private readonly Statement _value;
    private readonly List<ItemEntry> _values;
    private readonly ItemEntry? _current;

    /// <summary>Finds the values that stand already.</summary>
    public ExclusiveTimeline(Editor editor, Statement value, IReadOnlyList<ItemEntry> group)
    {
        _editor = editor;
        _value = value;
        _values = [.. group.Where(entry => entry.Item is { Exclusive: true, Polarity: Polarity.Positive })];
        _current = _values.FindLast(entry => entry.IsCurrent);
    }

    /// <summary>Whether a value is current.</summary>
    public bool HasCurrent => _current is not null;

    /// <summary>Adds the value at its place.</summary>
    /// <param name="similarity">Similarity to the nearest known value, for the ledger.</param>
    /// <returns>The new item, or the known one that says it; null when the very same statement was stored before.</returns>
    public ItemEntry? Place(double? similarity)
    {
        if (_current is null)
        {
            return _editor.Add(_value.ToItem(_value.From), _value.Index, _values.Count == 0 ? "the first value of this aspect" : "a new value after the last one ended", similarity);
        }

        return _editor.Telling.OccurredAt >= _current.Item.LastStatedAt ? Supersede(similarity) : Insert(similarity);
    }

    private ItemEntry? Supersede(double? similarity)
    {
        var added = _editor.Add(
            _value.ToItem(_value.From), _value.Index, "a newer value of an aspect that has one at a time", similarity, LedgerOperation.Update, _current);
        if (added is not null)
        {
            _editor.Supersede(_current!, added, _value.From > _current!.Item.ValidFrom ? _value.From : _value.SaidAt);
        }

        return added;
    }

    private ItemEntry? Insert(double? similarity)
    {
        var next = _values.Where(entry => entry.Item.ValidFrom > _value.From)
            .OrderBy(entry => entry.Item.ValidFrom).ThenBy(entry => entry.Item.Id, StringComparer.Ordinal).FirstOrDefault();
        var before = _values.Where(entry => entry.Item.ValidFrom <= _value.From && entry != _current)
            .OrderByDescending(entry => entry.Item.ValidFrom).ThenBy(entry => entry.Item.Id, StringComparer.Ordinal).FirstOrDefault();
        if (before is not null && before.Key.Text == _value.Key.Text && (before.Item.ValidTo is null || before.Item.ValidTo > _value.From))
        {
            _editor.Confirm(before, _value.Evidence, _value.Confidence, "an older message says what was true then", 1);
            return before;
        }

        if (next is not null && next.Key.Text == _value.Key.Text)
        {
            _editor.Confirm(next, _value.Evidence, _value.Confidence, "an older message says that it was true earlier", 1, _value.From);
            Shorten(before, next);
            return next;
        }

        var by = next ?? _current!;
        var end = by.Item.ValidFrom > _value.From ? by.Item.ValidFrom : by.Item.LastStatedAt;
        var added = _editor.Add(
            _value.ToItem(_value.From, before?.Item.LastStatedAt > _value.From && before.Item.LastStatedAt < end ? before.Item.LastStatedAt : end, _editor.Telling.RecordedAt, by.Item.Id),
            _value.Index,
            "an older message: a past _value, a later one is known",
            similarity);
        if (added is not null)
        {
            Shorten(before, added);
        }

        return added;
    }

    private void Shorten(ItemEntry? before, ItemEntry by)
    {
        if (before?.Item.ValidTo > _value.From && !(before.Item.LastStatedAt > _value.From))
        {
            _editor.Supersede(before, by, _value.From);
        }
    }
}
