using System.Globalization;
using OMem.Consolidation.Clusters.Summaries;

namespace OMem.Consolidation.Clusters;

/// <summary>The attribute clusters of a scope, brought up to date after each message for the subjects it touched.</summary>
internal sealed class ClusterTable
{
    private readonly DerivedState _state;
    private readonly Dictionary<string, AttributeCluster> _clusters;
    private readonly Dictionary<string, NeighbourGraph> _graphs = new(StringComparer.Ordinal);

    /// <summary>Clusters that show their members' own words; looked for when they are first asked for.</summary>
    private SortedSet<string>? _waiting;

    /// <summary>Creates it from stored clusters. Graphs are built when a subject is first touched.</summary>
    public ClusterTable(DerivedState state, IEnumerable<AttributeCluster> clusters)
    {
        _state = state;
        _clusters = clusters.ToDictionary(cluster => cluster.Id, StringComparer.Ordinal);
    }

    /// <summary>Regroups what the touched attributes hang together with.</summary>
    public void Update(Editor editor, ChangeSet changes)
    {
        foreach (var touched in editor.Touched.GroupBy(touched => touched.Entry.Item.Subject, StringComparer.Ordinal))
        {
            var graph = GraphOf(touched.Key, [.. touched]);
            var entries = touched.Select(attribute => attribute.Entry).ToList();
            Regroup(editor, changes, graph, Follow(graph, entries), entries);
            graph.EndChange();
        }
    }

    /// <summary>The clusters that show their members' own words because no summary of these members was made yet, ordered by id.</summary>
    public IReadOnlyList<ClusterView> Waiting()
    {
        _waiting ??= new SortedSet<string>(
            _clusters.Values.Where(cluster => string.Equals(cluster.Summary, ClusterText.Summary(cluster.Subject, Items(cluster)), StringComparison.Ordinal)).Select(cluster => cluster.Id),
            StringComparer.Ordinal);
        return [.. _waiting.Select(id => new ClusterView(_clusters[id], Items(_clusters[id])))];
    }

    /// <summary>Gives a cluster another label and summary.</summary>
    public void Name(ChangeSet changes, AttributeCluster named, DateTimeOffset recordedAt, string actor)
    {
        var before = _clusters[named.Id];
        _clusters[named.Id] = named;
        _waiting?.Remove(named.Id);
        changes.Put(named, isNew: false);
        changes.Add(Row(named, recordedAt, actor, before.Summary, named.Summary, "summarised"));
    }

    /// <summary>Whether a cluster of these members is there under another label or summary.</summary>
    public bool IsNamedOtherwise(AttributeCluster named) =>
        _clusters.TryGetValue(named.Id, out var cluster) && cluster.Members.SequenceEqual(named.Members, StringComparer.Ordinal)
        && !(string.Equals(cluster.Label, named.Label, StringComparison.Ordinal) && string.Equals(cluster.Summary, named.Summary, StringComparison.Ordinal));

    /// <summary>Clusters about these people that a model has put into words, by id.</summary>
    public IReadOnlyList<AttributeCluster> NamedByModel(IReadOnlySet<string> subjects) => [.. _clusters.Values
        .Where(cluster => subjects.Contains(cluster.Subject) && !string.Equals(cluster.Summary, ClusterText.Summary(cluster.Subject, Items(cluster)), StringComparison.Ordinal))
        .OrderBy(static cluster => cluster.Id, StringComparer.Ordinal)];

    private List<PersonaItem> Items(AttributeCluster cluster) => [.. cluster.Members.Select(id => _state.Get(id).Item)];

    /// <summary>The subject's graph as it was before the message.</summary>
    private NeighbourGraph GraphOf(string subject, List<TouchedAttribute> touched)
    {
        if (!_graphs.TryGetValue(subject, out var graph))
        {
            var before = touched.ToDictionary(attribute => attribute.Entry, attribute => attribute.WasCurrent);
            _graphs[subject] = graph = new NeighbourGraph(
                _state.AttributesOf(subject).Where(entry => before.TryGetValue(entry, out var wasCurrent) ? wasCurrent : entry.IsCurrent));
        }

        return graph;
    }

