namespace OMem.Text.Times;

/// <summary>Where Recognizers is worth asking.</summary>
internal static class RecognizerTriggers
{
    /// <summary>Whether a date in figures ("5/7/2023", "07.05.2023"), a quarter ("Q3 2022") or a named day ("on Labor Day") shows at the token.</summary>
    public static bool Fires(TimeText text, int at) =>
        IsFigures(text.Tokens, text.Source, at) || IsQuarter(text.Tokens, at) || IsNamedDay(text.Tokens, at);

    /// <summary>Whether a date in figures may be read day first or month first.</summary>
    public static bool IsDayMonthUnclear(string date)
    {
        var figures = Tokenizer.Tokenize(date);
        return figures.Count == 3 && figures[2].Length == 4
            && TimeVocabulary.Digits(figures[0].Text, 2) is >= 1 and <= 12 and var first
            && TimeVocabulary.Digits(figures[1].Text, 2) is >= 1 and <= 12 and var second
            && first != second;
    }

    private static bool IsFigures(List<Token> tokens, string source, int at)
    {
        if (at + 2 >= tokens.Count || TimeVocabulary.Digits(tokens[at].Text, 2) < 0 || TimeVocabulary.Digits(tokens[at + 1].Text, 2) < 0
            || TimeVocabulary.Digits(tokens[at + 2].Text, 4) < 1000)
        {
            return false;
        }

        var sign = Between(at);
        return sign is '/' or '.' or '-' && Between(at + 1) == sign;

        char Between(int left)
        {
            var end = tokens[left].Start + tokens[left].Length;
            return tokens[left + 1].Start - end == 1 ? source[end] : '\0';
        }
    }

    private static bool IsQuarter(List<Token> tokens, int at)
    {
        var word = tokens[at].Text;
        return word.Length == 2 && word[0] == 'q' && word[1] is >= '1' and <= '4' && HasYear(tokens, at + 1);
    }

    private static bool HasYear(List<Token> tokens, int at) =>
        (at < tokens.Count && TimeVocabulary.Year(tokens[at].Text) > 0)
        || (at + 1 < tokens.Count && tokens[at].Text is "of" && TimeVocabulary.Year(tokens[at + 1].Text) > 0);

    private static bool IsNamedDay(List<Token> tokens, int at) =>
        at > 0 && tokens[at].Text is "day" && tokens[at].Capitalized && tokens[at - 1].Capitalized;
}
