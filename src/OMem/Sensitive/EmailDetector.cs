using System.Collections.Frozen;

namespace OMem.Sensitive;

/// <summary>Finds e-mail addresses, those with letters outside ASCII too.</summary>
internal static class EmailDetector
{
    /// <summary>The longest local part and domain (RFC 5321).</summary>
    private const int LongestLocal = 64, LongestDomain = 255;

    /// <summary>Endings of file names such as <c>icon@2x.png</c>.</summary>
    private static readonly FrozenSet<string> FileEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "ts", "json", "html", "pdf", "cs", "yml", "yaml", "xml");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Files = FileEndings.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (place < text.Length && text[place..].IndexOf('@') is >= 0 and var hit)
        {
            var at = place + hit;
            place = at + 1;
            var start = LocalStart(text, at);
            if (start < at && DomainEnd(text, at + 1) is > 0 and var end && !IsOther(text, start, at, end))
            {
                findings.Add(SensitiveKind.Email, start, end, "e-mail address");
                place = end;
            }
        }
    }

    private static int LocalStart(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestLocal && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '%' or '+' or '-' or '\''))
        {
            start--;
        }

        while (start < at && text[start] is '.' or '\'' or '-')
        {
            start++;
        }

        return start < at && text[at - 1] is '.' or '\'' ? at : start;
    }

    /// <summary>The end of a domain: labels with dots between, the last one of letters. -1 when there is none.</summary>
    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or '-')
        {
            end--;
        }

        var domain = text[start..end];
        var dot = domain.LastIndexOf('.');
        return dot > 0 && domain[0] is not ('.' or '-') && !domain.Contains("..", StringComparison.Ordinal) && IsTopLevel(domain[(dot + 1)..]) ? end : -1;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var character in label)
        {
            if (!char.IsLetter(character))
            {
                return false;
            }
        }

        return label.Length is >= 2 and <= 24 && !Files.Contains(label);
    }

    /// <summary>What looks like one and is none: the address of a repository, a handle, a package with its version, the user of a URL.</summary>
    private static bool IsOther(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var isPath = end + 1 < text.Length && text[end] is ':' && !char.IsWhiteSpace(text[end + 1]);
        var isVersion = char.IsAsciiDigit(text[at + 1]) && text[(at + 1)..end].IndexOfAnyExceptInRange('.', '9') is var name && name > 0 && text[(at + 1)..(at + 1 + name)].Count('.') > 1;
        return isVersion
            || (isPath && text[start..at].SequenceEqual("git"))
            || (start > 0 && (text[start - 1] is '@' || IsUrlUser(text, start)));
    }

    /// <summary>Whether a scheme, and perhaps the user of a password, stands before.</summary>
    private static bool IsUrlUser(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - LongestLocal)..start];
        var scheme = before.LastIndexOf("://", StringComparison.Ordinal);
        return scheme >= 0 && before[(scheme + 3)..].IndexOfAny(" \t\n/") < 0;
    }
}
