using Sentinel.Market.Indicators;

namespace Sentinel.Market.Detectors;

/// <summary>
/// A return too large for the bipower variation of the returns before it (Lee and Mykland, RFS 2008, 1 % level). The number of tests n is a
/// constant, the bars of a year: the length of the sample would be knowledge of the future.
/// </summary>
internal sealed class JumpDetector : IDetector
{
    private const string Name = "jump@1";

    // -ln(-ln(0.99)): the quantile of the Gumbel distribution, 4.6 as the specification rounds it.
    private const double Quantile = 4.6;

    private readonly Window _products;
    private double _last = double.NaN;

    /// <summary>A detector for bars of a length.</summary>
    public JumpDetector(TimeSpan interval)
    {
        _products = new Window(WindowOf(interval) - 2);
        Threshold = ThresholdOf(TimeSpan.FromDays(365) / interval);
    }

    /// <summary>The least |L| of a jump.</summary>
    public double Threshold { get; }

    /// <summary>K of the paper by the length of a bar: 16 daily, 78 hourly, 110 for 30 min, 156 for 15 min, 270 below; 7 weekly.</summary>
    public static int WindowOf(TimeSpan interval) => interval.TotalMinutes switch
    {
        >= 7 * 24 * 60 => 7,
        >= 24 * 60 => 16,
        >= 60 => 78,
        >= 30 => 110,
        >= 15 => 156,
        _ => 270,
    };

    /// <summary>C_n + 4.6 S_n.</summary>
    public static double ThresholdOf(double n)
    {
        var c = Math.Sqrt(2 / Math.PI);
        var root = Math.Sqrt(2 * Math.Log(n));
        var centre = (root / c) - ((Math.Log(Math.PI) + Math.Log(Math.Log(n))) / (2 * c * root));
        return centre + (Quantile / (c * root));
    }

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        if (double.IsNaN(reading.Return))
        {
            return;
        }

        var variation = _products.IsFull ? _products.Mean() : 0;
        if (variation > 0)
        {
            var statistic = reading.Return / Math.Sqrt(variation);
            if (Math.Abs(statistic) > Threshold)
            {
                sink.Add(
                    Name,
                    MarketEventTypes.Jump,
                    reading.Side,
                    null,
                    Math.Abs(statistic) / Threshold,
                    [("l", statistic), ("return", reading.Return)]);
            }
        }

        if (!double.IsNaN(_last))
        {
            _products.Add(Math.Abs(reading.Return) * Math.Abs(_last));
        }

        _last = reading.Return;
    }
}
