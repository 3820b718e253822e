namespace Sentinel.Market.Detectors;

/// <summary>Returns cumulated to one side beyond three standard deviations of a bar (Page 1954); the side that fired starts again.</summary>
internal sealed class CusumDetector : IDetector
{
    private const string Name = "cusum@1";
    private const double Deviations = 3;

    private double _up;
    private double _down;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var limit = Deviations * reading.SigmaBefore;
        if (double.IsNaN(reading.Return) || double.IsNaN(limit) || limit <= 0)
        {
            return;
        }

        _up = Math.Max(0, _up + reading.Return);
        _down = Math.Min(0, _down + reading.Return);
        if (_up > limit)
        {
            sink.Add(Name, MarketEventTypes.CusumUp, 1, null, _up / limit, [("limit", limit), ("sum", _up)]);
            _up = 0;
        }

        if (_down < -limit)
        {
            sink.Add(Name, MarketEventTypes.CusumDown, -1, null, -_down / limit, [("limit", limit), ("sum", _down)]);
            _down = 0;
        }
    }
}
