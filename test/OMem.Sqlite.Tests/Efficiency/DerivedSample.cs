namespace OMem.Sqlite.Tests.Efficiency;

/// <summary>A commit of one item, topic, cluster and ledger row.</summary>
internal static class DerivedSample
{
    public static DerivedCommit Commit(string id, IReadOnlyList<long> sequences, string text = "text") => new()
    {
        ExpectedVersion = 0,
        Items =
        [
            new StoredItem(
                new PersonaItem
                {
                    Id = id, Kind = PersonaItemKind.Attribute, Subject = "Alice", Value = text, Text = text, RecordedAt = StoreRows.Noon, Reader = "test@1",
                    Evidence = [.. sequences.Select(static sequence => new Evidence(sequence, "m", 0, 1))],
                },
                StoreRows.NoIndex),
        ],
        Topics = [new StoredTopic(new Topic { Id = id, Label = text, Interactions = sequences, FirstAt = StoreRows.Noon, LastAt = StoreRows.Noon }, StoreRows.NoIndex)],
        Clusters = [new AttributeCluster(id, "Alice", "l", text, [id])],
        Ledger =
        [
            new LedgerEntry { RecordedAt = StoreRows.Noon, Actor = "test@1", Operation = LedgerOperation.Add, ItemId = id, ItemKind = "attribute", Reason = "because" },
        ],
    };
}
