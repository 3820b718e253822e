namespace Sentinel.Market.Indicators;

/// <summary>
/// Directional movement (Wilder 1978): +DM = the high's rise where it exceeds the low's fall and is above 0, -DM the other way round; both and
/// the true range Wilder-averaged; DI = 100 DM / TR; DX = 100 |+DI - -DI| / (+DI + -DI); ADX its Wilder average.
/// </summary>
internal sealed class Adx(int period)
{
    private readonly WilderAverage _range = new(period);
    private readonly WilderAverage _plus = new(period);
    private readonly WilderAverage _minus = new(period);
    private readonly WilderAverage _dx = new(period);
    private double _high = double.NaN;
    private double _low;
    private double _close;

    /// <summary>0-100; NaN before 2 n bars.</summary>
    public double Value => _dx.Value;

    /// <summary>0-100; NaN before n + 1 bars.</summary>
    public double PlusDi { get; private set; } = double.NaN;

    /// <summary>0-100; NaN before n + 1 bars.</summary>
    public double MinusDi { get; private set; } = double.NaN;

    /// <summary>Takes in a bar.</summary>
    public double Add(double high, double low, double close)
    {
        if (!double.IsNaN(_high))
        {
            Step(high, low);
        }

        (_high, _low, _close) = (high, low, close);
        return Value;
    }

    private void Step(double high, double low)
    {
        var up = high - _high;
        var down = _low - low;
        var range = _range.Add(Math.Max(high - low, Math.Max(Math.Abs(high - _close), Math.Abs(low - _close))));
        var plus = _plus.Add(up > down && up > 0 ? up : 0);
        var minus = _minus.Add(down > up && down > 0 ? down : 0);
        if (double.IsNaN(range))
        {
            return;
        }

        PlusDi = range == 0 ? 0 : 100 * plus / range;
        MinusDi = range == 0 ? 0 : 100 * minus / range;
        var sum = PlusDi + MinusDi;
        _dx.Add(sum == 0 ? 0 : 100 * Math.Abs(PlusDi - MinusDi) / sum);
    }
}
