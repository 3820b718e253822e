using OMem.Consolidation;
using OMem.Storage;

namespace OMem.Working;

/// <summary>Files interactions under topics (O-Mem, arXiv 2511.13593, eq. 2). A label joins the topic it means, by words or by vector; else it founds one.</summary>
internal sealed class TopicConsolidator(DerivedState state, ChangeSet changes, Telling telling)
{
    /// <summary>Overlap of stems from which two labels mean one topic.</summary>
    private const double SameByWords = 0.66;

    /// <summary>Cosine from which two labels mean one topic.</summary>
    private const double SameByVector = 0.82;

    private const int MostAliases = 16;

    /// <summary>Files the message under the topic a label means.</summary>
    /// <param name="candidate">The label.</param>
    /// <param name="index">Index data of the label.</param>
    public void Consolidate(TopicCandidate candidate, IndexData index)
    {
        var key = ValueKey.Of(candidate.Label);
        if (state.Topics.Find(key) is { } known)
        {
            Append(known, alias: null);
            return;
        }

        var (nearest, similarity, isSame) = Nearest(key, index);
        if (nearest is not null && isSame)
        {
            Append(nearest, candidate.Label);
            Record(nearest.Stored.Topic, LedgerOperation.Ignore, candidate, "another wording of a known topic", similarity);
        }
        else
        {
            Found(candidate, index, similarity);
        }
    }

    private (TopicEntry? Entry, double? Similarity, bool IsSame) Nearest(ValueKey key, IndexData index)
    {
        TopicEntry? best = null;
        double bestScore = -1;
        var isSame = false;
        var vector = SentenceVector.Of(index);
        foreach (var entry in state.Topics.Near(key, index.ModelId is not null))
        {
            var overlap = entry.Key.Overlap(key);
            var cosine = Similarity.Cosine(entry.Vector, vector) ?? 0;
            var score = Similarity.Round(Math.Max(overlap, cosine));
            if (score > bestScore || (score == bestScore && string.CompareOrdinal(entry.Stored.Topic.Id, best!.Stored.Topic.Id) < 0))
            {
                (best, bestScore, isSame) = (entry, score, overlap >= SameByWords || cosine >= SameByVector);
            }
        }

        return (best, best is null ? null : bestScore, isSame);
    }

    private void Found(TopicCandidate candidate, IndexData index, double? similarity)
    {
        var topic = new Topic
        {
            Id = StableId.Of("t_", candidate.Label),
            Label = candidate.Label,
            Interactions = [telling.Sequence],
            FirstAt = telling.OccurredAt,
            LastAt = telling.OccurredAt,
        };
        var entry = state.Topics.Add(new StoredTopic(topic, index));
        changes.Put(entry.Stored);
        Record(topic, LedgerOperation.Add, candidate, similarity is null ? "nothing like it was talked about" : "new: the nearest topic is another one", similarity);
    }

    private void Append(TopicEntry entry, string? alias)
    {
        var topic = entry.Stored.Topic;
        var isNew = topic.Interactions[^1] < telling.Sequence || !topic.Interactions.Contains(telling.Sequence);
        var addsAlias = alias is not null && topic.Aliases.Count < MostAliases;
        if (addsAlias)
        {
            // Only what is stored may be found: a memory read anew has to decide the same.
            state.Topics.AddAlias(entry, ValueKey.Of(alias!));
        }

        if (!isNew && !addsAlias)
        {
            return;
        }

        entry.Stored = entry.Stored with
        {
            Topic = topic with
            {
                Interactions = isNew ? Inserted(topic.Interactions, telling.Sequence) : topic.Interactions,
                Aliases = addsAlias ? [.. topic.Aliases, alias!] : topic.Aliases,
                FirstAt = topic.FirstAt <= telling.OccurredAt ? topic.FirstAt : telling.OccurredAt,
                LastAt = topic.LastAt >= telling.OccurredAt ? topic.LastAt : telling.OccurredAt,
            },
        };
        changes.Put(entry.Stored);
    }

    /// <summary>Mostly the message is the latest one; only then does the list grow in place.</summary>
    private static GrowingList<long> Inserted(IReadOnlyList<long> sequences, long sequence) => sequences[^1] < sequence
        ? GrowingList<long>.Append(sequences, sequence)
        : sequences.Append(sequence).Order().Aggregate(GrowingList<long>.Empty, GrowingList<long>.Append);

    private void Record(Topic topic, LedgerOperation operation, TopicCandidate candidate, string reason, double? similarity) =>
        changes.Add(new LedgerEntry
        {
            RecordedAt = telling.RecordedAt,
            Actor = telling.Actor,
            Operation = operation,
            ItemId = topic.Id,
            ItemKind = "topic",
            Before = operation is LedgerOperation.Add ? null : topic.Label,
            After = candidate.Label,
            Evidence = [candidate.Evidence],
            Reason = reason,
            Similarity = similarity,
        });
}
