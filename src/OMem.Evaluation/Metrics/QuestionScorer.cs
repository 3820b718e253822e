namespace OMem.Evaluation;

/// <summary>Scores rankings of one conversation against gold (definitions in docs/benchmarks.md).</summary>
internal sealed class QuestionScorer
{
    private readonly Dictionary<string, (int Tokens, string Unit)> _turns;

    public QuestionScorer(EvaluationConversation conversation, Granularity granularity)
    {
        _turns = conversation.Interactions.ToDictionary(
            turn => turn.Id,
            turn => (TurnText.Tokens(turn), granularity is Granularity.Session ? turn.Session ?? string.Empty : turn.Id),
            StringComparer.Ordinal);
    }

    /// <summary>The ranked units: turns as they are, sessions at the place of their best turn.</summary>
    public IReadOnlyList<RankedUnit> Units(IReadOnlyList<RankedUnit> ranking)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var units = new List<RankedUnit>(ranking.Count);
        foreach (var turn in ranking)
        {
            var unit = _turns[turn.Id].Unit;
            if (seen.Add(unit))
            {
                units.Add(turn with { Id = unit });
            }
        }

        return units;
    }

    /// <summary>One value per metric, in the order of <see cref="Metric"/>.</summary>
    /// <param name="units">The ranked units.</param>
    /// <param name="packing">The turns in the order in which they fill a token budget.</param>
    /// <param name="gold">The gold units.</param>
    public double[] Score(IReadOnlyList<RankedUnit> units, IReadOnlyList<RankedUnit> packing, IReadOnlyList<string> gold)
    {
        var wanted = gold.ToHashSet(StringComparer.Ordinal);
        var ranks = units.Select((unit, i) => (unit.Id, Rank: i + 1)).Where(u => wanted.Contains(u.Id)).Select(u => u.Rank).ToArray();
        var scores = new double[Metric.Count];
        scores[Metric.RecallAt1] = RankMetrics.Recall(ranks, wanted.Count, 1);
        scores[Metric.RecallAt5] = RankMetrics.Recall(ranks, wanted.Count, 5);
        scores[Metric.RecallAt10] = RankMetrics.Recall(ranks, wanted.Count, 10);
        scores[Metric.RecallAt20] = RankMetrics.Recall(ranks, wanted.Count, 20);
        scores[Metric.NdcgAt10] = RankMetrics.Ndcg(ranks, wanted.Count, 10);
        scores[Metric.Mrr] = RankMetrics.ReciprocalRank(ranks, int.MaxValue);
        scores[Metric.MrrAt10] = RankMetrics.ReciprocalRank(ranks, 10);
        scores[Metric.FullAt20] = scores[Metric.RecallAt20] >= 1 ? 1 : 0;
        for (var i = 0; i < Metric.TokenBudgets.Length; i++)
        {
            scores[Metric.FirstTokens + i] = Packed(packing, wanted, Metric.TokenBudgets[i]) / (double)wanted.Count;
        }

        return scores;
    }

    /// <summary>How many gold units have a turn inside the budget: in the given order, what does not fit is skipped.</summary>
    private int Packed(IReadOnlyList<RankedUnit> packing, HashSet<string> wanted, int budget)
    {
        var left = budget;
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ranked in packing)
        {
            var (tokens, unit) = _turns[ranked.Id];
            if (tokens > left)
            {
                continue;
            }

            left -= tokens;
            if (wanted.Contains(unit))
            {
                found.Add(unit);
            }

            if (left == 0)
            {
                break;
            }
        }

        return found.Count;
    }
}
