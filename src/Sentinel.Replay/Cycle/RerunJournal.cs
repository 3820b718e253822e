using OMem;
using Sentinel.Memory;

namespace Sentinel.Replay;

/// <summary>
/// The journal of a run that is done again from its start: it shows only what this run has appended so far, and refuses the first entry that differs from
/// what an earlier, cut off run wrote at the same place. Behind the last of those it appends.
/// </summary>
public sealed class RerunJournal(IJournal inner) : IJournal
{
    private long _position;
    private string _head = new('0', 64);

    /// <inheritdoc/>
    public MemoryScope Scope => inner.Scope;

    /// <inheritdoc/>
    public long Count => Interlocked.Read(ref _position);

    /// <inheritdoc/>
    public string HeadHash => _head;

    /// <summary>How many entries an earlier run left that this one has not reached yet.</summary>
    public long Ahead => inner.Count - Count;

    /// <inheritdoc/>
    public JournalEntry Append(DateTimeOffset asOf, IJournalPayload payload)
    {
        // Looked up before anything is written: an entry of another run must not end up behind this one's.
        if (Ahead > 0 && !(inner.Find(payload.Id) is { } known && known.Seq <= _position + 1))
        {
            throw Differs(payload.Id, null);
        }

        JournalEntry entry;
        try
        {
            entry = inner.Append(asOf, payload);
        }
        catch (JournalException fault) when (Ahead > 0)
        {
            throw Differs(payload.Id, fault);
        }

        if (entry.Seq == _position + 1)
        {
            _head = entry.Hash;
            Interlocked.Increment(ref _position);
        }

        return entry;
    }

    /// <inheritdoc/>
    public JournalEntry? Find(string id) => inner.Find(id) is { } entry && entry.Seq <= Count ? entry : null;

    /// <inheritdoc/>
    public void Erase(IReadOnlyCollection<string> ids) => inner.Erase(ids);

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Read(long afterSeq = 0) => inner.Read(afterSeq).TakeWhile(entry => entry.Seq <= Count);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private JournalException Differs(string id, Exception? fault) => new(
        FormattableString.Invariant(
            $"The journal holds another run: entry {_position + 1} is not {id}. Give the same bars, seed, arm, mandate and settings to go on with it, or name a new file."),
        fault!);
}
