using OMem.Storage;

namespace OMem.Understanding;

/// <summary>Some messages of a log with the ones just before each, as somebody sees them to whom erased and forgotten ones were never there.</summary>
internal sealed class SeenLog
{
    private readonly SortedList<long, StoredInteraction> _seen;

    private SeenLog(SortedList<long, StoredInteraction> seen) => _seen = seen;

    /// <summary>Loads what stands at log positions, and up to <see cref="ReadingWindow.Length"/> messages before each.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">Whose log.</param>
    /// <param name="sequences">The positions, ascending.</param>
    /// <param name="hidden">Positions that are forgotten.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<SeenLog> LoadAsync(
        IMemoryStore store, MemoryScope scope, IReadOnlyList<long> sequences, IReadOnlySet<long> hidden, CancellationToken cancellationToken)
    {
        var known = new HashSet<long>();
        var seen = new SortedList<long, StoredInteraction>();
        await AddAsync(sequences.SelectMany(static sequence => Back(sequence, ReadingWindow.Length + 1))).ConfigureAwait(false);
        foreach (var sequence in sequences)
        {
            // Only where something is missing is it looked for further back.
            for (var reach = 2 * ReadingWindow.Length; Count(sequence, reach / 2) < ReadingWindow.Length && reach / 2 < sequence; reach *= 2)
            {
                await AddAsync(Back(sequence, reach + 1)).ConfigureAwait(false);
            }
        }

        return new SeenLog(seen);

        int Count(long sequence, int reach) => Back(sequence - 1, reach).Count(seen.ContainsKey);

        async Task AddAsync(IEnumerable<long> wanted)
        {
            long[] missing = [.. wanted.Where(sequence => !hidden.Contains(sequence) && known.Add(sequence))];
            if (missing.Length > 0)
            {
                foreach (var stored in await store.GetInteractionsAsync(scope, missing, cancellationToken).ConfigureAwait(false))
                {
                    seen[stored.Sequence] = stored;
                }
            }
        }
    }

    /// <summary>The message at a position; null when it is not seen.</summary>
    public StoredInteraction? Find(long sequence) => _seen.GetValueOrDefault(sequence);

    /// <summary>The message before a position; null when there is none.</summary>
    public StoredInteraction? Previous(long sequence) => _seen.IndexOfKey(sequence) is > 0 and var place ? _seen.Values[place - 1] : null;

    /// <summary>The messages before a position, oldest first.</summary>
    public IReadOnlyList<StoredInteraction> Before(long sequence)
    {
        var place = _seen.IndexOfKey(sequence);
        var first = Math.Max(0, place - ReadingWindow.Length);
        return [.. Enumerable.Range(first, place - first).Select(at => _seen.Values[at])];
    }

    private static IEnumerable<long> Back(long sequence, int count) =>
        Enumerable.Range(0, (int)Math.Min(count, Math.Max(0, sequence))).Select(back => sequence - back);
}
