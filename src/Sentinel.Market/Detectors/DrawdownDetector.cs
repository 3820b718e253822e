using System.Globalization;

namespace Sentinel.Market.Detectors;

/// <summary>
/// Closes below the running peak of closes by 10, 20, 30, 50, 75 and 90 %: each depth once until a new peak. A new peak after a drawdown is a recovery.
/// </summary>
internal sealed class DrawdownDetector : IDetector
{
    private const string Name = "drawdown@1";

    private static readonly int[] Percents = [10, 20, 30, 50, 75, 90];

    private double _peak = double.NaN;
    private DateTimeOffset _peakTime;
    private double _deepest;
    private int _reached;

    /// <summary>The last close against the peak, 0 or below; NaN before the first bar.</summary>
    public double Drawdown { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var close = reading.Close;
        if (double.IsNaN(_peak) || close > _peak)
        {
            if (_reached > 0)
            {
                sink.Add(
                    Name,
                    MarketEventTypes.Recovery,
                    1,
                    null,
                    1,
                    [("days", (reading.Bar.OpenTime - _peakTime).TotalDays), ("deepest", _deepest)]);
            }

            (_peak, _peakTime, _deepest, _reached, Drawdown) = (close, reading.Bar.OpenTime, 0, 0, 0);
            return;
        }

        Drawdown = (close / _peak) - 1;
        _deepest = Math.Min(_deepest, Drawdown);
        while (_reached < Percents.Length && close <= (1 - (Percents[_reached] / 100.0)) * _peak)
        {
            var percent = Percents[_reached++];
            sink.Add(
                Name,
                MarketEventTypes.Drawdown,
                -1,
                null,
                -Drawdown / (percent / 100.0),
                [("days", (reading.Bar.OpenTime - _peakTime).TotalDays), ("depth", percent / 100.0), ("drawdown", Drawdown)],
                percent.ToString(CultureInfo.InvariantCulture));
        }
    }
}
