using OMem.Text;

namespace OMem.Forgetting;

/// <summary>The words of a text that say something, as they were written but for case and form of characters.</summary>
internal static class ContentWords
{
    public static IEnumerable<string> Of(string text) => Tokenizer.Tokenize(text)
        .Select(static token => token.Text)
        .Where(static word => !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word));

    public static HashSet<string> Of(IEnumerable<string> texts) => texts.SelectMany(Of).ToHashSet(StringComparer.Ordinal);
}