    /// <summary>Takes the touched attributes in or out of the graph.</summary>
    private static List<ClusterNode> Follow(NeighbourGraph graph, List<ItemEntry> touched)
    {
        var changed = new List<ClusterNode>();
        foreach (var entry in touched)
        {
            var isIn = graph.Contains(entry.Item.Id);
            if (entry.IsCurrent && !isIn)
            {
                changed.AddRange(graph.Add(entry));
            }
            else if (!entry.IsCurrent && isIn)
            {
                changed.AddRange(graph.Remove(entry.Item.Id));
            }
        }

        return changed;
    }

    private void Regroup(Editor editor, ChangeSet changes, NeighbourGraph graph, List<ClusterNode> changed, List<ItemEntry> touched)
    {
        var subject = touched[0].Item.Subject;
        var old = changed.Select(node => node.Entry).Concat(touched).Select(entry => entry.Item.ClusterId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var formerMembers = old.SelectMany(id => _clusters[id].Members).Select(graph.Find).OfType<ClusterNode>();
        var region = Components.Region(graph, changed.Where(node => graph.Contains(node.Id)).Concat(formerMembers));
        old.UnionWith(region.Select(node => node.Entry.Item.ClusterId).OfType<string>());
        var components = Components.Of(region);
        var made = new HashSet<string>(StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in components)
        {
            var members = component.Nodes.Select(node => node.Entry).OrderBy(entry => entry.Item.Evidence[0].Sequence)
                .ThenBy(entry => entry.Item.Evidence[0].Start).ThenBy(entry => entry.Item.Id, StringComparer.Ordinal).ToList();
            var id = StableId.Of("c_", subject, members[0].Item.Id);
            made.Add(id);
            Put(editor, changes, Make(id, subject, members), component.WeakestEdge);
            foreach (var member in members)
            {
                placed.Add(member.Item.Id);
                editor.SetCluster(member, id);
            }
        }

        foreach (var lone in region.Select(node => node.Entry).Concat(touched).Where(entry => !placed.Contains(entry.Item.Id)))
        {
            editor.SetCluster(lone, clusterId: null);
        }

        foreach (var id in old.Where(id => !made.Contains(id)).Order(StringComparer.Ordinal))
        {
            Remove(editor, changes, id);
        }
    }

    private static AttributeCluster Make(string id, string subject, List<ItemEntry> members)
    {
        var items = members.ConvertAll(entry => entry.Item);
        return new AttributeCluster(id, subject, ClusterText.Label(items), ClusterText.Summary(subject, items), items.ConvertAll(item => item.Id));
    }

    private void Put(Editor editor, ChangeSet changes, AttributeCluster cluster, double weakest)
    {
        _clusters.TryGetValue(cluster.Id, out var before);
        if (before is not null && before.Members.SequenceEqual(cluster.Members, StringComparer.Ordinal))
        {
            return;
        }

        _clusters[cluster.Id] = cluster;
        _waiting?.Add(cluster.Id);
        changes.Put(cluster, isNew: before is null);
        var count = cluster.Members.Count.ToString(CultureInfo.InvariantCulture);
        Record(editor, changes, cluster, before?.Summary, cluster.Summary, before is null ? $"{count} attributes say related things" : $"its members changed, now {count}", weakest);
    }

    private void Remove(Editor editor, ChangeSet changes, string id)
    {
        if (_clusters.Remove(id, out var cluster))
        {
            _waiting?.Remove(id);
            changes.RemoveCluster(id);
            Record(editor, changes, cluster, cluster.Summary, after: null, "its members no longer hang together, or joined another", similarity: null);
        }
    }

    private static void Record(Editor editor, ChangeSet changes, AttributeCluster cluster, string? before, string? after, string reason, double? similarity) =>
        changes.Add(Row(cluster, editor.Telling.RecordedAt, editor.Telling.Actor, before, after, reason, similarity));

    private static LedgerEntry Row(
        AttributeCluster cluster, DateTimeOffset recordedAt, string actor, string? before, string? after, string reason, double? similarity = null) => new()
        {
            RecordedAt = recordedAt,
            Actor = actor,
            Operation = LedgerOperation.Cluster,
            ItemId = cluster.Id,
            ItemKind = "cluster",
            Subject = cluster.Subject,
            Aspect = cluster.Label,
            Before = before,
            After = after,
            Reason = reason,
            Similarity = similarity,
        };
}
