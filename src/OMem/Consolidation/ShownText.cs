namespace OMem.Consolidation;

/// <summary>Text as it goes into a prompt: of bounded length.</summary>
internal static class ShownText
{
    /// <summary>The beginning of a text, never ending within a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most UTF-16 units.</param>
    public static string Head(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
