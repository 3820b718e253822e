namespace Sentinel.Persona;

/// <summary>95 % intervals over effective sample sizes, which need not be whole.</summary>
internal static class Intervals
{
    /// <summary>The 97.5 % quantile of the normal distribution.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Wilson's score interval of a rate.</summary>
    public static ValueInterval Wilson(double rate, double n)
    {
        var z2 = Z * Z;
        var centre = (rate + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Z / (1 + (z2 / n)) * Math.Sqrt((rate * (1 - rate) / n) + (z2 / (4 * n * n)));
        return new ValueInterval(Math.Min(rate, centre - half), Math.Max(rate, centre + half)).Clamp(0, 1);
    }

    /// <summary>Equal-tailed interval of Beta(a, b).</summary>
    public static ValueInterval Beta(double a, double b) =>
        new(SpecialFunctions.BetaQuantile(0.025, a, b), SpecialFunctions.BetaQuantile(0.975, a, b));

    /// <summary>Newcombe's interval of the difference of two independent rates, from Wilson's.</summary>
    public static ValueInterval Difference(double first, double firstN, double second, double secondN)
    {
        var (a, b) = (Wilson(first, firstN), Wilson(second, secondN));
        var difference = first - second;
        return new ValueInterval(
            difference - Math.Sqrt(Math.Pow(first - a.Low, 2) + Math.Pow(b.High - second, 2)),
            difference + Math.Sqrt(Math.Pow(a.High - first, 2) + Math.Pow(second - b.Low, 2)));
    }

    /// <summary>Student's interval around an estimate.</summary>
    public static ValueInterval Student(double estimate, double standardError, double degrees)
    {
        var half = SpecialFunctions.StudentQuantile(0.975, Math.Max(1, degrees)) * standardError;
        return new ValueInterval(estimate - half, estimate + half);
    }

    /// <summary>The same for the logarithm of a positive estimate.</summary>
    public static ValueInterval LogStudent(double estimate, double standardErrorOfLog, double degrees)
    {
        var interval = Student(Math.Log(estimate), standardErrorOfLog, degrees);
        return new ValueInterval(Math.Exp(interval.Low), Math.Exp(interval.High));
    }

    /// <summary>Fisher's interval of a correlation.</summary>
    public static ValueInterval Correlation(double correlation, double n)
    {
        var z = Math.Atanh(Math.Clamp(correlation, -0.999999, 0.999999));
        var half = Z / Math.Sqrt(Math.Max(1, n - 3));
        return new ValueInterval(Math.Tanh(z - half), Math.Tanh(z + half));
    }
}
