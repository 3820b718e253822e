using System.Globalization;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>The scalar forms of the LoCoMo layout.</summary>
internal static class LoCoMoText
{
    private static readonly string[] Times =
    [
        "h:mm tt 'on' d MMMM, yyyy", "h:mm tt 'on' d MMMM yyyy", "H:mm 'on' d MMMM, yyyy", "d MMMM, yyyy", "d MMMM yyyy",
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy, HH:mm:ss",
    ];

    /// <summary>"1:56 pm on 8 May, 2023", a date alone, or ISO 8601; without an offset it is UTC.</summary>
    public static DateTimeOffset Time(JsonCursor cursor)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        var text = cursor.Text();
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, Styles, out var time)
            || DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, Styles, out time))
        {
            return time;
        }

        throw cursor.Fault("must be a time like '1:56 pm on 8 May, 2023'");
    }

    /// <summary>A string, or a number as it is written.</summary>
    public static string Scalar(JsonCursor cursor) =>
        cursor.Element.ValueKind is JsonValueKind.Number ? cursor.Element.GetRawText() : cursor.Text();
}
