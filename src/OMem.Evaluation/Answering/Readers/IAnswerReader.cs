namespace OMem.Evaluation;

/// <summary>Turns a context into an answer: the same for every row of a run. Thread-safe.</summary>
internal interface IAnswerReader
{
    /// <summary>What it is, for the report: name, model, prompt.</summary>
    IReadOnlyDictionary<string, string> Configuration { get; }

    /// <summary>Answers.</summary>
    /// <exception cref="ModelException">The model gave no answer.</exception>
    Task<ReadAnswer> ReadAsync(AnswerContext context, AnswerQuestion question, CancellationToken cancellationToken);
}

/// <summary>An answer of a reader.</summary>
/// <param name="Text">The answer that is scored.</param>
/// <param name="Raw">What the model wrote, where that is something else; null else.</param>
/// <param name="Cost">What it cost.</param>
internal sealed record ReadAnswer(string Text, string? Raw, CallCost Cost);
