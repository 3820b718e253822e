using OMem.Interactions;
using OMem.Recall;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Evaluation;

/// <summary>One conversation as the engine holds it hot: the index of its log and what was understood of it.</summary>
/// <param name="Turns">The interactions; turn i has log position i + 1.</param>
/// <param name="View">Their index.</param>
/// <param name="Derived">Derived memory.</param>
internal sealed record ConversationMemory(IReadOnlyList<Interaction> Turns, ScopeView View, DerivedView Derived)
{
    /// <summary>Indexes a conversation.</summary>
    /// <param name="turns">The interactions, in order.</param>
    /// <param name="vectors">Unit vectors of the turns, or null for words alone.</param>
    /// <param name="modelId">The model that made them.</param>
    public static ConversationMemory Index(IReadOnlyList<Interaction> turns, IReadOnlyList<float[]>? vectors, string modelId)
    {
        var dimensions = vectors is { Count: > 0 } ? vectors[0].Length : 0;
        var model = dimensions > 0 ? modelId : null;
        var index = new ScopeIndex(model, dimensions);
        index.Append(turns.Select((turn, i) => new IndexEntry(
            i + 1,
            turn.Speaker,
            turn.Role,
            turn.OccurredAt,
            turn.OccurredAt,
            turn.Session,
            turn.Text.Length,
            new IndexData(
                InteractionAnalyzer.Analyze(turn).Encode(),
                model is null ? ReadOnlyMemory<byte>.Empty : VectorCodec.Encode(vectors![i]),
                model,
                dimensions))));
        return new ConversationMemory(turns, index.View, DerivedView.Empty);
    }
}
