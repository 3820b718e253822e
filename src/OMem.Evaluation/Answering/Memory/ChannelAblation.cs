using OMem.Interactions;
using OMem.Recall;
using OMem.Storage;
using OMem.Trust;

namespace OMem.Evaluation;

/// <summary>Recall over a built memory with the features of one channel switched off; persona items are left out with theirs.</summary>
internal sealed class ChannelAblation(BuiltMemory built, string channel)
{
    private readonly RecallPath _path = new(new RecallPipeline(WeightsWithout(channel)), new OMemOptions().KnownThreshold, SourceRules.Default);
    private ScopeView? _view;
    private DerivedView _derived = DerivedView.Empty;

    /// <summary>The channels there are.</summary>
    public static IReadOnlyList<string> Channels { get; } = [FeatureCatalog.Persona, FeatureCatalog.Working, FeatureCatalog.Episodic];

    /// <summary>Reads the memory as it is now.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var entries = new List<IndexEntry>();
        await foreach (var entry in built.Store.ReadIndexAsync(BuiltMemory.Scope, 0, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        var embedded = entries.Find(entry => entry.Index.ModelId is not null)?.Index;
        var index = new ScopeIndex(embedded?.ModelId, embedded?.Dimensions ?? 0);
        index.Append(entries);
        _view = index.View;
        _derived = new DerivedIndex(
            await built.Store.ReadDerivedAsync(BuiltMemory.Scope, cancellationToken).ConfigureAwait(false), embedded?.ModelId, embedded?.Dimensions ?? 0).View;
    }

    /// <summary>Recalls.</summary>
    public async Task<RecallResult> RecallAsync(RecallQuery query, CancellationToken cancellationToken)
    {
        var limited = channel == FeatureCatalog.Persona ? query with { Kinds = [RecallItemKind.Interaction] } : query;
        return await _path.RecallAsync(
            _view!,
            _derived,
            limited,
            await VectorsAsync(query.Text, cancellationToken).ConfigureAwait(false),
            (sequences, token) => built.Store.GetInteractionsAsync(BuiltMemory.Scope, sequences, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The default weights with those of a channel's features at 0.</summary>
    internal static RecallWeights WeightsWithout(string channel)
    {
        var weights = RecallWeights.Default;
        foreach (var name in (string[])[RecallWeights.Conversation, RecallWeights.Assistant, RecallWeights.Statement])
        {
            var profile = weights.Profile(name);
            weights = weights.With(profile.With([.. profile.Weights.Select((weight, i) => FeatureCatalog.All[i].Channel == channel ? 0 : weight)]));
        }

        return weights;
    }

    private async Task<QueryVectors?> VectorsAsync(string text, CancellationToken cancellationToken)
    {
        if (built.Embeddings is not { } generator)
        {
            return null;
        }

        var texts = QueryAnalyzer.EmbeddingTexts(_view!, text);
        var embeddings = await generator.GenerateAsync([texts.Content, texts.Whole], cancellationToken: cancellationToken).ConfigureAwait(false);
        return QueryVectors.Create(UnitVector.Of(embeddings[0].Vector.Span), UnitVector.Of(embeddings[1].Vector.Span));
    }
}
