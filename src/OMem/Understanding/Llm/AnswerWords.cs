namespace OMem.Understanding.Llm;

/// <summary>The closed words of an answer, and what they allow of a time.</summary>
internal static class AnswerWords
{
    /// <summary>Positive when nothing is said; null for a word there is not.</summary>
    public static Polarity? Polarity(string? word) => Fold(word) switch
    {
        "" or "positive" => OMem.Polarity.Positive,
        "negative" => OMem.Polarity.Negative,
        _ => null,
    };

    /// <summary>Present when nothing is said; null for a word there is not.</summary>
    public static Tense? AttributeTense(string? word) => Fold(word) switch
    {
        "" or "present" => Tense.Present,
        "ended" or "past" => Tense.Ended,
        "future" => Tense.Future,
        _ => null,
    };

    /// <summary>What has happened is <see cref="Tense.Present"/>; null for a word there is not.</summary>
    public static Tense? FactTense(string? word) => Fold(word) switch
    {
        "" or "past" or "present" or "ended" => Tense.Present,
        "future" => Tense.Future,
        _ => null,
    };

    /// <summary>From when to when an attribute of a tense is true, given the time said; null when they contradict.</summary>
    public static TimeRange? Validity(TimeRange said, Tense tense, DateTimeOffset at) => tense switch
    {
        Tense.Ended when said.From > at => null,
        Tense.Ended => said,
        Tense.Future when said.To <= at => null,
        Tense.Present when said.From is null || said.From > at => null,
        _ => said with { To = null },
    };

    /// <summary>Whether what has happened lies not after the message, and what is planned not before it.</summary>
    public static bool CanHappen(TimeRange said, Tense tense, DateTimeOffset at) => tense is Tense.Future ? !(said.To <= at) : !(said.From > at);

    private static string Fold(string? word) => word?.Trim().ToLowerInvariant() ?? string.Empty;
}
