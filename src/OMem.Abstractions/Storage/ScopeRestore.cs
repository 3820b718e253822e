namespace OMem.Storage;

/// <summary>A whole scope, to be written into an empty one.</summary>
public sealed record ScopeRestore
{
    /// <summary>The log in order, each id once.</summary>
    public required IReadOnlyList<AppendRow> Log { get; init; }

    /// <summary>Attributes and facts, superseded ones too.</summary>
    public IReadOnlyList<StoredItem> Items { get; init; } = [];

    /// <summary>Topics.</summary>
    public IReadOnlyList<StoredTopic> Topics { get; init; } = [];

    /// <summary>Attribute clusters.</summary>
    public IReadOnlyList<AttributeCluster> Clusters { get; init; } = [];

    /// <summary>The ledger, oldest first; the store numbers it from 1.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>Log positions that are not understood yet: they are put into the outbox, with no attempts.</summary>
    public IReadOnlyList<long> Waiting { get; init; } = [];

    /// <summary>For a store that appends the log first and then commits, in one transaction: the commit that brings everything else to where it was.</summary>
    /// <exception cref="ArgumentException">An interaction id stands twice, or a waiting position is not in the log.</exception>
    public static DerivedCommit ToCommit(ScopeRestore restore)
    {
        ArgumentNullException.ThrowIfNull(restore);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (!restore.Log.All(row => ids.Add(row.Interaction.Id)))
        {
            throw new ArgumentException("An interaction id stands twice in the log to restore.", nameof(restore));
        }

        var waiting = restore.Waiting.ToHashSet();
        if (waiting.Any(sequence => sequence < 1 || sequence > restore.Log.Count))
        {
            throw new ArgumentException("A waiting position is not in the log to restore.", nameof(restore));
        }

        return new DerivedCommit
        {
            ExpectedVersion = 0,
            Items = restore.Items,
            Topics = restore.Topics,
            Clusters = restore.Clusters,
            Ledger = restore.Ledger,
            Understood = [.. Enumerable.Range(1, restore.Log.Count).Select(static sequence => (long)sequence).Where(sequence => !waiting.Contains(sequence))],
        };
    }
}
