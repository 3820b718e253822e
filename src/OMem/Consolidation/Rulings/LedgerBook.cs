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
        [LedgerOperation.Confirm, LedgerOperation.Correct, LedgerOperation.Retract, LedgerOperation.Undo, LedgerOperation.Redo, LedgerOperation.Forget];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Whether an entry undoes others.</summary>
    public static bool IsUndo(LedgerEntry entry) => entry.Operation is LedgerOperation.Undo or LedgerOperation.Redo;

    /// <summary>Whether an entry changes attributes or facts.</summary>
    public static bool ChangesItems(LedgerEntry entry) => IsUndo(entry) || entry.Operation is LedgerOperation.Forget || (entry.ItemKind is "attribute" or "fact");

    /// <summary>Whether an entry stands: nothing that stands undoes it.</summary>
    public bool IsInForce(LedgerEntry entry) => !_outOfForce.Contains(entry.Sequence);

    /// <summary>Whether what its undo needs was erased.</summary>
    public bool IsGone(LedgerEntry entry) => Revert(entry)?.Gone is true;

    /// <summary>Whether what it hid or brought back has to be read again instead of put back: everything was read anew after it, or some of it was erased.</summary>
    public bool IsStale(LedgerEntry entry) => Revert(entry) is { } data && (data.Hidden ?? data.Unhidden) is not null
        && (data.Again is true || Entries.Any(row => row.Operation is LedgerOperation.Rebuild && row.Sequence > entry.Sequence));

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
    /// <returns>Null for an entry of a time when this was not kept, and when it was erased.</returns>
    public IReadOnlyList<ItemBefore>? Before(LedgerEntry entry) =>
        IsGone(entry) ? null : Revert(entry) is { Items: { } items } ? items : Revert(entry) is { At: not null } ? [] : entry.Operation is LedgerOperation.Add ? [ItemBefore.Nothing(entry.ItemId)] : null;
}
