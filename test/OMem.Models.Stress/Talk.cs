using System.Globalization;

namespace OMem.Models.Stress;

/// <summary>Made-up talk of two people: small talk, and statements that are all different, so that one stored twice would show.</summary>
internal static class Talk
{
    private static readonly string[] Small =
    [
        "Good to hear from you! How have you been lately?", "That sounds wonderful, tell me more about it.", "Haha, so true. The weather has been strange too.",
    ];

    /// <summary>So many messages, in order, an hour apart.</summary>
    public static IReadOnlyList<Interaction> Messages(int count) => [.. Enumerable.Range(0, count).Select(i => new Interaction
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"m{i:D6}"),
        Speaker = i % 2 == 0 ? "Alice" : "Bob",
        Text = Text(i),
        OccurredAt = new DateTimeOffset(2023, 1, 1, 9, 0, 0, TimeSpan.Zero).AddHours(i),
        Session = string.Create(CultureInfo.InvariantCulture, $"s{i / 20}"),
    })];

    private static string Text(int i) => (i % 6) switch
    {
        0 => $"I visited {Name(i)} yesterday, the old harbour there is lovely and we walked until it got dark.",
        2 => $"I really enjoy {Name(i)} music these days, it helps me to calm down after work.",
        4 => $"I bought {Name(i)} shoes for the hike, they were on sale and fit very well.",
        _ => Small[i % Small.Length],
    };

    /// <summary>A word nobody else uses: syllables of the number.</summary>
    private static string Name(int i)
    {
        string[] syllables = ["Ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"];
        return string.Concat(string.Create(CultureInfo.InvariantCulture, $"{i:D6}").Select((digit, place) => place == 0 ? "Q" + syllables[digit - '0'].ToLowerInvariant() : syllables[digit - '0'].ToLowerInvariant()));
    }
}
