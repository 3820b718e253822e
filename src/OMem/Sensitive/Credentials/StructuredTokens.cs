using System.Buffers;

namespace OMem.Sensitive.Credentials;

/// <summary>Finds tokens by their parts: JSON web tokens, bot tokens, private keys in PEM form, the password in a URL.</summary>
internal static class StructuredTokens
{
    private const int LongestPem = 16_384, LongestUser = 256, BotSecretLength = 35;

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(" \t\r\n/?#\"<>");

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        FindWebTokens(text, findings);
        FindBotTokens(text, findings);
        FindPem(text, findings);
        FindUrlPasswords(text, findings);
    }

    /// <summary>Three or five parts of base64url, the first of which begins an object of JSON.</summary>
    private static void FindWebTokens(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (place < text.Length && text[place..].IndexOf("eyJ", StringComparison.Ordinal) is >= 0 and var hit)
        {
            var start = place + hit;
            place = start + 3;
            if (start > 0 && Characters.WideToken.Contains(text[start - 1]) && text[start - 1] is not ('=' or '/'))
            {
                continue;
            }

            var end = start;
            var parts = 0;
            do
            {
                place = Characters.EndOf(text, end, Characters.Token);
                parts += place - end >= 8 || parts > 1 ? 1 : 0;
                end = place + 1;
            }
            while (place < text.Length && text[place] == '.');

            if (parts >= 3)
            {
                findings.Add(SensitiveKind.Credential, start, text[place - 1] == '.' ? place - 1 : place, "access token");
            }
        }
    }

    /// <summary>Telegram: the number of the bot, a colon, 35 characters that begin with AA.</summary>
    private static void FindBotTokens(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (place < text.Length && text[place..].IndexOf(":AA", StringComparison.Ordinal) is >= 0 and var hit)
        {
            var colon = place + hit;
            place = colon + 3;
            var start = colon;
            while (start > 0 && colon - start < 11 && char.IsAsciiDigit(text[start - 1]))
            {
                start--;
            }

            var end = Characters.EndOf(text, colon + 1, Characters.Token);
            if (colon - start is >= 8 and <= 10 && end - colon - 1 == BotSecretLength)
            {
                findings.Add(SensitiveKind.Credential, start, end, "access token");
            }

            place = end;
        }
    }

    private static void FindPem(ReadOnlySpan<char> text, Findings findings)
    {
        const string Begin = "-----BEGIN ", Private = "PRIVATE KEY", End = "-----END ";
        var place = 0;
        while (place < text.Length && text[place..].IndexOf(Begin, StringComparison.Ordinal) is >= 0 and var hit)
        {
            var start = place + hit;
            place = start + Begin.Length;
            if (text[place..Math.Min(text.Length, place + 40)].IndexOf(Private, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            // Without its end the key was cut off: what may be left of it is taken too.
            var rest = text[place..Math.Min(text.Length, place + LongestPem)];
            var close = rest.IndexOf(End, StringComparison.Ordinal);
            var closed = close < 0 ? -1 : rest[(close + End.Length)..].IndexOf("-----", StringComparison.Ordinal);
            place += closed < 0 ? rest.Length : close + End.Length + closed + "-----".Length;
            findings.Add(SensitiveKind.Credential, start, place, "private key");
        }
    }

    private static void FindUrlPasswords(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (place < text.Length && text[place..].IndexOf("://", StringComparison.Ordinal) is >= 0 and var hit)
        {
            place += hit + 3;
            var authority = text[place..Math.Min(text.Length, place + LongestUser)];
            var end = authority.IndexOfAny(AuthorityEnds);
            authority = end < 0 ? authority : authority[..end];
            var (at, colon) = (authority.LastIndexOf('@'), authority.IndexOf(':'));
            if (at > 0 && colon >= 0 && colon + 1 < at && !TokenShape.IsPlaceholder(authority[(colon + 1)..at]))
            {
                findings.Add(SensitiveKind.Credential, place + colon + 1, place + at, "password");
            }
        }
    }
}
