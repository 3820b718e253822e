using OMem.Recall.Paper;

namespace OMem.Evaluation;

/// <summary>The published episodic channel: word to messages of one speaker; a question takes its single rarest word.</summary>
internal sealed class PaperClues
{
    private readonly Dictionary<string, List<int>> _messages = new(StringComparer.Ordinal);

    public PaperClues(IReadOnlyList<Interaction> turns, string speaker)
    {
        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].Speaker != speaker)
            {
                continue;
            }

            foreach (var word in ClueWords.Of(TurnText.Shown(turns[i])).Distinct(StringComparer.Ordinal))
            {
                if (!_messages.TryGetValue(word, out var messages))
                {
                    _messages[word] = messages = [];
                }

                messages.Add(i);
            }
        }
    }

    /// <summary>The turns of the question's rarest known word, in log order; none when no word is known.</summary>
    public IReadOnlyList<int> Of(string question) => ClueWords.Of(question)
        .Where(_messages.ContainsKey)
        .OrderBy(word => _messages[word].Count)
        .ThenBy(word => word, StringComparer.Ordinal)
        .Select(word => _messages[word])
        .FirstOrDefault() ?? [];
}
