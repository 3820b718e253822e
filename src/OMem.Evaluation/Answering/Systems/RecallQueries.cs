namespace OMem.Evaluation;

/// <summary>How questions of a set are put to the engine.</summary>
internal static class RecallQueries
{
    /// <summary>Only the budget limits what comes back, as with the baselines.</summary>
    private const int MaxItems = 10_000;

    /// <summary>The query of a question.</summary>
    public static RecallQuery For(AnswerQuestion question, int budget) => new(question.Text) { TokenBudget = budget, MaxItems = MaxItems };

    /// <summary>The turns of a trace that were found and not kept.</summary>
    public static IReadOnlySet<string> NearMisses(RecallResult result) => (result.Trace?.Candidates ?? [])
        .Where(candidate => candidate is { Kind: RecallItemKind.Interaction, Decision: TraceDecision.OverBudget or TraceDecision.BelowLimit or TraceDecision.Duplicate })
        .Select(candidate => candidate.Id)
        .ToHashSet(StringComparer.Ordinal);
}
