namespace OMem.Evaluation;

/// <summary>One system's answer to one question, scored.</summary>
internal sealed record AnswerResult(AnswerConversation Conversation, AnswerQuestion Question, AnswerLine? Line, JudgeLine? Judgement, AnswerScores Scores)
{
    /// <summary>Below this an answer counts as missed.</summary>
    private const double Passable = 0.5;

    /// <summary>Why the question was missed; null when it was not, or when the figure does not apply to it.</summary>
    /// <param name="main">The figure that decides.</param>
    public string? Miss(string main)
    {
        if (Line is not { Error: null })
        {
            return MissKind.Error;
        }

        if (Scores.Values.TryGetValue(AnswerMetric.Abstention, out var abstained))
        {
            return abstained < 1 ? MissKind.Unanswerable : null;
        }

        if (!Scores.Values.TryGetValue(main, out var score) || score >= Passable)
        {
            return null;
        }

        return Line.Evidence switch
        {
            _ when Question.Evidence.Count == 0 => MissKind.NoEvidenceGiven,
            { Missed: > 0 } => MissKind.NotRetrieved,
            { Cut: > 0 } => MissKind.CutByBudget,
            _ => MissKind.Misread,
        };
    }
}

/// <summary>Why a question was missed.</summary>
internal static class MissKind
{
    public const string NotRetrieved = "not retrieved";
    public const string CutByBudget = "cut by budget";
    public const string Misread = "misread";
    public const string Unanswerable = "answered the unanswerable";
    public const string NoEvidenceGiven = "no evidence ids";
    public const string Error = "error";

    /// <summary>All of them, in the order of the report.</summary>
    public static IReadOnlyList<string> All { get; } = [NotRetrieved, CutByBudget, Misread, Unanswerable, NoEvidenceGiven, Error];
}
