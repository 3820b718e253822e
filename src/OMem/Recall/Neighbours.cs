namespace OMem.Recall;

/// <summary>Adds the turns that stand beside recalled ones while the budget lasts.</summary>
internal static class Neighbours
{
    /// <summary>The turns to add, in the order of the items they belong to, nearest first, the one before a turn ahead of the one after it.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="kept">Recalled turns, best first.</param>
    /// <param name="query">The query.</param>
    /// <param name="tokens">Tokens left.</param>
    /// <param name="items">Items left.</param>
    public static List<int> Find(Ranking ranking, IReadOnlyList<int> kept, RecallQuery query, int tokens, int items)
    {
        var added = new List<int>();
        var present = new HashSet<int>(kept);
        foreach (var turn in kept)
        {
            var (before, after) = (turn, turn);
            for (var distance = 0; distance < query.Neighbours; distance++)
            {
                before = before < 0 ? before : ranking.View.Previous(before);
                after = after < 0 ? after : ranking.View.Next(after);
                Add(before);
                Add(after);
            }
        }

        return added;

        void Add(int turn)
        {
            if (turn < 0 || items == 0 || present.Contains(turn) || !ranking.Allows(turn) || ranking.View.Columns.Tokens[turn] > tokens)
            {
                return;
            }

            present.Add(turn);
            added.Add(turn);
            tokens -= ranking.View.Columns.Tokens[turn];
            items--;
        }
    }
}
