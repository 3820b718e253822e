using OMem.Consolidation;
using OMem.Storage;

namespace OMem.Working;

/// <summary>The topics of a scope with their look-ups: by exact key of label or alias, by shared stem, by vector among the newest.</summary>
internal sealed class TopicTable
{
    private const string Group = "t";

    private readonly Dictionary<string, TopicEntry> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TopicEntry> _byLabel = new(StringComparer.Ordinal);
    private readonly Postings<TopicEntry> _postings = new();
    private readonly List<TopicEntry> _all = [];

    /// <summary>Creates it from stored topics.</summary>
    public TopicTable(IEnumerable<StoredTopic> topics)
    {
        foreach (var topic in topics.OrderBy(topic => topic.Topic.Interactions.Count == 0 ? 0 : topic.Topic.Interactions[0]).ThenBy(topic => topic.Topic.Id, StringComparer.Ordinal))
        {
            var entry = Add(topic);
            foreach (var alias in topic.Topic.Aliases)
            {
                AddAlias(entry, ValueKey.Of(alias));
            }
        }
    }

    /// <summary>Number of topics.</summary>
    public int Count => _all.Count;

    /// <summary>Every topic, in order of arrival.</summary>
    public IReadOnlyList<TopicEntry> All => _all;

    /// <summary>The topic with this label or alias, word order and endings aside.</summary>
    public TopicEntry? Find(ValueKey key) => _byKey.GetValueOrDefault(key.Text);

    /// <summary>The topic with exactly this label.</summary>
    public TopicEntry? FindLabel(string label) => _byLabel.GetValueOrDefault(label);

    /// <summary>Topics that may mean the same: sharing a stem, and with vectors the newest ones.</summary>
    public List<TopicEntry> Near(ValueKey key, bool hasVector) => _postings.Near(Group, key, hasVector ? ConsolidationLimits.VectorWindow : 0);

    /// <summary>Adds a topic.</summary>
    public TopicEntry Add(StoredTopic topic)
    {
        var entry = new TopicEntry(topic, ValueKey.Of(topic.Topic.Label));
        _byKey.TryAdd(entry.Key.Text, entry);
        _byLabel.TryAdd(topic.Topic.Label, entry);
        _postings.Add(Group, entry.Key, entry);
        _all.Add(entry);
        return entry;
    }

    /// <summary>Lets another wording find the topic.</summary>
    public void AddAlias(TopicEntry entry, ValueKey key) => _byKey.TryAdd(key.Text, entry);
}

/// <summary>A topic with the key of its label.</summary>
internal sealed class TopicEntry(StoredTopic stored, ValueKey key) : IMarked
{
    /// <summary>The topic; replaced when it changes.</summary>
    public StoredTopic Stored { get; set; } = stored;

    /// <summary>The vector of its label.</summary>
    public SentenceVector Vector { get; } = SentenceVector.Of(stored.Index);

    /// <inheritdoc/>
    public long Mark { get; set; }

    /// <summary>Stems of its label.</summary>
    public ValueKey Key { get; } = key;
}
