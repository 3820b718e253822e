using OMem;

namespace Sentinel.Memory;

/// <summary>The memory of one trader: an append-only journal, and what is derived from it ready to be asked.</summary>
public sealed class TraderMemory : ITraderMemory
{
    private readonly MemoryState _state;
    private readonly EpisodeArchive? _archive;

    private TraderMemory(TraderMemoryOptions options)
    {
        Journal = options.Journal;
        _archive = options.Store is null ? null : new EpisodeArchive(options.Store, Scope, options.Embeddings);
        _state = new MemoryState(options.Settings, _archive, options.Consent);
        var reads = new MemoryReads(options, _state, _archive);
        Toolkit = new MemoryToolkit(options, _state, reads, this);
        Person = new PersonOperations(_state, this);
    }

    /// <inheritdoc/>
    public MemoryScope Scope => Journal.Scope;

    /// <inheritdoc/>
    public IJournal Journal { get; }

    /// <inheritdoc/>
    public IMemoryToolkit Toolkit { get; }

    /// <inheritdoc/>
    public IPersonOperations Person { get; }

    /// <inheritdoc/>
    public DateTimeOffset? UnsettledSince => _state.Gate.Read(() => _state.Settler.UnsettledSince);

    /// <summary>Opens a memory over its journal.</summary>
    public static TraderMemory Open(TraderMemoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var memory = new TraderMemory(options);
        if (options.Rebuild)
        {
            foreach (var entry in options.Journal.Read())
            {
                memory._state.Apply(entry.AsOf, entry.Payload);
            }
        }

        return memory;
    }

    /// <inheritdoc/>
    public void Observe(MarketSnapshot snapshot, IReadOnlyList<MarketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(events);
        _state.Gate.Write(() =>
        {
            foreach (var happening in events)
            {
                Record(happening.KnownAt, new EventEntry(happening));
            }

            _state.Working.SetRegime(snapshot.Symbol, snapshot.Regime, snapshot.AsOf);
            var active = _state.Working.EventsAt(snapshot.AsOf, snapshot.Symbol).Select(MarketEventRef.Of).ToList();
            _state.Working.Theses.Watch(snapshot.Symbol, snapshot.LastBar?.Close, active, snapshot.AsOf);
        });
    }

    /// <inheritdoc/>
    public void Observe(EventEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Record(entry.Event.KnownAt, entry);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Outcome> Settle(Bar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        return _state.Gate.Write(() => SettleCore(bar));
    }

    /// <inheritdoc/>
    public void Record(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        _state.Gate.Write(() =>
        {
            Record(decision.AsOf, decision);
            if (decision.Verdict is GateVerdict.Denied)
            {
                Record(decision.AsOf, new Denied($"den-{decision.Id}", decision.Id, decision.Symbol, [.. decision.Gate.Where(finding => finding.IsDenial)]));
            }
        });
    }

    /// <inheritdoc/>
    public void Record(FillEntry fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        Record(fill.Fill.Timestamp, fill);
    }

    /// <inheritdoc/>
    public Outcome Close(PositionExit exit)
    {
        ArgumentNullException.ThrowIfNull(exit);
        return _state.Gate.Write(() => CloseCore(exit));
    }

    /// <inheritdoc/>
    public bool IsOpen(string decisionId) => _state.Gate.Read(() => _state.Settler.IsOpen(decisionId));

    /// <inheritdoc/>
    public void SetPendingOrders(DateTimeOffset asOf, IReadOnlyList<PendingOrder> orders) => _state.Gate.Write(() => _state.Working.SetOrders(asOf, [.. orders]));

    /// <inheritdoc/>
    public void Record(DateTimeOffset asOf, IJournalPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload is Reflection reflection)
        {
            ReflectionRules.Check(reflection, Journal);
        }

        _state.Gate.Write(() =>
        {
            Journal.Append(asOf, payload);
            _state.Apply(asOf, payload);
        });
    }

    /// <inheritdoc/>
    public Mandate? MandateAt(DateTimeOffset asOf) => _state.Gate.Read(() => _state.Limits.MandateAt(asOf));

    /// <inheritdoc/>
    public bool IsHalted(DateTimeOffset asOf, string? code = null) => _state.Gate.Read(() => _state.Limits.IsHalted(asOf, code));

    /// <inheritdoc/>
    public Task FlushAsync(CancellationToken cancellationToken = default) => _archive?.UnderstandAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_archive is not null)
        {
            await _archive.DisposeAsync().ConfigureAwait(false);
        }

        _state.Dispose();
    }

    private IReadOnlyList<Outcome> SettleCore(Bar bar)
    {
        var settled = _state.Settler.Add(bar);
        foreach (var (decision, outcome) in settled)
        {
            Record(outcome.SettledAt, outcome);
            if (outcome.Horizon is OutcomeHorizon.Bars20 && !_state.Settler.IsOpen(decision.Id))
            {
                Assess(decision, outcome);
            }
        }

        return [.. settled.Select(pair => pair.Outcome)];
    }

    private Outcome CloseCore(PositionExit exit)
    {
        if (_state.Decisions.Outcome(Outcome.MakeId(exit.DecisionId, OutcomeHorizon.Exit)) is { } known)
        {
            // Told again after a restart.
            return known;
        }

        var (decision, outcome) = _state.Settler.Close(exit) ?? FromJournal(exit);
        Record(outcome.SettledAt, outcome);
        Assess(decision, outcome);
        return outcome;
    }

    /// <summary>A position that is followed no longer: its excursions are not known, its result is.</summary>
    private (Decision Decision, Outcome Outcome) FromJournal(PositionExit exit) => Journal.Find(exit.DecisionId) is { Payload: Decision decision }
        ? (decision, new TrackedDecision(decision).Settle(exit))
        : throw new JournalException($"The journal has no decision {Quoting.Escape(exit.DecisionId)}.");

    private void Assess(Decision decision, Outcome outcome) =>
        Record(outcome.SettledAt, _state.Assessor.Assess(decision, outcome, _state.HeldBroken(decision.Id)));
}
