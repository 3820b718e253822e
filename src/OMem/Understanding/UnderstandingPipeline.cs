using OMem.Consolidation;
using OMem.Consolidation.Rulings;
using OMem.Consolidation.Judging;
using OMem.Storage;
using OMem.Trust;
using OMem.Working;

namespace OMem.Understanding;

/// <summary>Index data (terms, vector) for sentences and labels that nobody spoke, one for each text, in order.</summary>
internal delegate Task<IndexData[]> TextIndexer(IReadOnlyList<string> texts, CancellationToken cancellationToken);

/// <summary>A batch of interactions to changes of derived memory: read, index, consolidate, cluster.</summary>
internal static class UnderstandingPipeline
{
    /// <summary>Reads and consolidates a batch.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="state">
    /// The memory to change. It runs ahead of the store until <see cref="DerivedState.Accept"/>; throw it away when the commit fails, or when this
    /// call fails. One call at a time.
    /// </param>
    /// <param name="request">The batch, in log order, with at least <see cref="ReadingWindow.Length"/> interactions before it where there are so many.</param>
    /// <param name="index">Makes index data; called at most once.</param>
    /// <param name="models">What models decide and summarise; null for rules alone.</param>
    /// <param name="cancellationToken">Ends the call while it reads or indexes; nothing is changed then.</param>
    /// <returns>The changes against <see cref="DerivedState.Version"/>, with every interaction of the batch as understood.</returns>
    /// <exception cref="InvalidOperationException">The state holds changes that were not accepted, or the reader answered for other interactions.</exception>
    public static async Task<DerivedCommit> ProcessAsync(
        IInteractionReader reader, DerivedState state, ReadingRequest request, TextIndexer index, ConsolidationModels? models = null, CancellationToken cancellationToken = default)
    {
        var read = await reader.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return await ConsolidateAsync(reader.Identity, SourceRules.Default, state, TrustedUnderstanding.Of(request.Interactions, read), index, models, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Consolidates what was read.</summary>
    /// <param name="reader">Who read it.</param>
    /// <param name="rules">How sources are treated.</param>
    /// <param name="state">The memory to change, as in <see cref="ProcessAsync"/>.</param>
    /// <param name="batch">Interactions in log order with their understandings, trusted.</param>
    /// <param name="index">Makes index data; called at most once.</param>
    /// <param name="models">What models decide and summarise; null for rules alone.</param>
    /// <param name="cancellationToken">Ends the call while it indexes or asks a model; throw the state away then.</param>
    /// <returns>The changes against <see cref="DerivedState.Version"/>, with every interaction of the batch as understood.</returns>
    /// <exception cref="InvalidOperationException">The state holds changes that were not accepted.</exception>
    public static async Task<DerivedCommit> ConsolidateAsync(
        ReaderIdentity reader,
        SourceRules rules,
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        TextIndexer index,
        ConsolidationModels? models,
        CancellationToken cancellationToken)
    {
        if (state.IsAhead)
        {
            throw new InvalidOperationException("The derived memory holds changes that were not committed: read it again.");
        }

        List<WithheldStatement> withheld = [.. batch.SelectMany(row => state.Rulings.Withheld(row.Stored, rules.Of(row.Stored.Interaction), row.Understanding, state.Subjects))];
        batch = [.. batch.Select(row => (row.Stored, state.Rulings.Allowed(row.Stored, rules.Of(row.Stored.Interaction), row.Understanding, state.Subjects)))];
        var replay = await RulingReplay.PrepareAsync(state, withheld, index, cancellationToken).ConfigureAwait(false);
        var texts = new TextTable(batch, state);
        if (texts.Count > 0)
        {
            texts.Fill(await index(texts.Texts, cancellationToken).ConfigureAwait(false));
        }

        // A model is asked only about what may be believed.
        var believed = batch.Select(row => rules.Of(row.Stored.Interaction) is Standing.Held ? (row.Stored, row.Understanding with { Attributes = [], Facts = [] }) : row).ToList();
        var decisions = models is null ? Decisions.None : await models.DecideAsync(state, believed, texts, reader, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        state.IsAhead = true;
        var changes = new ChangeSet();
        foreach (var (stored, understanding) in batch)
        {
            replay.Before(stored.Sequence, changes);
            var telling = new Telling(stored.Sequence, stored.Interaction.OccurredAt, stored.RecordedAt, reader.ToString());
            if (rules.Of(stored.Interaction) is Standing.Held)
            {
                Hold(new Editor(state, changes, telling), changes, stored, rules, understanding, texts);
            }
            else
            {
                Consolidate(state, changes, telling, understanding, texts, decisions);
            }

            replay.After(stored.Sequence, telling, changes);
        }

        if (models is not null)
        {
            await models.FinishAsync(state, changes, batch, decisions, cancellationToken).ConfigureAwait(false);
        }

        return changes.ToCommit(state.Version, [.. batch.Select(static row => row.Stored.Sequence)]);
    }

    /// <summary>A message of low trust: its topics are those of any other, what it says of people is held back.</summary>
    private static void Hold(Editor editor, ChangeSet changes, StoredInteraction stored, SourceRules rules, InteractionUnderstanding understanding, TextTable texts)
    {
        File(editor.State, changes, editor.Telling, understanding, texts);
        var held = new HeldConsolidator(editor, rules, stored);
        foreach (var attribute in understanding.Attributes)
        {
            held.Consolidate(attribute, texts.Get(attribute.Text));
        }

        foreach (var fact in understanding.Facts)
        {
            held.Consolidate(fact, texts.Get(fact.Text));
        }

        Cluster(editor, changes);
    }

    private static void File(DerivedState state, ChangeSet changes, Telling telling, InteractionUnderstanding understanding, TextTable texts)
    {
        var topics = new TopicConsolidator(state, changes, telling);
        foreach (var topic in understanding.Topics)
        {
            topics.Consolidate(topic, texts.Get(topic.Label));
        }
    }

    private static void Cluster(Editor editor, ChangeSet changes)
    {
        if (editor.Touched.Count > 0)
        {
            editor.State.Clusters.Update(editor, changes);
        }
    }

    private static void Consolidate(DerivedState state, ChangeSet changes, Telling telling, InteractionUnderstanding understanding, TextTable texts, Decisions decisions)
    {
        File(state, changes, telling, understanding, texts);
        var editor = new Editor(state, changes, telling);
        var attributes = new AttributeConsolidator(editor);
        foreach (var attribute in understanding.Attributes)
        {
            editor.Landed = null;
            decisions.Landed(attribute, attributes.Consolidate(attribute, texts.Get(attribute.Text), decisions.Of(attribute)), editor.Landed);
            Vouching.Settle(editor, attribute, texts.Get(attribute.Text));
        }

        var facts = new FactConsolidator(editor);
        foreach (var fact in understanding.Facts)
        {
            editor.Landed = null;
            decisions.Landed(fact, facts.Consolidate(fact, texts.Get(fact.Text), decisions.Of(fact)), editor.Landed);
            Vouching.Settle(editor, fact, texts.Get(fact.Text));
        }

        Cluster(editor, changes);
    }
}
