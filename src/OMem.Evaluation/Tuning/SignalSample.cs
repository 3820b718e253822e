using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>A question asked of a memory that holds its answer or does not.</summary>
/// <param name="Measures">What the signal is made of; null when nothing matched, which the engine takes as unknown.</param>
/// <param name="IsKnown">Whether a gold turn is among the first results; false for a question of another conversation.</param>
internal sealed record SignalSample(SignalMeasures? Measures, bool IsKnown)
{
    /// <summary>The measures in the order of <see cref="SignalModel"/>.</summary>
    public double[] Row => Measures?.ToArray() ?? default(SignalMeasures).ToArray();
}
