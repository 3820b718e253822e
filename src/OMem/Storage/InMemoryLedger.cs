namespace OMem.Storage;

/// <summary>The ledger of one scope.</summary>
internal sealed class InMemoryLedger
{
    private readonly List<LedgerEntry> _entries = [];

    public int Count => _entries.Count;

    public void Append(IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            _entries.Add(entry with { Sequence = _entries.Count + 1, Evidence = [.. entry.Evidence] });
        }
    }

    /// <summary>Writes entries over those at their positions.</summary>
    public void Replace(IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            _entries[(int)entry.Sequence - 1] = entry with { Evidence = [.. entry.Evidence] };
        }
    }

    public IReadOnlyList<LedgerEntry> Read(HistoryQuery query)
    {
        var items = query.ItemId is null ? null : Chain(query.ItemId);
        return [.. _entries
            .Where(entry => entry.Sequence > query.After
                && (items is null || items.Contains(entry.ItemId))
                && (query.Subject is null || string.Equals(entry.Subject, query.Subject, StringComparison.Ordinal))
                && (query.ItemKind is null || string.Equals(entry.ItemKind, query.ItemKind, StringComparison.Ordinal))
                && (query.Operations.Count == 0 || query.Operations.Contains(entry.Operation)))
            .Take(query.Limit ?? int.MaxValue)];
    }

    /// <summary>The item, what it superseded, what that superseded, and so on.</summary>
    private HashSet<string> Chain(string itemId)
    {
        var superseded = _entries.Where(static entry => entry.SupersededId is not null).ToLookup(static entry => entry.ItemId, StringComparer.Ordinal);
        var chain = new HashSet<string>(StringComparer.Ordinal) { itemId };
        var open = new Queue<string>(chain);
        while (open.TryDequeue(out var id))
        {
            foreach (var entry in superseded[id])
            {
                if (chain.Add(entry.SupersededId!))
                {
                    open.Enqueue(entry.SupersededId!);
                }
            }
        }

        return chain;
    }
}
