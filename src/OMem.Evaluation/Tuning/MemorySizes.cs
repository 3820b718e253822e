namespace OMem.Evaluation;

/// <summary>
/// Cuts a conversation into memories of several sizes, so that the signal learns from a memory of its first days as well as from a long one. Each
/// holds the questions whose evidence is all in it.
/// </summary>
internal static class MemorySizes
{
    /// <summary>Turns of the cut memories; the whole conversation comes on top.</summary>
    private static readonly int[] Sizes = [3, 6, 12, 25, 60, 150];

    /// <summary>Questions of one size at most, so that none outweighs the others.</summary>
    private const int QuestionsPerSize = 150;

    /// <summary>The conversation in pieces of each size, and whole.</summary>
    public static IEnumerable<EvaluationConversation> Of(EvaluationConversation conversation)
    {
        yield return conversation with { Questions = Thin(conversation.Questions, QuestionsPerSize) };
        foreach (var size in Sizes.Where(size => size < conversation.Interactions.Count))
        {
            var pieces = Pieces(conversation, size).ToList();
            var share = Math.Max(1, QuestionsPerSize / Math.Max(1, pieces.Count));
            foreach (var piece in Thin(pieces, QuestionsPerSize))
            {
                yield return piece with { Questions = Thin(piece.Questions, share) };
            }
        }
    }

    private static IEnumerable<EvaluationConversation> Pieces(EvaluationConversation conversation, int size)
    {
        for (var start = 0; start + size <= conversation.Interactions.Count; start += size)
        {
            var turns = conversation.Interactions.Skip(start).Take(size).ToList();
            var ids = turns.Select(static turn => turn.Id).ToHashSet(StringComparer.Ordinal);
            var questions = conversation.Questions.Where(question => question.Gold.All(ids.Contains)).ToList();
            if (questions.Count > 0)
            {
                yield return new EvaluationConversation($"{conversation.Id}/{size}/{start}", turns, questions);
            }
        }
    }

    /// <summary>At most so many, evenly spread.</summary>
    private static List<T> Thin<T>(IReadOnlyList<T> all, int most) =>
        all.Count <= most ? [.. all] : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];
}
