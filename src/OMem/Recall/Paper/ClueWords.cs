using OMem.Text;

namespace OMem.Recall.Paper;

/// <summary>The words of the published episodic memory (O-Mem, arXiv 2511.13593, eqs. 2 and 9): as they are written, in lower case, without stems.</summary>
internal static class ClueWords
{
    /// <summary>The published stop list leaves these in.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "do", "does", "did" };

    /// <summary>Words that may be clues, in order, with repetitions.</summary>
    public static IEnumerable<string> Of(string text) => Tokenizer.Tokenize(text)
        .Select(static token => token.Text)
        .Where(static word => Kept.Contains(word) || !(StopWords.IsStopWord(word) || StopWords.IsQuestionWord(word)));
}
