namespace OMem.Storage;

/// <summary>A whole scope, to be written into an empty one.</summary>
public sealed record ScopeRestore
{
    /// <summary>The log in order, each id once.</summary>
    public required IReadOnlyList<AppendRow> Log { get; init; }

    /// <summary>The log position of each row, ascending; null when none was ever erased: 1, 2, 3, ...</summary>
    public IReadOnlyList<long>? Positions { get; init; }

    /// <summary>The end of the log, where positions at its end were erased; null for the last row's.</summary>
    public long? LogEnd { get; init; }

    /// <summary>Log positions that are forgotten.</summary>
    public IReadOnlyList<long> Hidden { get; init; } = [];

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
    /// <exception cref="ArgumentException">An interaction id stands twice, the positions are not those of a log, or a waiting or forgotten one is not among them.</exception>
    public static DerivedCommit ToCommit(ScopeRestore restore)
    {
        ArgumentNullException.ThrowIfNull(restore);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (!restore.Log.All(row => ids.Add(row.Interaction.Id)))
        {
            throw new ArgumentException("An interaction id stands twice in the log to restore.", nameof(restore));
        }

        var positions = PositionsOf(restore);
        var known = positions.ToHashSet();
        var waiting = restore.Waiting.ToHashSet();
        if (!known.IsSupersetOf(waiting) || !known.IsSupersetOf(restore.Hidden))
        {
            throw new ArgumentException("A waiting or forgotten position is not in the log to restore.", nameof(restore));
        }

        return new DerivedCommit
        {
            ExpectedVersion = 0,
            Items = restore.Items,
            Topics = restore.Topics,
            Clusters = restore.Clusters,
            Ledger = restore.Ledger,
            Understood = [.. positions.Where(sequence => !waiting.Contains(sequence))],
            Hidden = restore.Hidden,
        };
    }

    /// <summary>The log position of each row.</summary>
    /// <exception cref="ArgumentException">There are not as many as rows, they do not ascend from 1 on, or the log ends before them.</exception>
    public static IReadOnlyList<long> PositionsOf(ScopeRestore restore)
    {
        ArgumentNullException.ThrowIfNull(restore);
        var positions = restore.Positions ?? [.. Enumerable.Range(1, restore.Log.Count).Select(static sequence => (long)sequence)];
        var ascends = positions.Zip(positions.Skip(1)).All(static pair => pair.First < pair.Second);
        return positions.Count == restore.Log.Count && ascends && (positions.Count == 0 || (positions[0] >= 1 && positions[^1] <= (restore.LogEnd ?? positions[^1])))
            ? positions
            : throw new ArgumentException("The log positions to restore are not those of a log.", nameof(restore));
    }
}
