namespace Sentinel.Market.Indicators;

/// <summary>EWMA variance of returns (RiskMetrics): v = lambda v + (1 - lambda) r^2, seeded with the mean square of the first n returns.</summary>
internal sealed class EwmaVolatility(double lambda, int seed)
{
    private int _count;
    private double _variance;

    /// <summary>Standard deviation of one bar's return; NaN before the seed is full.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a return.</summary>
    public double Add(double change)
    {
        if (_count >= seed)
        {
            _variance = (lambda * _variance) + ((1 - lambda) * change * change);
            return Value = Math.Sqrt(_variance);
        }

        _variance += change * change / seed;
        _count++;
        return Value = _count == seed ? Math.Sqrt(_variance) : double.NaN;
    }
}

/// <summary>Realised volatility: the root of the sum of the last n squared returns.</summary>
internal sealed class RealizedVolatility(int period)
{
    private readonly Window _squares = new(period);

    /// <summary>The volatility of n bars together; NaN before n returns.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a return.</summary>
    public double Add(double change)
    {
        _squares.Add(change * change);
        return Value = _squares.IsFull ? Math.Sqrt(_squares.Sum()) : double.NaN;
    }
}
