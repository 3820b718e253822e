using OMem.Cli.Output;

namespace OMem.Cli.Demo;

/// <summary>What <c>omem demo --json</c> writes.</summary>
/// <param name="Interactions">Messages remembered.</param>
/// <param name="Sessions">Sessions they belong to.</param>
/// <param name="EmbeddingModel">The model in use; null for recall by words alone.</param>
/// <param name="Persona">The persona card.</param>
/// <param name="Topics">The most talked-about topics.</param>
/// <param name="Change">The ledger of one changed preference.</param>
/// <param name="Recalls">The questions with what came back.</param>
/// <param name="Unanswerable">A question nothing is known about.</param>
internal sealed record DemoOutput(
    long Interactions,
    int Sessions,
    string? EmbeddingModel,
    PersonaCard Persona,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<LedgerEntry> Change,
    IReadOnlyList<DemoAnswer> Recalls,
    IReadOnlyList<DemoAnswer> Unanswerable)
{
    /// <summary>Makes the output of a run.</summary>
    public static DemoOutput From(DemoResult result, bool timings)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new DemoOutput(
            result.Stats.Interactions, result.Stats.Sessions, result.EmbeddingModel, result.Persona, result.Topics, result.Change,
            [.. result.Recalls.Select(recall => DemoAnswer.From(recall, timings))],
            [.. result.Unanswerable.Select(recall => DemoAnswer.From(recall, timings))]);
    }
}

/// <summary>One question of the demo.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answers">The messages that answer it.</param>
/// <param name="Found">Whether one of the best five items cites one of them.</param>
/// <param name="Result">What came back.</param>
internal sealed record DemoAnswer(string Question, IReadOnlyList<string> Answers, bool Found, RecallOutput Result)
{
    /// <summary>Makes the output of one question.</summary>
    public static DemoAnswer From(DemoRecall recall, bool timings)
    {
        ArgumentNullException.ThrowIfNull(recall);
        return new DemoAnswer(
            recall.Question, recall.Answers, recall.Hit is not null, RecallOutput.From(recall.Result, timings ? recall.Elapsed : null));
    }
}
