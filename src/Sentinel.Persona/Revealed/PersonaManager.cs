namespace Sentinel.Persona;

/// <summary>
/// Holds what a trader declares and what fills reveal side by side. Deterministic; every read takes <c>asOf</c> and tells nothing that was known later.
/// The work of a fill is that of its own lots and of open positions; a reading goes through the samples of the last ten half-lives. A fill that comes late, and a
/// reading of a time before such a fill was known, build the books anew from the log.
/// Not thread-safe: one trader, one caller.
/// </summary>
public sealed class PersonaManager
{
    private readonly PersonaOptions _options;
    private readonly DeclaredHistory _declared = new();
    private readonly MarketHistory _market;
    private readonly OrderLog _orders = new();
    private readonly FillLog _log = new();
    private readonly ContradictionWatch _contradictions;
    private TraderState _state;
    private int _changesTold;

    /// <summary>A trader nothing is known of.</summary>
    public PersonaManager(PersonaOptions? options = null)
        : this(options ?? new PersonaOptions(), new MarketHistory())
    {
    }

    internal PersonaManager(PersonaOptions options, MarketHistory market)
    {
        (_options, _market) = (options, market);
        _state = new TraderState(_options, _market, _orders);
        _contradictions = new ContradictionWatch(_options, _declared);
    }

    /// <summary>Text-derived changes that wait for a person or a rule. They are never averaged with what fills reveal.</summary>
    public ConsentQueue Consent { get; } = new();

    internal TraderState State => _state;

    internal MarketHistory Market => _market;

    /// <summary>Sets the questionnaire's answers, from their time on.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or the version or time does not follow the last.</exception>
    public void Declare(DeclaredProfile profile) => _declared.Add(profile);

    /// <summary>Sets the mandate, from its time on. For people only: no agent's tool reaches it.</summary>
    /// <exception cref="ArgumentException">It contradicts itself, or its version or time does not follow the last.</exception>
    public void SetMandate(Mandate mandate) => _declared.Add(mandate);

    /// <summary>The answers in force, or null.</summary>
    public DeclaredProfile? Declared(DateTimeOffset asOf) => _declared.Profile(asOf);

    /// <summary>The mandate in force, or null: then it is unknown, which is not the same as without limits.</summary>
    public Mandate? Mandate(DateTimeOffset asOf) => _declared.Mandate(asOf);

    /// <summary>Takes bars in order of time. Give the bars that closed before a fill ahead of the fill. A bar not newer than its symbol's last is left out.</summary>
    public void ObserveBars(IEnumerable<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        foreach (var bar in bars)
        {
            _market.Add(bar);
        }
    }

    /// <summary>Takes orders; with them stop habits and risk are known. Give an order ahead of its fills.</summary>
    public void ObserveOrders(IEnumerable<PlacedOrder> orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        foreach (var order in orders)
        {
            _orders.Add(order);
        }
    }

    /// <summary>Takes fills, and positions that no fill explains. A fill whose id is known is not taken again.</summary>
    /// <param name="fills">Fills, in any order; those of one time are taken in ordinal order of their ids.</param>
    /// <param name="adjustments">Positions that no fill explains.</param>
    /// <param name="knownAt">When they were learnt; null for the time of each, or for now where that is later.</param>
    /// <exception cref="ArgumentException">A fill's quantity or price is not above 0.</exception>
    public ObserveResult Observe(IEnumerable<Fill> fills, IEnumerable<PositionAdjustment>? adjustments = null, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(fills);
        var (fresh, duplicates) = _log.Add(fills, adjustments ?? [], knownAt, _state.Now);
        var late = fresh.Count > 0 && _log.IsLate(fresh[0], _state.Now);
        if (late)
        {
            var now = _state.Now;
            _state = Rebuild(_log.All);
            _state.Advance(now);
            _contradictions.Forget();
            _changesTold = 0;
        }
        else
        {
            foreach (var item in fresh)
            {
                item.ApplyTo(_state);
            }
        }

        _log.Applied(fresh);
        IReadOnlyList<PersonaChanged> changes = [.. _state.Drift.Changes.Skip(_changesTold)];
        _changesTold = _state.Drift.Changes.Count;
        return new ObserveResult(fresh.Count(item => item.Fill is not null), duplicates, late, changes);
    }

    /// <summary>
    /// Lets time pass to here: days end, so that what is counted by day is counted. Call it after the last fill of a file, and once a day or at each batch update.
    /// </summary>
    public void Advance(DateTimeOffset asOf) => _state.Advance(asOf);

    /// <summary>What fills known by then reveal.</summary>
    public RevealedProfile Revealed(DateTimeOffset asOf)
    {
        var state = StateAt(asOf);
        var profile = ProfileReader.Read(state, _market, _options, asOf);
        return Contradictions(asOf) is { Count: > 0 } contradictions ? ContradictionWatch.Mark(profile, contradictions) : profile;
    }

    /// <summary>Declared values outside the interval for two windows in a row, as known by then. The declared value still rules.</summary>
    public IReadOnlyList<Contradiction> Contradictions(DateTimeOffset asOf)
    {
        var state = StateAt(asOf);
        return _contradictions.At(
            asOf,
            state.FillTimes,
            end => ProfileReader.Read(state, _market, _options, end),
            settled: ReferenceEquals(state, _state) ? state.Now : DateTimeOffset.MinValue);
    }

    /// <summary>Changes of behaviour known by then, in order of <see cref="PersonaChanged.KnownAt"/>.</summary>
    public IReadOnlyList<PersonaChanged> Changes(DateTimeOffset asOf) => [.. StateAt(asOf).Drift.Changes.Where(change => change.KnownAt <= asOf)];

    /// <summary>The state as it stood: the current one, unless something in it was learnt later than it happened and after <paramref name="asOf"/>.</summary>
    private TraderState StateAt(DateTimeOffset asOf)
    {
        if (asOf >= _log.LastDelayed)
        {
            return _state;
        }

        var state = Rebuild(_log.All.Where(item => item.KnownAt <= asOf));
        state.Advance(asOf);
        return state;
    }

    private TraderState Rebuild(IEnumerable<LogItem> items)
    {
        var state = new TraderState(_options, _market, _orders);
        foreach (var item in items.Order())
        {
            item.ApplyTo(state);
        }

        return state;
    }
}
