namespace OMem.Telemetry;

/// <summary>
/// Every telemetry name in one place. Operation and attribute names follow the memory operations of OpenTelemetry's GenAI
/// semantic conventions (open-telemetry/semantic-conventions-genai, pull request 140; status: development).
/// </summary>
internal static class TelemetryNames
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Source = "OMem";

    public const string OperationName = "gen_ai.operation.name";
    public const string SearchMemory = "search_memory";
    public const string UpsertMemory = "upsert_memory";
    public const string StoreId = "gen_ai.memory.store.id";
    public const string RecordCount = "gen_ai.memory.record.count";
    public const string QueryText = "gen_ai.memory.query.text";
    public const string ErrorType = "error.type";

    public const string OperationDuration = "gen_ai.client.operation.duration";
    public const string Understood = "omem.understanding.interactions";
    public const string UnderstandingFailures = "omem.understanding.failures";
    public const string Dropped = "omem.understanding.dropped";
    public const string DropReason = "omem.drop.reason";
    public const string OutboxDepth = "omem.outbox.depth";
    public const string OutboxAge = "omem.outbox.age";
}
