namespace Sentinel.Persona;

/// <summary>Draws from distributions.</summary>
internal static class Draws
{
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static double LogNormal(this Random random, double median, double spread) => median * Math.Exp(spread * random.Normal());

    public static double Uniform(this Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    public static double LogUniform(this Random random, double low, double high) => low * Math.Exp(random.NextDouble() * Math.Log(high / low));

    public static double Exponential(this Random random) => -Math.Log(1 - random.NextDouble());

    /// <summary>Density of a von Mises hour over that of any hour: 1 on average.</summary>
    public static double HourWeight(double hour, double centre, double focus)
    {
        // I0 by its series.
        double term = 1, sum = 1;
        for (var k = 1; k < 60; k++)
        {
            term *= focus * focus / (4.0 * k * k);
            sum += term;
        }

        return Math.Exp(focus * Math.Cos(2 * Math.PI * (hour - centre) / 24)) / sum;
    }
}
