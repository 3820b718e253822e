namespace OMem.Evaluation;

/// <summary>Turns scores into a ranking: highest first, ties in log order.</summary>
internal static class ScoreOrder
{
    public static IReadOnlyList<RankedUnit> Of(IReadOnlyList<Interaction> turns, ReadOnlySpan<double> scores)
    {
        var keys = new double[turns.Count];
        var order = new int[turns.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = -scores[i];
            order[i] = i;
        }

        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
        var ranking = new RankedUnit[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranking[i] = new RankedUnit(turns[order[i]].Id, -keys[order[i]]);
        }

        return ranking;
    }
}
