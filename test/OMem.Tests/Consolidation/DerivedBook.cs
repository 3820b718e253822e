using System.Text;
using System.Text.Json;
using OMem.Storage;

namespace OMem.Tests.Consolidation;

/// <summary>Derived memory as a store keeps it: applies commits, numbers the ledger, fences the version.</summary>
internal sealed class DerivedBook
{
    private readonly SortedDictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, StoredTopic> _topics = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AttributeCluster> _clusters = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _ledger = [];
    private long _version;

    public DerivedMemory Memory => new(_version, [.. _items.Values], [.. _clusters.Values], [.. _topics.Values]);

    public IReadOnlyList<LedgerEntry> Ledger => _ledger;

    public IEnumerable<PersonaItem> Items => _items.Values.Select(stored => stored.Item);

    public IEnumerable<PersonaItem> Current => Items.Where(item => item.SupersededAt is null);

    public IEnumerable<PersonaItem> Attributes => Items.Where(item => item.Kind is PersonaItemKind.Attribute);

    public IEnumerable<PersonaItem> Facts => Items.Where(item => item.Kind is PersonaItemKind.Fact);

    public IEnumerable<Topic> Topics => _topics.Values.Select(stored => stored.Topic);

    public IEnumerable<AttributeCluster> Clusters => _clusters.Values;

    /// <summary>The current values of an aspect, oldest first.</summary>
    public string[] Values(string aspect, string subject = "Alice") =>
        [.. Current.Where(item => item.Aspect == aspect && item.Subject == subject).OrderBy(item => item.Evidence[0].Sequence).Select(item => item.Value)];

    public long Apply(DerivedCommit commit)
    {
        commit.ExpectedVersion.ShouldBe(_version);
        foreach (var item in commit.Items)
        {
            _items[item.Item.Id] = item;
        }

        foreach (var topic in commit.Topics)
        {
            _topics[topic.Topic.Id] = topic;
        }

        foreach (var id in commit.RemovedClusters)
        {
            _clusters.Remove(id).ShouldBeTrue($"cluster {id} is not there");
        }

        foreach (var cluster in commit.Clusters)
        {
            _clusters[cluster.Id] = cluster;
        }

        foreach (var entry in commit.Ledger)
        {
            _ledger.Add(entry with { Sequence = _ledger.Count + 1 });
        }

        return ++_version;
    }

    /// <summary>Everything but the version, as text: equal texts mean equal memories.</summary>
    public string Dump(bool ledger = true)
    {
        var text = new StringBuilder();
        foreach (var item in _items.Values)
        {
            text.AppendLine(JsonSerializer.Serialize(item.Item));
        }

        foreach (var topic in Topics)
        {
            text.AppendLine(JsonSerializer.Serialize(topic));
        }

        foreach (var cluster in _clusters.Values)
        {
            text.AppendLine(JsonSerializer.Serialize(cluster));
        }

        if (ledger)
        {
            foreach (var entry in _ledger)
            {
                text.AppendLine(JsonSerializer.Serialize(entry));
            }
        }

        return text.ToString();
    }
}
