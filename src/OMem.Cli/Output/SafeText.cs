using System.Globalization;
using System.Text;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Makes text of unknown origin safe to show: control characters cannot steer the terminal, marks cannot style the output.</summary>
internal static class SafeText
{
    private const int ControlPictures = 0x2400;

    /// <summary>The text on one line: line ends become <c>⏎</c>, other control and direction marks become visible.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>The text with its lines kept; other control and direction marks become visible.</summary>
    public static string Block(string text) => Clean(text, keepLines: true);

    /// <summary>The text on one line, at most <paramref name="length"/> characters of it, escaped for Spectre markup.</summary>
    public static string Markup(string text, int length = int.MaxValue) => Spectre.Console.Markup.Escape(Shorten(Line(text), length));

    /// <summary>Cuts to a length, between characters, with an ellipsis.</summary>
    public static string Shorten(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= length)
        {
            return text;
        }

        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length < length)
        {
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return text[..end].TrimEnd() + "…";
    }

    private static string Clean(string text, bool keepLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var shown = pair ? null : Show(text[i], keepLines);
            if (shown is not null)
            {
                clean ??= new StringBuilder(text, 0, i, text.Length + 16);
                clean.Append(shown);
            }
            else
            {
                clean?.Append(text, i, pair ? 2 : 1);
            }

            i += pair ? 1 : 0;
        }

        return clean?.ToString() ?? text;
    }

    /// <summary>What to show in place of a UTF-16 unit; null to keep it.</summary>
    private static string? Show(char unit, bool keepLines) => unit switch
    {
        '\n' => keepLines ? null : " ⏎ ",
        '\r' => "",
        '\t' => keepLines ? null : " ",
        < ' ' => ((char)(ControlPictures + unit)).ToString(),
        '\u007F' => "␡",
        (>= '\u0080' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029'
            => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
        _ when char.IsSurrogate(unit) => "\uFFFD",
        _ => null,
    };
}
