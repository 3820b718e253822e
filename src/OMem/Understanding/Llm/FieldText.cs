using System.Globalization;
using System.Text;

namespace OMem.Understanding.Llm;

/// <summary>Text fields of an answer, as they may be stored: one line, well-formed, of bounded length.</summary>
internal static class FieldText
{
    /// <summary>The field on one line; null when it is missing, empty, too long, or not well-formed.</summary>
    public static string? Line(string? text, int most)
    {
        if (text is null || text.Length > most * 2)
        {
            return null;
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return null;
            }

            var isSpace = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control;
            if (!isSpace)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        var result = line.ToString().TrimEnd();
        return result.Length > 0 && result.Length <= most && result.EnumerateRunes().Any(static rune => Rune.IsLetterOrDigit(rune) || rune.Value is '*' || rune.Value > 0x2000) ? result : null;
    }

    /// <summary>A label: a line in lower case.</summary>
    public static string? Label(string? text, int most) => Line(text, most)?.ToLowerInvariant();
}
