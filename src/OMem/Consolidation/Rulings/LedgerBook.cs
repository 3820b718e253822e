namespace OMem.Consolidation.Rulings;

/// <summary>A ledger with what was undone worked out: an undo takes its targets out of force, a redo takes the undo out of force.</summary>
internal sealed class LedgerBook
{
    private readonly HashSet<long> _outOfForce = [];
    private readonly Dictionary<long, RevertData?> _reverts = [];

    /// <summary>Works it out.</summary>
    /// <param name="entries">Entries oldest first: the whole ledger, or those of people's decisions.</param>
    public LedgerBook(IReadOnlyList<LedgerEntry> entries)
    {
        Entries = entries;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (IsUndo(entries[i]) && IsInForce(entries[i]))
            {
                _outOfForce.UnionWith(Revert(entries[i])?.Targets ?? []);
            }
        }
    }

    /// <summary>Operations of people.</summary>
    public static IReadOnlyList<LedgerOperation> OfPeople { get; } =
        [LedgerOperation.Confirm, LedgerOperation.Correct, LedgerOperation.Retract, LedgerOperation.Undo, LedgerOperation.Redo];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Whether an entry undoes others.</summary>
    public static bool IsUndo(LedgerEntry entry) => entry.Operation is LedgerOperation.Undo or LedgerOperation.Redo;

    /// <summary>Whether an entry changes attributes or facts.</summary>
    public static bool ChangesItems(LedgerEntry entry) => IsUndo(entry) || (entry.ItemKind is "attribute" or "fact");

    /// <summary>Whether an entry stands: nothing that stands undoes it.</summary>
    public bool IsInForce(LedgerEntry entry) => !_outOfForce.Contains(entry.Sequence);

    /// <summary>What it keeps for undo.</summary>
    public RevertData? Revert(LedgerEntry entry)
    {
        if (!_reverts.TryGetValue(entry.Sequence, out var data))
        {
            _reverts[entry.Sequence] = data = RevertData.Read(entry.Revert);
        }

        return data;
    }

    /// <summary>The items it changed, as they were before, in the order they were changed.</summary>
    /// <returns>Null for an entry of a time when this was not kept.</returns>
    public IReadOnlyList<ItemBefore>? Before(LedgerEntry entry) =>
        Revert(entry) is { Items: { } items } ? items : Revert(entry) is { At: not null } ? [] : entry.Operation is LedgerOperation.Add ? [ItemBefore.Nothing(entry.ItemId)] : null;
}
