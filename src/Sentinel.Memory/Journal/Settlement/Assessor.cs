namespace Sentinel.Memory;

/// <summary>Sets decisions against their outcomes.</summary>
internal sealed class Assessor
{
    private int _count;
    private double _mean;
    private double _squares;

    /// <summary>An assessment of a decision by an outcome. Results before it say how surprising it is.</summary>
    public Assessment Assess(Decision decision, Outcome outcome, bool heldBrokenThesis)
    {
        var faults = DecisionQuality.Faults(decision, heldBrokenThesis);
        return new Assessment
        {
            Id = $"ass-{outcome.Id}",
            DecisionId = decision.Id,
            OutcomeId = outcome.Id,
            GoodDecision = faults.Count is 0,
            GoodOutcome = EpisodeEnds.Of(outcome) is EpisodeEnd.Won,
            Surprise = Surprise(decision, outcome),
            Faults = faults,
        };
    }

    /// <summary>Takes a result into what is usual.</summary>
    public void Learn(Outcome outcome)
    {
        if (outcome.RMultiple is not { } r)
        {
            return;
        }

        _count++;
        var step = r - _mean;
        _mean += step / _count;
        _squares += step * (r - _mean);
    }

    private double? Surprise(Decision decision, Outcome outcome)
    {
        if (outcome.RMultiple is not { } r || _count < 2)
        {
            return null;
        }

        var deviation = Math.Sqrt(_squares / (_count - 1));
        return deviation > 0 ? (r - decision.Intent.ExpectedR) / deviation : null;
    }
}
