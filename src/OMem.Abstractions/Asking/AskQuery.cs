using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>A question to be answered from the memory with one model call.</summary>
/// <param name="Recall">What is asked, with the budget and filters of the recall.</param>
public sealed record AskQuery(RecallQuery Recall)
{
    /// <summary>Creates a question with the default budget.</summary>
    public AskQuery(string text)
        : this(new RecallQuery(text))
    {
    }

    /// <summary>The options of a multiple-choice question, in order; empty for an open one. At most 26.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>When the question is asked, for "last week" and the like; null for the time of the latest recalled interaction.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The most tokens of the answer, 1-100,000.</summary>
    /// <value>The default is 500.</value>
    [Range(1, 100_000)]
    public int MaxAnswerTokens { get; init; } = 500;

    /// <summary>The model's temperature, 0-2.</summary>
    /// <value>The default is 0.</value>
    [Range(0.0, 2.0)]
    public float Temperature { get; init; }
}
