namespace OMem;

/// <summary>An answer from the memory.</summary>
public sealed record AskAnswer
{
    /// <summary>The answer; when <see cref="IsAbstention"/>, a sentence that says nothing is known.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the memory does not hold the answer.</summary>
    public required bool IsAbstention { get; init; }

    /// <summary>Place of the chosen option in <see cref="AskQuery.Choices"/>, from 0; null for an open question, or when none was chosen.</summary>
    public int? Choice { get; init; }

    /// <summary>Ids of the interactions the answer rests on. Each is among the evidence of <see cref="Recall"/>: what the model cites beside it is dropped.</summary>
    public required IReadOnlyList<string> Citations { get; init; }

    /// <summary>What was recalled for it.</summary>
    public required RecallResult Recall { get; init; }

    /// <summary>The one call's cost.</summary>
    public required StageUsage Usage { get; init; }
}

/// <summary>A piece of an answer as it is written.</summary>
/// <param name="Text">The words that came; empty in the last update.</param>
/// <param name="Answer">The whole answer, in the last update only.</param>
public sealed record AskUpdate(string Text, AskAnswer? Answer = null);
