namespace OMem.Models;

/// <summary>What model calls of this process have cost, by scope, stage and model.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class UsageBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MemoryScope, Dictionary<(ModelStage Stage, string Model), StageUsage>> _all = [];
    private readonly Dictionary<MemoryScope, Dictionary<(ModelStage Stage, string Model), StageUsage>> _unsaved = [];

    /// <summary>Adds a cost.</summary>
    public void Add(MemoryScope scope, StageUsage usage)
    {
        lock (_lock)
        {
            Add(_all, scope, usage);
            Add(_unsaved, scope, usage);
        }
    }

    /// <summary>Everything a scope has cost in this process, ordered by stage and model; empty when nothing.</summary>
    public IReadOnlyList<StageUsage> Read(MemoryScope scope)
    {
        lock (_lock)
        {
            return _all.TryGetValue(scope, out var rows) ? Ordered(rows) : [];
        }
    }

    /// <summary>Takes out what was not saved yet; it counts as saved unless it is given back.</summary>
    public IReadOnlyList<StageUsage> TakeUnsaved(MemoryScope scope)
    {
        lock (_lock)
        {
            return _unsaved.Remove(scope, out var rows) ? Ordered(rows) : [];
        }
    }

    /// <summary>Gives back what could not be saved.</summary>
    public void GiveBack(MemoryScope scope, IReadOnlyList<StageUsage> usage)
    {
        lock (_lock)
        {
            foreach (var row in usage)
            {
                Add(_unsaved, scope, row);
            }
        }
    }

    /// <summary>Forgets what a scope has cost: it was erased.</summary>
    public void Drop(MemoryScope scope)
    {
        lock (_lock)
        {
            _all.Remove(scope);
            _unsaved.Remove(scope);
        }
    }

    private static void Add(Dictionary<MemoryScope, Dictionary<(ModelStage Stage, string Model), StageUsage>> into, MemoryScope scope, StageUsage usage)
    {
        if (!into.TryGetValue(scope, out var rows))
        {
            into[scope] = rows = [];
        }

        var key = (usage.Stage, usage.Model);
        rows[key] = rows.TryGetValue(key, out var sum) ? UsageMath.Add(sum, usage) : usage;
    }

    private static IReadOnlyList<StageUsage> Ordered(Dictionary<(ModelStage Stage, string Model), StageUsage> rows) =>
        [.. rows.Values.OrderBy(static row => row.Stage).ThenBy(static row => row.Model, StringComparer.Ordinal)];
}
