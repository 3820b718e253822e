namespace Sentinel.Memory;

/// <summary>How well conviction foretold the end: Brier score and reliability by bins, each with its n.</summary>
public sealed record Calibration
{
    /// <summary>Decisions that were judged.</summary>
    public int N { get; init; }

    /// <summary>Mean squared difference of conviction and end (0 or 1); null without decisions. 0.25 is what always saying one half gives.</summary>
    public double? Brier { get; init; }

    /// <summary>Bins of conviction that hold something, lowest first.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; init; } = [];

    /// <summary>Judges decisions with exposure by their exits, or by a horizon while these are not settled.</summary>
    /// <param name="decisions">Decisions with what was settled of them.</param>
    /// <param name="horizon">The horizon for those without an exit.</param>
    /// <param name="bins">How many bins.</param>
    public static Calibration Of(IEnumerable<DecisionSummary> decisions, OutcomeHorizon horizon = OutcomeHorizon.Bars5, int bins = 5)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var judged = decisions
            .Where(decision => decision.Direction is IntentDirection.Long or IntentDirection.Short)
            .Select(decision => (decision.Conviction, Outcome: Judging(decision, horizon)))
            .Where(pair => pair.Outcome is { Exposure: not 0 })
            .Select(pair => (pair.Conviction, Hit: EpisodeEnds.Of(pair.Outcome!) is EpisodeEnd.Won ? 1.0 : 0.0))
            .ToList();
        return new Calibration
        {
            N = judged.Count,
            Brier = judged.Count is 0 ? null : judged.Average(pair => (pair.Conviction - pair.Hit) * (pair.Conviction - pair.Hit)),
            Bins =
            [
                .. judged.GroupBy(pair => Math.Clamp((int)(pair.Conviction * bins), 0, bins - 1))
                    .OrderBy(group => group.Key)
                    .Select(group => new CalibrationBin(
                        (double)group.Key / bins, (double)(group.Key + 1) / bins, group.Count(), group.Average(pair => pair.Conviction), group.Average(pair => pair.Hit))),
            ],
        };
    }

    private static Outcome? Judging(DecisionSummary decision, OutcomeHorizon horizon) =>
        decision.Outcomes.FirstOrDefault(outcome => outcome.Horizon is OutcomeHorizon.Exit)
        ?? decision.Outcomes.FirstOrDefault(outcome => outcome.Horizon == horizon);
}

/// <summary>One bin of conviction.</summary>
/// <param name="From">Lowest conviction.</param>
/// <param name="To">The bin's end.</param>
/// <param name="N">Decisions in it.</param>
/// <param name="MeanConviction">Their mean conviction.</param>
/// <param name="HitRate">The part of them that ended well.</param>
public sealed record CalibrationBin(double From, double To, int N, double MeanConviction, double HitRate);
