namespace Sentinel.Memory;

/// <summary>One relevance out of likeness in state, clues and words. No outcome enters.</summary>
internal static class Fusion
{
    private const double RankConstant = 60;

    /// <summary>Candidates with their relevance, best first, ties by id; what has none is left out.</summary>
    public static List<Weighted> Of(IReadOnlyList<EpisodeCandidate> candidates, MemorySettings settings)
    {
        var relevance = settings.ReciprocalRanks ? ByRanks(candidates) : ByWeights(candidates, settings);
        return
        [
            .. candidates.Select((candidate, i) => new Weighted(candidate, relevance[i]))
                .Where(weighted => weighted.Weight > 0)
                .OrderByDescending(weighted => weighted.Weight)
                .ThenBy(weighted => weighted.Candidate.Episode.Id, StringComparer.Ordinal),
        ];
    }

    private static double[] ByWeights(IReadOnlyList<EpisodeCandidate> candidates, MemorySettings settings) =>
        [.. candidates.Select(candidate =>
            (settings.StateWeight * candidate.StateLikeness) + (settings.ClueWeight * candidate.ClueLikeness) + (settings.TextWeight * candidate.TextLikeness))];

    private static double[] ByRanks(IReadOnlyList<EpisodeCandidate> candidates)
    {
        var sum = new double[candidates.Count];
        foreach (var likeness in (Func<EpisodeCandidate, double>[])[c => c.StateLikeness, c => c.ClueLikeness, c => c.TextLikeness])
        {
            var order = Enumerable.Range(0, candidates.Count)
                .Where(i => likeness(candidates[i]) > 0)
                .OrderByDescending(i => likeness(candidates[i]))
                .ThenBy(i => candidates[i].Episode.Id, StringComparer.Ordinal)
                .ToList();
            for (var rank = 0; rank < order.Count; rank++)
            {
                sum[order[rank]] += 1 / (RankConstant + rank + 1);
            }
        }

        return sum;
    }
}
