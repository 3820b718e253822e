namespace OMem;

/// <summary>How much an export holds.</summary>
/// <param name="Interactions">Interactions of the log.</param>
/// <param name="Waiting">How many of them are not understood yet.</param>
/// <param name="Attributes">Attributes, superseded ones too.</param>
/// <param name="Facts">Facts, superseded ones too.</param>
/// <param name="Clusters">Attribute clusters.</param>
/// <param name="Topics">Topics.</param>
/// <param name="LedgerEntries">Ledger entries.</param>
public sealed record ExportSummary(long Interactions, long Waiting, long Attributes, long Facts, long Clusters, long Topics, long LedgerEntries);
