namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>
/// When clusters are summarised, and which. It follows from log positions and from the memory alone, so that a state that was read anew
/// does as one that was kept.
/// </summary>
internal static class SummarySchedule
{
    /// <summary>Messages from one call to the next.</summary>
    public const int Interval = 64;

    /// <summary>The first call of a young memory; then at twice as many, until the interval.</summary>
    public const int First = 8;

    /// <summary>The most prompt tokens of one call, for each message of an interval: however many clusters wait, a message costs no more.</summary>
    public const int TokensPerMessage = 8;

    /// <summary>The most clusters of one call.</summary>
    public const int MostClusters = 24;

    /// <summary>How many calls are due after a batch: one for each interval that it ends, so that as much is summarised of many messages at once as of few at a time.</summary>
    /// <param name="first">Log position of its first message.</param>
    /// <param name="last">Log position of its last message.</param>
    public static int CallsDue(long first, long last)
    {
        var ended = (int)((last / Interval) - ((first - 1) / Interval));
        if (ended > 0)
        {
            return ended;
        }

        for (var at = (long)First; at < Interval; at *= 2)
        {
            if (first <= at && at <= last)
            {
                return 1;
            }
        }

        return 0;
    }

    /// <summary>The clusters of each call: those that the batch changed first, then others that still show their members' own words, from another place each time.</summary>
    /// <param name="waiting">Clusters that are not summarised, ordered by id.</param>
    /// <param name="changed">Ids of those that the batch changed.</param>
    /// <param name="last">Log position of the last message.</param>
    /// <param name="mostCalls">The most calls.</param>
    /// <param name="mostTokens">The most tokens they may take in one call; one that needs more stands alone.</param>
    public static List<List<ClusterView>> Choose(IReadOnlyList<ClusterView> waiting, IReadOnlySet<string> changed, long last, int mostCalls, int mostTokens)
    {
        var others = waiting.Where(view => !changed.Contains(view.Cluster.Id)).ToList();
        var start = others.Count == 0 ? 0 : (int)(last / Interval % others.Count);
        var calls = new List<List<ClusterView>>();
        var tokens = 0;
        foreach (var view in waiting.Where(view => changed.Contains(view.Cluster.Id)).Concat(others.Skip(start)).Concat(others.Take(start)))
        {
            var more = SummaryPrompt.Tokens(view);
            if (calls.Count == 0 || calls[^1].Count == MostClusters || tokens + more > mostTokens)
            {
                if (calls.Count == mostCalls)
                {
                    break;
                }

                calls.Add([]);
                tokens = 0;
            }

            calls[^1].Add(view);
            tokens += more;
        }

        return calls;
    }
}
