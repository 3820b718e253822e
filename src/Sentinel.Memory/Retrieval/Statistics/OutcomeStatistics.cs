namespace Sentinel.Memory;

/// <summary>Numbers over a neighbourhood, weighted by likeness.</summary>
internal static class OutcomeStatistics
{
    private const double WorstShare = 0.1;

    public static EpisodeStatistics Of(IReadOnlyList<Weighted> episodes) => Numbers(episodes) with
    {
        ByRegime =
        [
            .. episodes.GroupBy(weighted => weighted.Candidate.Episode.Regime)
                .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal)
                .Select(group => new RegimeStatistics(group.Key, Numbers([.. group]))),
        ],
    };

    /// <summary>(sum w)^2 / sum w^2.</summary>
    public static double NEff(IEnumerable<double> weights)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return squares > 0 ? sum * sum / squares : 0;
    }

    private static EpisodeStatistics Numbers(IReadOnlyList<Weighted> episodes)
    {
        var statistics = new EpisodeStatistics { N = episodes.Count, NEff = NEff(episodes.Select(weighted => weighted.Weight)) };
        return statistics.IsSufficient ? Results(Moves(statistics, episodes), episodes) : statistics;
    }

    private static EpisodeStatistics Moves(EpisodeStatistics statistics, IReadOnlyList<Weighted> episodes)
    {
        var moves = episodes.Where(weighted => weighted.Candidate.MoveAtr is not null).Select(weighted => (Value: weighted.Candidate.MoveAtr!.Value, weighted.Weight)).ToList();
        var nEff = NEff(moves.Select(move => move.Weight));
        if (nEff < EpisodeStatistics.MinimumNEff)
        {
            return statistics;
        }

        var mean = Mean(moves);
        var variance = Mean([.. moves.Select(move => ((move.Value - mean) * (move.Value - mean), move.Weight))]) * nEff / (nEff - 1);
        var (rate, low, high) = Rate(moves, nEff);
        return statistics with
        {
            MeanMoveAtr = mean,
            MoveStandardError = Math.Sqrt(variance / nEff),
            RiseRate = rate,
            RiseRateLow = low,
            RiseRateHigh = high,
        };
    }

    private static EpisodeStatistics Results(EpisodeStatistics statistics, IReadOnlyList<Weighted> episodes)
    {
        var results = episodes
            .Where(weighted => weighted.Candidate.Outcome.RMultiple is not null)
            .Select(weighted => (Value: weighted.Candidate.Outcome.RMultiple!.Value, weighted.Weight))
            .OrderBy(result => result.Value)
            .ToList();
        var nEff = NEff(results.Select(result => result.Weight));
        if (nEff < EpisodeStatistics.MinimumNEff)
        {
            return statistics;
        }

        var (rate, low, high) = Rate(results, nEff);
        return statistics with
        {
            MeanR = Mean(results),
            MedianR = Median(results),
            WinRate = rate,
            WinRateLow = low,
            WinRateHigh = high,
            WorstDecileR = Mean(Worst(results)),
        };
    }

    /// <summary>Share above 0 under Beta(1,1), the weights brought to the effective number.</summary>
    private static (double Rate, double Low, double High) Rate(List<(double Value, double Weight)> values, double nEff)
    {
        var share = values.Where(value => value.Value > 0).Sum(value => value.Weight) / values.Sum(value => value.Weight);
        var (a, b) = (1 + (share * nEff), 1 + ((1 - share) * nEff));
        var (low, high) = BetaInterval.Of(a, b);
        return (a / (a + b), low, high);
    }

    private static double Mean(IReadOnlyList<(double Value, double Weight)> values) => values.Sum(value => value.Value * value.Weight) / values.Sum(value => value.Weight);

    private static double Median(List<(double Value, double Weight)> ascending)
    {
        var half = ascending.Sum(value => value.Weight) / 2;
        var sum = 0.0;
        foreach (var (value, weight) in ascending)
        {
            sum += weight;
            if (sum >= half)
            {
                return value;
            }
        }

        return ascending[^1].Value;
    }

    private static List<(double Value, double Weight)> Worst(List<(double Value, double Weight)> ascending)
    {
        var wanted = ascending.Sum(value => value.Weight) * WorstShare;
        var worst = new List<(double Value, double Weight)>();
        var sum = 0.0;
        foreach (var value in ascending)
        {
            worst.Add(value);
            sum += value.Weight;
            if (sum >= wanted)
            {
                break;
            }
        }

        return worst;
    }
}

/// <summary>A candidate and what it counts.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Weight">Its relevance, above 0.</param>
internal readonly record struct Weighted(EpisodeCandidate Candidate, double Weight);
