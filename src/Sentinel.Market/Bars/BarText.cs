using System.Globalization;

namespace Sentinel.Market.Bars;

/// <summary>Numbers of a bar file; what cannot be read is told with what to do about it.</summary>
internal static class BarText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A value short enough for a message.</summary>
    public static string Shorten(string text, int length = 32) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "...");

    /// <summary>Reads a decimal.</summary>
    public static decimal Number(string field, string column, long line)
    {
        var text = field.Trim();
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        throw new BarFileException(line, $"{column} {Complaint(text)}");
    }

    private static string Complaint(string text)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        if (text.Contains(',', StringComparison.Ordinal))
        {
            return $"'{Shorten(text)}' has a comma: write numbers with a decimal point and no thousands separator";
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return double.IsFinite(number) ? $"'{Shorten(text)}' is out of range" : $"'{Shorten(text)}' is not finite";
        }

        return $"'{Shorten(text)}' is no number";
    }
}
