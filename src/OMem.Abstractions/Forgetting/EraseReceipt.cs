namespace OMem;

/// <summary>How to erase.</summary>
public sealed record EraseOptions
{
    /// <summary>The <see cref="ForgetPreview.Fingerprint"/> of what was shown; null to take what is selected now.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Whether to search the store's files afterwards for every fragment of what was erased.</summary>
    public bool Verify { get; init; }
}

/// <summary>What an erase did, to be archived. It holds no word of what was erased.</summary>
/// <remarks><c>EraseReceipts</c> writes it as canonical JSON and checks its hash.</remarks>
public sealed record EraseReceipt
{
    /// <summary>Version of the layout.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the layout.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>SHA-256 of the scope, in hexadecimal: who knows the scope can tell that the receipt is of it, and others learn no name.</summary>
    public required string Scope { get; init; }

    /// <summary>When it was erased.</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Who erased it.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, as the caller gave it.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the whole scope was erased, its ledger too.</summary>
    public required bool WholeScope { get; init; }

    /// <summary>Interactions that are gone.</summary>
    public required long Interactions { get; init; }

    /// <summary>Attributes and facts that are gone.</summary>
    public required long Items { get; init; }

    /// <summary>Topics that are gone.</summary>
    public required long Topics { get; init; }

    /// <summary>Attribute clusters that are gone.</summary>
    public required long Clusters { get; init; }

    /// <summary>Ledger entries that are gone or were written over.</summary>
    public required long LedgerEntries { get; init; }

    /// <summary>Other interactions that are read again.</summary>
    public required long ReadAgain { get; init; }

    /// <summary>The ledger position of the entry that tells of it; null for a whole scope.</summary>
    public long? Entry { get; init; }

    /// <summary>Whether nothing is left in free pages and logs of the store; false when others kept reading it: erase again, or open the store anew.</summary>
    public required bool IsClean { get; init; }

    /// <summary>Why it is not clean and what to do, for a person to read; null when it is.</summary>
    public string? NotClean { get; init; }

    /// <summary>Bytes of the store's files that were searched; null when no search was asked for, or there are no files.</summary>
    public long? SearchedBytes { get; init; }

    /// <summary>Fragments of what was erased that were looked for.</summary>
    public long? SearchedFragments { get; init; }

    /// <summary>How many of them were found: 0 when the erase did what it says.</summary>
    public long? FoundFragments { get; init; }

    /// <summary>Whether there were too many fragments to hold, so that a sample of them was looked for.</summary>
    public bool? SearchedSample { get; init; }

    /// <summary>SHA-256 over the canonical JSON of everything else, in hexadecimal.</summary>
    public string Sha256 { get; init; } = "";
}
