using System.Buffers;

namespace OMem.Sensitive;

/// <summary>Character classes of the detectors. All ASCII: keys, numbers and addresses are.</summary>
internal static class Characters
{
    public static readonly SearchValues<char> Alphanumeric = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    public static readonly SearchValues<char> Hex = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>base64url, and what most tokens are made of.</summary>
    public static readonly SearchValues<char> Token = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    /// <summary>Base64 in both alphabets, with dots and padding: the widest token.</summary>
    public static readonly SearchValues<char> WideToken = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_+/=.~");

    /// <summary>Where the characters of a class that begin at a place end.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, SearchValues<char> characters)
    {
        var length = text[start..].IndexOfAnyExcept(characters);
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>Whether the character before a place is no letter and no digit.</summary>
    public static bool StartsHere(ReadOnlySpan<char> text, int place) => place == 0 || !char.IsAsciiLetterOrDigit(text[place - 1]);

    /// <summary>Whether the character at a place is no letter and no digit.</summary>
    public static bool EndsHere(ReadOnlySpan<char> text, int place) => place == text.Length || !char.IsAsciiLetterOrDigit(text[place]);
}
