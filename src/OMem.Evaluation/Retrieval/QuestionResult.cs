namespace OMem.Evaluation;

/// <summary>What one system did with one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Conversation">Where it was asked.</param>
/// <param name="Top">The first 20 units.</param>
/// <param name="GoldRanks">Rank of each gold unit, from 1, in the order of the gold; null when it was not returned.</param>
/// <param name="Scores">One value per metric.</param>
/// <param name="Milliseconds">Time of the ranking, query embedding included.</param>
internal sealed record QuestionResult(
    EvaluationQuestion Question,
    string Conversation,
    IReadOnlyList<RankedUnit> Top,
    IReadOnlyList<int?> GoldRanks,
    double[] Scores,
    double Milliseconds);

/// <summary>All results of one system, in the order of the questions.</summary>
internal sealed record SystemResult(IRetrievalSystem System, IReadOnlyList<QuestionResult> Questions, double IndexSeconds);
