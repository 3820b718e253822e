namespace Sentinel.Market.Indicators;

/// <summary>Relative strength index on closes (Wilder 1978): 100 - 100 / (1 + average gain / average loss), Wilder averages; 50 where nothing moved.</summary>
internal sealed class Rsi(int period)
{
    private readonly WilderAverage _gain = new(period);
    private readonly WilderAverage _loss = new(period);
    private double _last = double.NaN;

    /// <summary>0-100; NaN before n + 1 closes.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a close.</summary>
    public double Add(double close)
    {
        var change = close - _last;
        _last = close;
        if (double.IsNaN(change))
        {
            return Value;
        }

        var gain = _gain.Add(Math.Max(change, 0));
        var loss = _loss.Add(Math.Max(-change, 0));
        return Value = gain + loss == 0 ? 50 : 100 * gain / (gain + loss);
    }
}
