namespace OMem.Cli.Output;

/// <summary>What <c>omem rebuild --json</c> and <c>omem flush --json</c> write.</summary>
/// <param name="Understood">Interactions understood by this call.</param>
/// <param name="Pending">Interactions that wait still.</param>
/// <param name="Parked">Interactions given up.</param>
/// <param name="LogSequence">The log's last position.</param>
/// <param name="Usage">What model calls have cost, by stage and model.</param>
internal sealed record FlushOutput(long Understood, int Pending, int Parked, long LogSequence, IReadOnlyList<StageUsage> Usage);
