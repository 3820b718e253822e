using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Cuts each shared context where its questions are asked: one conversation for each context and cut.</summary>
internal static class PersonaMemSnapshots
{
    public static IEnumerable<EvaluationConversation> Build(
        IReadOnlyList<PersonaMemRow> rows,
        IReadOnlyDictionary<string, IReadOnlyList<PersonaMemMessage>> contexts,
        string file,
        DropCounter drops)
    {
        foreach (var group in rows.GroupBy(row => (row.ContextId, row.EndIndex)))
        {
            if (!contexts.TryGetValue(group.Key.ContextId, out var messages))
            {
                throw new InvalidDatasetException(file, "names no context of the context file", group.First().Line, "shared_context_id");
            }

            if (group.Key.EndIndex > messages.Count)
            {
                throw new InvalidDatasetException(file, "is beyond the end of the context", group.First().Line, "end_index_in_shared_context");
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{group.Key.ContextId}@{group.Key.EndIndex}");
            var turns = PersonaMemTurns.Read(id, messages, group.Key.EndIndex, withSystem: false, drops);
            var sessions = turns.Select(t => t.Session!).ToHashSet(StringComparer.Ordinal);
            var questions = new List<EvaluationQuestion>();
            foreach (var row in group)
            {
                var gold = PersonaMemTurns.SessionId(id, AskedIn(messages, row.EndIndex) - row.DistanceInBlocks);
                if (sessions.Contains(gold))
                {
                    questions.Add(new EvaluationQuestion($"{row.ContextId}/{row.QuestionId}", row.Text, row.Type, [gold]));
                }
                else
                {
                    drops.Add(DropCounter.UnresolvedEvidence);
                    drops.Add(DropCounter.QuestionsWithoutEvidence);
                }
            }

            yield return new EvaluationConversation(id, turns, questions);
        }
    }

    /// <summary>The session, from 1, in which a question is asked; one past the last when it is asked at the end of the text.</summary>
    private static int AskedIn(IReadOnlyList<PersonaMemMessage> messages, int endIndex)
    {
        var all = messages.Count(PersonaMemTurns.IsSystem);
        return endIndex >= messages.Count - 1 ? all + 1 : messages.Take(endIndex + 1).Count(PersonaMemTurns.IsSystem);
    }
}
