using System.Globalization;
using OMem.Text;

namespace OMem.Tests.Text;

/// <summary>Writes mentions as "words: from..to", with ~ for approximate, so that a table of them can be read.</summary>
internal static class TimeTable
{
    /// <summary>Thursday, 25 May 2023, 14:30, two hours east of Greenwich.</summary>
    public static DateTimeOffset Thursday { get; } = new(2023, 5, 25, 14, 30, 0, TimeSpan.FromHours(2));

    public static string Resolve(string text) => Resolve(text, Thursday);

    public static string Resolve(string text, DateTimeOffset reference) =>
        string.Join(" | ", TimeExpressionResolver.Resolve(text, reference).Select(Write));

    public static string Write(TimeMention mention) =>
        $"{mention.Text}: {Write(mention.Range.From)}..{Write(mention.Range.To)}{(mention.Range.Approximate ? "~" : "")}";

    private static string Write(DateTimeOffset? time) => time switch
    {
        null => "",
        { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    };
}
