namespace OMem.Tests.Consolidation.Judging;

/// <summary>Plays the ledger again and compares with the memory.</summary>
internal static class LedgerReplay
{
    /// <summary>What is believed now, and on what it rests, follows from the ledger alone.</summary>
    public static void Check(DerivedBook book)
    {
        var items = book.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var current = new HashSet<string>(StringComparer.Ordinal);
        var evidence = items.Keys.ToDictionary(id => id, _ => new HashSet<long>(), StringComparer.Ordinal);
        foreach (var row in book.Ledger.Where(row => row.ItemKind is "attribute" or "fact"))
        {
            items.ContainsKey(row.ItemId).ShouldBeTrue($"{row.Operation} of an item that is lost");
            switch (row.Operation)
            {
                case LedgerOperation.Add or LedgerOperation.Update:
                    // What is already over when it is told is stored as past.
                    current.UnionWith(items[row.ItemId].SupersededAt == items[row.ItemId].RecordedAt && !IsClosedLater(book, row) ? [] : [row.ItemId]);
                    current.ExceptWith(row.SupersededId is { } old ? [old] : []);
                    break;
                case LedgerOperation.End:
                    current.Remove(row.ItemId);
                    break;
            }

            if (row.Operation is not LedgerOperation.End)
            {
                evidence[row.ItemId].UnionWith(row.Evidence.Select(one => one.Sequence));
            }
        }

        current.Order(StringComparer.Ordinal).ShouldBe(book.Current.Select(item => item.Id).Order(StringComparer.Ordinal));
        foreach (var item in book.Items)
        {
            item.Evidence.Select(one => one.Sequence).ShouldBe(evidence[item.Id].Order(), item.Text);
        }
    }

    /// <summary>Every statement that was read has left its evidence somewhere.</summary>
    public static void CheckEvidence(DerivedBook book, IReadOnlyList<InteractionUnderstanding> read)
    {
        var told = book.Ledger.Where(row => row.ItemKind is "attribute" or "fact")
            .SelectMany(row => row.Evidence.Select(evidence => (row.ItemKind, evidence.Sequence))).ToHashSet();
        foreach (var understanding in read)
        {
            // "I quit my job" or "I gave up the flat" where none is known ends nothing.
            if (understanding.Attributes.Any(attribute => attribute.Value != "*" && !attribute.EndsOnly))
            {
                told.ShouldContain(("attribute", understanding.Sequence));
            }

            if (understanding.Facts.Count > 0)
            {
                told.ShouldContain(("fact", understanding.Sequence));
            }
        }
    }

    private static bool IsClosedLater(DerivedBook book, LedgerEntry row) => book.Ledger.Any(later =>
        later.Sequence > row.Sequence && ((later.Operation is LedgerOperation.Update && later.SupersededId == row.ItemId) || (later.Operation is LedgerOperation.End && later.ItemId == row.ItemId)));
}
