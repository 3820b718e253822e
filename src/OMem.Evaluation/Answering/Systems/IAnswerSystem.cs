namespace OMem.Evaluation;

/// <summary>One row of the comparison: a way to give the reader what it needs.</summary>
internal interface IAnswerSystem
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>What it is made of, for the report's configuration.</summary>
    IReadOnlyDictionary<string, string> Configuration { get; }

    /// <summary>Starts on a conversation, of which nothing is known yet.</summary>
    IAnswerMemory Open(ConversationDesk desk);
}

/// <summary>A system's memory of one conversation. Grows in one thread; may be asked from several.</summary>
internal interface IAnswerMemory
{
    /// <summary>Makes the first so many turns known; never more.</summary>
    Task AdvanceAsync(int position, CancellationToken cancellationToken);

    /// <summary>Answers a question from what is known.</summary>
    Task<GivenAnswer> AnswerAsync(AnswerQuestion question, IAnswerReader reader, CancellationToken cancellationToken);

    /// <summary>Bytes the memory takes at present.</summary>
    Task<long> BytesAsync(CancellationToken cancellationToken);
}

/// <summary>An answer with its cost.</summary>
/// <param name="Read">The answer and the calls made for it.</param>
/// <param name="Context">What the reader saw of the conversation.</param>
/// <param name="RecallMilliseconds">Time until the context was there.</param>
/// <param name="AnswerMilliseconds">Time of the reader.</param>
internal sealed record GivenAnswer(ReadAnswer Read, AnswerContext Context, double RecallMilliseconds, double AnswerMilliseconds);

/// <summary>What model calls cost.</summary>
/// <param name="Calls">Answered calls.</param>
/// <param name="PromptTokens">Tokens of the prompts, as the endpoint counts, or characters / 4.</param>
/// <param name="CompletionTokens">Tokens of the answers, likewise.</param>
internal readonly record struct CallCost(int Calls, long PromptTokens, long CompletionTokens)
{
    public static CallCost operator +(CallCost left, CallCost right) =>
        new(left.Calls + right.Calls, left.PromptTokens + right.PromptTokens, left.CompletionTokens + right.CompletionTokens);
}
