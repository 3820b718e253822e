using OMem.Vectors;

namespace OMem.Recall;

/// <summary>The two vectors of a question.</summary>
/// <param name="Content">Of its content words (<see cref="EmbeddingTexts.Content"/>).</param>
/// <param name="Whole">Of the whole question (<see cref="EmbeddingTexts.Whole"/>).</param>
internal sealed record QueryVectors(QuantizedQuery Content, QuantizedQuery Whole)
{
    /// <summary>From unit vectors as an embedding generator gives them.</summary>
    public static QueryVectors Create(ReadOnlySpan<float> content, ReadOnlySpan<float> whole) =>
        new(new QuantizedQuery(content), new QuantizedQuery(whole));
}

/// <summary>The two texts of a question that are embedded.</summary>
/// <param name="Content">Its content words in their spelling, names of speakers left out; the whole question when there are none.</param>
/// <param name="Whole">The question.</param>
/// <param name="Focus">Where the content words stand in the question.</param>
internal readonly record struct EmbeddingTexts(string Content, string Whole, IReadOnlyList<Range> Focus);
