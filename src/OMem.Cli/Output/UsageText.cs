namespace OMem.Cli.Output;

/// <summary>What model calls have cost, in words.</summary>
internal static class UsageText
{
    /// <summary>One stage: "12 calls (1 failed), 3,400 prompt and 560 completion tokens".</summary>
    public static string Of(StageUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Describe(usage.Calls, usage.FailedCalls, usage.PromptTokens, usage.CompletionTokens);
    }

    /// <summary>All stages together.</summary>
    public static string Sum(IReadOnlyList<StageUsage> usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Describe(
            usage.Sum(static stage => stage.Calls), usage.Sum(static stage => stage.FailedCalls),
            usage.Sum(static stage => stage.PromptTokens), usage.Sum(static stage => stage.CompletionTokens));
    }

    /// <summary>The name of a stage in a table.</summary>
    public static string Stage(ModelStage stage) => stage switch
    {
        ModelStage.Read => "reading",
        ModelStage.Consolidate => "consolidating",
        ModelStage.Summarize => "summarising",
        _ => "answering",
    };

    /// <summary>Counts of calls and tokens.</summary>
    public static string Describe(long calls, long failed, long prompt, long completion) =>
        $"{PairTable.Count(calls)} {(calls == 1 ? "call" : "calls")}{(failed > 0 ? $" ({PairTable.Count(failed)} failed)" : "")}, "
        + $"{PairTable.Count(prompt)} prompt and {PairTable.Count(completion)} completion tokens";
}
