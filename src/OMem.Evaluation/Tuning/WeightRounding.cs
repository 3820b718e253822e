namespace OMem.Evaluation;

/// <summary>Rounds weights for the file: to 0.05 up to a magnitude of 1, beyond to 0.25.</summary>
internal static class WeightRounding
{
    public static float[] Round(IReadOnlyList<double> weights) => [.. weights.Select(Round)];

    private static float Round(double weight)
    {
        // Through decimal, so that 0.15 is written as 0.15; a zero has no sign.
        var step = Math.Abs(weight) <= 1 ? 0.05m : 0.25m;
        return (float)(Math.Round((decimal)weight / step, MidpointRounding.ToEven) * step) + 0f;
    }
}
