using Sentinel.Market.Detectors;
using Sentinel.Market.Tracking;

namespace Sentinel.Market;

/// <summary>
/// Follows one symbol bar by bar: indicators, regime, events. Work and memory a bar are constant. Causal: what is told after a bar depends on
/// that bar and those before it only. To restore one, tell a new one the same bars again. Not thread-safe.
/// </summary>
public sealed class MarketTracker
{
    private static readonly double[] NoFeatures = [.. StateVector.Names.Select(_ => double.NaN)];

    private readonly Symbol _symbol;
    private readonly MarketTrackerOptions _options;
    private readonly EventSink _sink;
    private TrackerState? _state;

    /// <summary>Follows a symbol from its first bar.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public MarketTracker(Symbol symbol, MarketTrackerOptions? options = null)
    {
        _options = options ?? new MarketTrackerOptions();
        _options.Validate();
        _symbol = symbol;
        _sink = new EventSink(symbol, _options.DataDelay);
        Snapshot = new MarketSnapshot { Symbol = symbol, AsOf = DateTimeOffset.MinValue, State = new StateVector { Values = NoFeatures } };
    }

    /// <summary>The market after the last bar; without bars nothing is known and <see cref="MarketSnapshot.AsOf"/> is the least time.</summary>
    public MarketSnapshot Snapshot { get; private set; }

    /// <summary>Takes in the next closed bar. The same bar again changes nothing; neither does a bar that is refused.</summary>
    /// <exception cref="ArgumentException">Another symbol, another interval, impossible prices, or a bar that begins before the last one's end.</exception>
    public MarketUpdate Update(Bar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        var last = Snapshot.LastBar;
        if (last is not null && bar == last)
        {
            return new MarketUpdate(Snapshot, [], IsRepeat: true);
        }

        Check(bar, last);
        var isNewStart = last is not null && bar.OpenTime - last.CloseTime > _options.RestartAfterGap;
        if (isNewStart || _state is null)
        {
            _state = new TrackerState(_symbol, bar.Interval, _options);
        }

        _sink.Begin(bar);
        if (last is not null)
        {
            GapDetector.Report(last, bar, isNewStart, _sink);
        }

        _state.Step(bar, _sink);
        Snapshot = _state.Snapshot(_options.DataDelay);
        return new MarketUpdate(Snapshot, _sink.Events());
    }

    private void Check(Bar bar, Bar? last)
    {
        if (bar.Symbol != _symbol)
        {
            throw new ArgumentException($"the bar is of {bar.Symbol}, not of {_symbol}", nameof(bar));
        }

        if (bar.Interval <= TimeSpan.Zero || (last is not null && bar.Interval != last.Interval))
        {
            throw new ArgumentException(FormattableString.Invariant($"the bar's interval is {bar.Interval}, not {last?.Interval}"), nameof(bar));
        }

        if (last is not null && bar.OpenTime < last.CloseTime)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"the bar begins at {bar.OpenTime:u}, before the last one's end {last.CloseTime:u}"),
                nameof(bar));
        }

        if (bar.Low <= 0 || bar.High < bar.Low || bar.Open < bar.Low || bar.Open > bar.High || bar.Close < bar.Low || bar.Close > bar.High || bar.Volume < 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"the prices or the volume of the bar of {bar.OpenTime:u} are impossible"), nameof(bar));
        }
    }
}
