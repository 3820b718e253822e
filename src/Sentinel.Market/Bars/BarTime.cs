using System.Globalization;

namespace Sentinel.Market.Bars;

/// <summary>Times of a bar file: ISO 8601 with a zone, or an epoch in seconds, milli-, micro- or nanoseconds.</summary>
internal static class BarTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
        "yyyy/MM/dd HH:mm:ss.FFFFFFF", "yyyy/MM/dd HH:mm", "yyyy/MM/dd", "yyyyMMdd'T'HHmmss", "yyyyMMdd HH:mm:ss", "yyyyMMdd HH:mm",
    ];

    /// <summary>Reads a time and brings it to UTC.</summary>
    public static DateTimeOffset Read(string field, bool naiveIsUtc, long line)
    {
        var text = field.Trim();
        if (text.Length == 0)
        {
            throw new BarFileException(line, "open_time is empty");
        }

        if (text.All(char.IsAsciiDigit) && text.Length >= 9)
        {
            return Epoch(text, line);
        }

        var (local, offset) = SplitZone(text);
        if (!DateTime.TryParseExact(local, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            throw new BarFileException(
                line,
                $"open_time '{BarText.Shorten(text)}' is no time: write ISO 8601 with a zone (2024-01-31T13:00:00Z) or an epoch in seconds or milliseconds");
        }

        if (offset is null && !naiveIsUtc)
        {
            throw new BarFileException(
                line,
                $"open_time '{BarText.Shorten(text)}' has no zone: append 'Z' or an offset such as '+01:00', or say that times without a zone are UTC");
        }

        var ticks = time.Ticks - (offset ?? TimeSpan.Zero).Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? throw new BarFileException(line, $"open_time '{BarText.Shorten(text)}' is out of range")
            : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    // The unit follows from the size: seconds stay below 1e11 until the year 5138, milliseconds above it since 1973.
    private static DateTimeOffset Epoch(string text, long line)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            throw new BarFileException(line, $"open_time '{BarText.Shorten(text)}' is out of range");
        }

        var ticks = value switch
        {
            < 100_000_000_000 => value * TimeSpan.TicksPerSecond,
            < 100_000_000_000_000 => value * TimeSpan.TicksPerMillisecond,
            < 100_000_000_000_000_000 => value * TimeSpan.TicksPerMicrosecond,
            _ => value / TimeSpan.NanosecondsPerTick,
        };
        return new DateTimeOffset(DateTime.UnixEpoch.Ticks + ticks, TimeSpan.Zero);
    }

    private static (string Local, TimeSpan? Offset) SplitZone(string text)
    {
        if (text.EndsWith('Z') || text.EndsWith('z'))
        {
            return (text[..^1].TrimEnd(), TimeSpan.Zero);
        }

        if (text.EndsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.EndsWith("GMT", StringComparison.OrdinalIgnoreCase))
        {
            return (text[..^3].TrimEnd(), TimeSpan.Zero);
        }

        // A sign behind the first colon can only be an offset: dates have their dashes before it.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var sign = colon < 0 ? -1 : text.AsSpan(colon).IndexOfAny('+', '-');
        if (sign < 0 || ReadOffset(text[(colon + sign)..]) is not { } offset)
        {
            return (text, null);
        }

        return (text[..(colon + sign)].TrimEnd(), offset);
    }

    private static TimeSpan? ReadOffset(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var hours = int.Parse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = digits.Length == 4 ? int.Parse(digits.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59)
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }
}
