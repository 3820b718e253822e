namespace Sentinel.Persona;

/// <summary>Watches a trader's habits for change: holding time, size and stops by cumulative sums, assets and hours by distance of shares.</summary>
internal sealed class DriftWatch
{
    private readonly List<PersonaChanged> _changes = [];
    private readonly CusumSeries _hold;
    private readonly CusumSeries _risk;
    private readonly CusumSeries _size;
    private readonly CusumSeries _stop;
    private readonly ShareWatch _assets;
    private readonly ShareWatch _hours;

    public DriftWatch(PersonaOptions options)
    {
        var cusum = new CusumLimits(Slack: 0.5, Threshold: 12, StartUp: 25, Clip: 3, options.MaxSourceIds);
        _hold = new CusumSeries(AttributeNames.HoldingTime, cusum);
        _risk = new CusumSeries(AttributeNames.RiskPerTrade, cusum);
        _stop = new CusumSeries(AttributeNames.StopDistance, cusum);
        _size = new CusumSeries(AttributeNames.PositionSize, cusum);
        var shares = new ShareLimits(Windows: [40, 80, 160], MinWindow: 5, MinHistory: 40, Step: 5, Level: 1e-6, MinExpected: 2, options.MaxSourceIds);
        _assets = new ShareWatch(AttributeNames.AssetShare, shares);
        _hours = new ShareWatch(AttributeNames.ActiveHour, shares);
    }

    /// <summary>In order of when they could be known.</summary>
    public IReadOnlyList<PersonaChanged> Changes => _changes;

    public void See(Trip trip) => Note(_hold.See(Math.Log(trip.HeldHours + (1.0 / 60)), trip.EnteredAt, trip.KnownAt, trip.ExitFillId));

    public void See(Entry entry)
    {
        if (entry.IsAdd)
        {
            return;
        }

        Note(_assets.See(entry.Symbol.Value, entry.Time, entry.KnownAt, entry.FillId));
        Note(_hours.See(HourOf(entry.Time), entry.Time, entry.KnownAt, entry.FillId));
        if (StopEstimators.Distance(entry) is { } distance and > 0)
        {
            Note(_stop.See(Math.Log(distance), entry.Time, entry.KnownAt, entry.FillId));
        }

        // Where orders are seen, risk is the habit: the value of a position follows the market's volatility.
        if (EntrySize.Risk(entry) is { } risk and > 0)
        {
            Note(_risk.See(Math.Log(risk), entry.Time, entry.KnownAt, entry.FillId));
        }
        else if (!entry.OrderKnown && EntrySize.Plain(entry) is > 0 and var size)
        {
            Note(_size.See(Math.Log(size), entry.Time, entry.KnownAt, entry.FillId));
        }
    }

    private static string HourOf(DateTimeOffset time) => time.UtcDateTime.Hour switch
    {
        < 3 => "00-03",
        < 6 => "03-06",
        < 9 => "06-09",
        < 12 => "09-12",
        < 15 => "12-15",
        < 18 => "15-18",
        < 21 => "18-21",
        _ => "21-24",
    };

    private void Note(PersonaChanged? change)
    {
        if (change is not null)
        {
            _changes.Add(change);
        }
    }
}

/// <summary>The size of an entry, as far as it is known.</summary>
internal static class EntrySize
{
    /// <summary>Loss at the stop over equity; null without either.</summary>
    public static double? Risk(Entry entry)
    {
        if (entry is not { Stop: { } stop, Equity: > 0 } || (entry.IsLong ? stop >= entry.Price : stop <= entry.Price))
        {
            return null;
        }

        return (double)(Math.Abs(entry.Price - stop) * entry.Quantity / entry.Equity.Value);
    }

    /// <summary>Value over equity, or the value where equity is unknown.</summary>
    public static double Plain(Entry entry) => entry.Equity is > 0 ? (double)(entry.Value / entry.Equity.Value) : (double)entry.Value;
}
