using OMem;

namespace Sentinel.Memory;

/// <summary>The operations of the toolkit over one trader's memory.</summary>
internal sealed class MemoryToolkit(TraderMemoryOptions options, MemoryState state, MemoryReads reads, ITraderMemory memory) : IMemoryToolkit
{
    private readonly ContextBuilder _contexts = new(options, state, reads);

    public MemoryScope Scope => memory.Scope;

    public Task<DecisionContext> BuildContextAsync(
        Situation situation, DateTimeOffset asOf, int tokenBudget = 2_000, MemoryArm arm = MemoryArm.All, CancellationToken cancellationToken = default) =>
        _contexts.BuildAsync(situation, asOf, tokenBudget, arm, cancellationToken);

    public Task<ToolResult<TraderAttribute>> GetPersonaAsync(DateTimeOffset asOf, string? section = null, CancellationToken cancellationToken = default)
    {
        if (section is not null && !PersonaSections.All.Contains(section, StringComparer.Ordinal))
        {
            return ToolResults.None<TraderAttribute>(asOf, NoneFound.Filtered);
        }

        var reading = reads.Persona(asOf);
        var all = reading.Declared.Concat(reading.Revealed).ToList();
        var wanted = all.Where(attribute => section is null || string.Equals(attribute.Section, section, StringComparison.Ordinal)).ToList();
        var items = wanted.Where(attribute => attribute.Status is not "insufficient").ToList();
        var why = all.Count is 0 ? NoneFound.NoData : wanted.Count is 0 ? NoneFound.Filtered : NoneFound.BelowThreshold;
        return ToolResults.Of(asOf, items, attribute => attribute.Id, attribute => SectionLines.Of(attribute).Tokens, why);
    }

