using Microsoft.Extensions.Logging;
using OMem.Models;
using OMem.Paper;
using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation.Paper;

/// <summary>
/// The published write side (O-Mem, arXiv 2511.13593, eqs. 2-7): topics by their label, one router call for each fact and attribute with
/// the speaker's whole list in the prompt, attributes merged along their nearest neighbours when no message waits any more.
/// </summary>
internal sealed class PaperConsolidation : IConsolidation
{
    private readonly ReaderIdentity _reader;
    private readonly PaperRouter _router;
    private readonly AttributeMerging _merging;

    public PaperConsolidation(ReaderIdentity reader, ModelCaller caller, PaperPrompts prompts, PaperOptions options, ILogger log)
    {
        _reader = reader;
        _router = new PaperRouter(caller, prompts.Route, options.RouterAttempts);
        _merging = new AttributeMerging(reader, new AttributeMerger(caller, prompts.Merge, log));
    }

    /// <inheritdoc/>
    public bool Settles => true;

    /// <inheritdoc/>
    public bool DecidesAhead => false;

    /// <inheritdoc/>
    public async Task<DerivedCommit> ConsolidateAsync(
        MemoryScope scope,
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        long? summarizeFrom,
        TextIndexer index,
        CancellationToken cancellationToken)
    {
        var texts = batch.SelectMany(static row => TextsOf(row.Understanding)).Distinct(StringComparer.Ordinal).ToList();
        var indexes = texts.Count == 0 ? [] : await index(texts, cancellationToken).ConfigureAwait(false);
        var indexOf = texts.Zip(indexes).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        state.IsAhead = true;
        var changes = new ChangeSet();
        foreach (var (stored, understanding) in batch)
        {
            var telling = new Telling(stored.Sequence, stored.Interaction.OccurredAt, stored.RecordedAt, _reader.ToString());
            foreach (var topic in understanding.Topics)
            {
                PaperTopics.File(state, changes, telling, topic, indexOf[topic.Label]);
            }

            var editor = new Editor(state, changes, telling);
            foreach (var item in PaperItems.Of(understanding, telling))
            {
                var known = PaperItems.Known(state, item.Kind, item.Subject);
                var routing = await _router.RouteAsync(scope, PaperItems.Name(item.Kind), item.Text, known, cancellationToken).ConfigureAwait(false);
                Apply(editor, item, indexOf[item.Text], known, routing);
            }
        }

        return changes.ToCommit(state.Version, [.. batch.Select(static row => row.Stored.Sequence)]);
    }

    /// <inheritdoc/>
    public Task<DerivedCommit?> SettleAsync(MemoryScope scope, DerivedState state, TextIndexer index, CancellationToken cancellationToken) =>
        _merging.RunAsync(scope, state, index, cancellationToken);

    private static IEnumerable<string> TextsOf(InteractionUnderstanding understanding) => understanding.Topics.Select(static topic => topic.Label)
        .Concat(understanding.Attributes.Select(static attribute => attribute.Text))
        .Concat(understanding.Facts.Select(static fact => fact.Text));

    private static void Apply(Editor editor, PersonaItem item, IndexData index, List<ItemEntry> known, Routing routing)
    {
        if (routing is { Operation: LedgerOperation.Update, Target: { } old })
        {
            if (editor.Add(item, index, routing.Reason, Score(old, index), LedgerOperation.Update, old) is { } added)
            {
                // When a fact happened does not change with what is known of it.
                editor.Supersede(old, added, item.Kind is PersonaItemKind.Fact ? old.Item.ValidTo : editor.Telling.OccurredAt);
            }

            return;
        }

        // A sentence that is known word for word is never added a second time.
        var same = routing.Target ?? known.Find(entry => string.Equals(entry.Item.Text, item.Text, StringComparison.Ordinal));
        if (same is not null)
        {
            editor.Confirm(same, item.Evidence[0], item.Confidence, routing.Target is null ? "known word for word" : routing.Reason, Score(same, index) ?? 1);
        }
        else
        {
            editor.Add(item, index, routing.Reason, similarity: null);
        }
    }

    private static double? Score(ItemEntry entry, IndexData index) => Similarity.Cosine(entry.Vector, SentenceVector.Of(index));
}
