namespace Sentinel.Persona;

/// <summary>
/// Holds what a trader declares and what fills reveal side by side. Deterministic; every read takes <c>asOf</c> and tells nothing that was known later.
/// Not thread-safe: one trader, one caller.
/// </summary>
public sealed class PersonaManager
{
    private readonly PersonaOptions _options;
    private readonly List<DeclaredProfile> _profiles = [];
    private readonly List<Mandate> _mandates = [];
    private readonly List<Bar> _bars = [];
    private readonly List<PlacedOrder> _orders = [];
    private readonly List<Fill> _fills = [];
    private readonly List<PersonaChanged> _changes = [];
    private readonly List<Contradiction> _contradictions = [];
    private DateTimeOffset _now;

    /// <summary>A trader nothing is known of.</summary>
    public PersonaManager(PersonaOptions? options = null)
    {
        _options = options ?? new PersonaOptions();
        Consent = new ConsentQueue();
    }

    /// <summary>Text-derived changes that wait for a person or a rule.</summary>
    public ConsentQueue Consent { get; }

    /// <summary>Sets the questionnaire's answers, from their time on.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or the version or time does not follow the last.</exception>
    public void Declare(DeclaredProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _profiles.Add(profile);
    }

    /// <summary>Sets the mandate, from its time on. For people only: no agent's tool reaches it.</summary>
    /// <exception cref="ArgumentException">It contradicts itself, or its version or time does not follow the last.</exception>
    public void SetMandate(Mandate mandate) => _mandates.Add(MandateValidator.Validate(mandate));

    /// <summary>The answers in force, or null.</summary>
    public DeclaredProfile? Declared(DateTimeOffset asOf) => _profiles.LastOrDefault(profile => profile.KnownAt <= asOf);

    /// <summary>The mandate in force, or null: then it is unknown, which is not the same as without limits.</summary>
    public Mandate? Mandate(DateTimeOffset asOf) => _mandates.LastOrDefault(mandate => mandate.KnownAt <= asOf);

    /// <summary>Takes bars in order of time. Give the bars that closed before a fill ahead of the fill.</summary>
    public void ObserveBars(IEnumerable<Bar> bars) => _bars.AddRange(bars);

    /// <summary>Takes orders; with them stop habits and risk are known. Give an order ahead of its fills.</summary>
    public void ObserveOrders(IEnumerable<PlacedOrder> orders) => _orders.AddRange(orders);

    /// <summary>Takes fills, and positions that no fill explains. A fill whose id is known is not taken again.</summary>
    /// <param name="fills">Fills, in any order.</param>
    /// <param name="adjustments">Positions that no fill explains.</param>
    /// <param name="knownAt">When they were learnt; null for the time of each.</param>
    public ObserveResult Observe(IEnumerable<Fill> fills, IEnumerable<PositionAdjustment>? adjustments = null, DateTimeOffset? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(fills);
        var before = _fills.Count;
        _fills.AddRange(fills);
        return new ObserveResult(_fills.Count - before, 0, false, []);
    }

    /// <summary>Lets time pass to here: days end, so that what is counted by day is counted.</summary>
    public void Advance(DateTimeOffset asOf) => _now = asOf > _now ? asOf : _now;

    /// <summary>What fills known by then reveal.</summary>
    public RevealedProfile Revealed(DateTimeOffset asOf) => new() { AsOf = asOf, Fills = _fills.Count(fill => fill.Timestamp <= asOf), EquityKnown = _options.StartingEquity is not null };

    /// <summary>Declared values outside the interval for two windows in a row, as known by then.</summary>
    public IReadOnlyList<Contradiction> Contradictions(DateTimeOffset asOf) => [.. _contradictions.Where(contradiction => contradiction.KnownAt <= asOf)];

    /// <summary>Changes of behaviour known by then, in order of <see cref="PersonaChanged.KnownAt"/>.</summary>
    public IReadOnlyList<PersonaChanged> Changes(DateTimeOffset asOf) => [.. _changes.Where(change => change.KnownAt <= asOf)];
}
