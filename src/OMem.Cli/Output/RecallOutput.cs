namespace OMem.Cli.Output;

/// <summary>What <c>omem recall --json</c> writes.</summary>
/// <param name="Signal">Whether the memory holds an answer.</param>
/// <param name="Items">Best first.</param>
/// <param name="Tokens">Tokens of the items together.</param>
/// <param name="LogSequence">The log position the answer is based on.</param>
/// <param name="Context">The block to put before a model.</param>
/// <param name="Analysis">How the question was understood.</param>
/// <param name="Trace">Every candidate, when asked for.</param>
/// <param name="QueryMs">Milliseconds, when asked for.</param>
internal sealed record RecallOutput(
    KnowledgeSignal Signal,
    IReadOnlyList<RecallItem> Items,
    int Tokens,
    long LogSequence,
    string Context,
    QueryAnalysis Analysis,
    RecallTrace? Trace,
    double? QueryMs)
{
    /// <summary>Makes the output of a result.</summary>
    public static RecallOutput From(RecallResult result, TimeSpan? elapsed)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new RecallOutput(
            result.Signal, result.Items, result.Tokens, result.LogSequence, result.Context, result.Analysis, result.Trace,
            elapsed is { } time ? Math.Round(time.TotalMilliseconds, 3) : null);
    }
}
