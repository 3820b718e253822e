using System.Collections.Frozen;
using OMem.Text;

namespace OMem.Recall;

/// <summary>Tells what kind of answer a question wants from its words alone.</summary>
internal static class QuestionKind
{
    private static readonly FrozenSet<string> Units = Set("day days date month months year years time week weeks hour hours");

    private static readonly FrozenSet<string> Auxiliaries = Set(
        "do does did is are was were has have had can could will would should may might isn't aren't wasn't weren't don't doesn't didn't hasn't haven't");

    private static readonly FrozenSet<string> ListWords = Set("all list every both several various kinds types ways names");

    /// <summary>The kind of answer.</summary>
    public static AnswerKind Of(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text is "when" || IsPair(tokens, i, "how", "long") || AsksForUnit(tokens, i))
            {
                return AnswerKind.Time;
            }
        }

        foreach (var (i, token) in tokens.Index())
        {
            switch (token.Text)
            {
                case "who" or "whom" or "whose":
                    return AnswerKind.Person;
                case "where":
                    return AnswerKind.Place;
                case "why":
                    return AnswerKind.Reason;
                case "how" when IsPair(tokens, i, "how", "come"):
                    return AnswerKind.Reason;
                case "how" when IsPair(tokens, i, "how", "many") || IsPair(tokens, i, "how", "much") || IsPair(tokens, i, "how", "often"):
                    return AnswerKind.Quantity;
                case "what" or "which" or "how":
                    return AnswerKind.Other;
                default:
                    break;
            }
        }

        return tokens.Count > 0 && Auxiliaries.Contains(tokens[0].Text) ? AnswerKind.YesNo : AnswerKind.Other;
    }

    /// <summary>Whether several items are wanted: a word like "all" or "types", or what/which before a plural.</summary>
    public static bool IsList(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ListWords.Contains(tokens[i].Text)
                || (i > 0 && tokens[i - 1].Text is "what" or "which" && LooksPlural(tokens[i].Text))
                || (i > 1 && tokens[i - 2].Text is "what" or "which" && !StopWords.IsStopWord(tokens[i - 1].Text) && LooksPlural(tokens[i].Text)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksForUnit(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && Units.Contains(tokens[at + 1].Text)
        && (tokens[at].Text is "what" or "which" || (at > 0 && IsPair(tokens, at - 1, "how", "many")));

    private static bool IsPair(List<Token> tokens, int at, string first, string second) =>
        at + 1 < tokens.Count && string.Equals(tokens[at].Text, first, StringComparison.Ordinal)
        && string.Equals(tokens[at + 1].Text, second, StringComparison.Ordinal);

    private static bool LooksPlural(string word) =>
        word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)
        && !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
