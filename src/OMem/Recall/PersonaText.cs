using System.Globalization;
using OMem.Persona;

namespace OMem.Recall;

/// <summary>How a persona item reads: its sentence, and when it is or was true.</summary>
internal static class PersonaText
{
    /// <summary>The sentence, followed by the interval in brackets where one is known.</summary>
    public static string Shown(PersonaItem item) => Interval(item) is { } interval ? $"{item.Text} ({interval})" : item.Text;

    /// <summary>The interval in words; null when nothing is known of it.</summary>
    public static string? Interval(PersonaItem item)
    {
        if (TimeView.IsWithdrawn(item))
        {
            return $"withdrawn {Day(item.SupersededAt!.Value)}";
        }

        var vague = item.Approximate ? "about " : "";
        var end = item.ValidTo ?? (item.Kind == PersonaItemKind.Attribute ? item.SupersededAt : null);
        return (item.ValidFrom, end) switch
        {
            (null, null) => null,
            ({ } from, null) when item.Kind == PersonaItemKind.Fact => $"{vague}{Day(from)}",
            ({ } from, null) => $"since {vague}{Day(from)}",
            (null, { } to) => $"until {vague}{Day(to)}",
            ({ } from, { } to) when to - from <= TimeSpan.FromDays(1) => $"{vague}{Day(from)}",
            ({ } from, { } to) => $"{vague}{Day(from)} to {Day(to)}",
        };
    }

    /// <summary>A day as 2023-05-07.</summary>
    public static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
