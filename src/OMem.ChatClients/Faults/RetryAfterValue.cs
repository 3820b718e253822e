using System.Globalization;

namespace OMem.ChatClients;

/// <summary>Reads how long an endpoint asks to wait: <c>retry-after-ms</c>, then <c>Retry-After</c> in seconds or as a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfterValue
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The wait, from none to a day; null when nothing is asked for.</summary>
    /// <param name="header">Gives the value of a header.</param>
    /// <param name="now">The time, for a date when the answer bears no <c>Date</c> of its own.</param>
    public static TimeSpan? Read(Func<string, string?> header, DateTimeOffset now)
    {
        if (Number(header("retry-after-ms")) is { } milliseconds)
        {
            return Limit(TimeSpan.FromMilliseconds(Math.Min(milliseconds, Longest.TotalMilliseconds)));
        }

        var value = header("Retry-After");
        if (Number(value) is { } seconds)
        {
            return Limit(TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)));
        }

        // The endpoint's own clock says how far its date is away, whatever ours says.
        return Date(value) is { } date ? Limit(date - (Date(header("Date")) ?? now)) : null;
    }

    private static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static DateTimeOffset? Date(string? value) =>
        DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    private static TimeSpan Limit(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
