using OMem.Consolidation;
using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>What an undo or redo changes about which interactions are seen: those that its entries hid come back, those that they brought back are hidden again.</summary>
internal sealed class Unhiding
{
    private readonly RulingDesk _desk;
    private readonly SortedSet<long> _back;
    private readonly SortedSet<long> _again;
    private readonly Dictionary<string, Topic?> _topics;
    private readonly List<AttributeCluster> _clusters;
    private readonly long _after;
    private readonly Hiding? _hiding;

    private Unhiding(RulingDesk desk, SortedSet<long> back, SortedSet<long> again, Dictionary<string, Topic?> topics, List<AttributeCluster> clusters, long after, Hiding? hiding)
    {
        _desk = desk;
        _back = back;
        _again = again;
        _topics = topics;
        _clusters = clusters;
        _after = after;
        _hiding = hiding;
    }

    /// <summary>Works it out; null when the entries say nothing of the kind.</summary>
    public static async Task<Unhiding?> OfAsync(RulingDesk desk, IReadOnlyList<LedgerEntry> plan, CancellationToken cancellationToken)
    {
        var (back, hide, again) = (new SortedSet<long>(), new SortedSet<long>(), new SortedSet<long>());
        var before = desk.State.Topics.All.ToDictionary(static entry => entry.Stored.Topic.Id, static Topic? (entry) => entry.Stored.Topic, StringComparer.Ordinal);
        var topics = new Dictionary<string, Topic?>(before, StringComparer.Ordinal);
        var clusters = new List<AttributeCluster>();
        var after = long.MaxValue;
        foreach (var entry in plan)
        {
            if (desk.Book.Revert(entry) is not { } data || (data.Hidden ?? data.Unhidden) is null)
            {
                continue;
            }

            var isStale = desk.Book.IsStale(entry);
            Move(data.Hidden, hide, back);
            Move(data.Unhidden, back, hide);
            again.UnionWith((isStale ? data.Hidden : data.Waiting) ?? []);
            after = Math.Min(after, entry.Sequence);
            if (!isStale)
            {
                TopicReturn.PutBack(topics, data.Topics ?? []);
                clusters.AddRange(data.Clusters ?? []);
            }
        }

        if (after == long.MaxValue)
        {
            return null;
        }

        back.IntersectWith(desk.State.Hidden);
        again.IntersectWith(back);
        var hiding = hide.Count == 0 ? null : await Hiding.PrepareAsync(desk, hide, [.. topics.Values.OfType<Topic>()], cancellationToken).ConfigureAwait(false);
        var changed = topics.Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value).ToDictionary(StringComparer.Ordinal);
        return new Unhiding(desk, back, again, changed, clusters, after, hiding);
    }

    /// <summary>What the ledger entry keeps of it.</summary>
    public RevertData Note(RevertData data)
    {
        data = _hiding?.Note(data) ?? data;
        return _back.Count == 0 ? data : data with { Unhidden = [.. _back] };
    }

    /// <summary>Carries it out, after the items were put back.</summary>
    public async Task ApplyAsync(IReadOnlyList<ItemEntry> restored, CancellationToken cancellationToken)
    {
        await _desk.PutTopicsAsync([.. _topics.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value))], cancellationToken).ConfigureAwait(false);
        _desk.NameAgain(_clusters);
        _desk.Unhidden.UnionWith(_back);
        _desk.Requeued.UnionWith(_again);
        Settle(restored);
        await (_hiding?.ApplyAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>What was said while they were not seen may have the last word on what comes back.</summary>
    private void Settle(IReadOnlyList<ItemEntry> restored)
    {
        var since = _desk.Book.Entries.Where(row => row.Sequence > _after).Select(static row => row.ItemId).ToHashSet(StringComparer.Ordinal);
        var changed = new Dictionary<ItemEntry, PersonaItem>();
        var removed = _desk.State.All.Select(static entry => entry.Item.Id).Where(_desk.IsRemoved).ToHashSet(StringComparer.Ordinal);
        new ItemSettling(_desk.State, changed, removed).Settle([.. restored.Where(static entry => entry.IsCurrent)], other => since.Contains(other.Item.Id) && !restored.Contains(other));
        foreach (var (entry, item) in changed.OrderBy(static pair => pair.Key.Item.Id, StringComparer.Ordinal))
        {
            _desk.Put(entry, item);
        }
    }

    private static void Move(IReadOnlyList<long>? positions, SortedSet<long> from, SortedSet<long> to)
    {
        from.ExceptWith(positions ?? []);
        to.UnionWith(positions ?? []);
    }
}
