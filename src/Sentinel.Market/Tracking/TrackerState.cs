using Sentinel.Market.Detectors;

namespace Sentinel.Market.Tracking;

/// <summary>All that is remembered of the bars so far: indicators, detectors. Thrown away as a whole after a long hole in the data.</summary>
internal sealed class TrackerState
{
    private readonly Symbol _symbol;
    private readonly Reading _reading = new();
    private readonly IndicatorSet _indicators = new();
    private readonly DrawdownDetector _drawdown = new();
    private readonly VolumeSpikeDetector _volume;
    private readonly RegimeDetector _regime;
    private readonly IDetector[] _detectors;

    /// <summary>Nothing seen yet.</summary>
    public TrackerState(Symbol symbol, TimeSpan interval, MarketTrackerOptions options)
    {
        _symbol = symbol;
        _volume = new VolumeSpikeDetector(interval);
        _regime = new RegimeDetector(options.RegimeConfirmationBars ?? (interval < TimeSpan.FromDays(1) ? 6 : 3));
        // The order of events of one bar.
        _detectors =
        [
            new AtrShockDetector(),
            new JumpDetector(interval),
            _volume,
            new VolatilityRegimeDetector(),
            new CusumDetector(),
            _drawdown,
            new NewLowDetector(),
            new TurnDetector(options.TurnRise, options.TurnFall),
            _regime,
        ];
        if (options.Peg is { } peg)
        {
            _detectors = [.. _detectors, new DepegDetector((double)peg)];
        }

        if (FlashCrashDetector.AppliesTo(interval))
        {
            _detectors = [.. _detectors, new FlashCrashDetector(interval)];
        }
    }

    /// <summary>Takes in a bar and reports what it made known.</summary>
    public void Step(Bar bar, EventSink sink)
    {
        _reading.Update(bar);
        _indicators.Update(_reading);
        foreach (var detector in _detectors)
        {
            detector.Step(_reading, sink);
        }
    }

    /// <summary>The market after the last bar.</summary>
    public MarketSnapshot Snapshot(TimeSpan delay) => new()
    {
        Symbol = _symbol,
        AsOf = _reading.Bar.CloseTime + delay,
        LastBar = _reading.Bar,
        Regime = _regime.Current,
        Atr = double.IsNaN(_reading.Atr) ? null : _reading.Atr,
        Sigma = double.IsNaN(_reading.Sigma) ? null : _reading.Sigma,
        Indicators = _indicators.Values(_reading, _volume.Z, _drawdown.Drawdown),
        State = _indicators.State(_reading, _volume.Z, _drawdown.Drawdown),
    };
}
