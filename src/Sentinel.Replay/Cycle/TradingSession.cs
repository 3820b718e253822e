using Sentinel.Exchange.Simulator;
using Sentinel.Memory;
using Sentinel.Persona;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>The composition root: journal, memory, persona, agents, gate and venue, wired from options. Bars are given to it one by one.</summary>
public sealed class TradingSession : IAsyncDisposable
{
    private readonly SimulatedExchange _venue;
    private readonly TradingCycle _cycle;
    private readonly CycleClock? _replayClock;
    private readonly DecisionJournal _file;

    private TradingSession(DecisionJournal file, IJournal journal, TraderMemory memory, SimulatedExchange venue, TradingCycle cycle, CycleClock? replayClock, PersonaManager persona)
    {
        (_file, Journal, Memory, _venue, _cycle, _replayClock, Persona) = (file, journal, memory, venue, cycle, replayClock, persona);
    }

    /// <summary>The journal of this run.</summary>
    public IJournal Journal { get; }

    /// <summary>The memory of this run.</summary>
    public ITraderMemory Memory { get; }

    /// <summary>The trader, as far as the run knows.</summary>
    public PersonaManager Persona { get; }

    /// <summary>Entries that an earlier, cut off run left and that this one has not reached yet.</summary>
    public long Ahead => (Journal as RerunJournal)?.Ahead ?? 0;

    /// <summary>Bytes of a torn last line that were cut when the journal was opened.</summary>
    public long CutBytes => _file.CutBytes;

    /// <summary>What is held; null before the first bar.</summary>
    public Portfolio? Portfolio => _cycle.Portfolio;

    /// <summary>
    /// Opens a replay. Over a journal that an earlier, cut off run of the same arguments left, it does that run again and appends behind its end: the journal
    /// ends byte for byte as if nothing had happened.
    /// </summary>
    /// <param name="options">What it is made from.</param>
    /// <param name="start">When the first bar opens: the mandate is in force from then on.</param>
    /// <exception cref="JournalException">The journal cannot be opened, is damaged or somebody else's.</exception>
    /// <exception cref="ArgumentException">The mandate contradicts itself, or a setting is out of range.</exception>
    public static TradingSession Replay(SessionOptions options, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(options);
        var clock = new CycleClock();
        clock.Stand(start);
        return Compose(options, start, new SimulatedExchange(options.Venue), clock, clock);
    }

    /// <summary>Runs one cycle: the venue trades the bar, the clock moves to its close, a decision is made.</summary>
    public Task<CycleResult> RunCycleAsync(Bar bar, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bar);
        _venue.OnBar(bar);
        _replayClock?.Stand(bar.CloseTime);
        return _cycle.RunCycleAsync(bar, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Memory.DisposeAsync().ConfigureAwait(false);
        _venue.CompleteBars();
        Journal.Dispose();
    }

    private static TradingSession Compose(SessionOptions options, DateTimeOffset start, SimulatedExchange venue, TimeProvider clock, CycleClock? replayClock)
    {
        var planner = new OrderPlanner(options.Risk);
        var persona = new PersonaManager(new PersonaOptions { StartingEquity = options.Trader?.StartingEquity });
        var file = options.JournalPath is { } path ? DecisionJournal.Open(path, options.Scope, options.IsDurable) : DecisionJournal.InMemory(options.Scope);
        try
        {
            TradingCycle? cycle = null;
            IJournal journal = new RerunJournal(file);
            var memory = TraderMemory.Open(new TraderMemoryOptions
            {
                Journal = journal,
                Persona = options.Persona ?? new PersonaManagerSource(persona, options.Memory.PersonaCadence),
                Consent = persona.Consent,
                Store = options.Store,
                Embeddings = options.Embeddings,
                Portfolio = _ => cycle?.Portfolio,
                IntentChecker = new IntentChecker(planner, () => cycle),
                Ranking = options.Ranking,
                RandomTextSeed = options.RandomTextSeed,
                Regrounding = options.Regrounding,
                Settings = options.Memory,
                Rebuild = false,
            });
            if (options.Trader?.Declared is { } declared)
            {
                persona.Declare(declared);
            }

            persona.SetMandate(memory.Person.SetMandate(start, options.Mandate, options.Scope.User));
            var batch = options.Trader is { } trader ? new PersonaBatch(persona, trader) : null;
            cycle = new TradingCycle(options, memory, venue, clock, planner, batch);
            return new TradingSession(file, journal, memory, venue, cycle, replayClock, persona);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
