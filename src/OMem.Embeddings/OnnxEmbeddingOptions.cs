using System.ComponentModel.DataAnnotations;

namespace OMem.Embeddings;

/// <summary>Settings of an embedding generator. None but <see cref="MaxChunks"/> changes a vector.</summary>
public sealed class OnnxEmbeddingOptions
{
    /// <summary>How many texts of one call are embedded at the same time; each takes one thread.</summary>
    /// <value>The default is 1.</value>
    [Range(1, 256)]
    public int MaxDegreeOfParallelism { get; set; } = 1;

    /// <summary>How many vectors of recent texts are kept. 0 keeps none.</summary>
    /// <value>The default is 2,048: 4 MB with the bundled model.</value>
    [Range(0, 10_000_000)]
    public int CacheCapacity { get; set; } = 2_048;

    /// <summary>
    /// How many pieces of a long text are embedded, each as long as the model reads at once; the vector is then the
    /// mean of theirs. With 1, and beyond the last piece, the rest of the text is not read. Vectors of long texts
    /// depend on it, so it is part of the model id.
    /// </summary>
    /// <value>The default is 1.</value>
    [Range(1, 1_000)]
    public int MaxChunks { get; set; } = 1;
}
