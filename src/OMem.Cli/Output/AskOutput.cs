namespace OMem.Cli.Output;

/// <summary>What <c>omem ask --json</c> writes.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="IsAbstention">Whether the memory does not hold it.</param>
/// <param name="Choice">The chosen option, from 0.</param>
/// <param name="Citations">The messages it rests on.</param>
/// <param name="Usage">What the one call cost.</param>
/// <param name="Signal">Whether the memory was likely to hold an answer, judged without a model.</param>
/// <param name="RecalledTokens">Tokens of the recalled items.</param>
internal sealed record AskOutput(
    string Answer,
    bool IsAbstention,
    int? Choice,
    IReadOnlyList<Citation> Citations,
    StageUsage Usage,
    KnowledgeSignal Signal,
    int RecalledTokens)
{
    /// <summary>Makes the output of an answer.</summary>
    public static AskOutput From(AskAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AskOutput(
            answer.Text, answer.IsAbstention, answer.Choice, Cited(answer), answer.Usage, answer.Recall.Signal, answer.Recall.Tokens);
    }

    /// <summary>The citations with speaker and time, in the order of the answer.</summary>
    public static IReadOnlyList<Citation> Cited(AskAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var known = answer.Recall.Items.SelectMany(item => item.Citations)
            .DistinctBy(citation => citation.InteractionId, StringComparer.Ordinal)
            .ToDictionary(citation => citation.InteractionId, StringComparer.Ordinal);
        return [.. answer.Citations.Select(id => known[id])];
    }
}
