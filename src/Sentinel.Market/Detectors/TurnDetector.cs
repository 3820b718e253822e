namespace Sentinel.Market.Detectors;

/// <summary>
/// Bull and bear markets by the filter of Lunde and Timmermann (JBES 2004) on closes: a peak is confirmed by a fall of a part of it, a trough by
/// a rise of a part of it. Starts undecided, either turn may come first. The extremum is the time of the event; it is known at the confirmation.
/// </summary>
internal sealed class TurnDetector(double rise, double fall) : IDetector
{
    private const string Name = "turn@1";

    private (double Close, DateTimeOffset Time) _max = (double.NegativeInfinity, default);
    private (double Close, DateTimeOffset Time) _min = (double.PositiveInfinity, default);

    // 0 undecided, 1 in a bull market, -1 in a bear market.
    private int _track;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var (close, time) = (reading.Close, reading.Bar.OpenTime);
        if (_track >= 0 && close > _max.Close)
        {
            _max = (close, time);
        }

        if (_track <= 0 && close < _min.Close)
        {
            _min = (close, time);
        }

        if (_track >= 0 && close < _max.Close * (1 - fall))
        {
            var move = (close / _max.Close) - 1;
            sink.Add(Name, MarketEventTypes.BearTurn, -1, _max.Time, -move / fall, [("lag_days", Lag(reading, _max.Time)), ("move", move)]);
            _track = -1;
            _min = (close, time);
        }
        else if (_track <= 0 && close > _min.Close * (1 + rise))
        {
            var move = (close / _min.Close) - 1;
            sink.Add(Name, MarketEventTypes.BullTurn, 1, _min.Time, move / rise, [("lag_days", Lag(reading, _min.Time)), ("move", move)]);
            _track = 1;
            _max = (close, time);
        }
    }

    private static double Lag(Reading reading, DateTimeOffset extremum) => (reading.Bar.OpenTime - extremum).TotalDays;
}
