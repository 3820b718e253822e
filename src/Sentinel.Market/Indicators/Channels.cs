namespace Sentinel.Market.Indicators;

/// <summary>Bollinger bands: mean of n closes, and k population deviations around it.</summary>
internal sealed class Bollinger(int period, double width)
{
    private readonly Window _closes = new(period);

    /// <summary>The mean; NaN before n closes.</summary>
    public double Middle { get; private set; } = double.NaN;

    /// <summary>The upper band.</summary>
    public double Upper { get; private set; } = double.NaN;

    /// <summary>The lower band.</summary>
    public double Lower { get; private set; } = double.NaN;

    /// <summary>Takes in a close.</summary>
    public void Add(double close)
    {
        _closes.Add(close);
        if (!_closes.IsFull)
        {
            return;
        }

        Middle = _closes.Mean();
        var half = width * _closes.Deviation(Middle, isSample: false);
        (Upper, Lower) = (Middle + half, Middle - half);
    }
}

/// <summary>Donchian channel: highest high and lowest low of the last n bars, this one included.</summary>
internal sealed class Donchian(int period)
{
    private readonly Window _highs = new(period);
    private readonly Window _lows = new(period);

    /// <summary>The highest high; NaN before n bars.</summary>
    public double Upper { get; private set; } = double.NaN;

    /// <summary>The lowest low; NaN before n bars.</summary>
    public double Lower { get; private set; } = double.NaN;

    /// <summary>Takes in a bar.</summary>
    public void Add(double high, double low)
    {
        _highs.Add(high);
        _lows.Add(low);
        if (_highs.IsFull)
        {
            (Upper, Lower) = (_highs.Max(), _lows.Min());
        }
    }
}

/// <summary>Choppiness index (Dreiss): 100 log10(sum of n true ranges / (highest high - lowest low)) / log10 n; high where price goes nowhere.</summary>
internal sealed class Choppiness(int period)
{
    private readonly Atr _ranges = new(1);
    private readonly Window _sum = new(period);
    private readonly Donchian _channel = new(period);

    /// <summary>About 0-100; NaN before n bars.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a bar.</summary>
    public double Add(double high, double low, double close)
    {
        _sum.Add(_ranges.Add(high, low, close));
        _channel.Add(high, low);
        if (!_sum.IsFull)
        {
            return Value;
        }

        var span = _channel.Upper - _channel.Lower;
        // A market that stood still for n bars went nowhere: the most choppy value.
        return Value = span <= 0 ? 100 : 100 * Math.Log10(_sum.Sum() / span) / Math.Log10(period);
    }
}
