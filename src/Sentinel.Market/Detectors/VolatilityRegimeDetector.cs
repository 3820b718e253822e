namespace Sentinel.Market.Detectors;

/// <summary>Realised volatility of 20 bars far above the 250 readings before: on at z > 2, off at z below 1.</summary>
internal sealed class VolatilityRegimeDetector : IDetector
{
    private const string Name = "vol_regime@1";
    private const double On = 2;
    private const double Off = 1;

    private bool _isOn;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var z = reading.RealizedZ;
        if (!_isOn && z > On)
        {
            _isOn = true;
            sink.Add(Name, MarketEventTypes.VolatilityRegime, 1, null, z / On, [("rv", reading.Realized), ("z", z)]);
        }
        else if (_isOn && z < Off)
        {
            _isOn = false;
            sink.Add(Name, MarketEventTypes.VolatilityRegime, -1, null, 1, [("rv", reading.Realized), ("z", z)]);
        }
    }
}
