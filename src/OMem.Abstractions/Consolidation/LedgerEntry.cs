namespace OMem;

/// <summary>One change to derived memory: what, why, from which evidence, by whom. Append-only.</summary>
public sealed record LedgerEntry
{
    /// <summary>Position in the scope's ledger, from 1; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who made the change: a reader as <c>name@version</c>, or a person.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done.</summary>
    public required LedgerOperation Operation { get; init; }

    /// <summary>The item that was added, confirmed or changed; <c>erased</c> in an entry that an erase wrote over.</summary>
    public required string ItemId { get; init; }

    /// <summary>What kind of item it is: <c>attribute</c>, <c>fact</c>, <c>topic</c>, <c>cluster</c>, or <c>scope</c> for a rebuild, forget or erase.</summary>
    public required string ItemKind { get; init; }

    /// <summary>Whom the item is about, if it is about somebody.</summary>
    public string? Subject { get; init; }

    /// <summary>The aspect, for an attribute.</summary>
    public string? Aspect { get; init; }

    /// <summary>What was believed before, as text; null when nothing was.</summary>
    public string? Before { get; init; }

    /// <summary>What is believed after, as text; null when it was closed.</summary>
    public string? After { get; init; }

    /// <summary>The item whose place was taken, for an update.</summary>
    public string? SupersededId { get; init; }

    /// <summary>The evidence of this change.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Why, in words a person understands.</summary>
    public required string Reason { get; init; }

    /// <summary>What undo puts back, in the engine's own form; null where nothing but the item itself came to be. Stores keep it as it is.</summary>
    public string? Revert { get; init; }

    /// <summary>Similarity to the nearest existing item that led to the decision, 0-1; null when there was none.</summary>
    public double? Similarity { get; init; }
}

/// <summary>What was decided: by consolidation about one candidate, or by a person.</summary>
public enum LedgerOperation
{
    /// <summary>New: stored.</summary>
    Add = 0,

    /// <summary>Known: evidence added, nothing else changed.</summary>
    Ignore = 1,

    /// <summary>Changed: the old item is superseded and keeps its history.</summary>
    Update = 2,

    /// <summary>No longer true: validity ended without a new value.</summary>
    End = 3,

    /// <summary>Attributes were grouped or regrouped.</summary>
    Cluster = 4,

    /// <summary>Derived memory was cleared to be read again from the log.</summary>
    Rebuild = 5,

    /// <summary>A person said that it is right.</summary>
    Confirm = 6,

    /// <summary>A person put another statement in its place: it was never true.</summary>
    Correct = 7,

    /// <summary>A person took it back: it was never true, and what was read so far does not bring it back.</summary>
    Retract = 8,

    /// <summary>Earlier entries were undone.</summary>
    Undo = 9,

    /// <summary>What had been undone was done again.</summary>
    Redo = 10,

    /// <summary>Held back: said only by sources that cannot vouch for it.</summary>
    Hold = 11,

    /// <summary>What had been held back is believed now: <see cref="LedgerEntry.ItemId"/> is the item it has become, <see cref="LedgerEntry.SupersededId"/> the one that was held.</summary>
    Release = 12,

    /// <summary>Interactions were forgotten, with what was concluded from them alone.</summary>
    Forget = 13,

    /// <summary>Interactions were erased. Says how many; entries about them were written over.</summary>
    Erase = 14,
}

/// <summary>Which part of the ledger to read.</summary>
public sealed record HistoryQuery
{
    /// <summary>Only entries about this item, the items it superseded, the ones those superseded, and so on.</summary>
    public string? ItemId { get; init; }

    /// <summary>Only entries about this person.</summary>
    public string? Subject { get; init; }

    /// <summary>Only this kind of item (see <see cref="LedgerEntry.ItemKind"/>).</summary>
    public string? ItemKind { get; init; }

    /// <summary>Only these operations; empty for all.</summary>
    public IReadOnlyList<LedgerOperation> Operations { get; init; } = [];

    /// <summary>Only what was recorded by this instant: the belief's history as it stood then.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Only entries about attributes and facts that were true of the person at this instant, as far as is believed now or at <see cref="AsOf"/>.</summary>
    public DateTimeOffset? ValidAt { get; init; }

    /// <summary>Entries after this ledger position.</summary>
    public long After { get; init; }

    /// <summary>At most so many, oldest first; null for all.</summary>
    public int? Limit { get; init; }
}
