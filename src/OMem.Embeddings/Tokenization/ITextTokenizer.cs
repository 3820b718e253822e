namespace OMem.Embeddings.Tokenization;

/// <summary>Turns a text into the pieces a model reads. Safe for use by several threads.</summary>
internal interface ITextTokenizer
{
    /// <summary>
    /// At least one and at most <paramref name="maxChunks"/> lists of token ids, none empty or longer than the model
    /// reads at once, with the model's own marks in place. Any text is legal.
    /// </summary>
    IReadOnlyList<int[]> Encode(string text, int maxChunks);
}
