namespace Sentinel.Replay.Experiment;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Value">The figure; NaN when there is nothing to compute it from.</param>
/// <param name="Low">2.5 % quantile of its resamples.</param>
/// <param name="High">97.5 % quantile.</param>
/// <param name="PValue">Two-sided, of the figure being 0; NaN where that is no question.</param>
internal readonly record struct Estimate(double Value, double Low, double High, double PValue = double.NaN)
{
    private const double Tail = 0.025;

    /// <summary>Nothing to compute from.</summary>
    public static Estimate None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>A figure and its percentile interval.</summary>
    public static Estimate Of(double value, IReadOnlyList<double> replicates)
    {
        var sorted = replicates.Where(double.IsFinite).Order().ToArray();
        return double.IsFinite(value) && sorted.Length > 0 ? new Estimate(value, Quantiles.Of(sorted, Tail), Quantiles.Of(sorted, 1 - Tail)) : None;
    }

    /// <summary>
    /// A difference with its interval and p-value: how often resamples, centred on the difference that was found, lie as far from it as it lies from 0.
    /// The found one counts as one resample, so that p is never 0.
    /// </summary>
    public static Estimate OfDifference(double value, IReadOnlyList<double> replicates)
    {
        var finite = replicates.Where(double.IsFinite).ToArray();
        if (!double.IsFinite(value) || finite.Length is 0)
        {
            return None;
        }

        // Sums of the same numbers in another order differ in their last bits.
        var tolerance = 1e-12 * Math.Max(1, Math.Abs(value));
        var farther = finite.Count(replicate => Math.Abs(replicate - value) >= Math.Abs(value) - tolerance);
        return Of(value, finite) with { PValue = (1.0 + farther) / (finite.Length + 1) };
    }
}
