using System.Globalization;

namespace OMem.Cli.Output;

/// <summary>Shows instants with their own offset, whatever the time zone and culture of the machine.</summary>
internal static class Instants
{
    /// <summary>Day and minute: <c>20 Apr 2024 10:46</c>.</summary>
    public static string Minute(DateTimeOffset instant) => instant.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day: <c>20 Apr 2024</c>.</summary>
    public static string Day(DateTimeOffset instant) => instant.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>When something is true: <c>since 20 Apr 2024</c>, <c>until ...</c>, <c>... – ...</c>, or a dash when nothing is known.</summary>
    public static string Validity(DateTimeOffset? from, DateTimeOffset? to, bool approximate = false)
    {
        var range = (from, to) switch
        {
            (null, null) => "–",
            ({ } start, null) => $"since {Day(start)}",
            (null, { } end) => $"until {Day(end)}",
            ({ } start, { } end) => $"{Day(start)} – {Day(end)}",
        };
        return approximate && range is not "–" ? "about " + range : range;
    }

    /// <summary>When a fact happened: one day when it fits into one.</summary>
    public static string Happened(DateTimeOffset? from, DateTimeOffset? to, bool approximate = false)
    {
        if (from is { } start && to is { } end && end - start <= TimeSpan.FromDays(1))
        {
            return approximate ? "about " + Day(start) : Day(start);
        }

        return Validity(from, to is { } last && from is not null ? last.AddTicks(-1) : to, approximate);
    }
}
