using System.Text;

namespace OMem.Recall;

/// <summary>
/// Text as it stands inside a quotation: whatever it holds, it stays on its line, ends neither its quotation nor the block, and is shown in its own
/// order. A line break becomes <c>\n</c>; what cannot be seen, or changes the order text is shown in, is left out.
/// </summary>
internal static class QuotedText
{
    /// <summary>Appends a message's words.</summary>
    public static void AppendText(StringBuilder block, string text) => Append(block, text, isName: false);

    /// <summary>Appends a name or an id, inside quotation marks.</summary>
    public static void AppendName(StringBuilder block, string text) => Append(block, text, isName: true);

    private static void Append(StringBuilder block, string text, bool isName)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                i = AppendSurrogate(block, text, i);
                continue;
            }

            _ = c switch
            {
                // Wide and small forms look the same to a model that reads past them.
                '<' or '\uFF1C' or '\uFE64' => block.Append("&lt;"),
                '>' or '\uFF1E' or '\uFE65' => block.Append("&gt;"),
                '&' => block.Append("&amp;"),
                '"' when isName => block.Append("&quot;"),
                '\r' when i + 1 < text.Length && text[i + 1] == '\n' => block,
                '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => block.Append(isName ? " " : "\\n"),
                _ when IsUnseen(c) => block,
                _ when char.IsControl(c) => block.Append(' '),
                '\uFFFE' or '\uFFFF' => block.Append('\uFFFD'),
                _ => block.Append(c),
            };
        }
    }

    /// <summary>A pair is kept; a lone half becomes the replacement character, so that the block is valid Unicode. Tag characters spell out words that nobody sees.</summary>
    private static int AppendSurrogate(StringBuilder block, string text, int at)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            if (char.ConvertToUtf32(text[at], text[at + 1]) is not (>= 0xE0000 and <= 0xE007F))
            {
                block.Append(text, at, 2);
            }

            return at + 1;
        }

        block.Append('\uFFFD');
        return at;
    }

    /// <summary>Marks of direction, and characters without a width that no script needs within a word.</summary>
    private static bool IsUnseen(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u200B' or '\u200E' or '\u200F' or '\u061C' or '\uFEFF'
        or (>= '\uFFF9' and <= '\uFFFB');
}
