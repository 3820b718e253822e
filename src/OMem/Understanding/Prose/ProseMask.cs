namespace OMem.Understanding.Prose;

/// <summary>Marks what the speaker does not say in their own voice: code, quotations, quoted lines of mail, lines of another party of a talk, addresses.</summary>
internal static class ProseMask
{
    private const int LongestQuotation = 600;
    private const int LongestTitle = 48;
    private const int LongestTitleWords = 6;

    /// <summary>Parties whose pasted lines are never the speaker's own words.</summary>
    private static readonly string[] Parties = ["system", "assistant", "developer", "tool"];

    /// <summary>One flag for each unit of <paramref name="text"/>: true where it is not to be read.</summary>
    public static bool[] Of(ReadOnlySpan<char> text)
    {
        var masked = new bool[text.Length];
        for (var i = 0; i < text.Length;)
        {
            var end = SkipAt(text, i);
            if (end > i)
            {
                masked.AsSpan(i, end - i).Fill(true);
                i = end;
            }
            else
            {
                i++;
            }
        }

        return masked;
    }

    private static int SkipAt(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '`' => Code(text, i),
        '~' when text[i..].StartsWith("~~~", StringComparison.Ordinal) => Fence(text, i, "~~~"),
        '"' => Quotation(text, i, '"'),
        '\u201C' => Quotation(text, i, '\u201D'),
        '\u00AB' => Quotation(text, i, '\u00BB'),
        '\'' or '\u2018' when StartsWord(text, i) => SingleQuotation(text, i),
        '<' when text[i..].StartsWith("<|", StringComparison.Ordinal) => ControlMark(text, i),
        '>' when AtLineStart(text, i) => LineEnd(text, i),
        's' or 'S' or 'a' or 'A' or 'd' or 'D' or 't' or 'T' when IsParty(text, i) => LineEnd(text, i),
        'h' or 'H' or 'w' or 'W' when StartsWord(text, i) => Address(text, i),
        _ => i,
    };

    private static int Code(ReadOnlySpan<char> text, int i)
    {
        if (text[i..].StartsWith("```", StringComparison.Ordinal))
        {
            return Fence(text, i, "```");
        }

        var close = text[(i + 1)..].IndexOfAny('`', '\n');
        return close > 0 && text[i + 1 + close] == '`' ? i + close + 2 : i;
    }

    private static int Fence(ReadOnlySpan<char> text, int i, string fence)
    {
        var close = text[(i + fence.Length)..].IndexOf(fence, StringComparison.Ordinal);
        return close < 0 ? text.Length : i + close + (2 * fence.Length);
    }

    private static int Quotation(ReadOnlySpan<char> text, int i, char close)
    {
        var rest = text.Slice(i + 1, Math.Min(LongestQuotation, text.Length - i - 1));
        var length = rest.IndexOfAny(close, '\n');
        return length >= 0 && rest[length] == close && !IsTitle(rest[..length]) ? i + length + 2 : i;
    }

    /// <summary>"Dune", "The Two Towers": a few words that start with a capital and end in no mark name a work, and one or two words are only set off; they are the speaker's own words.</summary>
    private static bool IsTitle(ReadOnlySpan<char> quoted)
    {
        if (quoted.IsEmpty || quoted.Length > LongestTitle || !(char.IsUpper(quoted[0]) || quoted.Count(' ') < 2) || quoted.StartsWith("I ", StringComparison.Ordinal)
            || quoted.StartsWith("i ", StringComparison.Ordinal)
            || quoted.StartsWith("I'", StringComparison.Ordinal) || quoted.StartsWith("I\u2019", StringComparison.Ordinal) || quoted.ContainsAny('.', '?', '!'))
        {
            return false;
        }

        return char.IsLetterOrDigit(quoted[^1]) && quoted.Count(' ') < LongestTitleWords;
    }

    /// <summary>A single quote opens a quotation only when a closing one ends a word soon: most are apostrophes.</summary>
    private static int SingleQuotation(ReadOnlySpan<char> text, int i)
    {
        for (var j = i + 2; j < text.Length && j - i <= LongestQuotation && text[j] != '\n'; j++)
        {
            if (text[j] is '\'' or '\u2019' && (j + 1 == text.Length || !char.IsLetterOrDigit(text[j + 1])) && text[j - 1] is not 's')
            {
                return IsTitle(text[(i + 1)..j]) ? i : j + 1;
            }
        }

        return i;
    }

    private static int Address(ReadOnlySpan<char> text, int i)
    {
        var rest = text[i..];
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return i;
        }

        while (i < text.Length && !char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>"SYSTEM: ...", "[system] ...", "&lt;|im_start|>system ...", "### Assistant: ...": what follows the name of a party at the start of a line.</summary>
    private static bool IsParty(ReadOnlySpan<char> text, int i)
    {
        var line = text[..i].LastIndexOf('\n') + 1;
        var lead = text[line..i].Trim();
        foreach (var party in Parties)
        {
            if (text[i..].StartsWith(party, StringComparison.OrdinalIgnoreCase) && lead.Trim("[<|>#*(im_start").IsEmpty)
            {
                var after = text[(i + party.Length)..].TrimStart("*]|>) ");
                return (after.Length > 0 && after[0] is ':') || lead.ContainsAny('[', '<');
            }
        }

        return false;
    }

    /// <summary>A mark of a model's own prompt format.</summary>
    private static int ControlMark(ReadOnlySpan<char> text, int i)
    {
        var close = text.Slice(i, Math.Min(LongestTitle, text.Length - i)).IndexOf("|>", StringComparison.Ordinal);
        return close < 0 ? i : i + close + 2;
    }

    private static int LineEnd(ReadOnlySpan<char> text, int i)
    {
        var length = text[i..].IndexOf('\n');
        return length < 0 ? text.Length : i + length;
    }

    private static bool AtLineStart(ReadOnlySpan<char> text, int i) => i == 0 || text[i - 1] == '\n';

    private static bool StartsWord(ReadOnlySpan<char> text, int i) => i == 0 || !char.IsLetterOrDigit(text[i - 1]);
}
