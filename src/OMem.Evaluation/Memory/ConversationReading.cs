using OMem.Consolidation;
using OMem.Storage;
using OMem.Understanding;

namespace OMem.Evaluation;

/// <summary>Has the reader without a model understand a whole conversation, in the batches of the engine's worker.</summary>
internal static class ConversationReading
{
    private const int BatchSize = 64;

    /// <summary>The reader, for reports.</summary>
    public static ReaderIdentity Reader => new LocalInteractionReader().Identity;

    public static async Task<DerivedMemory> ReadAsync(
        IReadOnlyList<Interaction> turns, TextIndexer index, CancellationToken cancellationToken)
    {
        // Any scope will do: nothing is stored.
        var scope = new MemoryScope("evaluation", "conversation");
        var reader = new LocalInteractionReader();
        var log = turns.Select((turn, i) => new StoredInteraction(i + 1, turn, turn.OccurredAt)).ToList();
        var state = DerivedState.Empty;
        var items = new SortedDictionary<string, StoredItem>(StringComparer.Ordinal);
        var topics = new SortedDictionary<string, StoredTopic>(StringComparer.Ordinal);
        for (var start = 0; start < log.Count; start += BatchSize)
        {
            var before = log[Math.Max(0, start - ReadingWindow.Length)..start];
            var batch = log[start..Math.Min(log.Count, start + BatchSize)];
            var changes = await UnderstandingPipeline
                .ProcessAsync(reader, state, new ReadingRequest(scope, batch, before), index, cancellationToken: cancellationToken).ConfigureAwait(false);
            state.Accept(changes.ExpectedVersion + 1);
            foreach (var item in changes.Items)
            {
                items[item.Item.Id] = item;
            }

            foreach (var topic in changes.Topics)
            {
                topics[topic.Topic.Id] = topic;
            }
        }

        return new DerivedMemory(state.Version, [.. items.Values], [], [.. topics.Values]);
    }
}