    public Task<ToolResult<AttributeExplanation>> ExplainAttributeAsync(DateTimeOffset asOf, string name, CancellationToken cancellationToken = default)
    {
        var reading = reads.Persona(asOf);
        var items = reading.Declared.Concat(reading.Revealed)
            .Where(attribute => string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase))
            .Select(attribute => new AttributeExplanation(attribute, AttributeHistory.Of(reads, attribute, asOf)))
            .ToList();
        return ToolResults.Of(asOf, items, item => item.Attribute.Id, item => SectionLines.Of(item.Attribute).Tokens * (1 + item.History.Count), NoneFound.NoData);
    }

    public Task<ToolResult<MandateView>> GetMandateAsync(DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        List<MandateView> items = reads.Mandate(asOf, reads.Portfolio(asOf)) is { } view ? [view] : [];
        return ToolResults.Of(
            asOf, items, item => FormattableString.Invariant($"man-{item.Mandate.Version}"), item => SectionLines.Of(item).Sum(line => line.Tokens), NoneFound.NoData);
    }

    public Task<ToolResult<WorkingSection>> GetWorkingContextAsync(DateTimeOffset asOf, Symbol? symbol = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.Gate.Read(() => Working(asOf, reads.Working(asOf, symbol))));

    public Task<ToolResult<WorkingNote>> SetWorkingNoteAsync(
        DateTimeOffset asOf, string topic, string text, TimeSpan timeToLive, CancellationToken cancellationToken = default)
    {
        var life = timeToLive <= TimeSpan.Zero ? TimeSpan.FromHours(1) : timeToLive > options.Settings.MaxNoteLife ? options.Settings.MaxNoteLife : timeToLive;
        var (about, words) = (Cut(topic), Cut(text));
        var note = new AgentNote(
            JournalIds.Derive("not", about, words, JournalIds.Time(asOf)), AgentNoteForm.Note, about, words, asOf + life, []);
        memory.Record(asOf, note);
        return ToolResults.One(asOf, new WorkingNote(note.Id, about, words, asOf, asOf + life), note.Id);
    }

    public async Task<ToolResult<EpisodeRecall>> RecallEpisodesAsync(DateTimeOffset asOf, EpisodeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (options.RandomTextSeed is not null)
        {
            return new ToolResult<EpisodeRecall>(asOf, [], [], 0, NoneFound.NoData);
        }

        var recall = await reads.EpisodesAsync(state.Gate.Read(() => EpisodeQuestions.Of(request, asOf, state)), cancellationToken).ConfigureAwait(false);
        return new ToolResult<EpisodeRecall>(
            asOf,
            recall.NoneFound is null ? [recall] : [],
            [.. recall.Items.Select(item => item.Episode.Id)],
            SectionLines.Of(recall.Statistics).Tokens + recall.Items.Sum(item => SectionLines.Of(item).Tokens),
            recall.NoneFound ?? (recall.Statistics.IsSufficient ? null : NoneFound.BelowThreshold));
    }

    public Task<ToolResult<RecalledEpisode>> RecallLosersAsync(
        DateTimeOffset asOf, Situation situation, TradeIntent intent, int k = 3, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var exposure = intent.Direction switch { IntentDirection.Long => 1, IntentDirection.Short => -1, _ => 0 };
        var question = ContextBuilder.Question(ContextBuilder.Checked(situation, asOf), asOf, k) with { OnlyExposure = exposure };
        var losers = exposure is 0 || options.RandomTextSeed is not null ? [] : reads.Losers(question, Math.Clamp(k, 1, EpisodeRequest.MaxK));
        return ToolResults.Of(asOf, losers, item => item.Episode.Id, item => SectionLines.Of(item).Tokens, NoneFound.NoData);
    }

    public Task<ToolResult<DecisionSummary>> RecallDecisionsAsync(DateTimeOffset asOf, Symbol? symbol = null, int k = 5, CancellationToken cancellationToken = default)
    {
        var items = state.Gate.Read(() => state.Decisions.Latest(asOf, symbol).Where(decision => !state.Forgotten.Contains(decision.DecisionId, asOf))
            .Take(Math.Clamp(k, 1, EpisodeRequest.MaxK)).ToList());
        return ToolResults.Of(asOf, items, item => item.DecisionId, item => 20 + (15 * item.Outcomes.Count), NoneFound.NoData);
    }

    public Task<ToolResult<AgentNote>> RecordObservationAsync(DateTimeOffset asOf, string text, CancellationToken cancellationToken = default)
    {
        var words = Cut(text);
        var note = new AgentNote(JournalIds.Derive("obs", words, JournalIds.Time(asOf)), AgentNoteForm.Observation, "observation", words, ExpiresAt: null, []);
        memory.Record(asOf, note);
        return ToolResults.One(asOf, note, note.Id);
    }

    public Task<ToolResult<AgentNote>> ProposePersonaUpdateAsync(
        DateTimeOffset asOf, string attribute, string value, IReadOnlyList<string> evidenceIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidenceIds);
        if (evidenceIds.Count is 0 || string.IsNullOrWhiteSpace(attribute) || string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("A proposal needs an attribute, a value and the ids of what it rests on.", nameof(evidenceIds));
        }

        var (name, words) = (Cut(attribute), Cut(value));
        IReadOnlyList<string> evidence = [.. evidenceIds.Select(Cut).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var proposal = new AgentNote(
            JournalIds.Derive("pro", [name, words, JournalIds.Time(asOf), .. evidence]), AgentNoteForm.Proposal, name, words, ExpiresAt: null, evidence);
        memory.Record(asOf, proposal);
        return ToolResults.One(asOf, proposal, proposal.Id);
    }

    public Task<ToolResult<IntentCheck>> CheckIntentAsync(DateTimeOffset asOf, TradeIntent intent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intent);
        return options.IntentChecker is { } checker
            ? ToolResults.One(asOf, checker.Check(intent, asOf), id: null)
            : ToolResults.None<IntentCheck>(asOf, NoneFound.NoData);
    }

    public Task<ToolResult<DecisionExplanation>> WhyAsync(DateTimeOffset asOf, string decisionId, CancellationToken cancellationToken = default)
    {
        List<DecisionExplanation> items = state.Gate.Read(() => DecisionExplanations.Of(memory.Journal, state, asOf, decisionId)) is { } explanation ? [explanation] : [];
        return ToolResults.Of(asOf, items, item => item.Decision.Id, item => 200 + (60 * item.Cited.Count), NoneFound.NoData);
    }

    public Task<ToolResult<EventEntry>> ListEventsAsync(
        DateTimeOffset asOf, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<string>? types = null, CancellationToken cancellationToken = default)
    {
        var known = state.Gate.Read(() => state.Events.Between(from, to, asOf).Where(entry => !state.Forgotten.Contains(entry.Id, asOf)).ToList());
        var items = known.Where(entry => types is null or [] || types.Contains(entry.Event.Type, StringComparer.Ordinal)).ToList();
        return ToolResults.Of(
            asOf, items, item => item.Id, item => SectionLines.Of(item.Event, item).Tokens, known.Count > 0 ? NoneFound.Filtered : NoneFound.NoData);
    }

    private ToolResult<WorkingSection> Working(DateTimeOffset asOf, WorkingSection section)
    {
        List<PackLine> lines =
        [
            .. section.Regime is { } regime ? [SectionLines.Of(regime)] : (IEnumerable<PackLine>)[],
            .. section.Theses.Select(SectionLines.Of),
            .. section.PendingOrders.Select(SectionLines.Of),
            .. section.Events.Select(happening => SectionLines.Of(happening, state.Events.ById.GetValueOrDefault(happening.Id))),
            .. section.Notes.Select(SectionLines.Of),
        ];
        return section.IsEmpty
            ? new ToolResult<WorkingSection>(asOf, [], [], 0, NoneFound.NoData)
            : new ToolResult<WorkingSection>(asOf, [section], [.. lines.Select(line => line.Id!)], lines.Sum(line => line.Tokens));
    }

    private string Cut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var most = options.Settings.MaxNoteLength;
        if (text.Length <= most)
        {
            return text;
        }

        // Not between the two halves of one character.
        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }
}
