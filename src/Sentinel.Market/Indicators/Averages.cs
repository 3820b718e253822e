namespace Sentinel.Market.Indicators;

/// <summary>Exponential moving average: weight 2 / (n + 1), seeded with the mean of the first n values (StockCharts).</summary>
internal sealed class Ema(int period)
{
    private readonly double _weight = 2.0 / (period + 1);
    private int _count;
    private double _sum;

    /// <summary>The average; NaN before n values.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a value.</summary>
    public double Add(double value)
    {
        if (_count >= period)
        {
            return Value += _weight * (value - Value);
        }

        _sum += value;
        _count++;
        return Value = _count == period ? _sum / period : double.NaN;
    }
}

/// <summary>Wilder's average: weight 1 / n, seeded with the mean of the first n values (Wilder 1978).</summary>
internal sealed class WilderAverage(int period)
{
    private int _count;
    private double _sum;

    /// <summary>The average; NaN before n values.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a value.</summary>
    public double Add(double value)
    {
        if (_count >= period)
        {
            return Value = ((Value * (period - 1)) + value) / period;
        }

        _sum += value;
        _count++;
        return Value = _count == period ? _sum / period : double.NaN;
    }
}
