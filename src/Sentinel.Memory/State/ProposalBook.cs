using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>Proposed changes of the persona and what a person answered. Only the answer reaches the persona.</summary>
internal sealed class ProposalBook(ConsentQueue? consent)
{
    private readonly List<(DateTimeOffset At, AgentNote Note)> _notes = [];
    private readonly Dictionary<string, string> _queued = new(StringComparer.Ordinal);

    public void Add(DateTimeOffset asOf, AgentNote note)
    {
        _notes.Add((asOf, note));
        if (consent is null)
        {
            return;
        }

        if (note.Form is AgentNoteForm.Proposal)
        {
            _queued[note.Id] = consent.Propose(note.Topic, note.Text, note.Evidence, "agent", asOf).Id;
        }
        else if (note.Evidence is [var proposalId, ..] && _queued.TryGetValue(proposalId, out var queued) && IsQueued(queued, asOf))
        {
            var by = ConsentAuthority.Person(note.Topic);
            _ = note.Form is AgentNoteForm.Accepted ? consent.Accept(queued, by, asOf) : consent.Reject(queued, by, asOf);
        }
    }

    /// <summary>Proposals without an answer by then, oldest first.</summary>
    public IReadOnlyList<AgentNote> Waiting(DateTimeOffset asOf) =>
    [
        .. _notes.Where(item => item.At <= asOf && item.Note.Form is AgentNoteForm.Proposal && !IsAnswered(item.Note.Id, asOf)).Select(item => item.Note),
    ];

    private bool IsAnswered(string proposalId, DateTimeOffset asOf) => _notes.Exists(item =>
        item.At <= asOf && item.Note.Form is AgentNoteForm.Accepted or AgentNoteForm.Rejected && item.Note.Evidence.Contains(proposalId, StringComparer.Ordinal));

    private bool IsQueued(string id, DateTimeOffset asOf) =>
        consent!.Queued(asOf).Any(proposal => string.Equals(proposal.Id, id, StringComparison.Ordinal));
}
