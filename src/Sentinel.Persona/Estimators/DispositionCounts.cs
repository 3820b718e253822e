namespace Sentinel.Persona;

/// <summary>Proportions of gains and losses realised, with clustered errors: one position's days are no evidence of their own.</summary>
internal readonly record struct DispositionCounts(Estimate? Gains, Estimate? Losses, Estimate? Difference)
{
    private const int MinBlocks = 5;

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

    /// <summary>Errors clustered by position, or by fortnight where that is more: positions of one time share their market and each other's company.</summary>
    private static (double Gains, double Losses, double Difference, double Clusters) Errors(
        IReadOnlyList<Opportunity> opportunities, Func<Opportunity, double> weight, double pgr, double plr, double gains, double losses)
    {
        var positions = new SortedDictionary<long, (double Gain, double Loss)>();
        var blocks = new SortedDictionary<long, (double Gain, double Loss)>();
        var blockWeights = new SortedDictionary<long, double>();
        foreach (var o in opportunities)
        {
            var residual = weight(o) * ((o.IsRealised ? 1 : 0) - (o.IsGain ? pgr : plr));
            var part = o.IsGain ? (residual / gains, 0.0) : (0.0, residual / losses);
            Add(positions, o.PositionId, part);
            Add(blocks, Evidence.BlockOf(o.KnownAt), part);
            blockWeights[Evidence.BlockOf(o.KnownAt)] = blockWeights.GetValueOrDefault(Evidence.BlockOf(o.KnownAt)) + weight(o);
        }

        var (byPosition, byBlock) = (Roots(positions.Values), Roots(blocks.Values));
        var effective = Math.Pow(gains + losses, 2) / blockWeights.Values.Sum(w => w * w);
        return blocks.Count < MinBlocks
            ? (byPosition.Gains, byPosition.Losses, byPosition.Difference, positions.Count)
            : (Math.Max(byPosition.Gains, byBlock.Gains), Math.Max(byPosition.Losses, byBlock.Losses), Math.Max(byPosition.Difference, byBlock.Difference), Math.Min(positions.Count, effective));
    }

    private static void Add(SortedDictionary<long, (double Gain, double Loss)> clusters, long key, (double Gain, double Loss) part)
    {
        var (gain, loss) = clusters.GetValueOrDefault(key);
        clusters[key] = (gain + part.Gain, loss + part.Loss);
    }

    private static (double Gains, double Losses, double Difference) Roots(SortedDictionary<long, (double Gain, double Loss)>.ValueCollection clusters)
    {
        var correction = clusters.Count / Math.Max(1.0, clusters.Count - 1);
        return (
            Math.Sqrt(correction * clusters.Sum(c => c.Gain * c.Gain)),
            Math.Sqrt(correction * clusters.Sum(c => c.Loss * c.Loss)),
            Math.Sqrt(correction * clusters.Sum(c => (c.Gain - c.Loss) * (c.Gain - c.Loss))));
    }
}
