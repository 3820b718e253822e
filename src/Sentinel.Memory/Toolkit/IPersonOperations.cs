using OMem;

namespace Sentinel.Memory;

/// <summary>What only a person may do, through the program or the API. Never given to a model.</summary>
public interface IPersonOperations
{
    /// <summary>Whose memory.</summary>
    MemoryScope Scope { get; }

    /// <summary>Sets the limits, in force from <paramref name="asOf"/> on. The version counts up by itself.</summary>
    /// <exception cref="ArgumentException">The limits contradict themselves; says how.</exception>
    Mandate SetMandate(DateTimeOffset asOf, Mandate mandate, string by);

    /// <summary>Proposals that wait for an answer, oldest first.</summary>
    IReadOnlyList<AgentNote> Proposals(DateTimeOffset asOf);

    /// <summary>Accepts a proposal.</summary>
    void ConfirmUpdate(DateTimeOffset asOf, string proposalId, string by);

    /// <summary>Rejects a proposal.</summary>
    void RejectUpdate(DateTimeOffset asOf, string proposalId, string by);

    /// <summary>Puts an entry right by a new one: a note of the person that stands beside it. The old one stays.</summary>
    AgentNote Correct(DateTimeOffset asOf, string entryId, string text, string by);

    /// <summary>Takes entries out of every later read. A tombstone stays in the chain; the content is removed from the recalled memory.</summary>
    Forgotten Forget(DateTimeOffset asOf, IReadOnlyList<string> ids, string by, string reason);

    /// <summary>Everything that is kept, in order.</summary>
    IEnumerable<JournalEntry> Export();

    /// <summary>Checks the chain.</summary>
    JournalVerification Verify();

    /// <summary>Stops all trading, or lets it go on.</summary>
    Halted SetKillSwitch(DateTimeOffset asOf, bool isHalted, string by, string reason);
}
