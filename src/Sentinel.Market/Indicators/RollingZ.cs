namespace Sentinel.Market.Indicators;

/// <summary>How many sample deviations a value lies from the mean of the n values before it; the value itself is not among them.</summary>
internal sealed class RollingZ(int period)
{
    private readonly Window _baseline = new(period);

    /// <summary>The last z; NaN before n + 1 values, or where the baseline does not vary.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Which part of the baseline was below the last value, 0-1; NaN before n + 1 values.</summary>
    public double Rank { get; private set; } = double.NaN;

    /// <summary>Scores a value, then takes it in.</summary>
    public double Add(double value)
    {
        Value = _baseline.IsFull ? Score(_baseline, value) : double.NaN;
        Rank = _baseline.IsFull ? _baseline.RankOf(value) : double.NaN;
        _baseline.Add(value);
        return Value;
    }

    /// <summary>The z of a value against a baseline.</summary>
    public static double Score(Window baseline, double value)
    {
        var mean = baseline.Mean();
        var deviation = baseline.Deviation(mean, isSample: true);
        return deviation > 0 ? (value - mean) / deviation : double.NaN;
    }
}
