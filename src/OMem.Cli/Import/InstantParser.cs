using System.Globalization;
using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads an instant: ISO 8601 with or without time and offset (none means UTC), or a Unix time in seconds or milliseconds.</summary>
internal static class InstantParser
{
    private const double FirstMilliseconds = 1e11;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <summary>Reads text; false when it is no instant.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>Reads text that is ISO 8601 or the digits of a Unix time; false when it is neither.</summary>
    public static bool TryParseCell(string text, out DateTimeOffset instant) =>
        TryParse(text, out instant)
        || (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
            && TryFromUnix(unix, out instant));

    /// <summary>Reads a JSON string or number; false when it is no instant.</summary>
    public static bool TryParse(JsonElement value, out DateTimeOffset instant)
    {
        instant = default;
        return value.ValueKind switch
        {
            JsonValueKind.String => TryParse(value.GetString(), out instant),
            JsonValueKind.Number => value.TryGetDouble(out var unix) && TryFromUnix(unix, out instant),
            _ => false,
        };
    }

    private static bool TryFromUnix(double value, out DateTimeOffset instant)
    {
        var seconds = Math.Abs(value) >= FirstMilliseconds ? value / 1_000 : value;
        instant = default;
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        instant = DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(seconds * 1_000) * TimeSpan.TicksPerMillisecond);
        return true;
    }
}
