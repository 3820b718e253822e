namespace OMem.Cli.Demo;

/// <summary>Everything the demo shows.</summary>
/// <param name="Stats">How much was remembered.</param>
/// <param name="EmbeddingModel">The model in use; null for recall by words alone.</param>
/// <param name="Build">How long remembering and understanding took.</param>
/// <param name="Persona">The persona card.</param>
/// <param name="Topics">The most talked-about topics.</param>
/// <param name="Change">The ledger of one changed preference.</param>
/// <param name="Recalls">The questions with what came back.</param>
/// <param name="Unanswerable">A question nothing is known about.</param>
internal sealed record DemoResult(
    MemoryStats Stats,
    string? EmbeddingModel,
    TimeSpan Build,
    PersonaCard Persona,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<LedgerEntry> Change,
    IReadOnlyList<DemoRecall> Recalls,
    IReadOnlyList<DemoRecall> Unanswerable);

/// <summary>One question of the demo.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answers">The messages that answer it.</param>
/// <param name="Result">What came back.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record DemoRecall(string Question, IReadOnlyList<string> Answers, RecallResult Result, TimeSpan Elapsed)
{
    /// <summary>How many of the best items are looked at for the answer.</summary>
    public const int Depth = 5;

    /// <summary>The first of the best items that cites a message which answers the question; null when none does.</summary>
    public RecallItem? Hit => Result.Items.Take(Depth)
        .FirstOrDefault(item => item.Citations.Any(citation => Answers.Contains(citation.InteractionId, StringComparer.Ordinal)));
}
