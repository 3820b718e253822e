namespace OMem.Recall;

/// <summary>Okapi BM25: saturation <paramref name="K1"/> and length normalisation <paramref name="B"/>.</summary>
/// <param name="K1">How fast repetitions stop counting.</param>
/// <param name="B">How much long documents are held back, 0-1.</param>
internal readonly record struct Bm25(float K1, float B)
{
    /// <summary>The weight of a term: ln(1 + (n - df + .5) / (df + .5)).</summary>
    public static float Idf(int documents, int frequency) =>
        (float)Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>The part of the denominator that a document's length gives, as <c>Constant + Slope x length</c>.</summary>
    public (float Constant, float Slope) LengthNorm(double averageLength) =>
        (K1 * (1 - B), averageLength > 0 ? (float)(K1 * B / averageLength) : 0f);
}

/// <summary>The constants of each kind of document.</summary>
/// <param name="Turn">A turn.</param>
/// <param name="Bigram">Word pairs of a turn.</param>
/// <param name="Window">Turns around a turn.</param>
/// <param name="Session">A session.</param>
internal sealed record Bm25Set(Bm25 Turn, Bm25 Bigram, Bm25 Window, Bm25 Session);
