namespace Sentinel.Market.Detectors;

/// <summary>Closes more than 1 % away from the peg for at least 15 minutes; silent until a close within half a percent of it.</summary>
internal sealed class DepegDetector(double peg) : IDetector
{
    private const string Name = "depeg@1";
    private const double Limit = 0.01;
    private const double Home = 0.005;

    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);

    private DateTimeOffset? _since;
    private bool _isSilent;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var away = (reading.Close / peg) - 1;
        _isSilent &= Math.Abs(away) > Home;
        if (Math.Abs(away) <= Limit)
        {
            _since = null;
            return;
        }

        _since ??= reading.Bar.OpenTime;
        if (!_isSilent && reading.Bar.CloseTime - _since >= Lasting)
        {
            _isSilent = true;
            sink.Add(Name, MarketEventTypes.Depeg, Math.Sign(away), _since, Math.Abs(away) / Limit, [("away", away)]);
        }
    }
}
