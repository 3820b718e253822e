namespace OMem.Storage;

/// <summary>What to erase of a scope.</summary>
public sealed record ScopeErase
{
    /// <summary>The log positions to erase; null for the whole scope with everything it holds.</summary>
    public IReadOnlyList<long>? Sequences { get; init; }

    /// <summary>What becomes of derived memory, in the same transaction; null where nothing was derived, and for a whole scope.</summary>
    public DerivedCommit? Commit { get; init; }

    /// <summary>Ledger rows that take the place of those with their <see cref="LedgerEntry.Sequence"/>: what is left to say of them.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>Whether to search the store's files afterwards for what was erased.</summary>
    public bool Verify { get; init; }
}

/// <summary>What an erase did.</summary>
/// <param name="Interactions">Interactions that are gone.</param>
/// <param name="Items">Attributes and facts that are gone.</param>
/// <param name="Topics">Topics that are gone.</param>
/// <param name="Clusters">Attribute clusters that are gone.</param>
/// <param name="LedgerEntries">Ledger rows that are gone or were written over.</param>
/// <param name="IsClean">Whether nothing is left in free pages and logs of the store; false when others kept reading it: erase again, or open the store anew.</param>
/// <param name="Search">What a search of the store's files found; null when none was asked for, or there are no files.</param>
public sealed record ScopeErased(long Interactions, long Items, long Topics, long Clusters, long LedgerEntries, bool IsClean, ErasedSearch? Search)
{
    /// <summary>Why it is not clean and what to do, for a person to read; null when it is.</summary>
    public string? NotClean { get; init; }
}

/// <summary>A byte search of a store's files for what was erased from it.</summary>
/// <param name="Bytes">Bytes searched.</param>
/// <param name="Fragments">Fragments looked for. Those that are also part of what is left are not counted.</param>
/// <param name="Found">How many of them were found: 0 when the erase did what it says.</param>
public sealed record ErasedSearch(long Bytes, long Fragments, long Found)
{
    /// <summary>Whether there were too many fragments to hold, so that a sample of them was looked for, drawn from all parts of what was erased.</summary>
    public bool IsSample { get; init; }
}
