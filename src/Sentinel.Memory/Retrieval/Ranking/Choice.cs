namespace Sentinel.Memory;

/// <summary>Chooses episodes to show out of a neighbourhood: relevant, not all alike, and with winners and losers at their base rate.</summary>
internal static class Choice
{
    public static EpisodeRecall Make(
        EpisodeQuestion question, IEpisodeView view, IReadOnlyList<Weighted> neighbourhood, MemorySettings settings, Func<EpisodeCandidate, double> decay)
    {
        if (neighbourhood.Count is 0)
        {
            return new EpisodeRecall { Statistics = new EpisodeStatistics(), NoneFound = NoneFound.NoData };
        }

        var scored = neighbourhood
            .Select(weighted => new Weighted(weighted.Candidate, weighted.Weight * decay(weighted.Candidate)))
            .OrderByDescending(weighted => weighted.Weight)
            .ThenBy(weighted => weighted.Candidate.Episode.Id, StringComparer.Ordinal)
            .ToList();
        var k = Math.Min(question.K, scored.Count);
        var winners = Winners(k, scored.Count(weighted => weighted.Candidate.End is EpisodeEnd.Won), scored.Count);
        var chosen = Varied(scored, winners, k - winners, settings.MmrLambda, view.Likeness(question));
        return new EpisodeRecall
        {
            Items = [.. chosen.Select(Recalled)],
            Statistics = OutcomeStatistics.Of(neighbourhood),
            Dropped = [.. scored.Take(k).Where(weighted => !chosen.Contains(weighted)).Select(weighted => new DroppedItem(weighted.Candidate.Episode.Id, "episodes", "quota"))],
        };
    }

    /// <summary>How many winners belong among k when so many of a neighbourhood won: the nearest whole number, the lower one in the middle.</summary>
    public static int Winners(int k, int won, int neighbourhood) => (int)Math.Ceiling((2.0 * k * won / neighbourhood - 1) / 2);

    /// <summary>Maximal marginal relevance: each time the best that is least like what was taken, as long as its end has room.</summary>
    private static List<Weighted> Varied(
        List<Weighted> scored, int winners, int losers, double lambda, Func<EpisodeCandidate, EpisodeCandidate, double> likeness)
    {
        var left = scored.ToList();
        var nearest = new double[scored.Count];
        var chosen = new List<Weighted>(winners + losers);
        var top = scored[0].Weight;
        while (winners + losers > 0)
        {
            var (best, bestGain) = (-1, double.NegativeInfinity);
            for (var i = 0; i < left.Count; i++)
            {
                var gain = (lambda * left[i].Weight / top) - ((1 - lambda) * nearest[i]);
                if (gain > bestGain && (left[i].Candidate.End is EpisodeEnd.Won ? winners : losers) > 0)
                {
                    (best, bestGain) = (i, gain);
                }
            }

            var taken = left[best];
            _ = taken.Candidate.End is EpisodeEnd.Won ? winners-- : losers--;
            left.RemoveAt(best);
            Array.Copy(nearest, best + 1, nearest, best, left.Count - best);
            chosen.Add(taken);
            for (var i = 0; i < left.Count; i++)
            {
                nearest[i] = Math.Max(nearest[i], likeness(taken.Candidate, left[i].Candidate));
            }
        }

        return chosen;
    }

    private static RecalledEpisode Recalled(Weighted weighted)
    {
        var candidate = weighted.Candidate;
        return new RecalledEpisode(candidate.Episode, candidate.Outcome, candidate.MoveAtr, weighted.Weight, Why(candidate));
    }

    private static string Why(EpisodeCandidate candidate)
    {
        var state = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"state {candidate.StateLikeness:0.00}");
        return candidate.SharedClues.Count is 0 ? state : $"{state}, {string.Join(' ', candidate.SharedClues.Take(3))}";
    }
}
