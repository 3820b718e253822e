namespace OMem.Recall;

/// <summary>Fills a token budget: best first, long ones held back a little, what does not fit is skipped, persona items get at most their share.</summary>
internal static class Packer
{
    /// <summary>The share of budget and items that persona items may take beside interactions: they are short, and evidence matters more.</summary>
    public const double PersonaShare = 0.25;

    private const int CharactersPerToken = 4;
    private const int FreeCharacters = 20;

    /// <summary>Decides on each candidate.</summary>
    /// <param name="candidates">Best first.</param>
    /// <param name="query">Budget and item limit.</param>
    /// <param name="lengthPenalty">Taken off a score for each e-fold of length when the order of packing is made.</param>
    /// <param name="duplicates">Places of candidates that say the same as a better one.</param>
    /// <returns>One decision for each candidate, in order.</returns>
    public static TraceDecision[] Pack(
        IReadOnlyList<Candidate> candidates, RecallQuery query, float lengthPenalty, IReadOnlySet<int> duplicates)
    {
        var decisions = new TraceDecision[candidates.Count];
        var alone = !CandidateFinder.Wants(query, RecallItemKind.Interaction);
        var all = new Room(query.TokenBudget, query.MaxItems);
        var persona = alone
            ? new Room(query.TokenBudget, query.MaxItems)
            : new Room((int)(query.TokenBudget * PersonaShare), Math.Max(1, (int)(query.MaxItems * PersonaShare)));
        foreach (var i in Enumerable.Range(0, candidates.Count).OrderByDescending(i => PackingScore(candidates[i].Score, candidates[i].Tokens, lengthPenalty)))
        {
            decisions[i] = Decide(candidates[i], duplicates.Contains(i), all, persona);
        }

        return decisions;
    }

    /// <summary>What a candidate is worth for its size; of equals the better candidate comes first.</summary>
    public static double PackingScore(double score, int tokens, float lengthPenalty) =>
        score - (lengthPenalty * Math.Log((tokens * CharactersPerToken) + FreeCharacters));

    private static TraceDecision Decide(Candidate candidate, bool isDuplicate, Room all, Room persona)
    {
        if (candidate.IsFiltered)
        {
            return TraceDecision.Filtered;
        }

        if (candidate.IsOutdated)
        {
            return TraceDecision.Superseded;
        }

        if (isDuplicate)
        {
            return TraceDecision.Duplicate;
        }

        if (all.Items == 0 || (candidate.IsPersona && persona.Items == 0))
        {
            return TraceDecision.BelowLimit;
        }

        if (candidate.Tokens > all.Tokens || (candidate.IsPersona && candidate.Tokens > persona.Tokens))
        {
            return TraceDecision.OverBudget;
        }

        all.Take(candidate.Tokens);
        if (candidate.IsPersona)
        {
            persona.Take(candidate.Tokens);
        }

        return TraceDecision.Kept;
    }

    private sealed class Room(int tokens, int items)
    {
        public int Tokens { get; private set; } = tokens;

        public int Items { get; private set; } = items;

        public void Take(int tokens)
        {
            Tokens -= tokens;
            Items--;
        }
    }
}
