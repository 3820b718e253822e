using OMem.Text;

namespace OMem.Interactions;

/// <summary>Counts capitalised words inside sentences: names of people, places, books and brands are what questions ask for.</summary>
internal static class ProperNames
{
    /// <summary>Capitalised words that do not start the text or a sentence and are not a first-person word or part of the speaker's name.</summary>
    public static int Count(string text, List<Token> tokens, string speaker)
    {
        var names = Tokenizer.Tokenize(speaker);
        var count = 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Capitalized && !IsFirstPerson(token.Text) && !StartsSentence(text, token.Start)
                && !names.Exists(name => string.Equals(name.Text, token.Text, StringComparison.Ordinal)))
            {
                count++;
            }
        }

        return count;
    }

    private static bool IsFirstPerson(string word) => word is "i" or "i'm" or "i've" or "i'll" or "i'd" or "im" or "ive";

    private static bool StartsSentence(string text, int start)
    {
        var i = start - 1;
        while (i >= 0 && char.IsWhiteSpace(text[i]))
        {
            i--;
        }

        return i < 0 || text[i] is '.' or '!' or '?' or ':' or '"' or '\u201C' or '\u2026' or '\u3002';
    }
}
