using Sentinel.Market.Tests.Indicators;

namespace Sentinel.Market.Tests.Detectors;

/// <summary>
/// The definitions of the events once more, over whole arrays of daily bars: what happened in which bar. Indices are those of bars; the return of
/// bar i is r[i], r[0] does not exist.
/// </summary>
internal sealed class NaiveDetectors
{
    private readonly double[] _high;
    private readonly double[] _low;
    private readonly double[] _close;
    private readonly double[] _volume;
    private readonly double[] _r;
    private readonly double[] _x;
    private readonly double[] _dx;

    public NaiveDetectors(IReadOnlyList<Bar> bars)
    {
        _high = [.. bars.Select(bar => (double)bar.High)];
        _low = [.. bars.Select(bar => (double)bar.Low)];
        _close = [.. bars.Select(bar => (double)bar.Close)];
        _volume = [.. bars.Select(bar => (double)bar.Volume)];
        _r = [.. _close.Select((close, i) => i == 0 ? double.NaN : Math.Log(close / _close[i - 1]))];
        _dx = Naive.Dx(_high, _low, _close, 14);
        _x = [.. _close.Select((_, i) => i < 20 ? double.NaN : Math.Log(Math.Sqrt(_r[(i - 19)..(i + 1)].Sum(r => r * r))))];
    }

    private IEnumerable<int> Bars => Enumerable.Range(0, _close.Length);

    public IEnumerable<int> AtrShocks()
    {
        var range = Naive.TrueRanges(_high, _low, _close);
        return Bars.Where(t => t >= 14 && range[t] > 3 * Naive.Wilder(range, 14, t - 1));
    }

    public IEnumerable<int> Jumps() => Bars.Where(t =>
    {
        const int k = 16;
        if (t < k)
        {
            return false;
        }

        var variation = 0.0;
        for (var j = t - k + 2; j <= t - 1; j++)
        {
            variation += Math.Abs(_r[j]) * Math.Abs(_r[j - 1]) / (k - 2);
        }

        var (c, root) = (Math.Sqrt(2 / Math.PI), Math.Sqrt(2 * Math.Log(365)));
        var centre = (root / c) - ((Math.Log(Math.PI) + Math.Log(Math.Log(365))) / (2 * c * root));
        return Math.Abs(_r[t]) / Math.Sqrt(variation) > centre + (4.6 / (c * root));
    });

    public IEnumerable<int> VolumeSpikes()
    {
        var log = _volume.Select(volume => Math.Log(volume)).ToArray();
        return Bars.Where(t => t >= 30 && Naive.Z(log, 30, t) > 3);
    }

    public IEnumerable<(int Bar, int Side)> VolatilityRegimes()
    {
        var isOn = false;
        foreach (var t in Bars.Where(t => t >= 270))
        {
            var z = Naive.Z(_x, 250, t);
            if (isOn ? z < 1 : z > 2)
            {
                isOn = !isOn;
                yield return (t, isOn ? 1 : -1);
            }
        }
    }

    public IEnumerable<(int Bar, int Side)> Cusums()
    {
        var (up, down) = (0.0, 0.0);
        foreach (var t in Bars.Where(t => t >= 21))
        {
            // EWMA over the returns before t; the array of returns starts at bar 1.
            var limit = 3 * Naive.Ewma(_r[1..], 0.94, 20, t - 2);
            up = Math.Max(0, up + _r[t]);
            down = Math.Min(0, down + _r[t]);
            if (up > limit)
            {
                up = 0;
                yield return (t, 1);
            }

            if (down < -limit)
            {
                down = 0;
                yield return (t, -1);
            }
        }
    }

    public IEnumerable<(int Bar, double Depth)> Drawdowns()
    {
        foreach (var t in Bars)
        {
            var peakAt = Array.IndexOf(_close, _close[..(t + 1)].Max());
            foreach (var depth in new[] { 0.1, 0.2, 0.3, 0.5, 0.75, 0.9 })
            {
                bool Below(int i) => _close[i] <= (1 - depth) * _close[peakAt];
                if (Below(t) && !Enumerable.Range(peakAt, t - peakAt).Any(Below))
                {
                    yield return (t, depth);
                }
            }
        }
    }

    public IEnumerable<int> NewLows()
    {
        var lows = Bars.Where(t => t >= 250 && _close[t] < _close[(t - 250)..t].Min()).ToHashSet();
        return lows.Where(t => !Enumerable.Range(t - 20, 20).Any(lows.Contains)).Order();
    }

    public IEnumerable<(int Bar, TrendState Trend, VolatilityState Volatility)> Regimes(int confirmation)
    {
        var (rawTrend, rawVolatility) = (TrendState.Unknown, VolatilityState.Unknown);
        var trends = new List<TrendState>();
        var volatilities = new List<VolatilityState>();
        var (trend, volatility) = (TrendState.Unknown, VolatilityState.Unknown);
        foreach (var t in Bars)
        {
            trends.Add(rawTrend = RawTrend(t, rawTrend));
            volatilities.Add(rawVolatility = RawVolatility(t, rawVolatility));
            trend = Held(trends, confirmation) ? trends[^1] : trend;
            volatility = Held(volatilities, confirmation) ? volatilities[^1] : volatility;
            yield return (t, trend, volatility);
        }
    }

    private static bool Held<T>(List<T> states, int bars) => states.Count >= bars && states.TakeLast(bars).Distinct().Count() == 1;

    private TrendState RawTrend(int t, TrendState previous)
    {
        if (t < 199)
        {
            return TrendState.Unknown;
        }

        var adx = Naive.Wilder(_dx, 14, t - 14);
        if (Naive.Choppiness(_high, _low, _close, 14, t) > 61.8 || adx < 20)
        {
            return TrendState.Range;
        }

        if (adx <= 25)
        {
            return previous is TrendState.Unknown ? TrendState.Range : previous;
        }

        return Naive.Ema(_close, 50, t) > Naive.Ema(_close, 200, t) ? TrendState.Up : TrendState.Down;
    }

    private VolatilityState RawVolatility(int t, VolatilityState previous)
    {
        if (t < 270)
        {
            return VolatilityState.Unknown;
        }

        var rank = _x[(t - 250)..t].Count(x => x < _x[t]) / 250.0;
        return rank < (previous is VolatilityState.Low ? 0.5 : 0.4) ? VolatilityState.Low
            : rank > (previous is VolatilityState.High ? 0.65 : 0.75) ? VolatilityState.High
            : VolatilityState.Normal;
    }
}
