using System.Text;

namespace Sentinel.Memory;

/// <summary>Words of others as data: nothing in them can end the quotation or start a line.</summary>
internal static class Quoting
{
    private const int MaxLength = 400;

    public static string Quote(string words, string source, SourceTrust trust) =>
        $"«{Escape(words)}» (source {Escape(source)}, trust {trust.ToString().ToLowerInvariant()})";

    /// <summary>One line, no quotation marks or angle brackets, at most so long.</summary>
    public static string Escape(string words)
    {
        var text = new StringBuilder(Math.Min(words.Length, MaxLength));
        foreach (var rune in words.EnumerateRunes())
        {
            if (text.Length >= MaxLength)
            {
                text.Append('…');
                break;
            }

            text.Append(rune.Value switch
            {
                '«' or '»' => "'",
                '<' => "‹",
                '>' => "›",
                _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator => " ",
                _ => rune.ToString(),
            });
        }

        return text.ToString();
    }
}
