using System.Collections.Frozen;

namespace OMem.Text;

/// <summary>Cheap surface signs of a message: time words, first person, question. For ranking, so nothing is resolved here.</summary>
internal static class TimeWords
{
    /// <summary>How far back from the end a question mark is looked for, in UTF-16 units.</summary>
    private const int QuestionTail = 64;

    private static readonly FrozenSet<string> Words = Set(
        """
        january february april june july august september october november december
        jan feb apr jun jul aug sep sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday
        mondays tuesdays wednesdays thursdays fridays saturdays sundays
        mon tue tues wed thu thur thurs fri
        yesterday today tonight tomorrow ago recently lately earlier later soon before after since until till
        morning afternoon evening night noon midday midnight
        minute minutes hour hours day days week weeks weekend weekends fortnight month months year years decade decades century
        spring summer autumn winter fall season
        christmas easter thanksgiving halloween birthday anniversary
        last next previous past daily weekly monthly yearly annual annually am pm o'clock
        """);

    private static readonly FrozenSet<string> Months = Set(
        """
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        """);

    private static readonly FrozenSet<string> FirstPerson = Set(
        "i me my mine myself we us our ours ourselves i'm i've i'll i'd we're we've we'll we'd im ive weve");

    /// <summary>Whether the word speaks of time whatever stands around it. "may", "march", "second" and the like do not count alone.</summary>
    public static bool IsTimeWord(string token) => Words.Contains(token);

    /// <summary>Whether it names a month, "may" and "march" included.</summary>
    public static bool IsMonth(string token) => Months.Contains(token);

    /// <summary>Whether it starts with a digit ("7", "2022", "10am", "3rd").</summary>
    public static bool IsNumber(string token) => token.Length > 0 && char.IsAsciiDigit(token[0]);

    /// <summary>How many tokens are time words or numbers. "May" and "March" count with a capital inside a sentence or beside a number.</summary>
    public static int CountTimeWords(List<Token> tokens)
    {
        var count = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Text;
            if (IsNumber(word) || IsTimeWord(word) || (word is "may" or "march" or "mar" && IsMeantAsMonth(tokens, i)))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>How many tokens are first-person words (I, me, my, we, our, I'm, ...).</summary>
    public static int CountFirstPerson(List<Token> tokens)
    {
        var count = 0;
        foreach (var token in tokens)
        {
            if (FirstPerson.Contains(token.Text))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Whether the last sign before the end, quotes, brackets and emoji aside, is a question mark of any script.</summary>
    public static bool EndsWithQuestion(ReadOnlySpan<char> text)
    {
        var last = Math.Max(0, text.Length - QuestionTail);
        for (var i = text.Length - 1; i >= last; i--)
        {
            if (text[i] is '?' or '\uFF1F' or '\u061F' or '\u037E' or '\u2047' or '\u2048' or '\u2049' or '\u203D')
            {
                return true;
            }

            if (char.IsLetterOrDigit(text[i]))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsMeantAsMonth(List<Token> tokens, int index) =>
        (index > 0 && (tokens[index].Capitalized || IsNumber(tokens[index - 1].Text)))
        || (index + 1 < tokens.Count && IsNumber(tokens[index + 1].Text));

    private static FrozenSet<string> Set(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
