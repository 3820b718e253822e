using OMem.Interactions;
using OMem.Recall;
using OMem.Storage;

namespace OMem.Evaluation;

/// <summary>One conversation as the engine holds it hot: the index of its log and what was understood of it.</summary>
/// <param name="Turns">The interactions; turn i has log position i + 1.</param>
/// <param name="View">Their index.</param>
/// <param name="Understood">Attributes, facts and topics.</param>
/// <param name="Derived">The same as recall searches them.</param>
internal sealed record ConversationMemory(IReadOnlyList<Interaction> Turns, ScopeView View, DerivedMemory Understood, DerivedView Derived)
{
    /// <summary>Indexes a conversation.</summary>
    /// <param name="turns">The interactions, in order.</param>
    /// <param name="indexes">Their index data.</param>
    /// <param name="understood">What was understood of them.</param>
    /// <param name="modelId">The model of the vectors; null for words alone.</param>
    /// <param name="dimensions">Dimensions of the vectors.</param>
    public static ConversationMemory Create(
        IReadOnlyList<Interaction> turns, IReadOnlyList<IndexData> indexes, DerivedMemory understood, string? modelId, int dimensions)
    {
        var index = new ScopeIndex(modelId, dimensions);
        index.Append(turns.Select((turn, i) => new IndexEntry(
            i + 1, turn.Speaker, turn.Role, turn.OccurredAt, turn.OccurredAt, turn.Session, turn.Text.Length, indexes[i])));
        return new ConversationMemory(turns, index.View, understood, new DerivedIndex(understood, modelId, dimensions).View);
    }
}
