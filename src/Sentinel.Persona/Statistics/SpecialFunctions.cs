namespace Sentinel.Persona;

/// <summary>Distribution functions, by continued fractions and series as in Abramowitz and Stegun; about 12 digits.</summary>
internal static class SpecialFunctions
{
    private const int MaxSteps = 500;
    private const double Tiny = 1e-300;

    private static readonly double[] Lanczos =
    [
        676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
        9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - LogGamma(1 - x);
        }

        x -= 1;
        var sum = 0.99999999999980993;
        for (var i = 0; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x + i + 1);
        }

        var t = x + Lanczos.Length - 0.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>Regularised incomplete beta function: the Beta(a, b) distribution at x.</summary>
    public static double Beta(double x, double a, double b)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (x >= 1)
        {
            return 1;
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2)
            ? front * BetaFraction(x, a, b) / a
            : 1 - (front * BetaFraction(1 - x, b, a) / b);
    }

    /// <summary>Quantile of Beta(a, b).</summary>
    public static double BetaQuantile(double p, double a, double b) => Bisect(x => Beta(x, a, b), p, 0, 1);

    /// <summary>Quantile of Student's t.</summary>
    public static double StudentQuantile(double p, double degrees)
    {
        if (p < 0.5)
        {
            return -StudentQuantile(1 - p, degrees);
        }

        if (degrees > 1e6)
        {
            return NormalQuantile(p);
        }

        // P(|T| > t) = I(df / (df + t^2); df/2, 1/2)
        var x = BetaQuantile(2 * (1 - p), degrees / 2, 0.5);
        return x <= 0 ? double.PositiveInfinity : Math.Sqrt(degrees * ((1 / x) - 1));
    }

    /// <summary>The normal distribution at x.</summary>
    public static double Normal(double x) => x < 0
        ? (1 - GammaP(0.5, x * x / 2)) / 2
        : (1 + GammaP(0.5, x * x / 2)) / 2;

    /// <summary>Quantile of the normal distribution.</summary>
    public static double NormalQuantile(double p) => Bisect(Normal, p, -40, 40);

    /// <summary>Chance that a chi-square variable exceeds x.</summary>
    public static double ChiSquareTail(double x, double degrees) => x <= 0 ? 1 : 1 - GammaP(degrees / 2, x / 2);

    /// <summary>Quantile of chi-square.</summary>
    public static double ChiSquareQuantile(double p, double degrees) =>
        Bisect(x => GammaP(degrees / 2, x / 2), p, 0, degrees + (40 * Math.Sqrt(2 * degrees)) + 40);

    /// <summary>Regularised lower incomplete gamma function.</summary>
    public static double GammaP(double a, double x)
    {
        if (x <= 0)
        {
            return 0;
        }

        var front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            var (term, sum) = (1 / a, 1 / a);
            for (var n = 1; n < MaxSteps * 10 && Math.Abs(term) > Math.Abs(sum) * 1e-16; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return sum * front;
        }

        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MaxSteps * 10; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / NotZero((an * d) + b);
            c = NotZero(b + (an / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return 1 - (front * h);
    }

    private static double BetaFraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < MaxSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double Bisect(Func<double, double> distribution, double p, double low, double high)
    {
        for (var i = 0; i < 200 && high - low > 1e-13 * Math.Max(1e-3, Math.Abs(high)); i++)
        {
            var middle = (low + high) / 2;
            if (distribution(middle) < p)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }
}
