using OMem.Consolidation;
using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>Which topics lose interactions, go, or need another label because theirs was that of an interaction taken.</summary>
internal sealed class TopicCascade(IReadOnlyList<Topic> topics, LedgerBook book, ScopeLog log, IReadOnlySet<long> taken)
{
    private readonly HashSet<string> _takenWords = ContentWords.Of(taken.Select(log.Text));
    private readonly ILookup<string, LedgerEntry> _rows = book.Entries.Where(static row => row.ItemKind is "topic").ToLookup(static row => row.ItemId, StringComparer.Ordinal);

    /// <summary>The changes, by id.</summary>
    public List<TopicChange> Run()
    {
        var beside = log.Beside(taken);
        var changed = topics
            .Where(topic => topic.Interactions.Any(sequence => taken.Contains(sequence) || beside.Contains(sequence)))
            .Select(topic => (Topic: topic, Left: Left(topic)))
            .Where(static pair => pair.Left is null || !Same(pair.Topic, pair.Left))
            .OrderBy(static pair => pair.Topic.Id, StringComparer.Ordinal)
            .ToList();
        var before = topics.ToDictionary(static topic => topic.Id, StringComparer.Ordinal);
        var after = before.Where(pair => !changed.Exists(change => change.Topic == pair.Value)).ToDictionary(StringComparer.Ordinal);

        // Another label may be that of a topic that is there, or two may come to have one.
        foreach (var left in changed.Select(static pair => pair.Left).OfType<Topic>())
        {
            after[left.Id] = after.TryGetValue(left.Id, out var other) ? Joined(other, left) : left;
        }

        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => new TopicChange(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .Where(static change => change.Before != change.After)];
    }

    private Topic? Left(Topic topic)
    {
        var rest = topic.Interactions.Where(sequence => !taken.Contains(sequence)).Select(log.Find).OfType<StoredInteraction>().ToList();
        if (rest.Count == 0)
        {
            return null;
        }

        var texts = rest.ConvertAll(static stored => ContentWords.Of([stored.Interaction.Text]));
        string[] wordings = [.. topic.Aliases.Prepend(topic.Label).Where(wording => IsLeft(topic, wording, texts))];
        return wordings.Length == 0 ? null : topic with
        {
            Id = string.Equals(wordings[0], topic.Label, StringComparison.Ordinal) ? topic.Id : StableId.Of("t_", wordings[0]),
            Label = wordings[0],
            Aliases = wordings[1..],
            Interactions = [.. rest.Select(static stored => stored.Sequence)],
            FirstAt = rest.Min(static stored => stored.Interaction.OccurredAt),
            LastAt = rest.Max(static stored => stored.Interaction.OccurredAt),
        };
    }

    /// <summary>Whether a wording is that of a message that stays: its words are there, or it was read from it and holds no word of one that goes.</summary>
    private bool IsLeft(Topic topic, string wording, List<HashSet<string>> texts)
    {
        var words = ContentWords.Of(wording).ToList();
        return texts.Exists(text => words.TrueForAll(text.Contains))
            || (!words.Exists(_takenWords.Contains)
                && _rows[topic.Id].Any(row => string.Equals(row.After, wording, StringComparison.Ordinal) && row.Evidence.Any(evidence => !taken.Contains(evidence.Sequence))));
    }

    private static Topic Joined(Topic one, Topic other) => one with
    {
        Aliases = [.. one.Aliases.Concat(other.Aliases).Append(other.Label).Where(alias => !string.Equals(alias, one.Label, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)],
        Interactions = [.. one.Interactions.Union(other.Interactions).Order()],
        FirstAt = one.FirstAt <= other.FirstAt ? one.FirstAt : other.FirstAt,
        LastAt = one.LastAt >= other.LastAt ? one.LastAt : other.LastAt,
    };

    private static bool Same(Topic one, Topic other) =>
        string.Equals(one.Id, other.Id, StringComparison.Ordinal) && one.Aliases.SequenceEqual(other.Aliases, StringComparer.Ordinal) && one.Interactions.SequenceEqual(other.Interactions);
}
