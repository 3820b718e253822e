namespace Sentinel.Persona;

/// <summary>The bars of one symbol, with what entries are judged by. Adding a bar does not cost more as the history grows.</summary>
internal sealed class BarHistory
{
    private const int AtrBars = 14;
    private const int RangeBars = 20;
    private const double Lambda = 0.94;

    private readonly List<Bar> _bars = [];
    private readonly List<double> _atr = [];
    private readonly List<double> _variance = [];
    private readonly DayTable _days = new();

    public DayTable Days => _days;

    /// <summary>Takes the next bar; one that is not newer than the last is known and left out.</summary>
    public void Add(Bar bar)
    {
        if (_bars.Count > 0 && bar.OpenTime <= _bars[^1].OpenTime)
        {
            return;
        }

        var previous = _bars.Count > 0 ? _bars[^1].Close : bar.Open;
        var range = (double)(Math.Max(bar.High, previous) - Math.Min(bar.Low, previous));
        var r = previous > 0 && bar.Close > 0 ? Math.Log((double)(bar.Close / previous)) : 0;
        var n = _bars.Count;
        _atr.Add(n == 0 ? range : n < AtrBars ? ((_atr[n - 1] * n) + range) / (n + 1) : ((_atr[n - 1] * (AtrBars - 1)) + range) / AtrBars);
        _variance.Add(n == 0 ? 0 : n < RangeBars ? ((_variance[n - 1] * (n - 1)) + (r * r)) / n : (Lambda * _variance[n - 1]) + ((1 - Lambda) * r * r));
        _bars.Add(bar);
        _days.Add(bar);
    }

    /// <summary>The last bar closed by a time, or null.</summary>
    public Bar? At(DateTimeOffset time)
    {
        var i = IndexAt(time);
        return i < 0 ? null : _bars[i];
    }

    /// <summary>What the market had done when somebody traded at a price.</summary>
    public MarketAtEntry Describe(DateTimeOffset time, double price, bool isLong)
    {
        var i = IndexAt(time);
        if (i < 0)
        {
            return default;
        }

        var sign = isLong ? 1 : -1;
        var ready = i + 1 >= RangeBars;
        var (high, low, mean) = ready ? Range(i) : default;
        var atr = i + 1 >= AtrBars ? _atr[i] : (double?)null;
        return new MarketAtEntry(
            Return(i, time, 1) * sign,
            Return(i, time, 5) * sign,
            ready ? (isLong ? price >= high : price <= low) : null,
            ready && atr > 0 ? (price - mean) / atr * sign : null,
            atr,
            ready && _variance[i] > 0 ? Math.Sqrt(_variance[i]) : null,
            _days.IsExtreme(DayTable.DayOf(time) - 1));
    }

    private int IndexAt(DateTimeOffset time)
    {
        var (low, high) = (0, _bars.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_bars[middle].CloseTime <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private double? Return(int i, DateTimeOffset time, int days)
    {
        var from = time - TimeSpan.FromDays(days);
        var j = IndexAt(from);

        // A close from long before would be the return of another span.
        return j < 0 || from - _bars[j].CloseTime > TimeSpan.FromDays(1) || _bars[j].Close <= 0
            ? null
            : ((double)_bars[i].Close / (double)_bars[j].Close) - 1;
    }

    private (double High, double Low, double Mean) Range(int i)
    {
        var (high, low, sum) = (double.MinValue, double.MaxValue, 0.0);
        for (var k = i - RangeBars + 1; k <= i; k++)
        {
            high = Math.Max(high, (double)_bars[k].High);
            low = Math.Min(low, (double)_bars[k].Low);
            sum += (double)_bars[k].Close;
        }

        return (high, low, sum / RangeBars);
    }
}
