using System.Text;

namespace OMem.Evaluation;

/// <summary>Reads a Python list of strings as <c>repr</c> writes it, which is how PersonaMem keeps its options.</summary>
internal static class PythonList
{
    /// <summary>The strings; null when it is no such list.</summary>
    public static IReadOnlyList<string>? TryParse(string literal)
    {
        var text = literal.AsSpan().Trim();
        if (text is not ['[', .., ']'])
        {
            return null;
        }

        var items = new List<string>();
        for (text = text[1..^1].Trim(); !text.IsEmpty;)
        {
            if (Item(ref text) is not { } item)
            {
                return null;
            }

            items.Add(item);
            text = text.TrimStart();
            if (!text.IsEmpty && text[0] is not ',')
            {
                return null;
            }

            text = text.IsEmpty ? text : text[1..].TrimStart();
        }

        return items;
    }

    private static string? Item(ref ReadOnlySpan<char> text)
    {
        var quote = text[0];
        if (quote is not ('"' or '\''))
        {
            return null;
        }

        var item = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                text = text[(i + 1)..];
                return item.ToString();
            }

            if (text[i] is '\\' && i + 1 < text.Length)
            {
                i++;
                item.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
            else
            {
                item.Append(text[i]);
            }
        }

        return null;
    }
}
