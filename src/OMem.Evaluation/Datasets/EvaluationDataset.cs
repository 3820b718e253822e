namespace OMem.Evaluation;

/// <summary>A benchmark as read from its files.</summary>
public sealed record EvaluationDataset
{
    /// <summary>The set's name, as on the command line: <c>locomo</c>, <c>beam</c> or <c>personamem-sessions</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the gold ids of the questions name.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>The conversations, in the order of the files.</summary>
    public required IReadOnlyList<EvaluationConversation> Conversations { get; init; }

    /// <summary>What was left out while reading, by reason; reasons in ordinal order.</summary>
    public required IReadOnlyDictionary<string, int> Dropped { get; init; }

    /// <summary>SHA-256 of the files, lower-case hex: of the one file, or of the <c>sha256sum</c> listing of several.</summary>
    public required string Hash { get; init; }

    /// <summary>Named groups of categories that are reported beside the single ones, for example <c>category-1-4</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Groups { get; init; } =
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
}

/// <summary>One memory to fill and the questions to ask it.</summary>
/// <param name="Id">Unique in the set.</param>
/// <param name="Interactions">What happened, in order. Every system sees exactly these.</param>
/// <param name="Questions">Asked after the last interaction.</param>
public sealed record EvaluationConversation(
    string Id,
    IReadOnlyList<Interaction> Interactions,
    IReadOnlyList<EvaluationQuestion> Questions);

/// <summary>A question with its evidence.</summary>
/// <param name="Id">Unique in the set.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Category">What kind of question it is.</param>
/// <param name="Gold">Ids of the turns (or sessions) that hold the answer, distinct, in order of appearance; never empty.</param>
public sealed record EvaluationQuestion(string Id, string Text, string Category, IReadOnlyList<string> Gold);

/// <summary>What is ranked.</summary>
public enum Granularity
{
    /// <summary>Single interactions.</summary>
    Turn = 0,

    /// <summary>Whole sessions; a session's score is that of its best turn.</summary>
    Session = 1,
}
