using Sentinel.Market.Indicators;

namespace Sentinel.Market.Detectors;

/// <summary>A close below every one of the 250 closes before; silent again until 20 bars went by without one.</summary>
internal sealed class NewLowDetector : IDetector
{
    private const string Name = "new_low@1";
    private const int Quiet = 20;

    private readonly Window _closes = new(250);
    private int _since = Quiet;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        _since = Math.Min(_since + 1, Quiet + 1);
        var lowest = _closes.IsFull ? _closes.Min() : double.NaN;
        if (reading.Close < lowest)
        {
            if (_since > Quiet)
            {
                sink.Add(Name, MarketEventTypes.NewLow, -1, null, lowest / reading.Close, [("below", (reading.Close / lowest) - 1)]);
            }

            _since = 0;
        }

        _closes.Add(reading.Close);
    }
}
