namespace OMem.Evaluation;

/// <summary>The names of the figures of answers, in the order of the reports.</summary>
internal static class AnswerMetric
{
    public const string F1 = "f1";
    public const string SetF1 = "f1Set";
    public const string Bleu1 = "bleu1";
    public const string Judge = "judge";
    public const string Abstention = "abstention";
    public const string Accuracy = "accuracy";
    public const string Rubric = "rubric";
    public const string Tau = "tau";
    public const string Cue = "cue";
    public const string Evidence = "evidence";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [F1, SetF1, Bleu1, Judge, Abstention, Accuracy, Rubric, Tau, Cue, Evidence];

    /// <summary>The figure that says most about a set, and needs no judge where there is one without.</summary>
    public static string Main(AnswerKindOfSet kind, bool judged) => kind switch
    {
        AnswerKindOfSet.Short => F1,
        AnswerKindOfSet.Choice => Accuracy,
        AnswerKindOfSet.Rubric => judged ? Rubric : Evidence,
        _ => judged ? Cue : Evidence,
    };
}
