namespace OMem.Portability;

/// <summary>An export that was read to its end and holds together.</summary>
/// <param name="Summary">How much it holds.</param>
/// <param name="Sha256">The hash its last line names.</param>
/// <param name="Log">The interactions, in log order.</param>
/// <param name="LogEnd">The end of the log, where positions at its end were erased; null for the last interaction's.</param>
/// <param name="Hidden">Log positions that are forgotten.</param>
/// <param name="Waiting">Log positions that are not understood yet.</param>
/// <param name="Items">Attributes and facts.</param>
/// <param name="Clusters">Clusters.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Ledger">The ledger, in order from 1.</param>
internal sealed record ExportContent(
    ExportSummary Summary,
    string Sha256,
    IReadOnlyList<StoredInteraction> Log,
    long? LogEnd,
    IReadOnlyList<long> Hidden,
    IReadOnlyList<long> Waiting,
    IReadOnlyList<PersonaItem> Items,
    IReadOnlyList<AttributeCluster> Clusters,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<LedgerEntry> Ledger);
