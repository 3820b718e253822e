namespace OMem.Evaluation;

/// <summary>A benchmark of answers: memories that grow, and questions asked at a point of their growth.</summary>
internal sealed record AnswerDataset
{
    /// <summary>The set's name, as on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>How its answers are scored and which prompt asks for them.</summary>
    public required AnswerKindOfSet Kind { get; init; }

    /// <summary>The conversations, in the order of the files.</summary>
    public required IReadOnlyList<AnswerConversation> Conversations { get; init; }

    /// <summary>What was left out while reading, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Dropped { get; init; }

    /// <summary>SHA-256 of the files.</summary>
    public required string Hash { get; init; }

    /// <summary>Named groups of categories that are reported beside the single ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Groups { get; init; } =
        new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    /// <summary>The group whose figures are the headline; null for all questions.</summary>
    public string? Headline { get; init; }

    /// <summary>What of the reading changes results: captions, system messages, fillers.</summary>
    public IReadOnlyDictionary<string, string> Reading { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What kind of answers a set wants.</summary>
internal enum AnswerKindOfSet
{
    /// <summary>A short answer, compared with a gold text (LoCoMo).</summary>
    Short = 0,

    /// <summary>One of several options (PersonaMem).</summary>
    Choice = 1,

    /// <summary>A full answer, judged by the nuggets of a rubric (BEAM).</summary>
    Rubric = 2,

    /// <summary>A reply to a message, judged by whether it honours a cue (LoCoMo-Plus).</summary>
    Reply = 3,
}

/// <summary>One memory to fill, step by step, and what is asked on the way.</summary>
/// <param name="Id">Unique in the set.</param>
/// <param name="Turns">What happened, in order.</param>
/// <param name="Questions">In the order they are asked: by position, then as in the files.</param>
internal sealed record AnswerConversation(string Id, IReadOnlyList<Interaction> Turns, IReadOnlyList<AnswerQuestion> Questions);

/// <summary>A question with everything that scores its answer.</summary>
internal sealed record AnswerQuestion
{
    /// <summary>Unique in the set.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of question it is; never shown to a system.</summary>
    public required string Category { get; init; }

    /// <summary>How many turns have happened when it is asked: turns from here on must not be known.</summary>
    public required int Position { get; init; }

    /// <summary>When it is asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The right answer; empty where there is none.</summary>
    public string Gold { get; init; } = string.Empty;

    /// <summary>The options of a multiple-choice question, as shown.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The letter of the right option.</summary>
    public char? Key { get; init; }

    /// <summary>The nuggets of a rubric.</summary>
    public IReadOnlyList<string> Rubric { get; init; } = [];

    /// <summary>Ids of the turns that hold the answer; empty where the set does not say.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>LoCoMo's category number; 0 elsewhere.</summary>
    public int Number { get; init; }

    /// <summary>Whether the right answer is that there is none.</summary>
    public bool IsUnanswerable { get; init; }
}
