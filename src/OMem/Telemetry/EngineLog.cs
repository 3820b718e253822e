using Microsoft.Extensions.Logging;
using OMem.Understanding.Llm;

namespace OMem.Telemetry;

/// <summary>Log messages of the engine: plain ones carry counts and a scope, the ...Sensitive twins carry text and are at Trace.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Debug, "Remembered {Stored} interactions of {Scope} ({AlreadyStored} were known).")]
    public static partial void Remembered(this ILogger logger, MemoryScope scope, int stored, int alreadyStored);

    [LoggerMessage(2, LogLevel.Debug, "Recalled {Items} items of {Scope} in {Tokens} tokens.")]
    public static partial void Recalled(this ILogger logger, MemoryScope scope, int items, int tokens);

    [LoggerMessage(3, LogLevel.Trace, "Recalled for the query {Query}: {Context}")]
    public static partial void RecalledSensitive(this ILogger logger, string query, string context);

    [LoggerMessage(4, LogLevel.Debug, "Understood {Interactions} interactions of {Scope}: {Changes} ledger rows.")]
    public static partial void Understood(this ILogger logger, MemoryScope scope, int interactions, int changes);

    [LoggerMessage(5, LogLevel.Warning, "Understanding of {Interactions} interactions of {Scope} failed.")]
    public static partial void UnderstandingFailed(this ILogger logger, Exception exception, MemoryScope scope, int interactions);

    [LoggerMessage(6, LogLevel.Error, "The understanding worker failed and tries again in {Delay}.")]
    public static partial void WorkerFailed(this ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(7, LogLevel.Information, "The index of {Scope} was made again for {Interactions} interactions (model {Model}).")]
    public static partial void Reindexed(this ILogger logger, MemoryScope scope, int interactions, string? model);

    [LoggerMessage(8, LogLevel.Debug, "Of what the model read in {Messages} interactions of {Scope}, {Count} things were not taken over: {Reasons}.")]
    public static partial void AnswerDropped(this ILogger logger, MemoryScope scope, long count, int messages, DropCounts reasons);

    [LoggerMessage(9, LogLevel.Warning, "The prompt did not fit the model's context window: reading calls are limited to {Tokens} tokens from now on.")]
    public static partial void PromptShrunk(this ILogger logger, int tokens);

    [LoggerMessage(10, LogLevel.Warning, "What model calls of {Scope} have cost could not be saved; it is tried again with the next batch.")]
    public static partial void UsageNotSaved(this ILogger logger, Exception exception, MemoryScope scope);

    [LoggerMessage(11, LogLevel.Information, "{Count} parked interactions are taken up again.")]
    public static partial void ParkedTakenUp(this ILogger logger, int count);

    [LoggerMessage(20, LogLevel.Warning, "{Attributes} attributes of {Scope} could not be merged: they stay as they are.")]
    public static partial void MergeFailed(this ILogger logger, Exception exception, MemoryScope scope, int attributes);

    [LoggerMessage(21, LogLevel.Warning, "The attributes of {Scope} could not be merged; it is tried again with the next batch or flush.")]
    public static partial void SettlingFailed(this ILogger logger, Exception exception, MemoryScope scope);

    [LoggerMessage(22, LogLevel.Warning, "An answer of the model does not account for {Missing} of {Messages} messages of {Scope}; they are asked about again.")]
    public static partial void AnswerIncomplete(this ILogger logger, MemoryScope scope, int missing, int messages);

    [LoggerMessage(12, LogLevel.Debug, "Of what the model decided for {Scope}, {Count} things were left to the rules: {Reasons}.")]
    public static partial void JudgementDropped(this ILogger logger, MemoryScope scope, long count, DropCounts reasons);

    [LoggerMessage(13, LogLevel.Warning, "The model gave no usable decision about {Statements} statements of {Scope} ({Fault}); they are asked about in halves, and one alone is left to the rules.")]
    public static partial void JudgeFailed(this ILogger logger, MemoryScope scope, int statements, ModelFault fault);

    [LoggerMessage(14, LogLevel.Warning, "The model gave no usable summaries of {Clusters} attribute clusters of {Scope} ({Fault}); their members' own words are shown.")]
    public static partial void SummaryFailed(this ILogger logger, MemoryScope scope, int clusters, ModelFault fault);

    [LoggerMessage(23, LogLevel.Information, "{Interactions} interactions of {Scope} were forgotten, and {Items} attributes and facts with them.")]
    public static partial void Forgotten(this ILogger logger, MemoryScope scope, int interactions, int items);

    [LoggerMessage(24, LogLevel.Information, "{Interactions} interactions of {Scope} were erased, and {Items} attributes and facts with them; the store's files are clean: {IsClean}.")]
    public static partial void Erased(this ILogger logger, MemoryScope scope, long interactions, long items, bool isClean);

    [LoggerMessage(25, LogLevel.Warning, "The clock has jumped since retention rules were last applied ({Before}, now {Now}): this time nothing is taken.")]
    public static partial void RetentionHeldBack(this ILogger logger, DateTimeOffset before, DateTimeOffset now);

    [LoggerMessage(26, LogLevel.Warning, "The retention rules of {Scope} could not be applied; it is tried again next time.")]
    public static partial void RetentionFailed(this ILogger logger, Exception exception, MemoryScope scope);

    [LoggerMessage(27, LogLevel.Warning, "Retention rules could not be applied; it is tried again next time.")]
    public static partial void RetentionRunFailed(this ILogger logger, Exception exception);
}
