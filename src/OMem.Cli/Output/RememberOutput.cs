using OMem.Cli.Import;

namespace OMem.Cli.Output;

/// <summary>What <c>omem remember --json</c> writes.</summary>
/// <param name="Stored">New interactions.</param>
/// <param name="AlreadyStored">Interactions that were there with the same content.</param>
/// <param name="Skipped">Entries passed over.</param>
/// <param name="Stopped">The entry that ended the import, if one did.</param>
/// <param name="Understood">Interactions understood by this call.</param>
/// <param name="Pending">Interactions that wait to be understood.</param>
/// <param name="Parked">Interactions given up.</param>
/// <param name="LogSequence">The log position afterwards.</param>
/// <param name="Usage">What model calls have cost, by stage and model.</param>
internal sealed record RememberOutput(
    long Stored,
    long AlreadyStored,
    IReadOnlyList<ImportFault> Skipped,
    ImportFault? Stopped,
    long Understood,
    int Pending,
    int Parked,
    long LogSequence,
    IReadOnlyList<StageUsage> Usage)
{
    /// <summary>Messages left out because they hold what the policy for sensitive data refuses.</summary>
    public IReadOnlyList<ImportFault> Refused { get; init; } = [];

    /// <summary>How often each kind of sensitive data was masked.</summary>
    public IReadOnlyList<SensitiveCount> Masked { get; init; } = [];

    /// <summary>Messages that held nothing but recalled memory and were not stored.</summary>
    public long Recognised { get; init; }

    /// <summary>Makes the output of an import.</summary>
    public static RememberOutput From(ImportReport report, long understood, IReadOnlyList<StageUsage> usage, MemoryStatus status)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(status);
        return new RememberOutput(
            report.Stored, report.AlreadyStored, report.Skipped, report.Stopped, understood, status.Pending, status.Parked, status.LogSequence, usage)
        {
            Refused = report.Refused, Masked = report.Masked,
            Recognised = report.Recognised,
        };
    }
}
