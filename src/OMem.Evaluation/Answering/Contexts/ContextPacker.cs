namespace OMem.Evaluation;

/// <summary>Fills a token budget with ranked turns: best first, what does not fit is skipped.</summary>
internal static class ContextPacker
{
    /// <summary>As many turns behind the kept ones count as "cut by the budget", like the near misses of the engine's trace.</summary>
    private const int NearMisses = 20;

    /// <summary>The context of a ranking.</summary>
    /// <param name="turns">The conversation so far; turn i has log position i + 1.</param>
    /// <param name="ranking">Ids of turns, best first.</param>
    /// <param name="budget">Tokens of <c>text [caption]</c>.</param>
    public static AnswerContext Pack(IReadOnlyList<Interaction> turns, IEnumerable<string> ranking, int budget)
    {
        var places = turns.Select((turn, place) => (turn.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var items = new List<RecallItem>();
        var next = new HashSet<string>(StringComparer.Ordinal);
        var left = budget;
        foreach (var id in ranking)
        {
            var tokens = TurnText.Tokens(turns[places[id]]);
            if (tokens <= left)
            {
                left -= tokens;
                items.Add(Item(turns[places[id]], places[id]));
            }
            else if (next.Count < NearMisses)
            {
                next.Add(id);
            }
        }

        return AnswerContext.Create(items, next);
    }

    /// <summary>The context of every turn.</summary>
    public static AnswerContext All(IEnumerable<Interaction> turns) => AnswerContext.Create([.. turns.Select(Item)], new HashSet<string>(StringComparer.Ordinal));

    private static RecallItem Item(Interaction turn, int place) => new(
        RecallItemKind.Interaction,
        turn.Id,
        TurnText.Shown(turn),
        0,
        TurnText.Tokens(turn),
        [new Citation(turn.Id, place + 1, turn.Speaker, turn.Role, turn.OccurredAt, turn.Session)],
        string.Empty);
}
