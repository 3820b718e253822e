namespace OMem.Recall.Paper;

/// <summary>Fills the budget in the order of the candidates; what does not fit is skipped.</summary>
internal static class PaperPacker
{
    /// <summary>One decision for each candidate, in order.</summary>
    public static TraceDecision[] Pack(IReadOnlyList<PaperCandidate> candidates, RecallQuery query)
    {
        var decisions = new TraceDecision[candidates.Count];
        var shown = new HashSet<int>();
        var (tokens, items) = (query.TokenBudget, query.MaxItems);
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            decisions[i] = candidate switch
            {
                { IsFiltered: true } => TraceDecision.Filtered,
                _ when candidate.Messages.Any(shown.Contains) => TraceDecision.Duplicate,
                _ when items == 0 => TraceDecision.BelowLimit,
                _ when candidate.Tokens > tokens => TraceDecision.OverBudget,
                _ => TraceDecision.Kept,
            };
            if (decisions[i] == TraceDecision.Kept)
            {
                items--;
                tokens -= candidate.Tokens;
                shown.Add(candidate.Turn);
            }
        }

        return decisions;
    }
}
