using System.Buffers;

namespace OMem.Sensitive.Credentials;

/// <summary>Finds secrets that are named by the words before them: <c>password: ...</c>, <c>API_KEY=...</c>, <c>Authorization: Bearer ...</c>, <c>my token is ...</c>.</summary>
/// <remarks>What stands behind a sign of assignment may be any password; in running prose it has to look like one, or the sentence is about passwords.</remarks>
internal static class NamedSecrets
{
    private const int LongestTail = 24, LongestGap = 32;

    /// <summary>Words between name and value that say the value is something public.</summary>
    private static readonly WordSearch PublicWords = new(["hash", "address", "contract", "checksum", "sha1", "sha256", "commit", "count", "symbol", "limit", "price", "://", "version", "public"]);

    private static readonly SearchValues<string> SentenceEnds = SearchValues.Create(["\n", "\r", ". ", "! ", "? "], StringComparison.Ordinal);

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        var names = SecretName.In(text);
        var place = 0;
        while (place < text.Length && names.From(place) is >= 0 and var start)
        {
            var name = SecretName.At(text[start..]);
            var end = start + name.Word.Length;
            place = end;
            if (IsName(text, start, ref end) && !Surroundings.IsInMark(text, start))
            {
                place = Math.Max(place, FindValue(text, start, end, name, findings));
            }
        }
    }

    /// <summary>Whether the word is one, alone or as part of an identifier (<c>DB_PASSWORD_PROD</c>, <c>userPassword</c>), and where that ends.</summary>
    private static bool IsName(ReadOnlySpan<char> text, int start, ref int end)
    {
        if (start > 0 && char.IsLetter(text[start - 1]) && char.IsAscii(text[start]) && !(char.IsLower(text[start - 1]) && char.IsUpper(text[start])))
        {
            return false;
        }

        if (end < text.Length && text[end] is 's' && Characters.EndsHere(text, end + 1))
        {
            end++;
        }

        if (end < text.Length && char.IsAsciiLetter(text[end]) && !(char.IsLower(text[end - 1]) && char.IsUpper(text[end])))
        {
            return false;
        }

        var tail = Characters.EndOf(text, end, Characters.Token);
        if (tail - end > LongestTail || PublicWords.IsIn(text[end..tail]))
        {
            return false;
        }

        end = tail;
        return true;
    }

    /// <summary>Adds the value after a name, if there is one. Returns where to go on.</summary>
    private static int FindValue(ReadOnlySpan<char> text, int start, int end, SecretName name, Findings findings)
    {
        var link = SecretLink.Read(text, start, end);
        if (link.Kind is not SecretLinkKind.None)
        {
            var value = SecretValue.Read(text, link.End, link.Kind);
            if (value.IsSecret(text, name.IsPassword, link.Kind))
            {
                findings.Add(SensitiveKind.Credential, value.Start, value.End, name.Label);
                return value.End;
            }
        }

        return name.IsPassword ? end : FindRandom(text, end, name, findings);
    }

    /// <summary>The next word of the sentence that looks drawn at random.</summary>
    private static int FindRandom(ReadOnlySpan<char> text, int end, SecretName name, Findings findings)
    {
        var gap = Surroundings.After(text, end, LongestGap);
        var sentence = gap.IndexOfAny(SentenceEnds);
        gap = sentence < 0 ? gap : gap[..sentence];
        var place = 0;
        while (place < gap.Length)
        {
            if (!Characters.WideToken.Contains(gap[place]))
            {
                place++;
                continue;
            }

            var (first, last) = (end + place, Characters.EndOf(text, end + place, Characters.WideToken));
            var word = text[first..last].TrimEnd("./");
            if (TokenShape.IsRandom(word) && !TokenShape.IsPlaceholder(word) && !PublicWords.IsIn(gap[..place]) && !IsPublic(word))
            {
                findings.Add(SensitiveKind.Credential, first, first + word.Length, name.Label);
                return last;
            }

            place = last - end;
        }

        return end;
    }

    /// <summary>The address of a contract or account: <c>0x</c> and 40 hex digits.</summary>
    private static bool IsPublic(ReadOnlySpan<char> word) => word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && word.Length == 42;
}
