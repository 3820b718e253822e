namespace OMem.Embeddings;

/// <summary>An embedding generator that gives the vector of a text and of some of its words, as they stand in it, in one run of the model. Recall asks the generator for this service; without it the words are embedded as a text of their own.</summary>
/// <remarks>Thread-safe. The same call gives the same bits.</remarks>
public interface IFocusEmbedder
{
    /// <summary>Embeds a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="focus">Parts of it, in UTF-16 units, in order, not overlapping.</param>
    /// <returns>Null when the model cannot tell the parts of this text: embed two texts then.</returns>
    FocusEmbedding? Embed(string text, IReadOnlyList<Range> focus);
}

/// <summary>Vectors of a text.</summary>
/// <param name="Whole">Of all of it.</param>
/// <param name="Focus">Of the words in focus, each in the light of the whole text.</param>
public sealed record FocusEmbedding(ReadOnlyMemory<float> Whole, ReadOnlyMemory<float> Focus);
