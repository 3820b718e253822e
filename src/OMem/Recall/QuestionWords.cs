using System.Collections.Frozen;
using OMem.Text;

namespace OMem.Recall;

/// <summary>What a question asks for, told by single words; several may hold.</summary>
[Flags]
internal enum QuestionSigns
{
    /// <summary>Nothing told.</summary>
    None = 0,

    /// <summary>It says "when".</summary>
    SaysWhen = 1,

    /// <summary>It says "did": something that happened.</summary>
    SaysDid = 2,

    /// <summary>It asks what would be likely.</summary>
    AsksInference = 4,

    /// <summary>It asks why.</summary>
    AsksWhy = 8,

    /// <summary>It asks for a place.</summary>
    AsksWhere = 16,

    /// <summary>It asks how long or how often.</summary>
    AsksHowLong = 32,

    /// <summary>It is no question but states something: it is then compared by meaning rather than by words.</summary>
    IsStatement = 64,
}

/// <summary>Reads the signs.</summary>
internal static class QuestionWords
{
    /// <summary>Words from which a text without a first-person word may be a statement; shorter ones are lists of search words.</summary>
    private const int MinStatementWords = 8;

    private const int OpeningWords = 3;

    private static readonly FrozenSet<string> Places = Set("city country state place places cities countries town location");

    private static readonly FrozenSet<string> Auxiliaries = Set("is are was were do does did has have had can could will would shall should may might must am");

    private static readonly FrozenSet<string> Requests = Set("tell list describe give show summarize summarise explain remind please name find");

    /// <summary>The signs of a question.</summary>
    public static QuestionSigns Signs(List<Token> tokens, string text)
    {
        var signs = IsStatement(tokens, text) ? QuestionSigns.IsStatement : QuestionSigns.None;
        for (var i = 0; i < tokens.Count; i++)
        {
            signs |= tokens[i].Text switch
            {
                "when" => QuestionSigns.SaysWhen,
                "did" => QuestionSigns.SaysDid,
                "why" => QuestionSigns.AsksWhy,
                "where" => QuestionSigns.AsksWhere,
                "likely" or "might" or "could" => QuestionSigns.AsksInference,
                "would" when i == 0 => QuestionSigns.AsksInference,
                "how" when Next(tokens, i) is "long" or "often" => QuestionSigns.AsksHowLong,
                "what" or "which" when Places.Contains(Next(tokens, i)) => QuestionSigns.AsksWhere,
                _ => QuestionSigns.None,
            };
        }

        return signs;
    }

    private static bool IsStatement(List<Token> tokens, string text)
    {
        if (tokens.Count == 0 || TimeWords.EndsWithQuestion(text) || Auxiliaries.Contains(tokens[0].Text) || Requests.Contains(tokens[0].Text))
        {
            return false;
        }

        for (var i = 0; i < Math.Min(OpeningWords, tokens.Count); i++)
        {
            if (StopWords.IsQuestionWord(tokens[i].Text))
            {
                return false;
            }
        }

        return tokens.Count >= MinStatementWords || TimeWords.CountFirstPerson(tokens) > 0;
    }

    private static string Next(List<Token> tokens, int at) => at + 1 < tokens.Count ? tokens[at + 1].Text : "";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
