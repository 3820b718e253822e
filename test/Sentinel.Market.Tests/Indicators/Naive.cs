namespace Sentinel.Market.Tests.Indicators;

/// <summary>The definitions written down once more over whole arrays, as plainly as can be: each value is worked out from its beginning.</summary>
internal static class Naive
{
    public static double Ema(double[] x, int n, int at)
    {
        if (at < n - 1)
        {
            return double.NaN;
        }

        var ema = x[..n].Average();
        for (var i = n; i <= at; i++)
        {
            ema = (x[i] * (2.0 / (n + 1))) + (ema * (1 - (2.0 / (n + 1))));
        }

        return ema;
    }

    public static double Wilder(double[] x, int n, int at)
    {
        if (at < n - 1)
        {
            return double.NaN;
        }

        var average = x[..n].Average();
        for (var i = n; i <= at; i++)
        {
            average += (x[i] - average) / n;
        }

        return average;
    }

    public static double Rsi(double[] close, int n, int at)
    {
        if (at < n)
        {
            return double.NaN;
        }

        var changes = close.Skip(1).Zip(close, (now, before) => now - before).ToArray();
        var gain = Wilder([.. changes.Select(c => c > 0 ? c : 0)], n, at - 1);
        var loss = Wilder([.. changes.Select(c => c < 0 ? -c : 0)], n, at - 1);
        return loss == 0 ? (gain == 0 ? 50 : 100) : 100 - (100 / (1 + (gain / loss)));
    }

    public static double[] TrueRanges(double[] high, double[] low, double[] close) =>
        [.. high.Select((h, i) => i == 0
            ? h - low[0]
            : new[] { h - low[i], Math.Abs(h - close[i - 1]), Math.Abs(low[i] - close[i - 1]) }.Max())];

    public static double Adx(double[] high, double[] low, double[] close, int n, int at) => Wilder(Dx(high, low, close, n), n, at - n);

    /// <summary>The DX of each bar from bar n on.</summary>
    public static double[] Dx(double[] high, double[] low, double[] close, int n)
    {
        var range = TrueRanges(high, low, close)[1..];
        var plus = new double[range.Length];
        var minus = new double[range.Length];
        for (var i = 0; i < range.Length; i++)
        {
            var up = high[i + 1] - high[i];
            var down = low[i] - low[i + 1];
            plus[i] = up > down && up > 0 ? up : 0;
            minus[i] = down > up && down > 0 ? down : 0;
        }

        // Wilder's own sums instead of averages: the ratio is the same.
        var dx = new List<double>();
        for (var i = n - 1; i < range.Length; i++)
        {
            var (p, m, r) = (WilderSum(plus, n, i), WilderSum(minus, n, i), WilderSum(range, n, i));
            var (plusDi, minusDi) = (100 * p / r, 100 * m / r);
            dx.Add(plusDi + minusDi == 0 ? 0 : 100 * Math.Abs(plusDi - minusDi) / (plusDi + minusDi));
        }

        return [.. dx];
    }

    public static double Choppiness(double[] high, double[] low, double[] close, int n, int at)
    {
        if (at < n - 1)
        {
            return double.NaN;
        }

        // One bar more in front, for the close before the first range; at the very start there is none.
        var from = Math.Max(0, at - n);
        var ranges = TrueRanges(high[from..(at + 1)], low[from..(at + 1)], close[from..(at + 1)]);
        return 100 * Math.Log10(ranges.TakeLast(n).Sum() / (high[(at - n + 1)..(at + 1)].Max() - low[(at - n + 1)..(at + 1)].Min())) / Math.Log10(n);
    }

    public static double Ewma(double[] r, double lambda, int seed, int at)
    {
        if (at < seed - 1)
        {
            return double.NaN;
        }

        var variance = r[..seed].Select(x => x * x).Average();
        for (var i = seed; i <= at; i++)
        {
            variance = (lambda * variance) + ((1 - lambda) * r[i] * r[i]);
        }

        return Math.Sqrt(variance);
    }

    public static double Z(double[] x, int n, int at)
    {
        if (at < n)
        {
            return double.NaN;
        }

        var baseline = x[(at - n)..at];
        var mean = baseline.Average();
        return (x[at] - mean) / Math.Sqrt(baseline.Sum(v => (v - mean) * (v - mean)) / (n - 1));
    }

    private static double WilderSum(double[] x, int n, int at)
    {
        var sum = x[..n].Sum();
        for (var i = n; i <= at; i++)
        {
            sum = sum - (sum / n) + x[i];
        }

        return sum;
    }
}
