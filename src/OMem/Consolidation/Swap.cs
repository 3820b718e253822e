namespace OMem.Consolidation;

/// <summary>Finds what "now" takes the place of: the same habit with one word changed ("I get up at six", "I get up at eight now"), or a preference turned round.</summary>
internal static class Swap
{
    private const string Over = " over ";

    /// <summary>Finds it.</summary>
    /// <param name="value">What is said now.</param>
    /// <param name="sharing">Looks up what shares a word with a key.</param>
    public static ItemEntry? Of(Statement value, Func<ValueKey, IReadOnlyList<ItemEntry>> sharing) => value switch
    {
        { Polarity: Polarity.Negative } => null,
        { Aspect: "habit", IsNow: true } => sharing(value.Key).FirstOrDefault(entry => IsRival(entry) && DiffersByOneWord(entry.Key, value.Key) && IsSameFrame(entry.Item.Value, value.Value)),
        { Aspect: "preference" } when Lesser(value.Text) is { } lesser => sharing(lesser).FirstOrDefault(entry => IsRival(entry) && Lesser(entry.Item.Text) is { } other
            && IsSame(other, value.Key) && IsSame(entry.Key, lesser)),
        _ => null,
    };

    private static bool IsRival(ItemEntry entry) => entry is { IsCurrent: true, Item.Polarity: Polarity.Positive };

    private static bool IsSame(ValueKey left, ValueKey right) => string.Equals(left.Text, right.Text, StringComparison.Ordinal);

    /// <summary>One verb with another object, or another way to one place: who cooks meat now may still eat it.</summary>
    private static bool IsSameFrame(string known, string said)
    {
        var (verb, rest) = (Split(known), Split(said));
        return string.Equals(verb.Verb, rest.Verb, StringComparison.OrdinalIgnoreCase)
            || (verb.Object.StartsWith("to ", StringComparison.OrdinalIgnoreCase) && string.Equals(verb.Object, rest.Object, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Verb, string Object) Split(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (value, string.Empty) : (value[..space], value[(space + 1)..]);
    }

    private static bool DiffersByOneWord(ValueKey known, ValueKey said) =>
        known.Stems.Count == said.Stems.Count && known.Stems.Count > 1 && known.Stems.Except(said.Stems, StringComparer.Ordinal).Count() == 1;

    /// <summary>What comes second in a preference: "tea" of "prefers coffee over tea".</summary>
    private static ValueKey? Lesser(string text)
    {
        var at = text.Contains(" prefers ", StringComparison.Ordinal) ? text.LastIndexOf(Over, StringComparison.Ordinal) : -1;
        return at < 0 ? null : ValueKey.Of(text[(at + Over.Length)..]);
    }
}
