namespace OMem.Evaluation;

/// <summary>Scores what the journal holds. Pure: the same journal gives the same figures.</summary>
internal static class AnswerScorer
{
    /// <summary>The figures of one answer, 0-1 (tau -1 to 1), by name; a missing or failed answer counts as wrong.</summary>
    /// <param name="kind">The kind of set.</param>
    /// <param name="question">The question.</param>
    /// <param name="line">The answer; null when none was journaled.</param>
    /// <param name="judged">Whether a judge takes part in the run.</param>
    /// <param name="judgement">What it wrote; null when there is nothing.</param>
    public static AnswerScores Score(AnswerKindOfSet kind, AnswerQuestion question, AnswerLine? line, bool judged, JudgeLine? judgement)
    {
        var answer = line is { Error: null } ? line.Answer ?? string.Empty : null;
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        Text(kind, question, answer, values);
        var readable = true;
        if (judged && AnswerJudge.Judges(kind, question))
        {
            readable = Judged(kind, question, answer is null ? null : judgement, values);
        }

        if (question.Evidence.Count > 0)
        {
            values[AnswerMetric.Evidence] = (line?.Evidence.Found ?? 0) / (double)question.Evidence.Count;
        }

        return new AnswerScores(values, IsJudgeReadable: readable || answer is null);
    }

    private static void Text(AnswerKindOfSet kind, AnswerQuestion question, string? answer, Dictionary<string, double> values)
    {
        if (kind is AnswerKindOfSet.Choice)
        {
            values[AnswerMetric.Accuracy] = answer is not null && ChoiceAnswer.IsRight(answer, question.Key!.Value, question.Options.Count) ? 1 : 0;
        }
        else if (kind is AnswerKindOfSet.Short && question.IsUnanswerable)
        {
            values[AnswerMetric.Abstention] = answer is not null && OfficialF1.IsAbstention(answer) ? 1 : 0;
        }
        else if (kind is AnswerKindOfSet.Short)
        {
            values[AnswerMetric.F1] = answer is null ? 0 : OfficialF1.Score(question.Number, answer, question.Gold);
            values[AnswerMetric.SetF1] = answer is null ? 0 : SetF1.Of(answer, question.Gold);
            values[AnswerMetric.Bleu1] = answer is null ? 0 : Bleu1.Of(answer, question.Gold);
        }
    }

    /// <returns>Whether the judge's reply could be read.</returns>
    private static bool Judged(AnswerKindOfSet kind, AnswerQuestion question, JudgeLine? judgement, Dictionary<string, double> values)
    {
        var reply = judgement is { Replies: [var first, ..] } ? first : string.Empty;
        if (kind is not AnswerKindOfSet.Rubric)
        {
            var label = JudgeReply.Label(reply);
            values[kind is AnswerKindOfSet.Reply ? AnswerMetric.Cue : AnswerMetric.Judge] = label is true ? 1 : 0;
            return label is not null;
        }

        var scores = JudgeReply.Scores(reply, question.Rubric.Count);
        values[AnswerMetric.Rubric] = scores?.Average() ?? 0;
        if (question.Category != AnswerJudge.OrderedCategory)
        {
            return scores is not null;
        }

        var order = judgement is { Replies: [_, var second, ..] } ? JudgeReply.Order(second, question.Rubric.Count) : null;
        values[AnswerMetric.Tau] = order is null ? 0 : Tau(order, question.Rubric.Count);
        return scores is not null && order is not null;
    }

    /// <summary>The rubric's own order against the answer's; what the answer leaves out is tied behind the rest.</summary>
    private static double Tau(IReadOnlyList<int> order, int count)
    {
        var place = order.Select((number, i) => (number, i)).ToDictionary(pair => pair.number, pair => pair.i + 1);
        var wanted = Enumerable.Range(1, count).ToList();
        return KendallTau.B(wanted, wanted.ConvertAll(number => place.GetValueOrDefault(number, count + 1)));
    }
}

/// <summary>The figures of one answer.</summary>
/// <param name="Values">By name; what does not apply to the question is absent.</param>
/// <param name="IsJudgeReadable">False when the judge's reply could not be read, which counts as wrong.</param>
internal sealed record AnswerScores(IReadOnlyDictionary<string, double> Values, bool IsJudgeReadable);
