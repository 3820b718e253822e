using OMem.Storage;

namespace OMem.Consolidation.Paper;

/// <summary>Files messages under topics (O-Mem, arXiv 2511.13593, eq. 2): by the label as it was given, without a model.</summary>
internal static class PaperTopics
{
    /// <summary>Files a message.</summary>
    public static void File(DerivedState state, ChangeSet changes, Telling telling, TopicCandidate candidate, IndexData index)
    {
        if (state.Topics.FindLabel(candidate.Label) is { } known)
        {
            var topic = known.Stored.Topic;
            known.Stored = known.Stored with
            {
                Topic = topic with
                {
                    Interactions = [.. topic.Interactions.Append(telling.Sequence).Distinct().Order()],
                    FirstAt = topic.FirstAt <= telling.OccurredAt ? topic.FirstAt : telling.OccurredAt,
                    LastAt = topic.LastAt >= telling.OccurredAt ? topic.LastAt : telling.OccurredAt,
                },
            };
            changes.Put(known.Stored);
            return;
        }

        var founded = new Topic
        {
            Id = StableId.Of("t_", candidate.Label),
            Label = candidate.Label,
            Interactions = [telling.Sequence],
            FirstAt = telling.OccurredAt,
            LastAt = telling.OccurredAt,
        };
        changes.Put(state.Topics.Add(new StoredTopic(founded, index)).Stored);
        changes.Add(new LedgerEntry
        {
            RecordedAt = telling.RecordedAt,
            Actor = telling.Actor,
            Operation = LedgerOperation.Add,
            ItemId = founded.Id,
            ItemKind = "topic",
            After = founded.Label,
            Evidence = [candidate.Evidence],
            Reason = "no topic had this label",
        });
    }
}
