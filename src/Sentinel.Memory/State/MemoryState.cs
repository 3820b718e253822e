using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>Everything a scope's journal says, ready to be asked. It is built by applying entries, live or from the journal, and by nothing else.</summary>
internal sealed class MemoryState : IDisposable
{
    private readonly HashSet<string> _applied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _decisionsWithFills = new(StringComparer.Ordinal);
    private readonly HashSet<string> _heldBroken = new(StringComparer.Ordinal);
    private readonly MemorySettings _settings;
    private readonly EpisodeArchive? _archive;

    public MemoryState(MemorySettings settings, EpisodeArchive? archive, ConsentQueue? consent)
    {
        _settings = settings;
        _archive = archive;
        Episodes = new EpisodeIndex(settings.PrimaryHorizon);
        Working = new WorkingMemory(settings);
        Proposals = new ProposalBook(consent);
        Settler = new OutcomeSettler(_decisionsWithFills.Contains);
    }

    /// <summary>Everything here is read and written behind it.</summary>
    public MemoryGate Gate { get; } = new();

    public EpisodeIndex Episodes { get; }

    public WorkingMemory Working { get; }

    public OutcomeSettler Settler { get; }

    public Assessor Assessor { get; } = new();

    public DecisionLog Decisions { get; } = new();

    public EventLog Events { get; } = new();

    public LimitBook Limits { get; } = new();

    public ProposalBook Proposals { get; }

    public ForgottenIds Forgotten { get; } = new();

    public void Dispose() => Gate.Dispose();

    /// <summary>Whether a decision held on to a thesis that had been invalidated.</summary>
    public bool HeldBroken(string decisionId) => _heldBroken.Contains(decisionId);

    /// <summary>Takes in what an entry records. A second time does nothing.</summary>
    public void Apply(DateTimeOffset asOf, IJournalPayload payload)
    {
        if (!_applied.Add(payload.Id))
        {
            return;
        }

        switch (payload)
        {
            case Decision decision:
                Apply(decision);
                break;
            case Outcome outcome:
                Apply(outcome);
                break;
            case Assessment assessment:
                if (Decisions.Outcome(assessment.OutcomeId) is { } judged)
                {
                    Assessor.Learn(judged);
                }

                break;
            case Reflection reflection:
                Decisions.Add(asOf, reflection);
                break;
            case EventEntry entry:
                Events.Add(entry);
                Working.Add(entry.Event);
                break;
            case FillEntry { DecisionId: { } decisionId }:
                _decisionsWithFills.Add(decisionId);
                break;
            case MandateChanged changed:
                Limits.Add(changed.Mandate);
                break;
            case Halted halted:
                Limits.Add(asOf, halted.Code, halted.IsHalted);
                break;
            case AgentNote note:
                Apply(asOf, note);
                break;
            case Forgotten forgotten:
                Apply(asOf, forgotten);
                break;
        }
    }

    private void Apply(Decision decision)
    {
        Working.SetRegime(decision.Symbol, decision.Regime, decision.AsOf);
        Working.Theses.Watch(decision.Symbol, decision.Price, decision.Events, decision.AsOf);
        Working.Theses.Expire(decision.AsOf, _decisionsWithFills.Contains);
        if (Exposures.After(decision) is not 0 && Working.Theses.IsBroken(decision.Symbol, decision.AsOf))
        {
            _heldBroken.Add(decision.Id);
        }

        Working.Theses.Take(decision);
        Settler.Track(decision);
        Decisions.Add(decision);
        if (_settings.Policy is EpisodePolicy.All || EpisodeFactory.IsNotable(decision))
        {
            var episode = EpisodeFactory.Make(decision, Events.ById);
            var feeds = decision.Events.Select(happening => Events.ById.GetValueOrDefault(happening.Id)?.Text).OfType<string>();
            if (Episodes.Add(episode, Clues.Of(decision.Events, feeds)))
            {
                _archive?.Add(episode);
            }
        }
    }

    private void Apply(Outcome outcome)
    {
        Decisions.Add(outcome);
        Settler.Settled(outcome);
        if (outcome.Horizon is OutcomeHorizon.Exit)
        {
            Working.Theses.Close(outcome.DecisionId, outcome.SettledAt);
        }

        if (Episodes.Settle(outcome) is { } episode && (outcome.Horizon is OutcomeHorizon.Exit || outcome.Horizon == _settings.PrimaryHorizon))
        {
            _archive?.Add(episode, outcome);
        }
    }

    private void Apply(DateTimeOffset asOf, AgentNote note)
    {
        switch (note.Form)
        {
            case AgentNoteForm.Note:
                Working.Add(new WorkingNote(note.Id, note.Topic, note.Text, asOf, note.ExpiresAt ?? asOf));
                break;
            case AgentNoteForm.Observation:
                _archive?.Add(note, asOf);
                break;
            case AgentNoteForm.Proposal or AgentNoteForm.Accepted or AgentNoteForm.Rejected:
                Proposals.Add(asOf, note);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(note));
        }
    }

    private void Apply(DateTimeOffset asOf, Forgotten forgotten)
    {
        foreach (var id in forgotten.Ids)
        {
            Forgotten.Add(id, asOf);
            Episodes.Forget(id, asOf);
            Working.Forget(id, asOf);
        }
    }
}
