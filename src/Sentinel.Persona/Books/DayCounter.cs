namespace Sentinel.Persona;

/// <summary>Counts one UTC day.</summary>
internal sealed class DayCounter
{
    private readonly List<Trip> _trips = [];
    private int _entries;
    private decimal _bought;
    private decimal _sold;

    public DateTimeOffset? Start { get; private set; }

    /// <summary>What was closed on the day so far.</summary>
    public IReadOnlyList<Trip> Trips => _trips;

    public void Begin(DateTimeOffset start)
    {
        Start = start;
        _trips.Clear();
        (_entries, _bought, _sold) = (0, 0, 0);
    }

    public void Entry() => _entries++;

    public void Closed(Trip trip) => _trips.Add(trip);

    public void Trade(Fill fill)
    {
        var value = fill.Quantity * fill.Price;
        (_bought, _sold) = fill.Side is OrderSide.Buy ? (_bought + value, _sold) : (_bought, _sold + value);
    }

    public TradingDay End((decimal? Equity, double? Return) equity, (double? Gross, double? Net) exposure) => new()
    {
        Start = Start!.Value,
        Entries = _entries,
        Bought = _bought,
        Sold = _sold,
        Equity = equity.Equity,
        Return = equity.Return,
        Gross = exposure.Gross,
        Net = exposure.Net,
    };
}
