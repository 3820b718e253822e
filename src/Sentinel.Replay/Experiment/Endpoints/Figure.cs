namespace Sentinel.Replay.Experiment;

/// <summary>A ratio, or the difference of two (late minus early).</summary>
internal sealed record Figure(Ratio Main, Ratio? Less = null)
{
    /// <summary>The figure; NaN when it cannot be formed.</summary>
    public double Value => Less is null ? Main.Value : Main.Value - Less.Value;

    /// <summary>The same in each resample.</summary>
    public double[] Replicates(ResamplePlan plan)
    {
        var main = Main.Replicates(plan);
        return Less is null ? main : [.. main.Zip(Less.Replicates(plan), static (left, right) => left - right)];
    }
}
