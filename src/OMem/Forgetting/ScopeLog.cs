using OMem.Storage;
using OMem.Understanding;

namespace OMem.Forgetting;

/// <summary>The whole log of a scope, forgotten interactions too, by position.</summary>
internal sealed class ScopeLog
{
    private readonly SortedList<long, StoredInteraction> _rows;

    private ScopeLog(SortedList<long, StoredInteraction> rows, IReadOnlySet<long> hidden)
    {
        _rows = rows;
        Hidden = hidden;
    }

    /// <summary>Positions that are forgotten.</summary>
    public IReadOnlySet<long> Hidden { get; }

    /// <summary>Every interaction, in log order.</summary>
    public IList<StoredInteraction> Rows => _rows.Values;

    public static async Task<ScopeLog> ReadAsync(IMemoryStore store, MemoryScope scope, IReadOnlySet<long> hidden, CancellationToken cancellationToken)
    {
        var rows = new SortedList<long, StoredInteraction>();
        await foreach (var row in store.ReadLogAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row.Stored.Sequence, row.Stored);
        }

        return new ScopeLog(rows, hidden);
    }

    /// <summary>The interaction at a position; null when it is not there.</summary>
    public StoredInteraction? Find(long sequence) => _rows.GetValueOrDefault(sequence);

    /// <summary>The text at a position; empty when it is not there.</summary>
    public string Text(long sequence) => Find(sequence)?.Interaction.Text ?? "";

    /// <summary>Positions whose reader had some of the given ones before its eyes: what it made of them may hold their words.</summary>
    public HashSet<long> Beside(IReadOnlySet<long> taken)
    {
        var beside = new HashSet<long>();
        var left = 0;
        foreach (var sequence in _rows.Keys)
        {
            if (taken.Contains(sequence))
            {
                left = ReadingWindow.Length;
            }
            else if (!Hidden.Contains(sequence) && left > 0)
            {
                beside.Add(sequence);
                left--;
            }
        }

        return beside;
    }
}
