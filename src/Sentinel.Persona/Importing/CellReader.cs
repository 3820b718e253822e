using System.Globalization;

namespace Sentinel.Persona;

/// <summary>Reads the cells of one row; what cannot be read is a fault of the file.</summary>
internal readonly struct CellReader(CsvRow row, IReadOnlyDictionary<Column, int> columns, CsvTable table, ImportRun run)
{
    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm:ss.FFFFFFF", "yyyy/MM/dd HH:mm",
    ];

    public int Line => row.Line;

    public string Text(Column column) => columns.TryGetValue(column, out var i) ? row.Cells[i].Trim() : "";

    /// <summary>A number with a point; null with a fault.</summary>
    public decimal? Number(Column column) => Number(column, Text(column));

    public decimal? Number(Column column, string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        if (text.Contains(',', StringComparison.Ordinal))
        {
            Fault(column, "decimal_separator", $"{ImportRun.Show(text)} has a comma: write numbers with a decimal point and without thousands separators");
        }
        else
        {
            Fault(column, "number", text.Length == 0 ? "the number is missing" : $"{ImportRun.Show(text)} is no number");
        }

        return null;
    }

    /// <summary>A number with the name of a coin behind it ("0.5BTC").</summary>
    public (decimal Value, string Coin)? NumberWithCoin(Column column)
    {
        var text = Text(column);
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] != '.')
        {
            end--;
        }

        return Number(column, text[..end].Trim()) is { } value ? (value, text[end..].Trim().ToUpperInvariant()) : null;
    }

    /// <summary>A time in UTC; null with a fault.</summary>
    public DateTimeOffset? Time(bool isUtc)
    {
        var text = Text(Column.Time);
        if (text.Length is >= 10 and <= 13 && text.All(char.IsAsciiDigit))
        {
            var number = long.Parse(text, CultureInfo.InvariantCulture);
            return text.Length > 11 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        }

        var (local, offset) = SplitZone(text);
        if (!DateTime.TryParseExact(local, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            Fault(Column.Time, "time", $"{ImportRun.Show(text)} is no time: write 2024-01-31T13:00:00Z, or seconds or milliseconds since 1970");
            return null;
        }

        offset ??= isUtc ? TimeSpan.Zero : run.Options.AssumeOffset;
        if (offset is not { } known)
        {
            Fault(Column.Time, "time_zone", $"{ImportRun.Show(text)} has no zone: append Z or an offset, or set {nameof(ImportOptions)}.{nameof(ImportOptions.AssumeOffset)}");
            return null;
        }

        if (known.Duration() > TimeSpan.FromHours(14) || time.Year is < 2 or > 9998)
        {
            Fault(Column.Time, "time", $"{ImportRun.Show(text)} is out of range");
            return null;
        }

        return new DateTimeOffset(time, known).ToUniversalTime();
    }

    public void Fault(Column column, string code, string message) =>
        run.Fault(Line, columns.TryGetValue(column, out var i) ? table.Header[i] : column.ToString(), code, message);

    private static (string Local, TimeSpan? Offset) SplitZone(string text)
    {
        if (text.EndsWith('Z') || text.EndsWith('z'))
        {
            return (text[..^1].TrimEnd(), TimeSpan.Zero);
        }

        if (text.EndsWith("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return (text[..^3].TrimEnd(), TimeSpan.Zero);
        }

        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign > 10 && TimeSpan.TryParseExact(text[(sign + 1)..], [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out var offset))
        {
            return (text[..sign].TrimEnd(), text[sign] == '-' ? -offset : offset);
        }

        return (text, null);
    }
}
