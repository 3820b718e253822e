using System.Buffers;

namespace OMem.Sensitive.Credentials;

/// <summary>How a name is tied to its value.</summary>
internal enum SecretLinkKind
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>By <c>:</c> right after the name, or an option of a command line.</summary>
    Colon = 1,

    /// <summary>By <c>=</c> right after the name.</summary>
    Equals = 2,

    /// <summary>By a sign or word some words later: <c>the password for the router is</c>.</summary>
    Words = 3,

    /// <summary>By the scheme of a header: <c>Bearer</c>.</summary>
    Scheme = 4,
}

/// <summary>What stands between the name of a secret and its value.</summary>
/// <param name="Kind">How they are tied.</param>
/// <param name="End">Where the value begins, blanks left out.</param>
internal readonly record struct SecretLink(SecretLinkKind Kind, int End)
{
    private const int LongestPhrase = 32;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,;!?\n\r\"`<>={}[]");

    /// <summary>Words that tie, with blanks around them.</summary>
    private static readonly string[] Verbs = [" is ", " was ", " to ", " ist ", " lautet ", " est ", " es ", " é "];

    /// <summary>Reads the link after a name.</summary>
    public static SecretLink Read(ReadOnlySpan<char> text, int start, int end)
    {
        var place = end;
        while (place < text.Length && place < end + 3 && text[place] is '"' or '\'' or '`' or '*' or ']' or ')')
        {
            place++;
        }

        var sign = SkipBlanks(text, place);
        if (sign < text.Length && text[sign] is ':' or '=' or '：' && !(text[sign] == ':' && text[sign..].StartsWith("://", StringComparison.Ordinal)))
        {
            return Assigned(text, sign);
        }

        if (place < text.Length && text[place] == '>' && start > 0 && text[start - 1] == '<')
        {
            return new(SecretLinkKind.Colon, place + 1);
        }

        if (sign > place && start > 1 && text[(start - 2)..start].SequenceEqual("--"))
        {
            return new(SecretLinkKind.Colon, sign);
        }

        if (sign > place && text[start..end].Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            return new(SecretLinkKind.Scheme, sign);
        }

        return Phrase(text, end);
    }

    /// <summary>The sign may be longer (<c>:=</c>, <c>=&gt;</c>, <c>==</c>), and a scheme may stand before the value (<c>Authorization: Basic</c>).</summary>
    private static SecretLink Assigned(ReadOnlySpan<char> text, int sign)
    {
        var kind = text[sign] == '=' ? SecretLinkKind.Equals : SecretLinkKind.Colon;
        var place = sign + 1;
        while (place < text.Length && place < sign + 3 && text[place] is '=' or '>' or '*')
        {
            place++;
        }

        place = SkipBlanks(text, place);
        foreach (var scheme in (ReadOnlySpan<string>)["Bearer ", "Basic ", "Token "])
        {
            if (text[place..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return new(SecretLinkKind.Scheme, place + scheme.Length);
            }
        }

        return new(kind, place);
    }

    /// <summary>Up to 32 characters of the same clause, then a sign or a verb.</summary>
    private static SecretLink Phrase(ReadOnlySpan<char> text, int end)
    {
        var phrase = Surroundings.After(text, end, LongestPhrase);
        var stop = phrase.IndexOfAny(ClauseEnds);
        phrase = stop < 0 ? phrase : phrase[..stop];
        var first = phrase.IndexOf(':');
        var best = first < 0 ? int.MaxValue : first + 1;
        foreach (var verb in Verbs)
        {
            if (phrase.IndexOf(verb, StringComparison.OrdinalIgnoreCase) is >= 0 and var hit)
            {
                best = Math.Min(best, hit + verb.Length);
            }
        }

        return best == int.MaxValue ? default : new(SecretLinkKind.Words, SkipBlanks(text, end + best));
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int place)
    {
        while (place < text.Length && text[place] is ' ' or '\t' or '\u00a0')
        {
            place++;
        }

        return place;
    }
}
