using Sentinel.Market.Detectors;
using Sentinel.Market.Indicators;

namespace Sentinel.Market.Tracking;

/// <summary>The indicators of a snapshot that no detector needs, and the reading of all of them by name.</summary>
internal sealed class IndicatorSet
{
    private readonly Rsi _rsi = new(14);
    private readonly Ema _ema20 = new(20);
    private readonly Bollinger _bollinger = new(20, 2);
    private readonly Donchian _donchian = new(20);
    private readonly Obv _obv = new();
    private readonly RollingVwap _vwap = new(20);
    private readonly SessionVwap _session = new();
    private readonly Window _closes = new(21);

    /// <summary>Takes in a bar.</summary>
    public void Update(Reading bar)
    {
        _rsi.Add(bar.Close);
        _ema20.Add(bar.Close);
        _bollinger.Add(bar.Close);
        _donchian.Add(bar.High, bar.Low);
        _obv.Add(bar.Close, bar.Volume);
        _vwap.Add(bar.High, bar.Low, bar.Close, bar.Volume);
        _session.Add(bar.Bar.OpenTime, bar.High, bar.Low, bar.Close, bar.Volume);
        _closes.Add(bar.Close);
    }

    /// <summary>All that are ready, in ordinal order of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Values(Reading bar, double volumeZ, double drawdown)
    {
        var values = new List<KeyValuePair<string, double>>(24);
        Add("adx14", bar.Adx.Value);
        Add("atr14", bar.Atr);
        Add("bb_lower", _bollinger.Lower);
        Add("bb_middle", _bollinger.Middle);
        Add("bb_upper", _bollinger.Upper);
        Add("choppiness14", bar.Choppiness);
        Add("donchian20_high", _donchian.Upper);
        Add("donchian20_low", _donchian.Lower);
        Add("drawdown", drawdown);
        Add("ema20", _ema20.Value);
        Add("ema200", bar.Ema200);
        Add("ema50", bar.Ema50);
        Add("minus_di14", bar.Adx.MinusDi);
        Add("obv", _obv.Value);
        Add("plus_di14", bar.Adx.PlusDi);
        Add("rsi14", _rsi.Value);
        Add("rv20", bar.Realized);
        Add("rv_z", bar.RealizedZ);
        Add("sigma", bar.Sigma);
        Add("volume_z", volumeZ);
        Add("vwap20", _vwap.Value);
        if (bar.Bar.Interval < TimeSpan.FromDays(1))
        {
            Add("vwap_day", _session.Value);
        }

        return values;

        void Add(string name, double value)
        {
            if (double.IsFinite(value))
            {
                values.Add(new(name, value));
            }
        }
    }

    /// <summary>The market's features of the state vector; funding and the position's are NaN.</summary>
    public StateVector State(Reading bar, double volumeZ, double drawdown) => new()
    {
        Values =
        [
            Move(bar, 1), Move(bar, 5), Move(bar, 20), bar.RealizedZ, bar.Adx.Value, drawdown, volumeZ,
            double.NaN, double.NaN, double.NaN,
        ],
    };

    private double Move(Reading bar, int back) =>
        _closes.Count > back && bar.Atr > 0 ? (bar.Close - _closes[back]) / bar.Atr : double.NaN;
}
