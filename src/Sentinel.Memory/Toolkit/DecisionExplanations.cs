namespace Sentinel.Memory;

/// <summary>Puts together what led to a decision and what became of it.</summary>
internal static class DecisionExplanations
{
    public static DecisionExplanation? Of(IJournal journal, MemoryState state, DateTimeOffset asOf, string decisionId)
    {
        if (journal.Find(decisionId) is not { Payload: Decision decision } entry || entry.AsOf > asOf || state.Forgotten.Contains(decisionId, asOf))
        {
            return null;
        }

        var outcomes = state.Decisions.OutcomesOf(decisionId, asOf);
        return new DecisionExplanation(
            decision,
            [.. decision.Intent.CitedMemoryIds.Select(id => journal.Find(Underlying(id))).OfType<JournalEntry>().Where(cited => cited.AsOf <= asOf && !state.Forgotten.Contains(cited.Id, asOf))],
            outcomes,
            [.. outcomes.Select(outcome => journal.Find($"ass-{outcome.Id}")?.Payload).OfType<Assessment>()],
            [.. state.Decisions.ReflectionsOf(decisionId, asOf)]);
    }

    /// <summary>The entry behind an id of a context: episodes and theses rest on decisions.</summary>
    private static string Underlying(string id) =>
        id.StartsWith("epi-", StringComparison.Ordinal) || id.StartsWith("the-", StringComparison.Ordinal) ? id[4..] : id;
}
