namespace OMem;

/// <summary>Who decides, and why: every correction is recorded with both.</summary>
/// <param name="Actor">Who; not empty, at most 256 characters.</param>
/// <param name="Reason">Why; not empty, at most 4,096 characters.</param>
public sealed record CorrectionNote(string Actor, string Reason);

/// <summary>What takes the place of an attribute or fact that was wrong. What is left out stays as it was.</summary>
public sealed record Replacement
{
    /// <summary>The value alone; for a fact the sentence.</summary>
    public string? Value { get; init; }

    /// <summary>The readable sentence. Where it is left out, the old sentence with the new value in it.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it is affirmed or denied.</summary>
    public Polarity? Polarity { get; init; }

    /// <summary>From when it is true.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>For a fact: the end of when it happened.</summary>
    public DateTimeOffset? ValidTo { get; init; }
}

/// <summary>What to undo: one ledger entry, or everything since a point.</summary>
public sealed record UndoRequest
{
    /// <summary>The ledger position of the entry to undo.</summary>
    public long? Entry { get; init; }

    /// <summary>Undo every entry after this ledger position.</summary>
    public long? After { get; init; }

    /// <summary>Undo every entry recorded at or after this instant, and all that follow the first of them.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Also undo later entries that depend on it, instead of refusing.</summary>
    public bool Cascade { get; init; }

    /// <summary>Who decides, and why.</summary>
    public required CorrectionNote Note { get; init; }
}

/// <summary>What a correction, undo or redo did.</summary>
/// <param name="Entry">The ledger position of the new entry.</param>
/// <param name="Changed">Every attribute and fact that changed, as it is now, by id.</param>
/// <param name="Removed">Ids of those that are no more.</param>
/// <param name="Entries">Ledger positions that were undone or done again, the latest first; empty for a correction.</param>
public sealed record CorrectionResult(long Entry, IReadOnlyList<PersonaItem> Changed, IReadOnlyList<string> Removed, IReadOnlyList<long> Entries);
