using System.Buffers;
using System.Collections.Frozen;

namespace OMem.Sensitive.Credentials;

/// <summary>What stands where a secret is expected.</summary>
/// <param name="Start">Where it begins, without quotation marks.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
internal readonly record struct SecretValue(int Start, int End, bool IsQuoted)
{
    private const int ShortestPassword = 4, ShortestProse = 6, ShortestKey = 8, LongestQuoted = 256;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\u00a0\"'`<>");

    /// <summary>In connection strings and URLs the next setting follows a sign.</summary>
    private static readonly SearchValues<char> AssignmentEnds = SearchValues.Create(" \t\r\n\u00a0\"'`<>;&");

    private static readonly SearchValues<char> Identifier = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.");

    private static readonly SearchValues<char> Signs = SearchValues.Create("!@#$%^&*+=~?_");

    private static readonly FrozenSet<string> PlainWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "null", "none", "true", "false", "undefined", "required", "optional", "forgotten", "string", "hidden", "redacted", "masked", "unknown", "changed", "reset", "wrong", "correct",
        "expired", "secret", "password", "empty", "missing", "invalid", "same", "default", "encrypted", "hashed", "auto", "text", "varchar", "char", "input", "prompt", "done", "yes",
        "what", "which", "okay", "important", "protected", "disabled", "enabled", "unset", "pending", "temporary");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plain = PlainWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a value: what stands in quotation marks, else up to the next blank.</summary>
    public static SecretValue Read(ReadOnlySpan<char> text, int start, SecretLinkKind link)
    {
        if (start >= text.Length)
        {
            return new(text.Length, text.Length, IsQuoted: false);
        }

        if (Closing(text[start]) is { } closing)
        {
            var inner = text[(start + 1)..Math.Min(text.Length, start + 1 + LongestQuoted)];
            var end = inner.IndexOfAny(closing, '\n');
            if (end > 0 && inner[end] == closing)
            {
                return new(start + 1, start + 1 + end, IsQuoted: true);
            }

            start++;
        }

        var length = text[start..].IndexOfAny(link is SecretLinkKind.Equals ? AssignmentEnds : ValueEnds);
        var last = length < 0 ? text.Length : start + length;
        while (last > start && text[last - 1] is '.' or ',' or ';' or ':' or ')' or ']' or '}')
        {
            last--;
        }

        return new(start, last, IsQuoted: false);
    }

    /// <summary>Whether it may be the secret it is named as.</summary>
    public bool IsSecret(ReadOnlySpan<char> text, bool isPassword, SecretLinkKind link)
    {
        var value = text[Start..End];
        if (TokenShape.IsPlaceholder(value))
        {
            return false;
        }

        return isPassword
            ? IsPassword(text, value, link)
            : IsKey(value, link);
    }

    private static bool IsKey(ReadOnlySpan<char> value, SecretLinkKind link)
    {
        if (value.Contains("://", StringComparison.Ordinal) || (value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && value.Length == 42))
        {
            return false;
        }

        return link switch
        {
            SecretLinkKind.Equals => TokenShape.IsShortKey(value, ShortestKey) || IsEncoded(value),
            SecretLinkKind.Colon => TokenShape.IsShortKey(value, 12) || TokenShape.IsRandom(value) || IsEncoded(value),
            SecretLinkKind.Scheme => value.Length >= ShortestKey && !value.ContainsAnyExcept(Characters.WideToken) && (value.ContainsAnyInRange('0', '9') || IsEncoded(value)),
            _ => TokenShape.IsRandom(value),
        };
    }

    /// <summary>Base64 with capital and small letters or padding, which may happen to hold no digit.</summary>
    private static bool IsEncoded(ReadOnlySpan<char> value) =>
        value.Length >= 16 && !value.ContainsAnyExcept(Characters.WideToken)
        && (value[^1] == '=' || (value.ContainsAnyInRange('a', 'z') && value[1..].ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('0', '9') && value.IndexOfAny('.', '/', '-') < 0));

    private bool IsPassword(ReadOnlySpan<char> text, ReadOnlySpan<char> value, SecretLinkKind link)
    {
        if (value.Length < ShortestPassword || (!IsQuoted && IsCode(value)) || Plain.Contains(value) || value.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        if (link is SecretLinkKind.Words)
        {
            return IsQuoted ? !value.Contains(' ') : value.Length >= ShortestProse && IsUnlikeWord(value);
        }

        return IsQuoted || !IsWord(value) || IsLast(text);
    }

    /// <summary>An expression of a program, which names a password and is none: <c>hash(password)</c>, <c>request.form[</c>, <c>user.password</c>, <c>new_password</c>.</summary>
    private static bool IsCode(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept(Identifier);
        if (end > 0)
        {
            return value[end] is '(' or '[' && (char.IsAsciiLetter(value[0]) || value[0] == '_');
        }

        return end < 0 && char.IsAsciiLetter(value[0])
            && (value.Contains("pass", StringComparison.OrdinalIgnoreCase) || (value.Contains('.') && !value.ContainsAnyInRange('0', '9')));
    }

    /// <summary>Letters alone, as words are; a capital is allowed in front.</summary>
    private static bool IsWord(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (!(char.IsLetter(character) || character is '\'' or '’' or '-' or '/' or '(') || (i > 0 && char.IsUpper(character) && char.IsLower(value[i - 1])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Digits in it, or signs that words do not have.</summary>
    private static bool IsUnlikeWord(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('0', '9') || value[..^1].ContainsAny(Signs);

    /// <summary>Whether nothing follows in the sentence.</summary>
    private bool IsLast(ReadOnlySpan<char> text)
    {
        var rest = text[End..];
        var place = rest.IndexOfAnyExcept(' ', '\t');
        return place < 0 || rest[place] is '\n' or '\r' or '.' or ',' or ';' or ')' or '"' or '\'' or '`' or '<' or '|';
    }

    private static char? Closing(char opening) => opening switch
    {
        '"' => '"',
        '\'' => '\'',
        '`' => '`',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '‘' => '’',
        _ => null,
    };
}
