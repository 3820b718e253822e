using OMem.Text;

namespace OMem.Understanding.Llm;

/// <summary>
/// Whether what is stated was said: at least half of its content words stand in the message, or, when the words cited speak of the
/// speaker or answer somebody, in the messages just before it, and none of them only in what it quotes. So no item can be made of nothing, whatever a model was talked into.
/// </summary>
internal static class GroundingCheck
{
    /// <summary>Whether a statement was said.</summary>
    /// <param name="statement">Value or sentence.</param>
    /// <param name="subject">Whose own words are left out of it.</param>
    /// <param name="around">The message and the ones before it.</param>
    /// <param name="span">The words cited.</param>
    public static bool IsSaid(string statement, string subject, ReadingNeighbours around, (int Start, int Length) span)
    {
        var own = Tokenizer.Tokenize(subject).Select(static token => token.Text).ToHashSet(StringComparer.Ordinal);
        var all = Tokenizer.Tokenize(statement);
        var stems = Stems(all.Where(token => !own.Contains(token.Text) && !StopWords.IsStopWord(token.Text) && !TimeWords.IsTimeWord(token.Text) && !TimeWords.IsNumber(token.Text)));
        if (stems.Count == 0)
        {
            // Nothing but numbers, dates and little words: all of them have to be there.
            return all.Count > 0 && all.TrueForAll(token => around.Message.Words.Contains(token.Text) || own.Contains(token.Text));
        }

        if (stems.Any(around.Message.IsOnlyQuoted))
        {
            return false;
        }

        var answers = around.Message.Answers(span.Start, span.Length);
        var said = stems.Count(stem => around.Message.HasStem(stem) || (answers && around.Before.Any(before => before.HasStem(stem))));
        return said * 2 >= stems.Count;
    }

    private static HashSet<string> Stems(IEnumerable<Token> tokens) =>
        tokens.Select(static token => PorterStemmer.Stem(token.Text)).ToHashSet(StringComparer.Ordinal);
}
