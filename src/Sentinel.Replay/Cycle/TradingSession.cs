using Sentinel.Agents;
using Sentinel.Exchange.Paper;
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
    private readonly PaperExchange? _paper;
    private readonly Dictionary<Symbol, DateTimeOffset> _decided = [];
    private IReadOnlyList<Fill>? _fillsBefore;

    private TradingSession(Parts parts, IJournal journal, TraderMemory memory, TradingCycle cycle, PersonaManager persona)
    {
        (_file, _venue, _paper, _replayClock) = (parts.File, parts.Venue, parts.Paper, parts.Clock as CycleClock);
        (Journal, Memory, _cycle, Persona) = (journal, memory, cycle, persona);
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
        return Compose(options, start, new Parts(File(options, null), new SimulatedExchange(options.Venue), null, clock));
    }

    /// <summary>
    /// Opens paper trading: the same cycle under a live clock. The venue's record lies beside the journal, as <c>JOURNAL.venue</c>. After a crash give it the same
    /// bars again from the first: those that were decided on are only taken in, the next one is decided.
    /// </summary>
    /// <param name="options">What it is made from; the journal has to be a file.</param>
    /// <param name="clock">The live clock.</param>
    /// <param name="start">When the first bar opens.</param>
    /// <exception cref="JournalException">The journal cannot be opened, is damaged or somebody else's.</exception>
    /// <exception cref="ArgumentException">The mandate contradicts itself, or a setting is out of range.</exception>
    public static TradingSession Paper(SessionOptions options, TimeProvider clock, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = options.JournalPath ?? throw new ArgumentException("Paper trading needs a journal file.", nameof(options));
        var file = File(options, clock);
        try
        {
            var paper = PaperExchange.Open(path + ".venue", options.Venue, clock, options.IsDurable);
            return Compose(options with { Mode = RunMode.Paper }, start, new Parts(file, paper.Exchange, paper, clock));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether a bar was decided on before a restart.</summary>
    public bool IsDecided(Bar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        return _decided.TryGetValue(bar.Symbol, out var last) && bar.CloseTime <= last;
    }

    /// <summary>Gives a bar to the session: one cycle, or nothing but taking it in when it was decided on before a restart.</summary>
    /// <returns>What the cycle did; null when there was nothing to decide any more.</returns>
    public async Task<CycleResult?> StepAsync(Bar bar, CancellationToken cancellationToken = default)
    {
        if (!IsDecided(bar))
        {
            return await RunCycleAsync(bar, cancellationToken).ConfigureAwait(false);
        }

        _fillsBefore ??= (await _venue.GetFillsAsync(null, cancellationToken).ConfigureAwait(false)).Value ?? [];
        await _cycle.WarmAsync(bar, _fillsBefore, cancellationToken).ConfigureAwait(false);
        return null;
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
        _paper?.Dispose();
        Journal.Dispose();
    }

    private static DecisionJournal File(SessionOptions options, TimeProvider? clock) => options.JournalPath is { } path
        ? DecisionJournal.Open(path, options.Scope, options.IsDurable, clock)
        : DecisionJournal.InMemory(options.Scope);

    private static TradingSession Compose(SessionOptions options, DateTimeOffset start, Parts parts)
    {
        try
        {
            var isPaper = parts.Paper is not null;
            var planner = new OrderPlanner(options.Risk);
            var persona = new PersonaManager(new PersonaOptions { StartingEquity = options.Trader?.StartingEquity });
            TradingCycle? cycle = null;
            IJournal journal = isPaper ? parts.File : new RerunJournal(parts.File);
            var memory = TraderMemory.Open(new TraderMemoryOptions
            {
                Journal = journal,
                Persona = options.Persona ?? new PersonaManagerSource(persona, options.Memory.PersonaCadence),
                Consent = persona.Consent,
                Store = options.Store,
                Embeddings = options.Embeddings,
                Portfolio = _ => cycle?.Portfolio,
                IntentChecker = new PlannerIntentChecker(planner, (symbol, asOf) => cycle?.Limits(symbol) ?? new RiskContext { Now = asOf }),
                Ranking = options.Ranking,
                RandomTextSeed = options.RandomTextSeed,
                Regrounding = options.Regrounding,
                Settings = options.Memory,
                Rebuild = isPaper,
            });
            SetLimits(options, start, memory, persona);
            var batch = options.Trader is { } trader ? new PersonaBatch(persona, trader) : null;
            cycle = new TradingCycle(options, memory, parts.Venue, parts.Clock, planner, batch);
            var session = new TradingSession(parts, journal, memory, cycle, persona);
            session.Resume(isPaper);
            return session;
        }
        catch
        {
            parts.Paper?.Dispose();
            parts.File.Dispose();
            throw;
        }
    }

    /// <summary>The mandate counts from the first bar; a changed one after a restart from the last entry on, as a new version.</summary>
    private static void SetLimits(SessionOptions options, DateTimeOffset start, TraderMemory memory, PersonaManager persona)
    {
        if (options.Trader?.Declared is { } declared)
        {
            persona.Declare(declared);
        }

        var last = memory.Journal.Count > 0 ? memory.Journal.Read(memory.Journal.Count - 1).Single().AsOf : start;
        var known = memory.MandateAt(last);
        var isSame = known is not null && MandateFile.AreSame(known, options.Mandate);
        var mandate = isSame ? known! : memory.Person.SetMandate(known is null ? start : last, options.Mandate, options.Scope.User);
        persona.SetMandate(mandate with { Version = 1 });
    }

    private void Resume(bool isPaper)
    {
        foreach (var decision in isPaper ? Journal.Read().Select(entry => entry.Payload).OfType<Decision>() : [])
        {
            _decided[decision.Symbol] = decision.AsOf;
            _cycle.Count = decision.Cycle;
        }
    }

    private sealed record Parts(DecisionJournal File, SimulatedExchange Venue, PaperExchange? Paper, TimeProvider Clock);
}
