namespace Sentinel.Replay.Experiment;

/// <summary>A figure that is one sum over another (violating intents over intents), pooled over users and days.</summary>
/// <param name="Numerator">One value a day, users one after the other.</param>
/// <param name="Denominator">The same.</param>
internal sealed record Ratio(double[] Numerator, double[] Denominator)
{
    /// <summary>The figure; NaN over nothing.</summary>
    public double Value => Divide(Numerator.Sum(), Denominator.Sum());

    /// <summary>The figure in each resample; NaN where nothing was drawn to divide by.</summary>
    public double[] Replicates(ResamplePlan plan)
    {
        var replicates = new double[plan.Count];
        for (var sample = 0; sample < replicates.Length; sample++)
        {
            replicates[sample] = Divide(plan.Sum(sample, Numerator), plan.Sum(sample, Denominator));
        }

        return replicates;
    }

    private static double Divide(double numerator, double denominator) => denominator > 0 ? numerator / denominator : double.NaN;
}
