namespace OMem.Consolidation.Judging;

/// <summary>
/// Which statements of a batch are asked about. The tokens they may take depend on the number of messages alone, never on the memory: however much of it
/// resembles what is said, a message costs no more. What tells of a change has half of them first, then what is nearest; the rest is left to the rules.
/// </summary>
internal static class JudgeBudget
{
    /// <summary>Tokens of the longest statement with what is shown beside it.</summary>
    private const int MostStatementTokens = JudgeLimits.NeighbourTokens + 100;

    private const int LeastRoom = 50;

    /// <summary>The statements to ask about, in the order given. The same statements give the same choice.</summary>
    /// <param name="cases">Statements with something near.</param>
    /// <param name="messages">Messages of the batch.</param>
    /// <param name="fixedTokens">Tokens of the instructions, in every call.</param>
    /// <param name="options">The limits.</param>
    public static List<JudgeCase> Choose(List<JudgeCase> cases, int messages, int fixedTokens, ModelOptions options)
    {
        var budget = (long)Math.Max(messages, JudgeLimits.LeastMessages) * options.ConsolidationTokensPerMessage;

        // A call may end before it is full, by no more than one statement with what is beside it.
        var perCall = fixedTokens + Math.Max(LeastRoom, options.PromptTokensPerCall - fixedTokens - MostStatementTokens);
        var left = budget - ((budget + perCall - 1) / perCall * fixedTokens);
        var shown = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var chosen = new HashSet<JudgeCase>(ReferenceEqualityComparer.Instance);

        // A stable sort: of equally urgent ones the earlier statement.
        var ordered = cases.OrderByDescending(static judged => judged.Urgency).ToList();
        Take(ordered.Where(static judged => judged.IsChange), (long)(left * (1 - JudgeLimits.ChangeShare)));
        Take(ordered, keep: 0);
        return cases.FindAll(chosen.Contains);

        void Take(IEnumerable<JudgeCase> from, long keep)
        {
            foreach (var judged in from.Where(judged => !chosen.Contains(judged)))
            {
                var tokens = JudgePlan.Tokens(judged, shown);
                if (chosen.Count == 0 || tokens <= left - keep)
                {
                    left -= tokens;
                    chosen.Add(judged);
                    JudgePlan.Show(judged, shown);
                }
            }
        }
    }
}
