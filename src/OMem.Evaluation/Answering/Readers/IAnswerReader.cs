namespace OMem.Evaluation;

/// <summary>Turns a context into an answer: the same for every row of a run. Thread-safe.</summary>
internal interface IAnswerReader
{
    /// <summary>What it is, for the report: name, model, prompt.</summary>
    IReadOnlyDictionary<string, string> Configuration { get; }

    /// <summary>Answers.</summary>
    /// <exception cref="ModelException">The model gave no answer.</exception>
    Task<(string Text, CallCost Cost)> ReadAsync(AnswerContext context, AnswerQuestion question, CancellationToken cancellationToken);
}
