using Microsoft.Extensions.Logging;
using OMem.Asking;
using OMem.Consolidation;
using OMem.Models;
using OMem.Recall;
using OMem.Storage;
using OMem.Telemetry;
using OMem.Trust;
using OMem.Understanding;
using OMem.Vectors;

namespace OMem.Interactions;

/// <summary>What every scope of one engine shares.</summary>
internal sealed record EngineParts(
    IMemoryStore Store,
    IInteractionReader Reader,
    TextEmbedder? Embedder,
    IConsolidation Consolidation,
    IRecallPath Recall,
    OMemOptions Options,
    TimeProvider Time,
    ILogger Log,
    MemoryTelemetry Telemetry,
    ModelCaller Calls,
    AskPath Ask)
{
    /// <summary>Readings that are not committed yet; null where reading costs nothing.</summary>
    public KeptReadings? Kept { get; init; }

    /// <summary>How sources are treated.</summary>
    public SourceRules Sources { get; } = SourceRules.Of(Options);

    /// <summary>The model vectors have to be of; null when recall is lexical only.</summary>
    public string? ModelId => Embedder?.ModelId;
}
