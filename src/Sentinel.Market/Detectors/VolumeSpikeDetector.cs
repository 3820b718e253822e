using Sentinel.Market.Indicators;

namespace Sentinel.Market.Detectors;

/// <summary>
/// The logarithm of volume more than three deviations above its baseline: the 30 bars before. For bars below a day the baseline is, as soon as
/// there are 15 of them, up to 30 weeks of the same hour of the week; and after an event z has to fall below two before the next, so that a busy
/// day is one event and not twenty.
/// </summary>
internal sealed class VolumeSpikeDetector : IDetector
{
    private const string Name = "volume_spike@1";
    private const double Threshold = 3;
    private const double Rearm = 2;
    private const int Bars = 30;
    private const int HoursOfWeek = 7 * 24;
    private const int LeastWeeks = 15;

    private readonly Window _recent = new(Bars);
    private readonly Window?[] _hours = [];
    private readonly int _barsAnHour;
    private bool _isSilent;

    /// <summary>A detector for bars of a length.</summary>
    public VolumeSpikeDetector(TimeSpan interval)
    {
        _barsAnHour = Math.Max(1, (int)(TimeSpan.FromHours(1) / interval));
        if (interval < TimeSpan.FromDays(1))
        {
            _hours = new Window?[HoursOfWeek];
        }
    }

    /// <summary>The last z; NaN without a baseline or without volume.</summary>
    public double Z { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        if (reading.Volume <= 0)
        {
            Z = double.NaN;
            return;
        }

        var value = Math.Log(reading.Volume);
        var sameHour = SameHour(reading.Bar.OpenTime);
        var isSeasonal = sameHour is not null && sameHour.Count >= LeastWeeks * _barsAnHour;
        Z = isSeasonal ? RollingZ.Score(sameHour!, value) : _recent.IsFull ? RollingZ.Score(_recent, value) : double.NaN;
        _recent.Add(value);
        sameHour?.Add(value);
        _isSilent &= !(Z < Rearm);
        if (!_isSilent && Z > Threshold)
        {
            _isSilent = _hours.Length > 0;
            sink.Add(
                Name,
                MarketEventTypes.VolumeSpike,
                reading.Side,
                null,
                Z / Threshold,
                [("return", reading.Return), ("seasonal", isSeasonal ? 1 : 0), ("z", Z)]);
        }
    }

    private Window? SameHour(DateTimeOffset time)
    {
        if (_hours.Length == 0)
        {
            return null;
        }

        var hour = ((int)time.UtcDateTime.DayOfWeek * 24) + time.UtcDateTime.Hour;
        return _hours[hour] ??= new Window(Bars * _barsAnHour);
    }
}
