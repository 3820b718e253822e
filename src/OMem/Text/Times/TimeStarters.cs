using System.Collections.Frozen;

namespace OMem.Text.Times;

/// <summary>The words a time expression can begin with: at all others the grammar need not be tried.</summary>
internal static class TimeStarters
{
    private static readonly FrozenSet<string> Words =
        """
        the a an half another couple few several some dozen
        last this next past previous coming upcoming current first second third fourth fifth
        from between since until till before after by in about around roughly approximately almost nearly circa maybe over under like more less just
        night morning evening afternoon today yesterday tomorrow tonight recently lately earlier later early mid late beginning start middle end
        christmas xmas new boxing valentine valentines halloween easter good thanksgiving black mother mothers father fathers
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an expression may begin with the word.</summary>
    public static bool Contains(string word) =>
        char.IsAsciiDigit(word[0])
        || Words.Contains(word)
        || TimeVocabulary.Month(word) > 0
        || TimeVocabulary.Weekday(word) >= 0
        || TimeVocabulary.Season(word) > 0
        || TimeVocabulary.Unit(word) != TimeUnit.None
        || TimeVocabulary.Number(word) > 0;
}
