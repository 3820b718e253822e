namespace Sentinel.Replay.Experiment;

/// <summary>
/// Ledoit and Wolf's test of the difference of two Sharpe ratios (2008), the bootstrap version they recommend: the difference is studentised by a
/// heteroskedasticity and autocorrelation consistent error (Parzen kernel, bandwidth of Andrews 1991 by an AR(1), no prewhitening), and compared with
/// circular block resamples that are studentised by their own blocks. Ratios are of the given returns, not annualised.
/// </summary>
/// <param name="Difference">First minus second.</param>
/// <param name="StandardError">Of the difference.</param>
/// <param name="PValue">Two-sided, of no difference; NaN when one series does not vary.</param>
internal sealed record SharpeDifference(double Difference, double StandardError, double PValue)
{
    private const int Moments = 4;

    /// <summary>Tests.</summary>
    /// <param name="first">Returns.</param>
    /// <param name="second">Returns of the same times.</param>
    /// <param name="block">Length of a block.</param>
    /// <param name="resamples">How many.</param>
    /// <param name="seed">Decides.</param>
    public static SharpeDifference Test(IReadOnlyList<double> first, IReadOnlyList<double> second, int block, int resamples, int seed)
    {
        if (first.Count != second.Count || first.Count < 2 * block)
        {
            throw new ArgumentException("The series have to be of one length, two blocks at the least.", nameof(second));
        }

        double[] x = [.. first], y = [.. second];
        var sample = SharpeMoments.Of(x, y);
        var error = Math.Sqrt(LongRunCovariance.Form(sample.Deviations(x, y), sample.Gradient) / x.Length);
        if (!double.IsFinite(sample.Difference) || !(error > 0))
        {
            return new SharpeDifference(double.NaN, double.NaN, double.NaN);
        }

        var found = Math.Abs(sample.Difference) / error;
        var random = new Random(seed);
        var farther = 0;
        for (var i = 0; i < resamples; i++)
        {
            farther += Resampled(random, x, y, block, sample.Difference) >= found ? 1 : 0;
        }

        return new SharpeDifference(sample.Difference, error, (1.0 + farther) / (resamples + 1));
    }

    /// <summary>The studentised distance of one circular block resample from what was found.</summary>
    private static double Resampled(Random random, double[] x, double[] y, int block, double found)
    {
        var blocks = x.Length / block;
        var (a, b) = (new double[blocks * block], new double[blocks * block]);
        for (var i = 0; i < a.Length; i += block)
        {
            var start = random.Next(x.Length);
            for (var j = 0; j < block; j++)
            {
                (a[i + j], b[i + j]) = (x[(start + j) % x.Length], y[(start + j) % x.Length]);
            }
        }

        var sample = SharpeMoments.Of(a, b);
        var deviations = sample.Deviations(a, b);
        var variance = 0.0;
        for (var at = 0; at < blocks; at++)
        {
            var part = 0.0;
            for (var j = 0; j < block; j++)
            {
                for (var moment = 0; moment < Moments; moment++)
                {
                    part += sample.Gradient[moment] * deviations[moment][(at * block) + j];
                }
            }

            variance += part * part / block;
        }

        var error = Math.Sqrt(variance / blocks / a.Length);
        return error > 0 ? Math.Abs(sample.Difference - found) / error : double.PositiveInfinity;
    }
}
