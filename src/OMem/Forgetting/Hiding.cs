using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>Hides interactions and what follows from them, on the desk of a decision; keeps what is needed to bring all of it back.</summary>
internal sealed class Hiding
{
    private readonly RulingDesk _desk;
    private readonly ScopeLog _log;
    private readonly HashSet<long> _positions;
    private readonly List<TopicChange> _topics;
    private readonly long[] _waiting;

    private Hiding(RulingDesk desk, ScopeLog log, HashSet<long> positions, List<TopicChange> topics, long[] waiting)
    {
        _desk = desk;
        _log = log;
        _positions = positions;
        _topics = topics;
        _waiting = waiting;
    }

    /// <summary>How many interactions it hides.</summary>
    public int Count => _positions.Count;

    /// <summary>How many topics go.</summary>
    public int Topics => _topics.Count(static change => change.After is null);

    /// <summary>Prepares it; positions that are hidden already, or not there, are passed over.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="positions">The log positions.</param>
    /// <param name="topics">Topics as they are to be before it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<Hiding> PrepareAsync(RulingDesk desk, IEnumerable<long> positions, IReadOnlyList<Topic> topics, CancellationToken cancellationToken)
    {
        var log = await desk.Log.ReadAsync(cancellationToken).ConfigureAwait(false);
        var hide = positions.Where(sequence => log.Find(sequence) is not null && !desk.State.Hidden.Contains(sequence)).ToHashSet();
        var waiting = await desk.Log.ReadWaitingAsync(cancellationToken).ConfigureAwait(false);
        return new Hiding(desk, log, hide, new TopicCascade(topics, desk.Book, log, hide).Run(), [.. hide.Where(waiting.Contains).Order()]);
    }

    /// <summary>What the ledger entry keeps of it.</summary>
    public RevertData Note(RevertData data) => Count == 0 ? data : data with
    {
        Hidden = [.. _positions.Order()],
        Waiting = _waiting.Length == 0 ? null : _waiting,
        Topics = _topics.Count == 0 ? null : [.. _topics.Select(static change => new TopicBefore(change.Id, change.Before))],
        Clusters = Named(),
    };

    /// <summary>Carries it out. The ledger entry has been written.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (Count == 0)
        {
            return;
        }

        var cascade = new ItemCascade(_desk.State, _desk.Book, _log, _positions, isErase: false);
        cascade.Run();
        foreach (var (entry, item) in cascade.Changed.Where(changed => !_desk.IsRemoved(changed.Item.Id)))
        {
            _desk.Put(entry, item);
        }

        foreach (var entry in cascade.Removed.Where(entry => !_desk.IsRemoved(entry.Item.Id)))
        {
            _desk.Remove(entry);
        }

        await _desk.PutTopicsAsync([.. _topics.Select(static change => (change.Id, change.After))], cancellationToken).ConfigureAwait(false);
        _desk.Hidden.UnionWith(_positions);
        _desk.Understood.UnionWith(_waiting);
    }

    private IReadOnlyList<AttributeCluster>? Named()
    {
        var subjects = _desk.State.All.Where(entry => entry.Item.Evidence.Any(evidence => _positions.Contains(evidence.Sequence))).Select(static entry => entry.Item.Subject).ToHashSet(StringComparer.Ordinal);
        var named = _desk.State.Clusters.NamedByModel(subjects);
        return named.Count == 0 ? null : named;
    }
}
