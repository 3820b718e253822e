namespace Sentinel.Memory;

/// <summary>Quantiles of a Beta distribution, by Newton's method kept inside a shrinking bracket.</summary>
internal static class BetaInterval
{
    private const int MaxSteps = 60;
    private const int MaxTerms = 300;
    private const double Tiny = 1e-300;
    private const double Precision = 1e-12;

    /// <summary>The middle 95 %.</summary>
    public static (double Low, double High) Of(double a, double b)
    {
        var logBeta = LogBeta(a, b);
        return (Quantile(0.025, a, b, logBeta), Quantile(0.975, a, b, logBeta));
    }

    /// <summary>The value below which a share of the distribution lies.</summary>
    public static double Quantile(double share, double a, double b) => Quantile(share, a, b, LogBeta(a, b));

    /// <summary>The regularised incomplete beta function, by its continued fraction (Lentz's method).</summary>
    public static double Distribution(double x, double a, double b) => Distribution(x, a, b, LogBeta(a, b));

    private static double Quantile(double share, double a, double b, double logBeta)
    {
        var (low, high) = (0.0, 1.0);
        var x = a / (a + b);
        for (var i = 0; i < MaxSteps && high - low > Precision; i++)
        {
            var error = Distribution(x, a, b, logBeta) - share;
            (low, high) = error < 0 ? (x, high) : (low, x);
            var density = Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * Math.Log(1 - x)) - logBeta);
            var next = x - (error / density);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - x) < Precision)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    private static double Distribution(double x, double a, double b, double logBeta)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - logBeta);
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / Guard(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m <= MaxTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Guard(1 + (even * d));
            c = Guard(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Guard(1 + (odd * d));
            c = Guard(1 + (odd / c));
            var step = d * c;
            fraction *= step;
            if (Math.Abs(step - 1) < 1e-13)
            {
                break;
            }
        }

        return fraction;
    }

    private static double Guard(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>Lanczos' approximation (g = 7, nine terms).</summary>
    private static double LogGamma(double x)
    {
        ReadOnlySpan<double> terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++)
        {
            sum += terms[i] / (x - 1 + i);
        }

        var t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
