using System.Globalization;
using OMem;
using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>What only a person may do: each writes a new entry, none changes an old one.</summary>
internal sealed class PersonOperations(MemoryState state, ITraderMemory memory) : IPersonOperations
{
    public MemoryScope Scope => memory.Scope;

    public Mandate SetMandate(DateTimeOffset asOf, Mandate mandate, string by)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        Named(by);
        return state.Gate.Write(() =>
        {
            var next = MandateValidator.Validate(mandate with { Version = state.Limits.LastVersion + 1, KnownAt = asOf });
            memory.Record(asOf, new MandateChanged(next, by));
            return next;
        });
    }

    public IReadOnlyList<AgentNote> Proposals(DateTimeOffset asOf) => state.Gate.Read(() => state.Proposals.Waiting(asOf));

    public void ConfirmUpdate(DateTimeOffset asOf, string proposalId, string by) => Answer(asOf, proposalId, by, AgentNoteForm.Accepted);

    public void RejectUpdate(DateTimeOffset asOf, string proposalId, string by) => Answer(asOf, proposalId, by, AgentNoteForm.Rejected);

    public AgentNote Correct(DateTimeOffset asOf, string entryId, string text, string by)
    {
        Named(by);
        Known(entryId);
        var note = new AgentNote(
            JournalIds.Derive("cor", entryId, text, by, JournalIds.Time(asOf)), AgentNoteForm.Observation, $"correction by {by}", text, ExpiresAt: null, [entryId]);
        memory.Record(asOf, note);
        return note;
    }

    public Forgotten Forget(DateTimeOffset asOf, IReadOnlyList<string> ids, string by, string reason)
    {
        Named(by);
        foreach (var id in ids)
        {
            Known(id);
        }

        var forgotten = new Forgotten(JournalIds.Derive("for", [JournalIds.Time(asOf), by, .. ids]), [.. ids], by, reason);
        memory.Record(asOf, forgotten);
        memory.Journal.Erase([.. ids.Where(HasWords)]);
        return forgotten;
    }

    public IEnumerable<JournalEntry> Export() => memory.Journal.Read();

    public JournalVerification Verify() => memory.Journal is DecisionJournal journal ? journal.Verify() : JournalVerify.Run(memory.Journal);

    public Halted SetKillSwitch(DateTimeOffset asOf, bool isHalted, string by, string reason)
    {
        Named(by);
        var halted = new Halted(
            JournalIds.Derive("hal", JournalIds.Time(asOf), isHalted.ToString(CultureInfo.InvariantCulture), by), GateCodes.KillSwitch, isHalted, reason, by);
        memory.Record(asOf, halted);
        return halted;
    }

    private void Answer(DateTimeOffset asOf, string proposalId, string by, AgentNoteForm form)
    {
        Named(by);
        state.Gate.Write(() =>
        {
            var proposal = state.Proposals.Waiting(asOf).FirstOrDefault(waiting => string.Equals(waiting.Id, proposalId, StringComparison.Ordinal))
                ?? throw new JournalException($"No proposal {Quoting.Escape(proposalId)} waits for an answer.");
            memory.Record(asOf, new AgentNote(JournalIds.Derive("ans", proposalId, form.ToString()), form, by, proposal.Text, ExpiresAt: null, [proposalId]));
        });
    }

    private void Known(string id)
    {
        if (memory.Journal.Find(id) is null && state.Gate.Read(() => state.Episodes.Find(id)) is null)
        {
            throw new JournalException($"The journal has no entry {Quoting.Escape(id)}.");
        }
    }

    /// <summary>Words are erased; what was decided, traded and ruled stays for the audit and is only left out of reads.</summary>
    private bool HasWords(string id) => memory.Journal.Find(id)?.Kind is JournalKind.Note or JournalKind.Reflection or JournalKind.Event or JournalKind.PersonaChanged;

    private static void Named(string by) => ArgumentException.ThrowIfNullOrWhiteSpace(by);
}
