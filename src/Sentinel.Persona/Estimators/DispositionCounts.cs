namespace Sentinel.Persona;

/// <summary>Proportions of gains and losses realised, with errors clustered by position: one position's days are no evidence of their own.</summary>
internal readonly record struct DispositionCounts(Estimate? Gains, Estimate? Losses, Estimate? Difference)
{
    public static DispositionCounts Of(IReadOnlyList<Opportunity> opportunities, Func<Opportunity, double> weight)
    {
        double realisedGains = 0, gains = 0, realisedLosses = 0, losses = 0;
        foreach (var o in opportunities)
        {
            var w = weight(o);
            (gains, losses) = o.IsGain ? (gains + w, losses) : (gains, losses + w);
            realisedGains += o is { IsGain: true, IsRealised: true } ? w : 0;
            realisedLosses += o is { IsGain: false, IsRealised: true } ? w : 0;
        }

        if (gains <= 0 || losses <= 0)
        {
            return default;
        }

        var (pgr, plr) = (realisedGains / gains, realisedLosses / losses);
        var errors = Errors(opportunities, weight, pgr, plr, gains, losses);
        return new DispositionCounts(
            new Estimate(pgr, Intervals.Student(pgr, errors.Gains, errors.Clusters - 1).Clamp(0, 1)),
            new Estimate(plr, Intervals.Student(plr, errors.Losses, errors.Clusters - 1).Clamp(0, 1)),
            new Estimate(pgr - plr, Intervals.Student(pgr - plr, errors.Difference, errors.Clusters - 1).Clamp(-1, 1)));
    }

    /// <summary>The textbook error, which takes opportunities for independent.</summary>
    public static double TextbookError(double pgr, double gains, double plr, double losses) =>
        Math.Sqrt((pgr * (1 - pgr) / gains) + (plr * (1 - plr) / losses));

    private static (double Gains, double Losses, double Difference, int Clusters) Errors(
        IReadOnlyList<Opportunity> opportunities, Func<Opportunity, double> weight, double pgr, double plr, double gains, double losses)
    {
        var clusters = new SortedDictionary<int, (double Gain, double Loss)>();
        foreach (var o in opportunities)
        {
            var residual = weight(o) * ((o.IsRealised ? 1 : 0) - (o.IsGain ? pgr : plr));
            var (gain, loss) = clusters.GetValueOrDefault(o.PositionId);
            clusters[o.PositionId] = o.IsGain ? (gain + (residual / gains), loss) : (gain, loss + (residual / losses));
        }

        double gainSquares = 0, lossSquares = 0, differenceSquares = 0;
        foreach (var (gain, loss) in clusters.Values)
        {
            gainSquares += gain * gain;
            lossSquares += loss * loss;
            differenceSquares += (gain - loss) * (gain - loss);
        }

        var correction = clusters.Count / Math.Max(1.0, clusters.Count - 1);
        return (Math.Sqrt(gainSquares * correction), Math.Sqrt(lossSquares * correction), Math.Sqrt(differenceSquares * correction), clusters.Count);
    }
}
