namespace Sentinel.Market.Indicators;

/// <summary>On-balance volume (Granville 1963): volume added on a higher close, taken off on a lower one; 0 at the first bar.</summary>
internal sealed class Obv
{
    private double _last = double.NaN;

    /// <summary>The balance.</summary>
    public double Value { get; private set; }

    /// <summary>Takes in a bar.</summary>
    public double Add(double close, double volume)
    {
        Value += double.IsNaN(_last) ? 0 : Math.Sign(close - _last) * volume;
        _last = close;
        return Value;
    }
}

/// <summary>Volume-weighted average of the typical price (high + low + close) / 3 over the last n bars.</summary>
internal sealed class RollingVwap(int period)
{
    private readonly Window _values = new(period);
    private readonly Window _volumes = new(period);

    /// <summary>The average; NaN before n bars or where nothing was traded.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Takes in a bar.</summary>
    public double Add(double high, double low, double close, double volume)
    {
        _values.Add((high + low + close) / 3 * volume);
        _volumes.Add(volume);
        var traded = _volumes.Sum();
        return Value = _volumes.IsFull && traded > 0 ? _values.Sum() / traded : double.NaN;
    }
}

/// <summary>Volume-weighted average of the typical price since midnight UTC.</summary>
internal sealed class SessionVwap
{
    private DateTime _day = DateTime.MinValue;
    private double _value;
    private double _volume;

    /// <summary>The average; NaN where nothing was traded today.</summary>
    public double Value => _volume > 0 ? _value / _volume : double.NaN;

    /// <summary>Takes in a bar.</summary>
    public double Add(DateTimeOffset openTime, double high, double low, double close, double volume)
    {
        if (openTime.UtcDateTime.Date != _day)
        {
            (_day, _value, _volume) = (openTime.UtcDateTime.Date, 0, 0);
        }

        _value += (high + low + close) / 3 * volume;
        _volume += volume;
        return Value;
    }
}
