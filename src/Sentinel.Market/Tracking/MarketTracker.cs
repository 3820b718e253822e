namespace Sentinel.Market;

/// <summary>
/// Follows one symbol bar by bar: indicators, regime, events. Work and memory a bar are constant. Causal: what is told after a bar depends on
/// that bar and those before it only. To restore one, tell a new one the same bars again. Not thread-safe.
/// </summary>
public sealed class MarketTracker
{
    private static readonly double[] NoFeatures = [.. StateVector.Names.Select(_ => double.NaN)];

    private readonly MarketTrackerOptions _options;

    /// <summary>Follows a symbol from its first bar.</summary>
    public MarketTracker(Symbol symbol, MarketTrackerOptions? options = null)
    {
        _options = options ?? new MarketTrackerOptions();
        Snapshot = new MarketSnapshot { Symbol = symbol, AsOf = DateTimeOffset.MinValue, State = new StateVector { Values = NoFeatures } };
    }

    /// <summary>The market after the last bar; without bars nothing is known and <see cref="MarketSnapshot.AsOf"/> is the least time.</summary>
    public MarketSnapshot Snapshot { get; private set; }

    /// <summary>Takes in the next closed bar. The same bar again changes nothing.</summary>
    /// <exception cref="ArgumentException">Another symbol, another interval, or a bar that is not later than the last.</exception>
    public MarketUpdate Update(Bar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        if (bar == Snapshot.LastBar)
        {
            return new MarketUpdate(Snapshot, [], IsRepeat: true);
        }

        Snapshot = Snapshot with { AsOf = bar.CloseTime + _options.DataDelay, LastBar = bar };
        return new MarketUpdate(Snapshot, []);
    }
}
