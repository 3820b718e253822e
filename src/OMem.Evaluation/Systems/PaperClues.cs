using OMem.Text;

namespace OMem.Evaluation;

/// <summary>The published episodic channel: word to messages of one speaker; a question takes its single rarest word.</summary>
internal sealed class PaperClues
{
    /// <summary>The published stop list leaves these in.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "do", "does", "did" };

    private readonly Dictionary<string, List<int>> _messages = new(StringComparer.Ordinal);

    public PaperClues(IReadOnlyList<Interaction> turns, string speaker)
    {
        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].Speaker != speaker)
            {
                continue;
            }

            foreach (var word in Words(TurnText.Shown(turns[i])).Distinct(StringComparer.Ordinal))
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
    public IReadOnlyList<int> Of(string question) => Words(question)
        .Where(_messages.ContainsKey)
        .OrderBy(word => _messages[word].Count)
        .ThenBy(word => word, StringComparer.Ordinal)
        .Select(word => _messages[word])
        .FirstOrDefault() ?? [];

    private static IEnumerable<string> Words(string text) => Tokenizer.Tokenize(text)
        .Select(token => token.Text)
        .Where(word => Kept.Contains(word) || !(StopWords.IsStopWord(word) || StopWords.IsQuestionWord(word)));
}
