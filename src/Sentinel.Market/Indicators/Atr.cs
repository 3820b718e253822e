namespace Sentinel.Market.Indicators;

/// <summary>True range and its Wilder average (Wilder 1978). The first true range is high less low.</summary>
internal sealed class Atr(int period)
{
    private readonly WilderAverage _average = new(period);
    private double _close = double.NaN;

    /// <summary>The last true range; NaN before the first bar.</summary>
    public double TrueRange { get; private set; } = double.NaN;

    /// <summary>The average; NaN before n bars.</summary>
    public double Value => _average.Value;

    /// <summary>Takes in a bar.</summary>
    public double Add(double high, double low, double close)
    {
        TrueRange = double.IsNaN(_close)
            ? high - low
            : Math.Max(high - low, Math.Max(Math.Abs(high - _close), Math.Abs(low - _close)));
        _close = close;
        return _average.Add(TrueRange);
    }
}
