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

    /// <summary>Whether a call is due after a batch.</summary>
    /// <param name="first">Log position of its first message.</param>
    /// <param name="last">Log position of its last message.</param>
    public static bool IsDue(long first, long last)
    {
        for (var at = (long)First; at < Interval; at *= 2)
        {
            if (first <= at && at <= last)
            {
                return true;
            }
        }

        return last / Interval > (first - 1) / Interval;
    }

    /// <summary>The clusters of a call: those that the batch changed first, then others that still show their members' own words, from another place each time.</summary>
    /// <param name="waiting">Clusters that are not summarised, ordered by id.</param>
    /// <param name="changed">Ids of those that the batch changed.</param>
    /// <param name="last">Log position of the last message.</param>
    /// <param name="mostTokens">The most tokens they may take.</param>
    public static List<ClusterView> Choose(IReadOnlyList<ClusterView> waiting, IReadOnlySet<string> changed, long last, int mostTokens)
    {
        var others = waiting.Where(view => !changed.Contains(view.Cluster.Id)).ToList();
        var start = others.Count == 0 ? 0 : (int)(last / Interval % others.Count);
        var chosen = new List<ClusterView>();
        foreach (var view in waiting.Where(view => changed.Contains(view.Cluster.Id)).Concat(others.Skip(start)).Concat(others.Take(start)))
        {
            mostTokens -= SummaryPrompt.Tokens(view);
            if (chosen.Count == MostClusters || (mostTokens < 0 && chosen.Count > 0))
            {
                break;
            }

            chosen.Add(view);
        }

        return chosen;
    }
}
