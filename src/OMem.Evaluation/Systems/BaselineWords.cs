using OMem.Text;

namespace OMem.Evaluation;

/// <summary>The words of the lexical baselines: stop and question words out, Porter stems.</summary>
internal static class BaselineWords
{
    public static List<string> Stems(string text)
    {
        var stems = new List<string>();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (!StopWords.IsStopWord(token.Text) && !StopWords.IsQuestionWord(token.Text))
            {
                stems.Add(PorterStemmer.Stem(token.Text));
            }
        }

        return stems;
    }
}
