namespace OMem.Cli.Bench;

/// <summary>What was measured at one size. Times are of this machine; ratios compare with a baseline of the same run.</summary>
/// <param name="Messages">How many messages the scope holds.</param>
/// <param name="RememberPerSecond">Messages stored durably and made searchable, a second.</param>
/// <param name="EmbedPerSecond">Messages of the same batches only embedded, a second; null without a model.</param>
/// <param name="RememberToEmbed">The first divided by the second: 1 would mean that storing and indexing cost nothing.</param>
/// <param name="OpenMs">Milliseconds from making the engine to the first answer, on a store nobody has opened in this process.</param>
/// <param name="Recall">Milliseconds of a recall, query embedding included.</param>
/// <param name="Bm25">Milliseconds of ranking by BM25 alone.</param>
/// <param name="RecallToBm25">The medians divided.</param>
/// <param name="IndexBytesPerMessage">Bytes of hot state beside the vectors.</param>
/// <param name="VectorBytesPerMessage">Bytes of vectors in memory.</param>
/// <param name="StoreBytesPerMessage">Bytes on disk.</param>
internal sealed record BenchRow(
    int Messages,
    double RememberPerSecond,
    double? EmbedPerSecond,
    double? RememberToEmbed,
    double OpenMs,
    BenchTimes Recall,
    BenchTimes Bm25,
    double RecallToBm25,
    double IndexBytesPerMessage,
    double VectorBytesPerMessage,
    double StoreBytesPerMessage);

/// <summary>Milliseconds per question.</summary>
/// <param name="P50">The median.</param>
/// <param name="P95">The 95th percentile.</param>
internal sealed record BenchTimes(double P50, double P95)
{
    /// <summary>Makes the percentiles (nearest rank) of at least one measurement.</summary>
    public static BenchTimes Of(IReadOnlyList<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        return new BenchTimes(At(sorted, 0.50), At(sorted, 0.95));
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

/// <summary>What <c>omem bench --json</c> writes.</summary>
/// <param name="Seed">Seed of the chat.</param>
/// <param name="Questions">Questions asked at each size.</param>
/// <param name="EmbeddingModel">The model; null for words alone.</param>
/// <param name="Processors">Processors the process may use.</param>
/// <param name="Rows">One for each size.</param>
internal sealed record BenchOutput(int Seed, int Questions, string? EmbeddingModel, int Processors, IReadOnlyList<BenchRow> Rows);
