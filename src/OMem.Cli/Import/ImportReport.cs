namespace OMem.Cli.Import;

/// <summary>What an import did.</summary>
/// <param name="Stored">New interactions, durable.</param>
/// <param name="AlreadyStored">Interactions that were there with the same content.</param>
/// <param name="Skipped">Entries passed over, with the reason.</param>
/// <param name="Stopped">The entry that ended the import; null when it came to its end.</param>
internal sealed record ImportReport(long Stored, long AlreadyStored, IReadOnlyList<ImportFault> Skipped, ImportFault? Stopped)
{
    /// <summary>Entries that hold what the policy for sensitive data refuses; nothing of them is stored.</summary>
    public IReadOnlyList<ImportFault> Refused { get; init; } = [];

    /// <summary>How often each kind of sensitive data was masked.</summary>
    public IReadOnlyList<SensitiveCount> Masked { get; init; } = [];

    /// <summary>Interactions that held nothing but recalled memory and were not stored.</summary>
    public long Recognised { get; init; }
}

/// <summary>An entry that was not stored.</summary>
/// <param name="Place">Where it stands, for example <c>line 12</c>.</param>
/// <param name="Fault">What is wrong with it.</param>
internal sealed record ImportFault(string Place, string Fault);
