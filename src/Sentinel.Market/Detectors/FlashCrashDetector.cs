using Sentinel.Market.Indicators;

namespace Sentinel.Market.Detectors;

/// <summary>
/// For bars of at most five minutes: a low that lies at least 3 % and at least six ATR of a minute times sqrt(15) below the highest close of the
/// 15 minutes before is a flash fall. Half of it regained by a close within 60 minutes makes a flash crash, known at that close; else it is a
/// sell-off, known after 60 minutes. Each is a record of its own.
/// </summary>
internal sealed class FlashCrashDetector : IDetector
{
    private const string Name = "flash_crash@1";
    private const double LeastDepth = 0.03;
    private const double AtrMultiple = 6;

    private readonly Window _closes;
    private readonly Window _atrs;
    private readonly double _barMinutes;
    private Fall? _fall;

    /// <summary>A detector for bars of a length.</summary>
    public FlashCrashDetector(TimeSpan interval)
    {
        _barMinutes = interval.TotalMinutes;
        var bars = Math.Max(1, (int)(15 / _barMinutes));
        _closes = new Window(bars);
        _atrs = new Window(bars);
    }

    /// <summary>Whether bars are short enough.</summary>
    public static bool AppliesTo(TimeSpan interval) => interval <= TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        if (_fall is null && _closes.IsFull)
        {
            Look(reading, sink);
        }

        if (_fall is { } fall)
        {
            Follow(fall, reading, sink);
        }
        else
        {
            _closes.Add(reading.Close);
            _atrs.Add(reading.Atr);
        }
    }

    private void Look(Reading reading, EventSink sink)
    {
        var reference = _closes.Max();
        // The oldest ATR of the window: the fall itself is not in it. An ATR of longer bars is brought to a minute by the root of time.
        var atr = _atrs[_atrs.Count - 1] / Math.Sqrt(_barMinutes);
        var limit = Math.Max(LeastDepth, AtrMultiple * atr * Math.Sqrt(15) / reference);
        var depth = 1 - (reading.Low / reference);
        if (double.IsNaN(limit) || depth < limit)
        {
            return;
        }

        _fall = new Fall(reference, reading.Bar.OpenTime) { Low = reading.Low, LowTime = reading.Bar.OpenTime };
        sink.Add(Name, MarketEventTypes.FlashFall, -1, null, depth / limit, [("depth", depth), ("limit", limit)]);
    }

    private void Follow(Fall fall, Reading reading, EventSink sink)
    {
        if (reading.Low < fall.Low)
        {
            (fall.Low, fall.LowTime) = (reading.Low, reading.Bar.OpenTime);
        }

        var regained = (reading.Close - fall.Low) / (fall.Reference - fall.Low);
        var minutes = (reading.Bar.CloseTime - fall.Start).TotalMinutes;
        if (regained < 0.5 && minutes < 60)
        {
            return;
        }

        var isBack = regained >= 0.5;
        sink.Add(
            Name,
            isBack ? MarketEventTypes.FlashCrash : MarketEventTypes.SellOff,
            isBack ? 1 : -1,
            fall.LowTime,
            isBack ? regained / 0.5 : 1,
            [("depth", 1 - (fall.Low / fall.Reference)), ("minutes", minutes), ("regained", regained)]);
        _fall = null;
        // What follows is measured against prices of its own.
        while (!_closes.IsFull || _closes.Max() > reading.Close)
        {
            _closes.Add(reading.Close);
            _atrs.Add(reading.Atr);
        }
    }

    private sealed class Fall(double reference, DateTimeOffset start)
    {
        public double Reference { get; } = reference;

        public DateTimeOffset Start { get; } = start;

        public double Low { get; set; }

        public DateTimeOffset LowTime { get; set; }
    }
}
