namespace Sentinel.Persona;

/// <summary>What was known at one time, and how attributes are made of it.</summary>
internal sealed class Evidence
{
    /// <summary>Samples older than this many half-lives weigh below a thousandth and are left out, so that a reading does not grow with the history for ever.</summary>
    private const double MaxHalfLives = 10;

    public Evidence(TraderState state, MarketHistory market, PersonaOptions options, DateTimeOffset asOf)
    {
        (Market, Options, AsOf, OrdersKnown) = (market, options, asOf, state.OrdersKnown);
        Trips = Known(state.Trips, trip => trip.KnownAt);
        Entries = Known(state.Entries, entry => entry.KnownAt);
        Opportunities = Known(state.Opportunities, opportunity => opportunity.KnownAt);
        ExitChances = Known(state.ExitChances, chance => chance.KnownAt);
        Days = Known(state.Days, day => day.KnownAt);
        Changes = [.. state.Drift.Changes.Where(change => change.KnownAt <= asOf)];
    }

    public Evidence(MarketHistory market, PersonaOptions options, DateTimeOffset asOf) => (Market, Options, AsOf, OrdersKnown) = (market, options, asOf, true);

    public MarketHistory Market { get; }

    public PersonaOptions Options { get; }

    public DateTimeOffset AsOf { get; }

    public bool OrdersKnown { get; }

    public IReadOnlyList<Trip> Trips { get; init; } = [];

    public IReadOnlyList<Entry> Entries { get; init; } = [];

    public IReadOnlyList<Opportunity> Opportunities { get; init; } = [];

    public IReadOnlyList<ExitChance> ExitChances { get; init; } = [];

    public IReadOnlyList<TradingDay> Days { get; init; } = [];

    public IReadOnlyList<PersonaChanged> Changes { get; init; } = [];

    /// <summary>Start of what an attribute is estimated from: the last change of behaviour in one of the attributes it follows.</summary>
    public DateTimeOffset Since(params ReadOnlySpan<string> attributes)
    {
        var since = DateTimeOffset.MinValue;
        foreach (var change in Changes)
        {
            if (attributes.Contains(change.Attribute) && change.EventTime > since)
            {
                since = change.EventTime;
            }
        }

        return since;
    }

    /// <summary>Forgetting: half at the half-life.</summary>
    public double Weight(DateTimeOffset time) => Math.Pow(2, -Math.Max(0, (AsOf - time) / Options.HalfLife));

    /// <summary>The fortnight of a time: samples within one share their market.</summary>
    public static long BlockOf(DateTimeOffset time) => time.UtcTicks / (14 * TimeSpan.TicksPerDay);

    public SampleSet Set(IEnumerable<Sample> samples) => new(this, samples);

    public SampleSet OfTrips(Func<Trip, double?> value, params ReadOnlySpan<string> restartedBy)
    {
        var since = Since(restartedBy);
        return Set(Trips.Where(trip => trip.EnteredAt >= since).Select(trip => new Sample(value(trip), trip.ExitedAt, trip.KnownAt, trip.ExitFillId)));
    }

    public SampleSet OfEntries(Func<Entry, double?> value, params ReadOnlySpan<string> restartedBy)
    {
        var since = Since(restartedBy);
        return Set(Entries.Where(entry => entry.Time >= since).Select(entry => new Sample(value(entry), entry.Time, entry.KnownAt, entry.FillId)));
    }

    private List<T> Known<T>(List<T> all, Func<T, DateTimeOffset> knownAt)
    {
        var last = UpperBound(all, knownAt, AsOf);
        var oldest = AsOf.UtcTicks > Options.HalfLife.Ticks * MaxHalfLives ? AsOf - (Options.HalfLife * MaxHalfLives) : DateTimeOffset.MinValue;
        var first = UpperBound(all, knownAt, oldest);
        return all.GetRange(first, last - first);
    }

    private static int UpperBound<T>(List<T> all, Func<T, DateTimeOffset> knownAt, DateTimeOffset time)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = knownAt(all[middle]) <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>One number and where it came from; without a value it is no sample.</summary>
internal readonly record struct Sample(double? Value, DateTimeOffset Time, DateTimeOffset KnownAt, string Id);

/// <summary>Samples of one attribute with their weights.</summary>
internal sealed class SampleSet
{
    public SampleSet(Evidence evidence, IEnumerable<Sample> samples)
    {
        List<double> values = [], weights = [];
        List<long> blocks = [];
        List<string> ids = [];
        foreach (var sample in samples)
        {
            if (sample.Value is not { } value || !double.IsFinite(value))
            {
                continue;
            }

            values.Add(value);
            weights.Add(evidence.Weight(sample.Time));
            blocks.Add(Evidence.BlockOf(sample.Time));
            ids.Add(sample.Id);
            First = sample.Time < First ? sample.Time : First;
            Last = sample.KnownAt > Last ? sample.KnownAt : Last;
        }

        Series = new WeightedSeries([.. values], [.. weights], [.. blocks]);
        SourceIds = Newest(ids, evidence.Options.MaxSourceIds);
    }

    public WeightedSeries Series { get; }

    public DateTimeOffset First { get; } = DateTimeOffset.MaxValue;

    public DateTimeOffset Last { get; } = DateTimeOffset.MinValue;

    public IReadOnlyList<string> SourceIds { get; }

    public int Count => Series.Count;

    private static List<string> Newest(List<string> ids, int count)
    {
        List<string> newest = [];
        for (var i = ids.Count - 1; i >= 0 && newest.Count < count; i--)
        {
            if (ids[i].Length > 0 && !newest.Contains(ids[i], StringComparer.Ordinal))
            {
                newest.Add(ids[i]);
            }
        }

        return newest;
    }

    public double EffectiveN => Series.EffectiveN;
}
