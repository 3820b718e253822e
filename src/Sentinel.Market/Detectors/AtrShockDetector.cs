namespace Sentinel.Market.Detectors;

/// <summary>A true range above three times the average true range of the 14 bars before (Wilder 1978).</summary>
internal sealed class AtrShockDetector : IDetector
{
    private const string Name = "atr_shock@1";
    private const double Multiple = 3;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var times = reading.TrueRange / reading.AtrBefore;
        if (reading.AtrBefore > 0 && times > Multiple)
        {
            sink.Add(
                Name,
                MarketEventTypes.AtrShock,
                reading.Side,
                null,
                times / Multiple,
                [("return", reading.Return), ("return_atr", (reading.Close - reading.CloseBefore) / reading.AtrBefore), ("tr_atr", times)]);
        }
    }
}
